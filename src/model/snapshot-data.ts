import { BOOLEAN, list, optional, record, text, TEXT, type NumberSchema } from './schema.js';

/*
 * What a snapshot of repositories holds, as its JSON Schema says it. `readSnapshot` reads it, and holds to the same; it is
 * written apart because cards read facts without the machinery of page data.
 */

const WEB = text('a URL that begins with https://', /^https?:\/\/[^\s/?#\\@]+(?:[/?#]\S*)?$/i);

const TIME = text(
  'a date such as 2026-11-12, or a date and time such as 2026-11-12T08:30:00Z',
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d))?$/,
);

const COUNT: NumberSchema = { type: 'number', expected: 'a whole number, 0 or more', isCount: true };

/** What says a fact, and when it did. */
export const FACT_SOURCE = record('the source of a fact', {
  /** What says so: a URL. */
  source: WEB,
  /** When it did: a day, or a day and time. */
  fetchedAt: optional(TIME),
});

/** The sources of single facts, where they are others than that of the rest. */
export const FACT_SOURCES = record('sources of facts', {
  /** Of the description. */
  description: optional(FACT_SOURCE),
  /** Of the language. */
  language: optional(FACT_SOURCE),
  /** Of the number of stars. */
  stars: optional(FACT_SOURCE),
  /** Of the licence. */
  licence: optional(FACT_SOURCE),
  /** Of whether it is read-only. */
  archived: optional(FACT_SOURCE),
  /** Of what it is called now. */
  movedTo: optional(FACT_SOURCE),
  /** Of where the work goes on. */
  continuedIn: optional(FACT_SOURCE),
  /** Of its default branch. */
  defaultBranch: optional(FACT_SOURCE),
});

/** A repository with what is known of it. What is not known is left out. */
export const KNOWN_REPOSITORY = record('a repository', {
  /** Canonical URL of the repository the facts are about, as links name it. */
  url: WEB,
  /** One sentence of plain text; empty where the repository is known to have none. */
  description: optional(TEXT),
  /** Main programming language, as the forge calls it. */
  language: optional(TEXT),
  /** How many people starred it. */
  stars: optional(COUNT),
  /** SPDX identifier, such as `MIT`, or the licence's name. */
  licence: optional(TEXT),
  /** Whether it is read-only. */
  archived: optional(BOOLEAN),
  /** What it is called now, where its forge redirects to: a URL. */
  movedTo: optional(WEB),
  /** Where the work goes on, as its people say: a URL. Written by hand: no forge tells it. */
  continuedIn: optional(WEB),
  /** The branch that is shown first. */
  defaultBranch: optional(TEXT),
  /** When these facts were true: a day, or a day and time. */
  fetchedAt: optional(TIME),
  /** What says so: a URL. */
  source: optional(WEB),
  /** Source and date of single facts, where they are others than those above. */
  sources: optional(FACT_SOURCES),
});

/** What is known of repositories, at a time: what `doc-elements repos` writes and cards read. */
export const SNAPSHOT = record('a snapshot of repositories', {
  /** In any order; at most 10,000. */
  repositories: list('a list of repositories', KNOWN_REPOSITORY),
});
