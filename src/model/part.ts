/**
 * A compiled page is a tree of parts: an element with its own HTML first and its child parts after it.
 * A server joins them into one text; a browser sets them one by one and leaves the unchanged ones alone.
 */
export interface Part {
  /** Tells siblings apart across renders: a section's id, or the part's role. Unique among siblings. */
  readonly key: string;
  readonly tag: 'div' | 'section' | 'doc-section' | 'doc-toc';
  readonly attributes: Readonly<Record<string, string>>;
  /** The part's own content; untrusted where the page holds the author's HTML. */
  readonly html: string;
  /** Whether the author's own HTML is in `html`. */
  readonly rawHtml: boolean;
  /** Whether all that is in it of the author's own HTML has passed a sanitizer. */
  readonly sanitized?: boolean;
  readonly parts: readonly Part[];
}
