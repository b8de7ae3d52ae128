import type { Allow } from './allow.js';
import type { Translation } from './labels.js';
import type { HeadingLevel, Json } from './page.js';
import type { RepositorySnapshot } from './repository-facts.js';
import type { ForgeHosts } from './repository.js';
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
  /** `auto` (default) links `@name`, `#12`, `owner/name#12` and hashes of commits in the text to their pages on the forge, where `repo`, or `repo` in the front matter, says which; `none` leaves them text. */
  readonly references?: 'auto' | 'none';
  /** Forges on hosts of their own: `{ 'git.example.org': 'forgejo' }`, hosts in lower case with their port, or `git.example.org=gitea` as text. The public ones are known. */
  readonly forges?: ForgeHosts | string;
  /** What is known of repositories, for cards: what `doc-elements repos` writes. By default cards show what their data says. */
  readonly repos?: RepositorySnapshot;
  /** `auto` (default) writes a table of contents where the page has two headings or more; `none` never. */
  readonly toc?: 'auto' | 'none';
  /** Highest heading level (as rendered) in the table of contents. Default `2`. */
  readonly tocMinLevel?: HeadingLevel;
  /** Lowest heading level (as rendered) in the table of contents. Default `3`. */
  readonly tocMaxLevel?: HeadingLevel;
  /** Whether the table of contents shows the headings below a section only while the reader is in it. Default `false`; without script they all show. */
  readonly tocCollapse?: boolean;
  /** Whose rule makes ids from headings. Default `github`. */
  readonly slugs?: SlugDialect;
  /** Language (BCP 47) of a page that names none: the words of the library's own are in it. Default `en`. */
  readonly lang?: string;
  /** Words that replace the library's own, such as `{ toc: 'Contents' }`, in every language. */
  readonly labels?: Translation;
  /** `none` (default) shows initials and names for the avatars and logos that blocks of data name, so that no host is asked for them; `load` loads them. */
  readonly pictures?: 'none' | 'load';
  /**
   * What the author's own HTML may hold beyond the usual: elements with the attributes they may have, `*` for every
   * element. `{ 'my-map': ['lat', 'lng'], a: ['download'], '*': ['data-id'] }`, or `my-map=lat,lng a=download *=data-id` as
   * text. What could run, load, send or take something over is refused, and reported as `allow-refused`.
   */
  readonly allow?: Allow | string;
  /** Kinds of blocks of the host's own, by name; a name has a hyphen in it. */
  readonly blocks?: CustomBlocks;
}

/** Kinds of blocks of the host's own, by name. */
export type CustomBlocks = Readonly<Record<string, CustomBlockKind>>;

/** How a kind of blocks is compiled. */
export interface CustomBlockKind {
  /** HTML of a block, from its data without `kind`. It is not trusted: it passes the sanitizer like the author's own. What throws, or gives no text, shows nothing and is reported. */
  readonly toHtml: (data: Readonly<Record<string, Json>>, page: { readonly lang?: string }) => string;
}

/** Rules that make an id from a heading: GitHub's, kramdown's as Jekyll sites have it, or Docusaurus's, which is GitHub's. */
export type SlugDialect = 'github' | 'kramdown' | 'docusaurus';

/** All of them, by name. */
export const SLUG_DIALECTS: readonly SlugDialect[] = ['github', 'kramdown', 'docusaurus'];
