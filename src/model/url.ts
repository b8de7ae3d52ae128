import { parseFileRoots, type FileRoots } from './repository-files.js';
import type { UrlUse } from './safe-url.js';

export { isSafeUrl, type UrlUse } from './safe-url.js';

/** Where relative URLs lead. `base` wins over `repo`. */
export interface UrlResolverOptions {
  /** An `http` or `https` URL, or a root-relative path such as `/docs/about.md`; any other is ignored. */
  readonly base?: string | undefined;
  /**
   * `owner/name` or `owner/name@ref` on GitHub, or the URL of a repository on any forge that `parseRepository` knows,
   * also of a directory or file in it, and also with `@ref` at its end. The ref is `HEAD` where none is given. Any other is ignored.
   */
  readonly repo?: string | undefined;
}

/** Makes the URL that a page should hold out of the one its author wrote. Never throws. */
export type UrlResolver = (url: string, use: UrlUse) => string;

/**
 * A resolver of relative URLs. Untouched are absolute URLs, those that begin with `//`, fragments, the empty
 * URL, and what a site generator would have filled in (`{{ site.url }}/x`). In a repository links lead to the file or
 * directory as the forge shows it, images load from its raw form, and `/x` counts from the repository's root; as on
 * GitHub, `../../issues` leads out of the files to the repository's issues.
 */
export function createUrlResolver({ base, repo }: UrlResolverOptions): UrlResolver {
  const roots = base === undefined && repo !== undefined ? parseFileRoots(repo) : undefined;
  const from = parseBase(base ?? '');
  const locate = roots ? inRepository(roots) : from ? againstBase(from) : undefined;
  if (!locate) return (url) => url;
  return (url, use) => {
    const text = asBrowsersRead(url);
    if (text === '' || FIXED.test(text) || TEMPLATE.test(text)) return url;
    const end = text.search(/[?#]|$/);
    return locate(forwardSlashes(text.slice(0, end)), use) + text.slice(end);
  };
}

/** Fragments, URLs with a scheme, URLs with a host. */
const FIXED = /^(?:#|[a-z][a-z\d+.-]*:|[\\/]{2})/i;

/** Liquid, Jinja, Hugo, ERB and JavaScript templates, also percent-encoded as Markdown parsers write them. */
const TEMPLATE = /(?:\{|%7b)(?:[{%]|%7b|%25)|\$(?:\{|%7b)|(?:<|%3c)(?:%(?![\da-f]{2})|%25)/i;

/** What URL parsers drop: white space and controls around it, tabs and line breaks inside. */
const asBrowsersRead = (url: string): string => url.replace(/^[\0- ]+|(?<![\0- ])[\0- ]+$|[\t\n\r]+/g, '');

const forwardSlashes = (path: string): string => path.replaceAll('\\', '/');

/** Where a path leads: the URL up to its query. */
type Locate = (path: string, use: UrlUse) => string;

interface Base {
  /** Scheme and host; empty where the base is a root-relative path. */
  readonly origin: string;
  readonly path: string;
}

function parseBase(base: string): Base | undefined {
  const text = asBrowsersRead(base);
  const absolute = /^((?:https?:)?\/\/[^/?#\\]+)([^?#]*)/i.exec(text);
  if (absolute) return { origin: absolute[1] ?? '', path: forwardSlashes(absolute[2] ?? '') || '/' };
  const path = /^\/(?![\\/])[^?#]*/.exec(text)?.[0];
  return path === undefined ? undefined : { origin: '', path: forwardSlashes(path) };
}

const againstBase =
  ({ origin, path: from }: Base): Locate =>
  (path) => {
    const resolved = resolvePath(from, path);
    // Without an origin, two slashes at the start would name a host.
    return origin === '' && resolved.startsWith('//') ? `/.${resolved}` : origin + resolved;
  };

const inRepository =
  ({ origin, file, directory, raw, folder }: FileRoots): Locate =>
  (path, use) => {
    const root = use === 'image' ? raw : file;
    const resolved = path.startsWith('/') ? resolvePath(root, `.${path}`) : resolvePath(root + folder, path);
    const isDirectory = use === 'link' && resolved.startsWith(file) && resolved.endsWith('/');
    return origin + (isDirectory ? directory + resolved.slice(file.length) : resolved);
  };

/** The path that `path` leads to from `from`, as the URL standard resolves it; `from` begins with a slash. */
function resolvePath(from: string, path: string): string {
  if (path === '') return from;
  return withoutDots(path.startsWith('/') ? path : from.slice(0, from.lastIndexOf('/') + 1) + path);
}

const DOT = /^(?:\.|%2e)$/i;
const DOTS = /^(?:\.|%2e){2}$/i;

function withoutDots(path: string): string {
  const kept: string[] = [];
  const segments = path.split('/').slice(1);
  for (const segment of segments) {
    if (DOTS.test(segment)) kept.pop();
    else if (!DOT.test(segment)) kept.push(segment);
  }
  const last = segments.at(-1) ?? '';
  if (DOT.test(last) || DOTS.test(last)) kept.push('');
  return `/${kept.join('/')}`;
}
