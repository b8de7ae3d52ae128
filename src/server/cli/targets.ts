import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { Reference } from '../../model/inventory.js';
import type { FindNearest } from '../../model/check-page.js';
import type { Problem } from '../../model/problem.js';
import { isInside, shownPath } from './files.js';

/** What a relative URL leads to. */
export interface LinkTarget {
  readonly path: string;
  /** Whether it is a page whose ids can be known. */
  readonly isPage: boolean;
}

const PAGE = /\.(?:md|markdown)$/i;

/** What is shown for a folder. */
const INDEX_PAGES = ['index.md', 'README.md', 'readme.md'];

/**
 * The file or folder at a path, or the page that a site makes its address of: `guide.html` and `guide` are there where
 * `guide.md` is, a folder where it has an index page.
 */
export async function findTarget(path: string): Promise<LinkTarget | undefined> {
  const kind = await kindOf(path);
  if (kind === 'file') return { path, isPage: PAGE.test(path) };
  if (kind === 'folder')
    return (await findFirst(INDEX_PAGES.map((name) => join(path, name)))) ?? { path, isPage: false };
  const extension = extname(path);
  const stem = /^\.html?$/i.test(extension) ? path.slice(0, -extension.length) : path.replace(/[\\/]$/, '');
  return findFirst([`${stem}.md`, `${stem}.markdown`]);
}

async function findFirst(paths: readonly string[]): Promise<LinkTarget | undefined> {
  for (const path of paths) if ((await kindOf(path)) === 'file') return { path, isPage: true };
  return undefined;
}

const kindOf = (path: string): Promise<'file' | 'folder' | undefined> =>
  stat(path).then(
    (stats) => (stats.isDirectory() ? 'folder' : 'file'),
    () => undefined,
  );

/** A link or image that leads nowhere. Out of the root, a path without a file name means the forge: `../../issues`. */
export async function missingTarget(
  { url, use, place }: Reference,
  path: string,
  root: string,
  nearest: FindNearest,
): Promise<Problem[]> {
  if (!isInside(path, root) && extname(path) === '') return [];
  const what = use === 'image' ? 'image' : 'link';
  const near = await nearestFile(path, nearest);
  const advice = near === undefined ? 'Correct the path, or add the file.' : `Did you mean ${near}?`;
  const message = `The ${what} ${url} leads to ${shownPath(path)}, and there is no such file. ${advice}`;
  return [{ code: 'file-missing', severity: 'error', message, place }];
}

/** The file in the same folder that may have been meant. */
async function nearestFile(path: string, nearest: FindNearest): Promise<string | undefined> {
  const names = await readdir(dirname(path)).catch(() => []);
  return nearest(basename(path), names);
}
