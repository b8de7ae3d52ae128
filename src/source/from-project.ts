import { escapeMarkdown, guardParagraph } from '../model/escape-markdown.js';
import type { AnyBlockData, PageData, SectionData } from '../model/page-data.js';
import type { Problem } from '../model/problem.js';
import { PROJECT_WORDS } from '../model/project-words.js';
import { withoutTrailingSlashes } from '../model/trailing-slashes.js';
import { readPageData } from './page-data.js';
import { readAllContributors } from './project/all-contributors.js';
import { readCitationCff } from './project/citation-cff.js';
import { readCodemetaJson } from './project/codemeta-json.js';
import { readCodeowners } from './project/codeowners.js';
import type { PersonData, ProjectFacts, ProjectReading } from './project/facts.js';
import { readFundingYml } from './project/funding-yml.js';
import { readLicenceFile } from './project/licence-file.js';
import { readPackageJson } from './project/package-json.js';

/** Something wrong with a file of a project. */
export interface ProjectProblem extends Problem {
  /** The file, by its key in what was given. */
  readonly file: string;
}

/** Page data made from files of a project. */
export interface ProjectPage {
  readonly data: PageData;
  /** File by file, in the order of {@link PROJECT_FILES}. */
  readonly problems: readonly ProjectProblem[];
}

/** Reads a file at a path of a project, whose repository files before it may have named. */
type Reader = (text: string, path: string, repository?: string) => ProjectReading | Promise<ProjectReading>;

/** In the order in which they are believed: where two say the same thing, the first counts. */
const READERS: readonly (readonly [path: RegExp, read: Reader])[] = [
  [/^package\.json$/, readPackageJson],
  [/^codemeta\.json$/, readCodemetaJson],
  [/^CITATION\.cff$/i, readCitationCff],
  [/^\.all-contributorsrc$/, readAllContributors],
  [/^(?:\.github\/|\.gitlab\/|docs\/)?CODEOWNERS$/, readCodeowners],
  [/^(?:\.github\/)?FUNDING\.ya?ml$/i, readFundingYml],
  [/^(?:LICEN[CS]E|COPYING)(?:\.(?:md|txt))?$/i, readLicenceFile],
];

/** The files that are read, by their usual paths in a repository. */
export const PROJECT_FILES: readonly string[] = [
  'package.json',
  'codemeta.json',
  'CITATION.cff',
  '.all-contributorsrc',
  'CODEOWNERS',
  '.github/CODEOWNERS',
  '.gitlab/CODEOWNERS',
  'docs/CODEOWNERS',
  '.github/FUNDING.yml',
  'FUNDING.yml',
  'LICENSE',
  'LICENSE.md',
  'LICENSE.txt',
  'LICENCE',
  'COPYING',
];

/**
 * Page data out of files that projects already have: a draft of their About page. Never rejects on bad input: what is
 * wrong in a file is reported and left out.
 *
 * @param files Texts by their paths in the repository (see {@link PROJECT_FILES}); others are ignored.
 */
export async function fromProject(files: Readonly<Record<string, string>>): Promise<ProjectPage> {
  const facts: ProjectFacts[] = [];
  const problems: ProjectProblem[] = [];
  for (const [path, read] of READERS) {
    const file = Object.keys(files).find((each) => path.test(each.replace(/^\.\//, '')));
    if (file === undefined) continue;
    const reading = await read(files[file] ?? '', file, firstOf(facts, 'repository'));
    // What page data must not hold is told of the file it came from.
    const checked = readPageData(toPageData([reading.facts]));
    const found = [...reading.problems, ...checked.problems.map(({ place: _, ...problem }) => problem)];
    problems.push(...found.map((problem) => ({ ...problem, file })));
    facts.push(reading.facts);
  }
  return { data: readPageData(toPageData(facts)).data, problems };
}

/** What the first of several files says that says it at all. */
const firstOf = <Key extends keyof ProjectFacts>(
  all: readonly ProjectFacts[],
  key: Key,
): ProjectFacts[Key] | undefined => all.find((facts) => facts[key] !== undefined)?.[key];

function toPageData(all: readonly ProjectFacts[]): PageData {
  const first = <Key extends keyof ProjectFacts>(key: Key): ProjectFacts[Key] | undefined =>
    firstOf(all, key);
  const title = first('title');
  const description = first('description');
  const home = first('home');
  const repository = first('repository');
  const site = home !== undefined && home !== repository ? [{ name: PROJECT_WORDS.home, url: home }] : [];
  const channels = distinct([...site, ...all.flatMap((facts) => facts.channels ?? [])], ({ url }) => url);
  const people = mergePeople(all.flatMap((facts) => facts.people ?? []));
  const ways = distinct(
    all.flatMap((facts) => facts.ways ?? []),
    ({ url }) => withoutTrailingSlashes(url),
  );
  const sponsors = distinct(
    all.flatMap((facts) => facts.sponsors ?? []),
    ({ name }) => name,
  );
  const licences = all.find((facts) => facts.licences?.length)?.licences ?? [];
  const citing = all.flatMap((facts) => facts.citing ?? []).sort((a, b) => richness(b) - richness(a))[0];
  const sections: SectionData[] = [];
  const add = (heading: string, shown: unknown, block: AnyBlockData): void => {
    if (shown) sections.push({ heading, blocks: [block] });
  };
  const { sections: headings } = PROJECT_WORDS;
  add(headings.repos, repository, { kind: 'repos', repos: [{ url: repository ?? '' }] });
  add(headings.channels, channels.length, { kind: 'channels', channels });
  add(headings.people, people.length, { kind: 'people', people });
  add(headings.sponsors, ways.length + sponsors.length, {
    kind: 'sponsors',
    ...(sponsors.length > 0 && { sponsors }),
    ...(ways.length > 0 && { ways }),
  });
  add(headings.licence, licences.length, { kind: 'licence', licences });
  if (citing) add(headings.citing, true, { kind: 'citing', ...citing });
  return {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description, body: guardParagraph(escapeMarkdown(description)) }),
    ...(sections.length > 0 && { sections }),
  };
}

const richness = (value: object): number => Object.keys(value).length;

function distinct<T>(items: readonly T[], key: (item: T) => string): T[] {
  const known = new Map<string, T>();
  for (const item of items) if (!known.has(key(item))) known.set(key(item), item);
  return [...known.values()];
}

/** One entry for each person: what several files say of them is put together. */
function mergePeople(people: readonly PersonData[]): PersonData[] {
  const known = new Map<string, PersonData>();
  const keyOf = ({ name, url }: PersonData): string =>
    [...known.keys()].find((key) => {
      const other = known.get(key);
      return (
        other?.name.toLowerCase() === name.toLowerCase() || (url !== undefined && sameUrl(other?.url, url))
      );
    }) ?? name;
  for (const person of people) {
    const key = keyOf(person);
    const before = known.get(key);
    const roles = distinct(
      [before?.role, person.role].flatMap((role) => role?.split(', ') ?? []),
      (role) => role,
    );
    known.set(key, { ...person, ...before, ...(roles.length > 0 && { role: roles.join(', ') }) });
  }
  return [...known.values()];
}

const sameUrl = (a: string | undefined, b: string): boolean =>
  a !== undefined && withoutTrailingSlashes(a) === withoutTrailingSlashes(b);
