import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { isMissing } from './system-error.js';

let count = 0;

/**
 * Writes a file that is whole at every moment: what was there before, or all that is new. The folders on its way
 * are made. Threads share the few hands that Node has for files, and wait longer for them than the disk takes: so each
 * writes by itself.
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const folder = dirname(path);
  const draft = join(folder, `.${basename(path).slice(0, 100)}.${process.pid}-${threadId}-${count++}.tmp`);
  try {
    writeDraft(draft, content);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Most pages have neighbours: their folder is there. */
function writeDraft(draft: string, content: string | Uint8Array): void {
  try {
    writeFileSync(draft, content, { flag: 'wx' });
  } catch (error) {
    if (!isMissing(error)) throw error;
    mkdirSync(dirname(draft), { recursive: true });
    writeFileSync(draft, content, { flag: 'wx' });
  }
}

/** A text as files have it: its last line ends, too. */
export const endLine = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);
