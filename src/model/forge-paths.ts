import type { Forge, RepositoryLink, RepositoryLinkKind } from './repository.js';

/** What stands behind the repository in a URL. */
export type Detail = Pick<RepositoryLink, 'kind' | 'ref' | 'refKind' | 'path' | 'number'>;

type Reader = (args: readonly string[], slash: boolean, fragment: string) => Detail;
type Routes = Readonly<Record<string, Reader>>;

/** `kind` with the fields that say something. */
function detail(kind: RepositoryLinkKind, ref = '', path = '', refKind?: Detail['refKind']): Detail {
  const found: { -readonly [Key in keyof Detail]: Detail[Key] } = { kind };
  if (ref) found.ref = ref;
  if (refKind) found.refKind = refKind;
  if (path) found.path = path;
  return found;
}

/** `ref/path…`; `refs/heads/main/path…` as GitHub writes it where a name is both a branch and a tag. */
const atRef =
  (kind: RepositoryLinkKind): Reader =>
  (args) => {
    const length = args[0] === 'refs' && args.length > 2 ? 3 : 1;
    return detail(kind, args.slice(0, length).join('/'), args.slice(length).join('/'));
  };

const list =
  (kind: RepositoryLinkKind): Reader =>
  () =>
    detail(kind);

/** A number makes it one item, anything else (a filter, `new`) the list of them. */
const numbered =
  (item: RepositoryLinkKind, items: RepositoryLinkKind): Reader =>
  ([first = '']) =>
    /^\d{1,15}$/.test(first) ? { kind: item, number: Number(first) } : detail(items);

/** A name makes it one item, nothing the list of them. */
const named =
  (item: RepositoryLinkKind, items: RepositoryLinkKind): Reader =>
  (args) =>
    args.length > 0 ? detail(item, args.join('/')) : detail(items);

const releases: Reader = ([first, ...rest]) => {
  const [ref = '', ...path] = rest;
  if (first === 'tag') return detail('release', rest.join('/'));
  if (first === 'download') return detail('release', ref, path.join('/'));
  if (first === 'latest') return detail('release', '', ref === 'download' ? path.join('/') : '');
  return detail('releases');
};

const gitlabReleases: Reader = (args) =>
  args[0] === 'permalink' ? detail('release') : named('release', 'releases')(args, false, '');

const wiki: Reader = (args) => detail('wiki', '', args.join('/'));

const REF_KINDS: readonly string[] = ['branch', 'tag', 'commit'];

/** Files and directories share a route on these forges: `src/branch/main/path…` on Forgejo, `src/main/path…` on Bitbucket and old Gitea. */
const source: Reader = (args, slash, fragment) => {
  const typed = REF_KINDS.includes(args[0] ?? '') && args.length > 1;
  const [ref, ...rest] = typed ? args.slice(1) : args;
  const path = rest.join('/');
  const kind = !slash && looksLikeFile(path, fragment) ? 'file' : 'directory';
  return detail(kind, ref, path, typed ? (args[0] as Detail['refKind']) : undefined);
};

/** Only the forge knows; a name with an extension, a well-known name without one, or a line number says it well enough. */
const looksLikeFile = (path: string, fragment: string): boolean =>
  /(?:^|\/)[^/]+\.[^/.]+$|(?:^|\/)(?:license|licence|copying|readme|makefile|dockerfile|changelog|changes|authors|contributing|notice)$/i.test(
    path,
  ) ||
  (path !== '' && readLines(fragment) !== undefined);

/** `tree/ref/item/path…` on sourcehut. */
const item: Reader = ([ref, ...rest], slash, fragment) => {
  const path = rest.slice(rest[0] === 'item' ? 1 : 0).join('/');
  return detail(!slash && looksLikeFile(path, fragment) ? 'file' : 'directory', ref, path);
};

/** A branch's history or a raw file on Forgejo: the kind is known, the rest is as in {@link source}. */
const sourceAs =
  (kind: RepositoryLinkKind): Reader =>
  (args, slash, fragment) => ({ ...source(args, slash, fragment), kind });

const commit = named('commit', 'commits');

const COMMON: Routes = {
  blame: atRef('file'),
  blob: atRef('file'),
  commit,
  commits: atRef('commits'),
  compare: named('compare', 'compare'),
  edit: atRef('file'),
  issues: numbered('issue', 'issues'),
  raw: atRef('file'),
  releases,
  tags: list('tags'),
  tree: atRef('directory'),
  wiki,
};

const ROUTES: Readonly<Record<Forge, Routes>> = {
  github: {
    ...COMMON,
    actions: list('actions'),
    discussions: numbered('discussion', 'discussions'),
    pull: numbered('pull-request', 'pull-requests'),
    pulls: list('pull-requests'),
  },
  gitlab: {
    ...COMMON,
    merge_requests: numbered('pull-request', 'pull-requests'),
    pipelines: list('actions'),
    releases: gitlabReleases,
    tags: named('tag', 'tags'),
    wikis: wiki,
    work_items: numbered('issue', 'issues'),
  },
  forgejo: {
    ...COMMON,
    actions: list('actions'),
    commits: sourceAs('commits'),
    media: sourceAs('file'),
    pulls: numbered('pull-request', 'pull-requests'),
    raw: sourceAs('file'),
    src: source,
  },
  bitbucket: {
    ...COMMON,
    commits: commit,
    pipelines: list('actions'),
    'pull-requests': numbered('pull-request', 'pull-requests'),
    src: source,
  },
  sourcehut: {
    blob: atRef('file'),
    commit,
    log: atRef('commits'),
    refs: named('tag', 'tags'),
    tree: item,
  },
};

/**
 * Reads the segments behind a repository.
 * @param slash Whether the path ends with a slash, as paths of directories do.
 * @param fragment Without `#`; a line in it makes a path a file's.
 */
export function readForgePath(
  forge: Forge,
  segments: readonly string[],
  slash: boolean,
  fragment: string,
): Detail {
  const [route, ...args] = segments;
  if (route === undefined) return detail('repository');
  const routes = ROUTES[forge];
  const read = Object.hasOwn(routes, route) ? routes[route] : undefined;
  return read ? read(args, slash, fragment) : detail('other');
}

/** The lines a fragment names: `L10`, `L10-L20`, `L10C2-L20C5`, `L10-20` (GitLab), `lines-10:20` (Bitbucket). */
export function readLines(fragment: string): readonly [first: number, last: number] | undefined {
  const match = /^(?:L|lines-)(\d{1,9})(?:C\d+)?(?:[-:]L?(\d{1,9})(?:C\d+)?)?$/.exec(fragment);
  if (!match) return undefined;
  const first = Number(match[1]);
  const last = Number(match[2] ?? first);
  return first <= last ? [first, last] : [last, first];
}
