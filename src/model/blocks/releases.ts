import { BOOLEAN, DATE, LABEL, LINK, list, MARKDOWN, optional, record, TEXT } from '../schema.js';

/** A release. */
export const RELEASE = record(
  'a release',
  {
    /** In quotes where it looks like a number. */
    version: LABEL,
    /** When it came out, or is planned to. */
    date: optional(DATE),
    /** What it is called beside its number. */
    name: optional(TEXT),
    /** Its own page. */
    url: optional(LINK),
    /** Whether it is not yet for everybody. */
    prerelease: optional(BOOLEAN),
    /** Until when it is supported. */
    supported: optional(DATE),
    /** What is new; Markdown. */
    notes: optional(MARKDOWN),
  },
  {
    tag: 'version',
    title: 'name',
    published: 'date',
    href: 'url',
    eol: 'supported',
    text: 'notes',
    description: 'notes',
  },
);

/** Releases, usually the newest first. */
export const RELEASES = {
  /** In the order in which they are shown. */
  releases: list('a list of releases', RELEASE),
};
