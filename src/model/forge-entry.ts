import type { Problem } from './problem.js';
import type { RepositoryFacts } from './repository-facts.js';
import { readFacts } from './repository-snapshot.js';

/** What a browser remembers of a repository it asked about. */
export interface ForgeEntry {
  /** Absent where the forge does not know the repository. */
  readonly facts?: RepositoryFacts;
  /** What to send along, so that an unchanged answer need not be sent again. */
  readonly etag?: string;
  /** When the forge last said so, in milliseconds since 1970. */
  readonly checkedAt: number;
}

/** `fresh`: shown, nobody is asked. `stale`: shown while the forge is asked. `expired`: not shown. */
export type Freshness = 'fresh' | 'stale' | 'expired';

const FRESH = 3_600_000;
const STALE = 30 * 86_400_000;

/** Clocks of one machine differ a little from one moment to the next. */
const TOLERANCE = 60_000;

/** How much an entry still counts. One from the future tells that the clock has jumped: it is as good as it was, but asked about again. */
export function freshness({ checkedAt }: Pick<ForgeEntry, 'checkedAt'>, now: number): Freshness {
  const age = now - checkedAt;
  if (age < -TOLERANCE) return 'stale';
  if (age < FRESH) return 'fresh';
  return age < STALE ? 'stale' : 'expired';
}

export const formatEntry = (entry: ForgeEntry): string => JSON.stringify(entry);

/** Reads what was remembered; anybody on the same site may have written it. */
export function parseEntry(text: string | null): ForgeEntry | undefined {
  if (text === null) return undefined;
  let entry: unknown;
  try {
    entry = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof entry !== 'object' || entry === null || !('checkedAt' in entry)) return undefined;
  const { checkedAt } = entry;
  if (typeof checkedAt !== 'number' || !Number.isFinite(checkedAt)) return undefined;
  const problems: Problem[] = [];
  const facts = 'facts' in entry ? readFacts(entry.facts, '', problems) : undefined;
  const etag = 'etag' in entry && typeof entry.etag === 'string' ? entry.etag : undefined;
  return { ...(facts ? { facts } : {}), ...(etag === undefined ? {} : { etag }), checkedAt };
}
