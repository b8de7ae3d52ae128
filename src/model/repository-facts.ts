/** Facts that a card can show and a source can be named for. */
export type FactName =
  'description' | 'language' | 'stars' | 'licence' | 'archived' | 'movedTo' | 'continuedIn' | 'defaultBranch';

/**
 * What is known of a repository. What is not known is absent: nothing is made up for it, and nothing is shown.
 */
export interface RepositoryFacts {
  /** Canonical URL of the repository the facts are about, as links name it: `https://github.com/dotnet/coreclr`. */
  readonly url: string;
  /** Plain text, a sentence. Empty where the repository is known to have none. */
  readonly description?: string;
  /** Main programming language, as the forge calls it. */
  readonly language?: string;
  /** A whole number, 0 or more. */
  readonly stars?: number;
  /** SPDX identifier such as `MIT`, or the licence's name. */
  readonly licence?: string;
  /** Whether the repository is read-only. */
  readonly archived?: boolean;
  /** URL of what the repository is called now, where its forge redirects to. */
  readonly movedTo?: string;
  /** URL of the repository in which the work goes on, as its people say. No forge's API tells it: it is written by hand. */
  readonly continuedIn?: string;
  readonly defaultBranch?: string;
  /** When the facts were true: a date (`2026-11-12`), or a date and time in UTC. */
  readonly fetchedAt?: string;
  /** URL of what says so. */
  readonly source?: string;
  /** Source and date of single facts, where they are others than those above. */
  readonly sources?: Readonly<Partial<Record<FactName, FactSource>>>;
}

/** What says so, and when it did. */
export interface FactSource {
  readonly source: string;
  /** A date, or a date and time in UTC. */
  readonly fetchedAt?: string;
}

/** Facts about many repositories: what `doc-elements repos` writes and pages read. */
export interface RepositorySnapshot {
  readonly repositories: readonly RepositoryFacts[];
}

/** The type of the script element in which a prerendered page has its snapshot: no source of the page, and nothing that runs. */
export const SNAPSHOT_TYPE = 'application/doc-repos+json';

/** What one repository is known by, however its URL is written: scheme, case, `www.`, `.git` and a slash at the end do not count. */
export const repositoryKey = (url: string): string =>
  url
    .toLowerCase()
    .replace(/^(?:https?:)?\/\/(?:www\.)?/, '')
    .replace(/(?:\.git|(?<!\/))\/*$/, '');

/** Facts by {@link repositoryKey}, for a snapshot that many links look into. */
export const indexFacts = (snapshot: RepositorySnapshot): ReadonlyMap<string, RepositoryFacts> =>
  new Map(snapshot.repositories.map((facts) => [repositoryKey(facts.url), facts]));

/** Snapshots that were looked into: a page may ask for each of thousands. */
const indexes = new WeakMap<RepositorySnapshot, ReturnType<typeof indexFacts>>();

/** What a snapshot says of the repository at `url`. */
export const findFacts = (snapshot: RepositorySnapshot, url: string): RepositoryFacts | undefined => {
  const index = indexes.get(snapshot) ?? indexFacts(snapshot);
  indexes.set(snapshot, index);
  return index.get(repositoryKey(url));
};

/**
 * Two accounts of one repository as one: the newer wins fact by fact, and what it does not speak of stays as the older
 * has it. An account without a date is the oldest.
 */
export function mergeFacts(a: RepositoryFacts, b: RepositoryFacts | undefined): RepositoryFacts {
  if (!b) return a;
  const [older, newer] = timeOf(a) <= timeOf(b) ? [a, b] : [b, a];
  // A source named for a fact that has a newer value now would be wrong.
  const sources = Object.fromEntries(
    Object.entries(older.sources ?? {}).filter(([name]) => !Object.hasOwn(newer, name)),
  );
  const kept = { ...sources, ...newer.sources };
  const merged: Record<string, unknown> = { ...older, ...newer, url: a.url, sources: kept };
  if (Object.keys(kept).length === 0) delete merged['sources'];
  return merged as unknown as RepositoryFacts;
}

const timeOf = ({ fetchedAt }: RepositoryFacts): number => {
  const time = fetchedAt === undefined ? NaN : Date.parse(fetchedAt);
  return Number.isNaN(time) ? -Infinity : time;
};
