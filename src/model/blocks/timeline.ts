import { DATE, LABEL, LINK, list, MARKDOWN, optional, record } from '../schema.js';

/** Something that happened, or is to happen. */
export const EVENT = record(
  'an event',
  {
    /** When it happened or began. */
    date: DATE,
    /** When it ended, for one that lasted. */
    to: optional(DATE),
    /** What happened, in a few words. */
    title: LABEL,
    /** Where to read more. */
    url: optional(LINK),
    /** More about it; Markdown. */
    text: optional(MARKDOWN),
  },
  {
    name: 'title',
    label: 'title',
    when: 'date',
    year: 'date',
    from: 'date',
    until: 'to',
    description: 'text',
    href: 'url',
  },
);

/** History, or what is planned: events in their order. */
export const TIMELINE = {
  /** In the order in which they are shown. */
  events: list('a list of events', EVENT),
};
