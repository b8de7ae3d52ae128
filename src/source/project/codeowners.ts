import { fill } from '../../model/labels.js';
import { PROJECT_WORDS } from '../../model/project-words.js';
import type { Problem } from '../../model/problem.js';
import { present, report, type PersonData, type ProjectReading } from './facts.js';

const OWNER = /^(?:@([\w.-]+)(?:\/([\w.-]+))?|([^@\s]+@[^@\s]+\.[^@\s]+))$/;

/** How many paths are named; the rest is in the file. */
const MAX_PATHS = 4;

/**
 * Reads GitHub's and GitLab's `CODEOWNERS`: who looks after what. A mail address stands for whoever wrote it there; its
 * name is what stands before the `@`.
 */
export function readCodeowners(text: string): ProjectReading {
  const problems: Problem[] = [];
  const owners = new Map<string, string[]>();
  let section: string[] = [];
  for (const [index, raw] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const line = raw.replace(/(?:^|\s)#.*$/, '').trim();
    if (line === '') continue;
    const header = /^\^?\[[^\]]*\](?:\[\d+\])?\s*(.*)$/.exec(line);
    if (header) {
      // GitLab: owners of a section own what in it names none.
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
  return { facts: { people: [...owners].map(([owner, paths]) => personOf(owner, paths)) }, problems };
}

function personOf(owner: string, paths: readonly string[]): PersonData {
  const [, name, team, mail] = OWNER.exec(owner) ?? [];
  const role = paths.includes('*')
    ? PROJECT_WORDS.roles.owner
    : fill(PROJECT_WORDS.roles.ownerOf, {
        paths: paths.slice(0, MAX_PATHS).join(', ') + (paths.length > MAX_PATHS ? ', …' : ''),
      });
  if (mail !== undefined)
    return present<PersonData>({ name: mail.split('@')[0] ?? mail, url: `mailto:${mail}`, role });
  const url =
    team === undefined
      ? `https://github.com/${name ?? ''}`
      : `https://github.com/orgs/${name ?? ''}/teams/${team}`;
  return { name: team === undefined ? (name ?? owner) : `${name ?? ''}/${team}`, url, role };
}
