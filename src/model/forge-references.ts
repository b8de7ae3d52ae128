import { parseRepository, type Forge, type ForgeHosts, type RepositoryLink } from './repository.js';

/** What a short reference in a text means, as the URL of it on the forge of a repository. */
export interface ForgeReferences {
  /** The page of a user or organisation; `undefined` where the forge has none at that place. */
  readonly user: (name: string) => string | undefined;
  /** An issue of the repository, or of another on the same forge, by `owner/name`; pull requests lead on from there. */
  readonly issue: (number: string, repository?: string) => string | undefined;
  readonly commit: (hash: string, repository?: string) => string | undefined;
}

const SHORTHAND = /^([\w.-]+\/[\w.-]+)(?:@[^\s@]+)?$/;

const ISSUES: Readonly<Partial<Record<Forge, string>>> = {
  github: 'issues',
  gitlab: '-/issues',
  forgejo: 'issues',
  bitbucket: 'issues',
};

const COMMITS: Readonly<Record<Forge, string>> = {
  github: 'commit',
  gitlab: '-/commit',
  forgejo: 'commit',
  bitbucket: 'commits',
  sourcehut: 'commit',
};

/** Whose forges show users at `/name`. */
const HAS_USERS: ReadonlySet<Forge> = new Set(['github', 'gitlab', 'forgejo']);

/** References of a text about this repository: `owner/name` or `owner/name@ref` on GitHub, or a URL. `undefined` where it names none. */
export function forgeReferences(repository: string, hosts?: ForgeHosts): ForgeReferences | undefined {
  const link = parse(repository.trim(), hosts);
  if (!link) return undefined;
  const { forge, url, owner, name } = link;
  const origin = url.slice(0, -`/${owner}/${name}`.length);
  const root = (other: string | undefined): string => (other === undefined ? url : `${origin}/${other}`);
  const issues = ISSUES[forge];
  return {
    user: (user) => (HAS_USERS.has(forge) ? `${origin}/${user}` : undefined),
    issue: (number, other) => issues && `${root(other)}/${issues}/${number}`,
    commit: (hash, other) => `${root(other)}/${COMMITS[forge]}/${hash}`,
  };
}

/** References that give no more URLs once these have this many characters: `onMet` is told the first time. */
export function limitReferences(
  { user, issue, commit }: ForgeReferences,
  characters: number,
  onMet: () => void,
): ForgeReferences {
  let left = characters;
  const take = (url: string | undefined): string | undefined => {
    if (url === undefined || left < 0) return undefined;
    left -= url.length;
    if (left < 0) onMet();
    return left < 0 ? undefined : url;
  };
  return {
    user: (name) => take(user(name)),
    issue: (number, repository) => take(issue(number, repository)),
    commit: (hash, repository) => take(commit(hash, repository)),
  };
}

function parse(repository: string, hosts: ForgeHosts | undefined): RepositoryLink | undefined {
  const path = SHORTHAND.exec(repository)?.[1];
  if (path !== undefined) return parseRepository(`https://github.com/${path}`);
  return parseRepository(repository, hosts) ?? parseRepository(repository.replace(/@[^/@]+$/, ''), hosts);
}
