import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import type { Problem } from '../../model/problem.js';
import { isMissing, unreadable } from './system-error.js';

/** A file to work on, as the user would write its path; where `problem` is set it could not even be found. */
export interface ListedFile {
  readonly path: string;
  readonly problem?: Problem;
}

/** What a folder is searched for. */
const PAGE = /\.(?:md|markdown)$/i;

/** What nobody means: folders of tools, and what is hidden. */
const HIDDEN = /^(?:node_modules$|\.)/;

/** Whether a path is one of those that were asked for. */
type Matcher = (path: string) => boolean;

/** The files that a command line names. */
export interface Selection {
  /** Lists them one by one, each once, in the order of the arguments and by name in each folder. Never rejects. */
  readonly list: () => AsyncGenerator<ListedFile>;
  /** Whether a path, absolute, is among them, if there is such a file. */
  readonly includes: (path: string) => boolean;
  /** The folders to watch for changes, absolute. */
  readonly folders: readonly string[];
}

/** One argument, understood. */
interface Target {
  readonly written: string;
  readonly kind: 'file' | 'folder' | 'glob' | 'missing';
  /** The file, or where the search begins. */
  readonly base: string;
  readonly matches: Matcher;
}

/** How paths are shown and matched: with slashes on every system, from the current folder. */
export const shownPath = (path: string): string => (relative('', path) || '.').split(sep).join('/');

/**
 * Understands file names, folders (all Markdown below them), globs, and globs behind `!`, which leave files out. What a
 * search that begins elsewhere finds below `outside` is left out as well.
 */
export async function selectFiles(args: readonly string[], outside?: string): Promise<Selection> {
  const leftOut = args
    .filter((arg) => arg.startsWith('!'))
    .map((arg) => picomatch(withSlashes(arg.slice(1))));
  const targets: Target[] = [];
  for (const arg of args) if (!arg.startsWith('!')) targets.push(await readTarget(arg, outside));
  const isWanted: Matcher = (path) => !leftOut.some((matches) => matches(shownPath(path)));
  return {
    list: () => listTargets(targets, isWanted),
    includes: (path) => isWanted(path) && targets.some(({ matches }) => matches(path)),
    folders: [...new Set(targets.map(({ kind, base }) => (kind === 'file' ? dirname(base) : base)))],
  };
}

/** Whether a path is a folder or below it. */
export const isInside = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

const withSlashes = (path: string): string =>
  (sep === '/' ? path : path.split(sep).join('/')).replace(/^\.\//, '');

async function readTarget(written: string, outside: string | undefined): Promise<Target> {
  const path = resolve(written);
  /** A search without what is outside. */
  const search = (kind: 'folder' | 'glob', base: string, matches: Matcher): Target => {
    const isApart = outside !== undefined && !isInside(base, outside);
    return { written, kind, base, matches: (each) => matches(each) && !(isApart && isInside(each, outside)) };
  };
  try {
    const isFolder = (await stat(path)).isDirectory();
    if (!isFolder) return { written, kind: 'file', base: path, matches: (each) => each === path };
    return search('folder', path, (each) => isInside(each, path) && PAGE.test(each) && !isHidden(each, path));
  } catch {
    const { base, isGlob } = picomatch.scan(withSlashes(written));
    if (!isGlob) return { written, kind: 'missing', base: path, matches: () => false };
    const matches = picomatch(withSlashes(written));
    return search('glob', resolve(base), (each) => matches(pathLike(written, each)));
  }
}

/** A path as a glob writes it: absolute, or from the current folder. */
const pathLike = (glob: string, path: string): string =>
  resolve(glob) === glob ? withSlashes(path) : relative('', path).split(sep).join('/');

/** Whether a part of a path below `folder` hides it, or belongs to a tool. */
export const isHidden = (path: string, folder: string): boolean =>
  relative(folder, path)
    .split(sep)
    .some((name) => HIDDEN.test(name));

async function* listTargets(targets: readonly Target[], isWanted: Matcher): AsyncGenerator<ListedFile> {
  // One argument lists each file once by itself.
  const listed = targets.length > 1 ? new Set<string>() : undefined;
  for (const target of targets) {
    let found = false;
    for await (const { path, problem } of listTarget(target)) {
      if (!isWanted(path)) continue;
      found = true;
      if (listed?.has(path)) continue;
      listed?.add(path);
      yield { path: shownPath(path), ...(problem && { problem }) };
    }
    if (!found) yield { path: target.written, problem: nothingFound(target) };
  }
}

async function* listTarget({ kind, base, matches }: Target): AsyncGenerator<ListedFile> {
  if (kind === 'file') yield { path: base };
  else if (kind !== 'missing')
    yield* walk(base, matches, { around: [], isLinked: false, homes: [base, '.'] });
}

const nothingFound = ({ kind, written }: Target): Problem => ({
  code: 'file-unreadable',
  severity: 'error',
  message:
    kind === 'folder'
      ? 'There is no Markdown file in this folder. Name others by a glob, such as "**/*.json".'
      : kind === 'glob'
        ? `No file fits this pattern. Put it in quotes, and mind that * stops at slashes: ** goes on.`
        : `There is no such file or folder. Check the name, capital letters included${written.includes('\\') ? ', and write slashes' : ''}.`,
});

/** How a search came to a folder. */
interface Way {
  /** The real paths of the folders it is in, so that links in a circle end. */
  readonly around: readonly string[];
  /** Whether it went through a symbolic link. */
  readonly isLinked: boolean;
  /** The folders whose files are the user's to show. */
  readonly homes: readonly string[];
}

/** The files below a folder, by name. */
async function* walk(folder: string, matches: Matcher, way: Way): AsyncGenerator<ListedFile> {
  const { around, homes } = way;
  let entries: Dirent[];
  let real: string;
  try {
    real = await realpath(folder);
    if (around.includes(real)) {
      yield { path: folder, problem: circle(real) };
      return;
    }
    entries = (await readdir(folder, { withFileTypes: true })).sort(byName);
  } catch (error) {
    // A folder that went while its neighbours were read has no pages any more.
    if (!isMissing(error)) yield { path: folder, problem: unreadable(error) };
    return;
  }
  for (const entry of entries) {
    const path = resolve(folder, entry.name);
    const isLinked = way.isLinked || entry.isSymbolicLink();
    if (await isFolder(entry, path)) {
      if (!HIDDEN.test(entry.name))
        yield* walk(path, matches, { around: [...around, real], isLinked, homes });
    } else if (matches(path)) {
      const problem = isLinked ? await strayLink(path, homes) : undefined;
      yield { path, ...(problem && { problem }) };
    }
  }
}

/**
 * Why a file that a search found through a link is none to read. Sites gather Markdown by links from wherever it is, as a README
 * from the folder above. Anything else may be a secret in the clothes of a page, unless it could be found without the link.
 */
async function strayLink(path: string, homes: readonly string[]): Promise<Problem | undefined> {
  try {
    const real = await realpath(path);
    if (PAGE.test(real)) return undefined;
    for (const home of await Promise.all(homes.map((folder) => realpath(folder))))
      if (isInside(real, home) && !isHidden(real, home)) return undefined;
    return stray(real);
  } catch {
    // Who reads it will tell why it cannot be.
    return undefined;
  }
}

const byName = ({ name: one }: Dirent, { name: other }: Dirent): number => (one < other ? -1 : 1);

/** Only a link has to be followed to know. */
const isFolder = async (entry: Dirent, path: string): Promise<boolean> =>
  entry.isSymbolicLink()
    ? stat(path).then(
        (stats) => stats.isDirectory(),
        () => false,
      )
    : entry.isDirectory();

const circle = (real: string): Problem => ({
  code: 'file-unreadable',
  severity: 'warning',
  message: `This link leads back to ${shownPath(real)}, around it: it is not followed. Remove it, or leave it out with a pattern behind !.`,
});

const stray = (real: string): Problem => ({
  code: 'file-unreadable',
  severity: 'warning',
  message: `This link leads to ${shownPath(real)}, which is no Markdown, and hidden or outside of the current folder: it is not followed. Remove it, or put the file itself in its place.`,
});
