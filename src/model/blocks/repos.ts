import { BOOLEAN, DATE, LABEL, LINK, list, NUMBER, optional, record, text, TEXT } from '../schema.js';

/** A repository with what is known of it. What is not known is left out. */
export const REPOSITORY = record(
  'a repository',
  {
    /** `owner/name` on GitHub, or the URL of a repository on any forge. */
    repo: text(
      '“owner/name” on GitHub, or the URL of a repository',
      /^(?:[\w.-]+\/[\w.-]+|(?:https?:)?\/\/\S+)$/i,
    ),
    /** What it is called, where that is more than its path. */
    title: optional(LABEL),
    /** One sentence of plain text. */
    description: optional(TEXT),
    /** Main programming language. */
    language: optional(TEXT),
    /** SPDX expression, such as `MIT`. */
    licence: optional(TEXT),
    /** Whether it is archived: read-only on its forge. */
    archived: optional(BOOLEAN),
    /** Where the work went on, for one that moved: a URL. */
    movedTo: optional(LINK),
    /** How many people starred it, on the day of `checked`. */
    stars: optional(NUMBER),
    /** The day on which these facts were true. */
    checked: optional(DATE),
  },
  {
    name: 'title',
    url: 'repo',
    href: 'repo',
    repository: 'repo',
    license: 'licence',
    moved: 'movedTo',
    asOf: 'checked',
    fetchedAt: 'checked',
  },
);

/** Repositories of a project, as cards. */
export const REPOS = {
  /** In the order in which they are shown. */
  repos: list('a list of repositories', REPOSITORY),
};
