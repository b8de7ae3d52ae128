import type { HeadingLevel } from './page.js';
import type { UrlUse } from './url.js';

/** How a source is read and compiled. Every field has a default; the same options give the same text everywhere. */
export interface PageOptions {
  /** What relative URLs resolve against: an absolute URL, or a root-relative path such as `/docs/`. By default they stay as written. */
  readonly base?: string;
  /** `owner/name` or `owner/name@ref` on GitHub, or the URL of a repository elsewhere: relative links lead to its files, relative images load from them. Ignored where `base` is given. */
  readonly repo?: string;
  /**
   * Is asked about each URL of the source before `base` and `repo` are: the URL to hold instead, or `undefined` to leave
   * it to them. An answer that a page may not use, such as a `javascript:` URL, counts as none.
   */
  readonly rewriteUrl?: (url: string, use: UrlUse) => string | undefined;
  /** Replaces the page's title. Plain text; the empty string removes the title. */
  readonly title?: string;
  /** Level of the page's title, `1` by default; sections start one below it. */
  readonly headingLevel?: HeadingLevel;
  /** Whether headings get permalinks. Default `true`. */
  readonly headingLinks?: boolean;
  /** `auto` (default) wraps links to repositories in `<repo-link>`; `none` leaves them plain. */
  readonly repoLinks?: 'auto' | 'none';
  /** `auto` (default) writes a table of contents where the page has two headings or more; `none` never. */
  readonly toc?: 'auto' | 'none';
  /** Highest heading level (as rendered) in the table of contents. Default `2`. */
  readonly tocMinLevel?: HeadingLevel;
  /** Lowest heading level (as rendered) in the table of contents. Default `3`. */
  readonly tocMaxLevel?: HeadingLevel;
  /** Whose rule makes ids from headings. Default `github`. */
  readonly slugs?: SlugDialect;
}

/** Rules that make an id from a heading: GitHub's, kramdown's as Jekyll sites have it, or Docusaurus's, which is GitHub's. */
export type SlugDialect = 'github' | 'kramdown' | 'docusaurus';
