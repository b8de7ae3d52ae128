import { forgeOf } from './forge-hosts.js';
import { isReservedOwner } from './forge-owners.js';
import { readForgePath, readLines } from './forge-paths.js';
import { decodePart } from './percent.js';

/** Software that hosts repositories. Gitea counts as `forgejo`: the two share their URLs. */
export type Forge = 'github' | 'gitlab' | 'forgejo' | 'bitbucket' | 'sourcehut';

/** What of a repository a URL shows. `other` is any page of it that has no name here, such as its settings. */
export type RepositoryLinkKind =
  | 'repository'
  | 'file'
  | 'directory'
  | 'commit'
  | 'commits'
  | 'compare'
  | 'issue'
  | 'issues'
  | 'pull-request'
  | 'pull-requests'
  | 'discussion'
  | 'discussions'
  | 'release'
  | 'releases'
  | 'tag'
  | 'tags'
  | 'wiki'
  | 'actions'
  | 'other';

/** A repository, or a place in one, as read off a URL. Nothing says that it exists. */
export interface RepositoryLink {
  readonly forge: Forge;
  /** Lower case, without `www.`, with its port where the URL has one. */
  readonly host: string;
  /** User or organisation; on GitLab with subgroups (`group/subgroup`), on sourcehut with its `~`. As written in the URL. */
  readonly owner: string;
  /** Without `.git`. As written in the URL. */
  readonly name: string;
  readonly kind: RepositoryLinkKind;
  /** Canonical URL of the repository itself, without a slash at the end. */
  readonly url: string;
  /** Branch, tag or commit; for `compare` what is compared (`v1...v2`). A branch name with slashes is cut at the first: a URL does not say where it ends. */
  readonly ref?: string;
  /** What `ref` is, where the URL says so. */
  readonly refKind?: 'branch' | 'tag' | 'commit';
  /** Path of a file or directory from the repository's root, percent-decoded, without slashes at its ends; for a wiki the page. */
  readonly path?: string;
  /** First and last line, from 1. */
  readonly lines?: readonly [first: number, last: number];
  /** Number of an issue, pull request or discussion. */
  readonly number?: number;
}

/** Forges on hosts of their own, such as `{ 'git.example.org': 'gitlab' }`. Hosts are in lower case, with a port where they have one. */
export type ForgeHosts = Readonly<Record<string, Forge>>;

const WEB_URL = /^(https?):\/\/([^/?#\\@\s]+)((?:[/\\@][^?#\s]*)?)(?:\?[^#]*)?(?:#(.*))?$/i;

/**
 * Reads an absolute `http` or `https` URL (or one that begins with `//`) as a link to a repository, without network.
 * `undefined` where it is none: another host, a user's page, a page of the forge itself, a site on GitHub Pages.
 * Known are github.com, gitlab.com and other public GitLabs, codeberg.org and other public Forgejos, bitbucket.org,
 * git.sr.ht, hosts whose name begins with `gitlab.`, `forgejo.` or `gitea.`, and those in `hosts`.
 */
export function parseRepository(url: string, hosts: ForgeHosts = {}): RepositoryLink | undefined {
  const parts = WEB_URL.exec(absolute(url));
  if (!parts) return undefined;
  const [, scheme = '', authority = '', path = '', fragment = ''] = parts;
  const host = normalizeHost(authority.toLowerCase());
  if (host === 'raw.githubusercontent.com') return readRaw(decodePath(path));
  const forge = forgeOf(host, hosts);
  if (!forge) return undefined;
  const segments = decodePath(path);
  if (isReservedOwner(forge, segments[0] ?? '')) return undefined;
  const split = splitRepository(forge, segments);
  if (!split) return undefined;
  const { owner, rest } = split;
  const name = split.name.replace(/\.git$/, '');
  if (!isName(name) || !isOwner(forge, owner)) return undefined;
  const origin = `${Object.hasOwn(hosts, host) ? scheme.toLowerCase() : 'https'}://${host}`;
  const detail = readForgePath(forge, rest, path.endsWith('/'), fragment);
  const lines = detail.kind === 'file' ? readLines(fragment) : undefined;
  return { forge, host, owner, name, url: `${origin}/${owner}/${name}`, ...detail, ...(lines && { lines }) };
}

/** How people write it: `dotnet/coreclr`, `dotnet/coreclr#12`, `dotnet/coreclr@1f2e3d4`, `dotnet/coreclr/src/main.c#L10-L20`. */
export function formatRepository(link: RepositoryLink): string {
  const repository = `${link.owner}/${link.name}`;
  const { kind, ref = '', path, number = '' } = link;
  switch (kind) {
    case 'issue':
    case 'discussion':
      return `${repository}#${number}`;
    case 'pull-request':
      return `${repository}${link.forge === 'gitlab' ? '!' : '#'}${number}`;
    case 'commit':
      return `${repository}@${/^[\da-f]{8,}$/i.test(ref) ? ref.slice(0, 7) : ref}`;
    case 'compare':
    case 'release':
    case 'tag':
      return ref ? `${repository}@${ref}` : repository;
    case 'file':
      return `${repository}${path ? `/${path}` : ''}${formatLines(link.lines)}`;
    case 'directory':
      return path ? `${repository}/${path}/` : repository;
    default:
      return repository;
  }
}

function formatLines(lines: RepositoryLink['lines']): string {
  if (!lines) return '';
  const [first, last] = lines;
  return first === last ? `#L${first}` : `#L${first}-L${last}`;
}

/** Without `www.`, the dot of a full name, and the ports that the schemes have anyway. */
function normalizeHost(host: string): string {
  const name = host.startsWith('www.') ? host.slice(4) : host;
  return name.includes(':') || name.endsWith('.') ? name.replace(/\.?(?::(?:80|443))?$/, '') : name;
}

/** The URL as a browser reads it, as far as that changes what it names. */
const absolute = (url: string): string =>
  /^\/\/|\s/.test(url)
    ? url
        .replace(/[\t\n\r]/g, '')
        .trim()
        .replace(/^\/\//, 'https://')
    : url;

/** Decoded segments, without empty ones, `.` and `..` resolved. */
function decodePath(path: string): string[] {
  const segments: string[] = [];
  for (const written of path.split('/')) {
    const segment = decodePart(written);
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments;
}

interface Split {
  readonly owner: string;
  readonly name: string;
  readonly rest: readonly string[];
}

/** GitLab's routes of a repository before it set them apart with `/-/`; no project can have such a name. */
const GITLAB_ROUTES = new Set(
  'blame blob builds commit commits compare edit issues merge_requests network raw releases snippets tags tree wikis'.split(
    ' ',
  ),
);

/** Where the repository's own path ends: after two segments, on GitLab wherever its groups end. */
function splitRepository(forge: Forge, segments: readonly string[]): Split | undefined {
  if (forge === 'gitlab') {
    const dash = segments.indexOf('-');
    const route = segments.findIndex((segment, index) => index >= 2 && GITLAB_ROUTES.has(segment));
    const end = dash >= 0 ? dash : route >= 0 ? route : segments.length;
    if (end < 2) return undefined;
    const name = segments[end - 1] ?? '';
    return {
      owner: segments.slice(0, end - 1).join('/'),
      name,
      rest: segments.slice(dash >= 0 ? end + 1 : end),
    };
  }
  const [owner, name, ...rest] = segments;
  return owner !== undefined && name !== undefined ? { owner, name, rest } : undefined;
}

/** `raw.githubusercontent.com/owner/name/ref/path`. */
function readRaw(segments: readonly string[]): RepositoryLink | undefined {
  const [owner = '', name = '', ...rest] = segments;
  if (!isOwner('github', owner) || !isName(name) || rest.length < 2) return undefined;
  const detail = readForgePath('github', ['raw', ...rest], false, '');
  return {
    forge: 'github',
    host: 'github.com',
    owner,
    name,
    url: `https://github.com/${owner}/${name}`,
    ...detail,
  };
}

const isName = (name: string): boolean => /^[\w.-]+$/.test(name) && !/^\.+$/.test(name);

const OWNER: Readonly<Record<Forge, RegExp>> = {
  github: /^[a-z\d][\w-]*$/i,
  gitlab: /^\w[\w.-]*$/,
  forgejo: /^\w[\w.-]*$/,
  bitbucket: /^[\w{][\w.}-]*$/,
  sourcehut: /^~[\w.-]+$/,
};

const isOwner = (forge: Forge, owner: string): boolean =>
  owner.includes('/') ? owner.split('/').every((part) => OWNER[forge].test(part)) : OWNER[forge].test(owner);
