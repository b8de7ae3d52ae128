import type { Place } from './problem.js';
import type { UrlUse } from './url.js';

/** A URL in a page, as its author wrote it; those that a page may not use are not among them. */
export interface Reference {
  readonly url: string;
  readonly use: UrlUse;
  readonly place: Place;
  /** Whether an image has the text that stands for it; absent for links and for what needs none. */
  readonly described?: boolean;
}

/** An id, or the name of an anchor, that the author wrote on an element of their own HTML other than a heading. */
export interface Anchor {
  readonly id: string;
  readonly place: Place;
}

/** What a page refers to and can be referred to by, beside its headings; each in the order of the source. */
export interface Inventory {
  readonly references: readonly Reference[];
  readonly anchors: readonly Anchor[];
}
