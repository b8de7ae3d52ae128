import { ReactiveElement, type PropertyValues } from '@lit/reactive-element';
import { optional } from '../dom/optional.js';
import type { ScrollRegions } from '../dom/scroll-regions.js';
import type { TextStream } from '../dom/streamed-text.js';
import type { Allow } from '../model/allow.js';
import { once } from '../model/once.js';
import type { CustomBlocks, SlugDialect } from '../model/options.js';
import type { PageData } from '../model/page-data.js';
import type { HeadingLevel, Page } from '../model/page.js';
import type { Problem } from '../model/problem.js';
import type { RepositorySnapshot } from '../model/repository-facts.js';
import type { MarkdownOptions, PageTexts } from '../pipeline/back.js';
import type { Shape } from '../pipeline/rendered.js';
import {
  autoLevelConverter,
  picturesConverter,
  slugsConverter,
  switchConverter,
  type Switch,
} from './converters.js';
import { property } from './property.js';
import { SourceController } from './source-controller.js';
import { hasSource } from './source.js';

const loadEnhance = once(() => import('./enhance.js'));

/** What repository links take from the page around them. */
const CONTEXT = ['forges', 'repos', 'live'] as const;

/**
 * What `doc-page` and `doc-section` have in common: a source, how it is read, and a light DOM that holds what
 * came of it. Not a tag of its own.
 *
 * @fires doc-load - The source's text has arrived and is about to be rendered; cancel it to keep the content as it is.
 * @fires doc-render - All the content of the latest source is in the document.
 * @fires doc-error - The source could not be loaded or read; cancel it to show the failure yourself.
 * @fires doc-problem - The source has problems, listed in the event; the rest of it is rendered.
 *
 * @cssState loading - The source is on its way, or more of a long text or a stream.
 * @cssState ready - All the content is there.
 * @cssState error - The latest source failed; what was there before still is.
 * @cssState stale - What is shown came from an earlier source, because the latest failed.
 */
export abstract class SourceElement extends ReactiveElement {
  /** URL of the source, Markdown or JSON. Relative to the document. */
  @property() src = '';

  /** What the source's relative URLs resolve against. By default the URL the source came from. */
  @property() base = '';

  /** `owner/name` or `owner/name@ref`: relative links lead to the files of that repository. `base` wins over it. */
  @property() repo = '';

  /** Whether links to repositories become `<repo-link>`: `auto` or `none`. */
  @property({ attribute: 'repo-links', converter: switchConverter }) repoLinks: Switch = 'auto';

  /**
   * Whether `@name`, `#12`, `owner/name#12` and hashes of commits become links, where `repo` or the front matter names the
   * repository: `auto` or `none`.
   */
  @property({ converter: switchConverter }) references: Switch = 'auto';

  /**
   * Forges on hosts of their own, `git.example.org=gitea` each, with blanks between them: `github`, `gitlab`, `gitea`,
   * `forgejo`, `bitbucket` or `sourcehut`. The public ones are known.
   */
  @property() forges = '';

  /**
   * What is known of repositories, for the cards of the page: the URL of a file that `doc-elements repos` wrote,
   * relative to the document, or as a property what is in it. By default cards show what they were written with.
   */
  @property() repos: string | RepositorySnapshot = '';

  /** Whether the cards of repositories ask their forges for what is true now, when they are in view. */
  @property({ type: Boolean }) live = false;

  /** Whether headings get permalinks: `auto` or `none`. */
  @property({ attribute: 'heading-links', converter: switchConverter }) headingLinks: Switch = 'auto';

  /**
   * Level of the title, `1` to `6`; sections start one below it. `auto` puts it one below the heading of the host it stands
   * under; a text without a title has its sections there.
   */
  @property({ attribute: 'heading-level', converter: autoLevelConverter }) headingLevel:
    HeadingLevel | 'auto' = 'auto';

  /** Whose rule makes ids from headings: `github`, `kramdown` or `docusaurus`. */
  @property({ converter: slugsConverter }) slugs: SlugDialect = 'github';

  /** Milliseconds within which the text of `src` has to be here, above 0; 10,000 by default, `Infinity` for no end. */
  @property({ type: Number }) timeout: number | null = null;

  /** Largest size in bytes of the text of `src`, above 0; 5,000,000 by default, ten times the largest real page known. */
  @property({ attribute: 'max-bytes', type: Number }) maxBytes: number | null = null;

  /** The author vouches for the source: its HTML is not sanitized. Never for text that others can write. */
  @property({ type: Boolean }) trusted = false;

  /**
   * What the author's own HTML may hold beyond the usual list, `my-map=lat,lng a=download *=data-id`: elements with the
   * attributes they may have, `*` for every element; as a property also `{ 'my-map': ['lat', 'lng'] }`. What could run,
   * load, send or take something over is refused, and reported as the problem `allow-refused`.
   */
  @property() allow: string | Allow = '';

  /** Whether the avatars and logos that blocks of data name are loaded: `load`, or `none` for initials and names in their place. */
  @property({ converter: picturesConverter }) pictures: 'none' | 'load' = 'none';

  /** Kinds of blocks of your own, by name; a name has a hyphen in it. Their HTML is sanitized like any other. */
  @property({ attribute: false }) blocks: CustomBlocks | undefined;

  /** Page data: an object, or its JSON text. Wins over every other source. */
  @property({ attribute: false }) data: unknown;

  /**
   * Markdown text, or a stream of it (of strings, or of bytes in UTF-8) that is shown as it comes. Wins over `src` and
   * child scripts.
   */
  @property({ attribute: false }) markdown: string | TextStream | null | undefined;

  protected readonly internals = this.attachInternals();
  protected readonly source = new SourceController(this, this.internals);

  #requested = false;
  #standsBy = false;
  /** The text that {@link appendMarkdown} has made, while more of it is to come. */
  #growing: string | undefined;
  #regions: ScrollRegions | undefined;
  #seeksRegions = false;

  /** The page that is shown; `undefined` before the first render and for authored children. */
  get page(): Page | undefined {
    return this.source.page;
  }

  /** What is wrong with the latest source, and with its links as far as readers have met it. */
  get problems(): readonly Problem[] {
    return this.source.problems;
  }

  /** @internal */
  report(problem: Problem): void {
    this.source.report(problem);
  }

  /**
   * Adds to the Markdown text, as from an answer that is still being written: only the end of the page is painted
   * again; selection, focus and open details stay. While the text grows, what its end has begun and not finished is
   * shown as what it will most likely become. Say with `last` that nothing follows, with an empty text if need be.
   */
  appendMarkdown(text: string, last = false): void {
    this.markdown = (typeof this.markdown === 'string' ? this.markdown : '') + text;
    this.#growing = last ? undefined : this.markdown;
    // The end of the text is a change as well.
    this.requestUpdate('markdown');
  }

  /** @internal */
  get isGrowing(): boolean {
    return this.#growing !== undefined && this.#growing === this.markdown;
  }

  /** Loads and renders the source again. Resolves like `updateComplete`. */
  async refresh(): Promise<boolean> {
    this.source.request(true);
    return this.updateComplete;
  }

  /**
   * The page as Markdown, to the byte as it came where it came as Markdown. Of children that an author or a server wrote, the
   * Markdown that gives the same HTML again. `undefined` where a source is on its way or has failed. With
   * `{ blocks: 'text' }` blocks of data are lists and tables for people, and cannot be read back.
   */
  async toMarkdown(options?: MarkdownOptions): Promise<string | undefined> {
    return (await this.#readBack())?.toMarkdown(options);
  }

  /**
   * The page as page data, that of authored and prerendered children too; `undefined` where a source is on its way or has
   * failed. A promise, unlike what `JSON.stringify` calls.
   */
  async toJSON(): Promise<PageData | undefined> {
    return (await this.#readBack())?.toJson();
  }

  async #readBack(): Promise<PageTexts | undefined> {
    if (this.isConnected) await this.updateComplete;
    const { page } = this;
    if (!page && hasSource(this)) return undefined;
    const [{ textsOf }, { optionsOf }] = await Promise.all([
      import('../pipeline/back.js'),
      import('./page-options.js'),
    ]);
    return textsOf(page ?? this, optionsOf(this));
  }

  /** @internal */
  abstract readonly shape: Shape;

  /** Whether a page or section around it looks after it. @internal */
  get isPart(): boolean {
    return this.parentElement?.closest('doc-page, doc-section') != null;
  }

  /** @internal */
  abstract enhance(first: boolean): Promise<void> | undefined;

  /** Gives authored children what rendered ones have. */
  protected async enhanceChildren(): Promise<void> {
    const { enhance } = await loadEnhance();
    return enhance(this);
  }

  /** @internal */
  contentChanged(_first: boolean): Promise<void> | undefined {
    void optional(this.#watchRegions());
    return undefined;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#regions?.dispose();
    this.#regions = undefined;
  }

  // eslint-disable-next-line lit/lifecycle-super -- who stands by is connected when there is something to update
  override connectedCallback(): void {
    this.#standsBy = !this.hasUpdated && this.source.standBy();
    if (!this.#standsBy) this.#connect();
  }

  #connect(): void {
    super.connectedCallback();
    if (this.source.phase === 'ready') void optional(this.#watchRegions());
  }

  /** Who stands by has nothing to update before a property is set. */
  override requestUpdate(...all: Parameters<ReactiveElement['requestUpdate']>): void {
    super.requestUpdate(...all);
    if (!(#standsBy in this && this.#standsBy)) return;
    this.#standsBy = false;
    this.#connect();
  }

  /** A page looks after everything inside it. */
  async #watchRegions(): Promise<void> {
    if (this.#regions || this.#seeksRegions || this.isPart) return;
    this.#seeksRegions = true;
    // Whatever changes before the next frame is looked at once.
    await new Promise(requestAnimationFrame);
    this.#seeksRegions = false;
    if (!this.querySelector('pre, table')) return;
    const { watchScrollRegions } = await import('../dom/scroll-regions.js');
    if (!this.isConnected) return;
    this.#regions ??= watchScrollRegions(this);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // What links take from their page they read when they are told.
    if (CONTEXT.some((name) => changed.has(name) && (changed.get(name) || this[name])))
      for (const link of this.querySelectorAll<Element & Partial<Pick<this, 'requestUpdate'>>>('repo-link'))
        link.requestUpdate?.('forges');
    // Every reactive property decides the content; an update without a changed one is about the chrome alone.
    if (changed.size > 0 || !this.#requested) this.source.request();
    this.#requested = true;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.showFailure(this.source.error);
  }

  /** Tells a failure, or with `undefined` takes the message away. */
  protected showFailure(_error: Error | undefined): void {
    // An element with a shadow root shows it there.
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    if (this.#standsBy) return true;
    let settled: Promise<void>;
    let complete = await super.getUpdateComplete();
    // A request that was overtaken settles early: wait until none is newer.
    do {
      settled = this.source.settled;
      await settled;
      complete = (await super.getUpdateComplete()) && complete;
    } while (settled !== this.source.settled);
    return complete;
  }
}
