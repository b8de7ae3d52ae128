import { parseRepository, type RepositoryLink } from './repository.js';

/** Where the files of a repository at one ref are. Paths begin and end with a slash. */
export interface FileRoots {
  /** Scheme and host of the forge. */
  readonly origin: string;
  /** Root of the pages that show a file. */
  readonly file: string;
  /** Root of the pages that list a directory. */
  readonly directory: string;
  /** Root of the files themselves. */
  readonly raw: string;
  /** The directory that relative paths count from: empty for the root, else with a slash at its end. */
  readonly folder: string;
}

const SHORTHAND = /^([\w.-]+\/[\w.-]+)(?:@([^\s@]+))?$/;
const URL_AT_REF = /^([^@]+)@([^?#]+)$/;

/**
 * Reads `owner/name`, `owner/name@ref` (on GitHub), or the URL of a repository or of a place in its files, with or
 * without `@ref` behind it. `undefined` where it names no repository.
 */
export function parseFileRoots(repository: string): FileRoots | undefined {
  const text = repository.trim();
  const [, path, at] = SHORTHAND.exec(text) ?? [];
  if (path !== undefined) return rootsOf(parseRepository(`https://github.com/${path}`), at);
  const link = parseRepository(text);
  if (link) return rootsOf(link);
  const [, url = '', ref] = URL_AT_REF.exec(text) ?? [];
  return rootsOf(parseRepository(url), ref);
}

function rootsOf(link: RepositoryLink | undefined, ref?: string): FileRoots | undefined {
  if (!link) return undefined;
  const isFile = link.kind === 'file';
  const path = isFile || link.kind === 'directory' ? (link.path ?? '') : '';
  const folder = isFile ? path.slice(0, path.lastIndexOf('/') + 1) : path && `${path}/`;
  const length = /^https?:\/\/[^/]+/.exec(link.url)?.[0].length ?? 0;
  const origin = link.url.slice(0, length);
  const repository = link.url.slice(length);
  const at = ref ?? (isFile || link.kind === 'directory' ? link.ref : undefined) ?? 'HEAD';
  return { origin, folder: encodePath(folder), ...pathsOf(link, repository, at) };
}

function pathsOf(
  link: RepositoryLink,
  repository: string,
  ref: string,
): Pick<FileRoots, 'file' | 'directory' | 'raw'> {
  const at = encodePath(ref);
  const same = (path: string, raw: string) => ({
    file: `${repository}/${path}/`,
    directory: `${repository}/${path}/`,
    raw: `${repository}/${raw}/`,
  });
  switch (link.forge) {
    case 'github':
      return { ...same(`blob/${at}`, `raw/${at}`), directory: `${repository}/tree/${at}/` };
    case 'gitlab':
      return { ...same(`-/blob/${at}`, `-/raw/${at}`), directory: `${repository}/-/tree/${at}/` };
    case 'bitbucket':
      return same(`src/${at}`, `raw/${at}`);
    case 'sourcehut':
      return same(`tree/${at}/item`, `blob/${at}`);
    case 'forgejo': {
      const typed = `${link.refKind ?? forgejoRefKind(ref)}/${at}`;
      return same(`src/${typed}`, `raw/${typed}`);
    }
  }
}

/** Forgejo's URLs name the kind of a ref; it knows `HEAD` as a commit. A name alone is taken for a branch's. */
const forgejoRefKind = (ref: string): 'branch' | 'commit' =>
  ref === 'HEAD' || /^[\da-f]{40,64}$/i.test(ref) ? 'commit' : 'branch';

/** What would end or change a path, encoded; all else stays readable. */
const encodePath = (path: string): string => path.replace(/[%?#\s"<>]/g, encodeURIComponent);
