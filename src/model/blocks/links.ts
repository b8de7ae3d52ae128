import { DATE, LABEL, LANGUAGE, LINK, list, MARKDOWN, optional, record, TEXT } from '../schema.js';

/** A page elsewhere, by its title. */
export const REFERENCE = record(
  'a link',
  {
    /** What the link is called. */
    title: LABEL,
    /** Where it leads. */
    url: LINK,
  },
  { name: 'title', label: 'title', text: 'title', href: 'url', link: 'url' },
);

/** A recommended page elsewhere. */
export const LINK_ENTRY = record(
  'a link',
  {
    /** What the page is called. */
    title: LABEL,
    /** Where it is. */
    url: LINK,
    /** What one finds there; Markdown. */
    description: optional(MARKDOWN),
    /** Who published it: an author, a site, a book. */
    source: optional(TEXT),
    /** When it was published. */
    date: optional(DATE),
    /** Language of the page, where it is another than that of the text around it: a BCP 47 tag. */
    lang: optional(LANGUAGE),
  },
  {
    name: 'title',
    label: 'title',
    text: 'description',
    href: 'url',
    link: 'url',
    author: 'source',
    publisher: 'source',
  },
);

/** Further reading: pages elsewhere, with what one finds there. */
export const LINKS = {
  /** In the order in which they are shown. */
  links: list('a list of links', LINK_ENTRY),
};
