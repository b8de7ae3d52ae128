/**
 * The names that compiled HTML, style sheets and elements agree on. Where GitHub's own HTML has a name for
 * a thing, it is that name, so that a host's style sheet for Markdown fits.
 */

/** Marks what stands in the light DOM without the author having written it: copying and reading back leave it out. */
export const CHROME_ATTRIBUTE = 'data-doc-chrome';

/** What GitHub puts before the ids of a rendered file; links may carry it, and so may ids. */
export const ID_PREFIX = 'user-content-';

/**
 * On a page with content: the reading modes of browsers look for an element named like this around the text, and take
 * the longest section for the whole where there is none (`REGEXPS.positive` of Mozilla's Readability).
 */
export const PAGE_CLASS = 'doc-page';

/** What stands above the text: logos and badges before the title, and the title. Slotted as `header`. */
export const HEADER_CLASS = 'doc-header';

/** What stands between the title and the first section. */
export const LEAD_CLASS = 'doc-lead';

/**
 * A heading with its permalink beside it, so that the heading's accessible name stays its text. An `hgroup`, because the
 * reading modes of browsers drop a `div` that holds nothing but a heading.
 */
export const HEADING_CLASS = 'markdown-heading';

/** The permalink of a heading. */
export const PERMALINK_CLASS = 'heading-anchor';

/** On a permalink whose address has just been copied. */
export const COPIED_ATTRIBUTE = 'data-copied';

/** The page's notes. */
export const FOOTNOTES_CLASS = 'footnotes';

/** Id of the heading over the notes, which each reference names as its description. */
export const FOOTNOTES_LABEL_ID = 'footnote-label';

/**
 * A block of data; it also has `doc-block-` and its kind. In it `doc-` and the name of a field mark what holds the field's
 * value, and {@link ITEM_CLASS} each item of a list and each object in one: by these a block can be read back.
 */
export const BLOCK_CLASS = 'doc-block';

/** An item of a list in a block of data. */
export const ITEM_CLASS = 'doc-item';

/** On a table of contents whose inner lists show only where the reader is. */
export const COLLAPSE_ATTRIBUTE = 'collapse';

/** A line of code that something is said about: on `span`, `mark`, `ins` or `del`. */
export const LINE_CLASS = 'line';

/** Code with more lines than this begins folded. */
export const FOLDED_LINES = 60;

/** Code with its chrome; inside another one it is one of its tabs. */
export const CODE_SELECTOR = 'doc-code';
