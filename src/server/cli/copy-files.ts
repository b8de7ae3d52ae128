import { access, constants, copyFile, mkdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { threadId } from 'node:worker_threads';
import type { Problem } from '../../model/problem.js';
import type { UrlUse } from '../../model/url.js';
import { isHidden, isInside, shownPath } from './files.js';
import { fileBehind, type Folders } from './outputs.js';
import { leadsNowhere, unreadable, unwritable } from './system-error.js';

/** What a reader opens or keeps, when a link leads to it: no code, and nothing that might be a secret. */
const DOWNLOAD =
  /\.(?:pdf|epub|docx?|xlsx?|pptx?|od[tsp]|csv|tsv|txt|zip|7z|tar|t?gz|bz2|xz|png|apng|gif|jpe?g|webp|avif|svg|ico|mp[34]|m4[av]|webm|og[gv]|wav|flac|vtt)$/i;

/** The files that a page shows, or offers as a download: those that have to be beside its output. */
export class FilesBeside {
  readonly #found = new Set<string>();
  readonly #page: string;
  readonly #root: string;

  /** Absolute paths. */
  constructor(page: string, root: string) {
    this.#page = page;
    this.#root = root;
  }

  /** Takes a URL of the page. */
  add(url: string, use: UrlUse): void {
    const file = fileBehind(url, this.#page, this.#root);
    if (file !== undefined && (use === 'image' || DOWNLOAD.test(file))) this.#found.add(file);
  }

  get paths(): readonly string[] {
    return [...this.#found];
  }
}

/** Copies files as deep below `out` as they are below `root`. Those that are not there are `check`'s to tell of. */
export async function copyFiles(files: readonly string[], { root, out }: Folders): Promise<Problem[]> {
  const problems: Problem[] = [];
  if (out === undefined) return problems;
  for (const file of files) {
    const problem = await copyOne(file, root, out);
    if (problem) problems.push(problem);
  }
  return problems;
}

async function copyOne(file: string, root: string, out: string): Promise<Problem | undefined> {
  const target = join(out, relative(root, file));
  try {
    const source = await stat(file);
    if (!source.isFile()) return undefined;
    // A symbolic link must not bring out what is elsewhere, or hidden.
    const real = { file: await realpath(file), root: await realpath(root) };
    const isBelow = isInside(file, root) && isInside(real.file, real.root);
    if (!isBelow) return outside(file, root);
    if (isHidden(file, root) || isHidden(real.file, real.root)) return hidden(file);
    if (target === file || (await isCopy(target, source))) return undefined;
    await access(file, constants.R_OK);
  } catch (error) {
    return leadsNowhere(error) ? undefined : unreadable(error, shownPath(file));
  }
  return copyWhole(file, target);
}

/** Whether the file was copied before and is the same since. */
const isCopy = (
  target: string,
  source: { readonly size: number; readonly mtimeMs: number },
): Promise<boolean> =>
  stat(target).then(
    ({ size, mtimeMs }) => size === source.size && mtimeMs >= source.mtimeMs,
    () => false,
  );

let count = 0;

/** Copies a file so that it is whole at every moment. */
async function copyWhole(file: string, target: string): Promise<Problem | undefined> {
  const draft = join(dirname(target), `.copy.${process.pid}-${threadId}-${count++}.tmp`);
  try {
    await mkdir(dirname(target), { recursive: true });
    await copyFile(file, draft);
    await rename(draft, target);
    return undefined;
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    return unwritable(shownPath(target), error);
  }
}

const notCopied = (file: string, why: string): Problem => ({
  code: 'file-unwritable',
  severity: 'warning',
  message: `${shownPath(file)} is not copied: ${why}`,
});

const outside = (file: string, root: string): Problem =>
  notCopied(
    file,
    `it is not below ${shownPath(root)}, so it has no place below --out. Name a folder around all files with --root.`,
  );

const hidden = (file: string): Problem =>
  notCopied(
    file,
    'its name, or that of its folder, begins with a dot, or it is in node_modules, or a link to such a file. Move it.',
  );
