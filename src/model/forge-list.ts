import type { Forge, ForgeHosts } from './repository.js';

/** What forges are called by the people who run one. */
const NAMES: Readonly<Record<string, Forge>> = {
  github: 'github',
  gitlab: 'gitlab',
  forgejo: 'forgejo',
  gitea: 'forgejo',
  bitbucket: 'bitbucket',
  sourcehut: 'sourcehut',
};

/** Lists that were read, since many links of a page have the same. */
const read = new Map<string, ForgeHosts>();

/**
 * Reads hosts with their forges, as attributes hold them: `git.example.org=gitea code.example.org:3000=gitlab`,
 * with blanks or commas between them. What names no known forge is left out.
 */
export function parseForges(text: string): ForgeHosts {
  const known = read.get(text);
  if (known) return known;
  const hosts: Record<string, Forge> = {};
  for (const entry of text.toLowerCase().split(/[\s,]+/)) {
    const [host = '', name = ''] = entry.split('=');
    const forge = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
    if (host && forge) hosts[host] = forge;
  }
  read.set(text, hosts);
  return hosts;
}

/** Hosts with their forges, given either way. */
export const readForges = (forges: ForgeHosts | string | undefined): ForgeHosts | undefined =>
  typeof forges === 'string' ? parseForges(forges) : forges;

/** The same as an attribute holds it. */
export const formatForges = (forges: ForgeHosts | string): string =>
  typeof forges === 'string'
    ? forges
    : Object.entries(forges)
        .map(([host, forge]) => `${host}=${forge}`)
        .join(' ');
