import { DATE, LABEL, LINK, list, MARKDOWN, optional, record, text, TEXT } from '../schema.js';

/** An author of what is cited. */
export const AUTHOR = record(
  'an author',
  {
    /** As it stands in a citation. */
    name: LABEL,
    /** ORCID iD, without its address: `0000-0002-1825-0097`. */
    orcid: optional(text('an ORCID iD such as “0000-0002-1825-0097”', /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/)),
    /** Where they work. */
    affiliation: optional(TEXT),
  },
  { id: 'orcid', organization: 'affiliation' },
);

/** What to cite, and how. */
export const CITING = {
  /** What is cited. */
  title: LABEL,
  /** In the order in which they are cited. */
  authors: list('a list of authors', AUTHOR),
  /** When it was published. */
  date: optional(DATE),
  /** The version that is cited. In quotes where it looks like a number. */
  version: optional(TEXT),
  /** Digital object identifier, without its address: `10.5281/zenodo.1234`. */
  doi: optional(text('a DOI such as “10.5281/zenodo.1234”', /^10\.\d{4,9}\/\S+$/)),
  /** Where it is. */
  url: optional(LINK),
  /** What else to know, such as which paper to cite beside it; Markdown. */
  text: optional(MARKDOWN),
  /** The same as BibTeX, to copy. */
  bibtex: optional(LABEL),
};
