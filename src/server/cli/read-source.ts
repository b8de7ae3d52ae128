import { readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { decodeText, type DecodedText } from '../../model/decode-text.js';
import type { Problem } from '../../model/problem.js';
import { unreadable } from './system-error.js';

/** The largest file that is read unless told otherwise, in bytes; ten times the largest real page known. */
export const MAX_BYTES = 5_000_000;

/** A page's text; without one, `problems` say why. */
export interface SourceText extends Omit<DecodedText, 'text'> {
  readonly text: string | undefined;
}

/** Reads a file as text. Never rejects. A file is there at once; what comes through a pipe is waited for, and nobody is held up. */
export async function readSource(path: string, maxBytes = MAX_BYTES): Promise<SourceText> {
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) return failure(isFolder);
    if (stats.size > maxBytes) return failure(tooLarge(stats.size, maxBytes));
    return decodeText(stats.isFile() ? readFileSync(path) : await readFile(path), '');
  } catch (error) {
    return failure(unreadable(error));
  }
}

const failure = (problem: Problem): SourceText => ({ text: undefined, problems: [problem] });

const isFolder: Problem = {
  code: 'file-unreadable',
  severity: 'error',
  message: 'This is a folder where a file is needed. Name a file in it.',
};

const tooLarge = (size: number, limit: number): Problem => ({
  code: 'text-too-large',
  severity: 'error',
  message: `The file has ${inMegabytes(size)} MB, more than the ${inMegabytes(limit)} MB allowed. Split it, or raise the limit with --max-bytes.`,
});

const inMegabytes = (bytes: number): string => (bytes / 1e6).toFixed(1).replace(/\.0$/, '');
