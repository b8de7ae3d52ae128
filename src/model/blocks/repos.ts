import { BOOLEAN, LABEL, LINK, list, NUMBER, optional, record, text, TEXT } from '../schema.js';

/** A repository with what is known of it, as the entries of a snapshot have it. What is not known is left out. */
export const REPOSITORY = record(
  'a repository',
  {
    /** `owner/name` on GitHub, or the URL of a repository on any forge. */
    url: text('“owner/name” on GitHub, or the URL of a repository', /^(?:[\w.-]+\/[\w.-]+|https?:\/\/\S+)$/i),
    /** What the link says, where it is not to say the repository's name. */
    title: optional(LABEL),
    /** One sentence of plain text. */
    description: optional(TEXT),
    /** Main programming language. */
    language: optional(TEXT),
    /** How many people starred it. */
    stars: optional(NUMBER),
    /** SPDX identifier, such as `MIT`, or the licence's name. */
    licence: optional(TEXT),
    /** Whether it is read-only. */
    archived: optional(BOOLEAN),
    /** What it is called now: a URL. */
    movedTo: optional(LINK),
    /** Where the work goes on, as its people say: a URL. */
    continuedIn: optional(LINK),
    /** The branch that is shown first. */
    defaultBranch: optional(TEXT),
    /** When these facts were true: a day, or a day and time in UTC. */
    fetchedAt: optional(
      text(
        'a date such as “2026-11-12”, with or without a time in UTC',
        /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z)?$/,
      ),
    ),
    /** What says so: a URL. */
    source: optional(LINK),
  },
  {
    name: 'title',
    repo: 'url',
    href: 'url',
    repository: 'url',
    license: 'licence',
    moved: 'movedTo',
    asOf: 'fetchedAt',
    checked: 'fetchedAt',
    date: 'fetchedAt',
  },
);

/** Repositories of a project, as cards. */
export const REPOS = {
  /** In the order in which they are shown. */
  repos: list('a list of repositories', REPOSITORY),
};
