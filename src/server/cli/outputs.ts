import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import { decodePart } from '../../model/percent.js';
import { createUrlResolver } from '../../model/url.js';
import { isInside } from './files.js';

/** Where pages come from and go to; absolute paths. */
export interface Folders {
  /** What the structure of the output counts from. */
  readonly root: string;
  /** Absent where the page goes to the standard output. */
  readonly out?: string;
}

/** Where the output of a page goes: as deep below `out` as the page is below `root`; `undefined` where it is not below it. */
export function outputPath(page: string, { root, out }: Folders, extension: string): string | undefined {
  if (out === undefined || !isInside(page, root)) return undefined;
  return join(out, withExtension(relative(root, page), extension));
}

export const withExtension = (path: string, extension: string): string =>
  path.slice(0, path.length - extname(path).length) + extension;

/** A path below a folder as a URL from that folder. */
export const urlOf = (path: string, folder: string): string =>
  relative(folder, path).split(sep).map(encodeURIComponent).join('/');

/** Path and the rest of a URL. */
export function splitUrl(url: string): { readonly path: string; readonly rest: string } {
  const end = url.search(/[?#]|$/);
  return { path: url.slice(0, end), rest: url.slice(end) };
}

/** Schemes, hosts, and what a site generator would have filled in. */
const ELSEWHERE = /^(?:[a-z][a-z\d+.-]*:|[\\/]{2})|\{[{%]|%7b%7b|\$\{/i;

/** The file that a relative URL of a page leads to; `undefined` where it leads out of the files, or to the page itself. */
export function fileBehind(url: string, page: string, root: string): string | undefined {
  const { path } = splitUrl(url.trim());
  if (path === '' || ELSEWHERE.test(url)) return undefined;
  const decoded = decodePart(path);
  return decoded.startsWith('/') ? join(root, decoded) : resolve(dirname(page), decoded);
}

/** The URL of a page's output for that of its source, where `isRendered` says that there is one; its query and fragment stay. */
export function linkToOutput(
  url: string,
  page: string,
  { root }: Folders,
  isRendered: (path: string) => boolean,
): string | undefined {
  const { path, rest } = splitUrl(url);
  const file = /\.(?:md|markdown|json)$/i.test(path) ? fileBehind(url, page, root) : undefined;
  return file !== undefined && isRendered(file) ? withExtension(path, '.html') + rest : undefined;
}

/** A URL that counts from the output folder, as a page at `path` in it has to write it. */
export function fromPage(url: string, path: string, out: string): string {
  if (/^(?:[a-z][a-z\d+.-]*:|[\\/#?])/i.test(url)) return url;
  return '../'.repeat(relative(out, dirname(path)).split(sep).filter(Boolean).length) + url;
}

/** The address of a file below the folder that `address` is that of. */
export const addressOf = (address: string, url: string): string =>
  createUrlResolver({ base: address.endsWith('/') ? address : `${address}/` })(url, 'link');
