import { choice, DATE, IMAGE, LABEL, LINK, list, MARKDOWN, optional, record, TEXT } from '../schema.js';
import { REFERENCE } from './links.js';

/** Somebody who takes part. */
export const PERSON = record(
  'a person',
  {
    /** The name they go by. */
    name: LABEL,
    /** Their own page or profile. */
    url: optional(LINK),
    /** What they do here, such as `Maintainer` or `Docs, translations`. */
    role: optional(TEXT),
    /** `active`, which goes without saying, or `emeritus`: they have stepped back. */
    status: optional(choice('active', 'emeritus')),
    /** Where they work or whom they stand for. */
    affiliation: optional(TEXT),
    /** Their picture, square. It is loaded only where the host allows it; until then initials stand in its place. */
    avatar: optional(IMAGE),
    /** Since when they take part. */
    from: optional(DATE),
    /** Until when they took part. */
    to: optional(DATE),
    /** What else to know of them; Markdown. */
    about: optional(MARKDOWN),
    /** Other places where they are. */
    links: optional(list('a list of links', REFERENCE)),
  },
  {
    title: 'role',
    website: 'url',
    homepage: 'url',
    href: 'url',
    image: 'avatar',
    picture: 'avatar',
    company: 'affiliation',
    organization: 'affiliation',
    since: 'from',
    until: 'to',
    bio: 'about',
    description: 'about',
  },
);

/** The people of a project: its team, its contributors, those who have stepped back. */
export const PEOPLE = {
  /** In the order in which they are shown. */
  people: list('a list of people', PERSON),
};
