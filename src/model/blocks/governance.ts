import { LABEL, LINK, list, MARKDOWN, optional, record } from '../schema.js';
import { REFERENCE } from './links.js';

/** A group that decides something. */
export const BODY = record(
  'a body',
  {
    /** What it is called: `Steering committee`. */
    name: LABEL,
    /** Its own page. */
    url: optional(LINK),
    /** What it decides, and how; Markdown. */
    description: optional(MARKDOWN),
    /** Names of its members. */
    members: optional(list('a list of names', LABEL)),
  },
  { title: 'name', href: 'url', people: 'members', text: 'description' },
);

/** How a project decides, and who. */
export const GOVERNANCE = {
  /** How decisions are made; Markdown. */
  text: optional(MARKDOWN),
  /** Who makes them. */
  bodies: optional(list('a list of bodies', BODY)),
  /** The rules in full: charter, code of conduct, how to propose a change. */
  documents: optional(list('a list of links', REFERENCE)),
};
