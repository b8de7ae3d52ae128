import { DATE, IMAGE, LABEL, LINK, list, MARKDOWN, optional, record, TEXT } from '../schema.js';
import { REFERENCE } from './links.js';

/** Somebody who pays for the work, or gives it something of worth. */
export const SPONSOR = record(
  'a sponsor',
  {
    /** Name of the company, foundation or person. */
    name: LABEL,
    /** Their site. */
    url: optional(LINK),
    /** The level of their support, such as `Gold`. */
    tier: optional(TEXT),
    /** Their logo. It is loaded only where the host allows it; until then the name stands for it. */
    logo: optional(IMAGE),
    /** What they give; Markdown. */
    description: optional(MARKDOWN),
    /** Since when. */
    from: optional(DATE),
    /** Until when. */
    to: optional(DATE),
  },
  {
    title: 'name',
    href: 'url',
    website: 'url',
    level: 'tier',
    image: 'logo',
    avatar: 'logo',
    since: 'from',
    until: 'to',
  },
);

/** Who supports a project, and how one can. */
export const SPONSORS = {
  /** In the order in which they are shown. */
  sponsors: optional(list('a list of sponsors', SPONSOR)),
  /** Where one can become one of them. */
  ways: optional(list('a list of links', REFERENCE)),
};
