import type { Problem } from './problem.js';
import type { FactName, FactSource, RepositoryFacts, RepositorySnapshot } from './repository-facts.js';

/** A snapshot as far as it could be read. */
export interface ReadSnapshot {
  readonly snapshot: RepositorySnapshot;
  /** What is wrong with the rest, in the order of the file. */
  readonly problems: readonly Problem[];
}

/** More than any page links to; what is behind is left out. */
const MAX_REPOSITORIES = 10_000;

/** As long as a forge lets a description be, and then some. */
const MAX_TEXT = 1_000;

/** As many faults are told one by one. */
const MAX_PROBLEMS = 100;

/**
 * Reads a snapshot out of what a file or a script holds, its JSON text or the value. Never throws: what is wrong is
 * told and left out, all else is kept.
 */
export function readSnapshot(input: unknown): ReadSnapshot {
  const problems: Problem[] = [];
  const data = typeof input === 'string' ? parse(input, problems) : input;
  if (data === undefined) return { snapshot: { repositories: [] }, problems };
  const list = isRecord(data) ? data['repositories'] : undefined;
  if (!Array.isArray(list)) {
    report(
      problems,
      '',
      'A snapshot of repositories is an object with a list: {"repositories": [{"url": "…"}]}.',
    );
    return { snapshot: { repositories: [] }, problems };
  }
  if (list.length > MAX_REPOSITORIES)
    report(
      problems,
      'repositories',
      `Of ${list.length} repositories the first ${MAX_REPOSITORIES} are read; split the file.`,
    );
  const repositories: RepositoryFacts[] = [];
  for (const [index, entry] of list.slice(0, MAX_REPOSITORIES).entries()) {
    const facts = readFacts(entry, `repositories[${index}]`, problems);
    if (facts) repositories.push(facts);
  }
  return { snapshot: { repositories }, problems };
}

/**
 * Reads the facts of one repository, such as the `.data` of a card. `undefined` where they do not say of which.
 * `path` is where they stand, for the problems.
 */
export function readFacts(entry: unknown, path: string, problems: Problem[]): RepositoryFacts | undefined {
  if (!isRecord(entry)) {
    report(problems, path, 'A repository is an object with a url.');
    return undefined;
  }
  const url = entry['url'];
  if (!isWebUrl(url)) {
    report(problems, join(path, 'url'), 'A repository needs the URL it is at, with https:// at the front.');
    return undefined;
  }
  const facts: Record<string, unknown> = { url };
  for (const [name, value] of Object.entries(entry)) {
    if (name === 'url' || value === undefined || value === null) continue;
    const field = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
    if (!field) {
      report(
        problems,
        join(path, name),
        `A repository has no field ${name}; known are ${Object.keys(FIELDS).join(', ')}.`,
        'data-unknown-key',
      );
      continue;
    }
    const read = field.read(value);
    if (read === undefined) report(problems, join(path, name), `${name} is ${field.expects}.`);
    else facts[name] = read;
  }
  return facts as unknown as RepositoryFacts;
}

interface Field {
  readonly read: (value: unknown) => unknown;
  /** The rest of "x is …". */
  readonly expects: string;
}

/** Without what would end a line or hide in one. */
const readText = (value: unknown): string | undefined =>
  typeof value === 'string'
    ? value
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim()
        .slice(0, MAX_TEXT)
    : undefined;

const readUrl = (value: unknown): string | undefined => (isWebUrl(value) ? value : undefined);

const readCount = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;

const readDate = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?$/.test(value)
    ? Number.isNaN(Date.parse(value))
      ? undefined
      : value
    : undefined;

const TEXT: Field = { read: readText, expects: 'text' };
const WEB: Field = { read: readUrl, expects: 'a URL that begins with https://' };
const SWITCH: Field = {
  read: (value) => (typeof value === 'boolean' ? value : undefined),
  expects: 'true or false',
};
const DATE: Field = {
  read: readDate,
  expects: 'a date such as 2026-11-12, or a date and time such as 2026-11-12T08:30:00Z',
};

const FIELDS: Readonly<Record<string, Field>> = {
  description: TEXT,
  language: TEXT,
  stars: { read: readCount, expects: 'a whole number, 0 or more' },
  licence: TEXT,
  archived: SWITCH,
  movedTo: WEB,
  continuedIn: WEB,
  defaultBranch: TEXT,
  fetchedAt: DATE,
  source: WEB,
  sources: {
    read: readSources,
    expects: 'an object from names of facts to objects with a source and a fetchedAt',
  },
};

function readSources(value: unknown): Partial<Record<FactName, FactSource>> | undefined {
  if (!isRecord(value)) return undefined;
  const sources: Partial<Record<FactName, FactSource>> = {};
  for (const [name, entry] of Object.entries(value)) {
    const source = isRecord(entry) ? readUrl(entry['source']) : undefined;
    if (source === undefined || !Object.hasOwn(FIELDS, name)) return undefined;
    const fetchedAt = isRecord(entry) ? readDate(entry['fetchedAt']) : undefined;
    sources[name as FactName] = { source, ...(fetchedAt === undefined ? {} : { fetchedAt }) };
  }
  return sources;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isWebUrl = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 2_000 && /^https?:\/\/[^\s/?#\\@]+(?:[/?#]\S*)?$/i.test(value);

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

function parse(text: string, problems: Problem[]): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    report(problems, '', `The snapshot of repositories is not JSON: ${why}.`, 'data-not-json');
    return undefined;
  }
}

function report(
  problems: Problem[],
  path: string,
  message: string,
  code: Problem['code'] = 'data-type',
): void {
  if (problems.length >= MAX_PROBLEMS) return;
  problems.push({
    code,
    severity: code === 'data-unknown-key' ? 'warning' : 'error',
    message,
    ...(path === '' ? {} : { place: { path } }),
  });
}
