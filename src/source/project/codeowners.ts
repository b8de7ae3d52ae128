import { fill } from '../../model/labels.js';
import { parseRepository, type Forge } from '../../model/repository.js';
import { PROJECT_WORDS } from '../../model/project-words.js';
import type { Problem } from '../../model/problem.js';
import { present, report, type PersonData, type ProjectReading } from './facts.js';

const OWNER = /^(?:@([\w.-]+(?:\/[\w.-]+)*)|([^@\s]+@[^@\s.]+\.[^@\s]+))$/;

/** GitLab: a section of the file, with owners of what in it names none. */
const SECTION = /^\^?\[[^\]]*\](?:\[\d+\])?(.*)$/;

/** How many paths are named; the rest is in the file. */
const MAX_PATHS = 4;

/** Where the owners are at home. */
interface Home {
  readonly forge: Forge;
  readonly origin: string;
}

/**
 * Reads GitHub's, GitLab's and Forgejo's `CODEOWNERS`: who looks after what. Names lead to the forge of `repository`, or that of the
 * file's own folder or form; where it is unknown, nowhere. A mail address stands for whoever wrote it there; its
 * name is what stands before the `@`.
 */
export function readCodeowners(text: string, path = 'CODEOWNERS', repository?: string): ProjectReading {
  const problems: Problem[] = [];
  const owners = new Map<string, string[]>();
  let section: string[] = [];
  let hasSections = false;
  for (const [index, raw] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const line = raw.replace(/(?:^|\s)#.*$/, '').trim();
    if (line === '') continue;
    const header = SECTION.exec(line);
    if (header) {
      hasSections = true;
      section = (header[1] ?? '').split(/\s+/).filter(Boolean);
      continue;
    }
    const [pattern = '', ...named] = line.replace(/\\ /g, '\0').split(/\s+/);
    for (const owner of named.length > 0 ? named : section) {
      if (OWNER.test(owner)) owners.set(owner, [...(owners.get(owner) ?? []), pattern.replaceAll('\0', ' ')]);
      else
        problems.push({
          code: 'data-type',
          severity: 'warning',
          message: `“${owner}” is no owner: write @name, @organisation/team or a mail address.`,
          place: { line: index + 1 },
        });
    }
  }
  if (owners.size === 0 && problems.length === 0)
    report(problems, 'data-type', 'No line of the file names an owner.');
  const home = homeOf(path, repository, hasSections);
  return { facts: { people: [...owners].map(([owner, paths]) => personOf(owner, paths, home)) }, problems };
}

function homeOf(path: string, repository: string | undefined, hasSections: boolean): Home | undefined {
  const [, folder] = /^(?:\.\/)?\.(github|gitlab)\//.exec(path) ?? [];
  const link = repository === undefined ? undefined : parseRepository(repository);
  if (link && (folder === undefined || folder === link.forge))
    return { forge: link.forge, origin: /^https?:\/\/[^/]+/.exec(link.url)?.[0] ?? '' };
  if (folder === 'gitlab' || (hasSections && repository === undefined))
    return { forge: 'gitlab', origin: 'https://gitlab.com' };
  return folder === 'github' || repository === undefined
    ? { forge: 'github', origin: 'https://github.com' }
    : undefined;
}

/** The page of a user, a group or a team. */
function pageOf(name: string, { forge, origin }: Home): string | undefined {
  const [owner = '', team] = name.split('/');
  switch (forge) {
    case 'gitlab':
      return `${origin}/${name}`;
    case 'github':
      return team === undefined ? `${origin}/${owner}` : `${origin}/orgs/${owner}/teams/${team}`;
    case 'forgejo':
      return team === undefined ? `${origin}/${owner}` : `${origin}/org/${owner}/teams/${team}`;
    default:
      return undefined;
  }
}

function personOf(owner: string, paths: readonly string[], home: Home | undefined): PersonData {
  const [, name = owner, mail] = OWNER.exec(owner) ?? [];
  const role = paths.includes('*')
    ? PROJECT_WORDS.roles.owner
    : fill(PROJECT_WORDS.roles.ownerOf, {
        paths: paths.slice(0, MAX_PATHS).join(', ') + (paths.length > MAX_PATHS ? ', …' : ''),
      });
  if (mail !== undefined)
    return present<PersonData>({ name: mail.split('@')[0] ?? mail, url: `mailto:${mail}`, role });
  return present<PersonData>({ name, url: home && pageOf(name, home), role });
}
