import type { Labels } from '../../model/labels.js';
import type { RepositoryLink } from '../../model/repository.js';
import type { UrlUse } from '../../model/url.js';
import type { Reference } from '../../model/inventory.js';
import type { Place, Problem } from '../../model/problem.js';
import type { Emoji } from '../shortcodes.js';

/** Takes what a page refers to as it is compiled, with its place. */
export interface Collector {
  refer(reference: Reference): void;
  /** A piece of the author's own HTML as it was written; `placeOf` tells the place of an offset in it. */
  html(html: string, placeOf: (offset: number) => Place): void;
}

/** What rendering asks of the page around it. */
export interface RenderContext {
  readonly collector?: Collector | undefined;
  /** The URL that the page should hold for the one its author wrote. Asked about safe URLs only. */
  resolveUrl(url: string, use: UrlUse): string;
  /** What a link, as its author wrote it, leads to, where it is to get the looks of a repository link. */
  repositoryOf(url: string): RepositoryLink | undefined;
  /**
   * The author's HTML as it should stand in the page, its URLs resolved. GitHub's tag filter has been applied.
   * `block` tells a block of HTML from a tag inside a paragraph, which comes alone.
   */
  rewriteHtml(html: string, block: boolean): string;
  /** Emoji by their names, for `:name:`; absent where there are none to write. */
  readonly emoji?: Emoji | undefined;
  /** A text as HTML in which `@name`, `#12` and hashes of commits are links; absent where they are text. */
  readonly linkReferences?: ((text: string) => string) | undefined;
  /** The HTML of a block or line that holds the author's own, with its links to repositories as Markdown's are. */
  wrapLinks(html: string): string;
  /** The words to write. Default English. */
  readonly labels?: Labels;
  /** Takes what is wrong with the text, with its line as the caller of the compiler counts lines. */
  report(problem: Problem): void;
}
