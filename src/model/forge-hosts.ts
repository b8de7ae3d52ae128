import type { Forge, ForgeHosts } from './repository.js';

/** Public forges. A host that is not here is found by {@link PREFIXES} or named by the host page. */
const HOSTS: ForgeHosts = {
  'github.com': 'github',
  'gitlab.com': 'gitlab',
  'framagit.org': 'gitlab',
  'invent.kde.org': 'gitlab',
  'salsa.debian.org': 'gitlab',
  'code.videolan.org': 'gitlab',
  'codeberg.org': 'forgejo',
  'code.forgejo.org': 'forgejo',
  'gitea.com': 'forgejo',
  'bitbucket.org': 'bitbucket',
  'git.sr.ht': 'sourcehut',
};

/** Names that self-hosted forges go by: gitlab.gnome.org, gitea.example.org. */
const PREFIXES: readonly (readonly [prefix: string, forge: Forge])[] = [
  ['gitlab.', 'gitlab'],
  ['forgejo.', 'forgejo'],
  ['gitea.', 'forgejo'],
];

/** The forge at `host` (lower case, without `www.`), if it is known to be one. */
export const forgeOf = (host: string, hosts: ForgeHosts): Forge | undefined =>
  own(hosts, host) ?? own(HOSTS, host) ?? PREFIXES.find(([prefix]) => host.startsWith(prefix))?.[1];

/**
 * Whether the forge at `host` is known by name, or to the host page: only such a one is asked. Anybody may have a host whose
 * name begins like that of a forge, and write a link to it.
 */
export const isNamedForge = (host: string, hosts: ForgeHosts): boolean =>
  (own(hosts, host) ?? own(HOSTS, host)) !== undefined;

const own = (hosts: ForgeHosts, host: string): Forge | undefined =>
  Object.hasOwn(hosts, host) ? hosts[host] : undefined;
