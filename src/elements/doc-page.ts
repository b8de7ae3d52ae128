import { html, nothing, render, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { isComplete } from '../dom/complete.js';
import { hasContent } from '../dom/has-content.js';
import { optional } from '../dom/optional.js';
import { CORE_ENGLISH } from '../model/core-labels.js';
import type { PageOptions } from '../model/options.js';
import type { HeadingLevel } from '../model/page.js';
import { levelConverter, switchConverter, type Switch } from './converters.js';
import { DeepLink } from './deep-link.js';
import type { Messages } from './doc-page-messages.js';
import { styles } from './doc-page.styles.js';
import { property } from './property.js';
import { SectionSpy } from './section-spy.js';
import { SourceElement } from './source-element.js';

/**
 * A whole page: title, table of contents, sections and notes, from Markdown, page data or authored children.
 * The content is in the light DOM; the shadow root holds the layout and the messages.
 *
 * @element doc-page
 *
 * @slot - The content. Authored children are shown until the source has come, and stay when it does not.
 * @slot header - Stands above everything; the title is put here.
 * @slot toc - The table of contents.
 * @slot footer - Stands below everything.
 * @slot loading - Shown while the source is on its way and there is nothing else to show.
 * @slot error - Shown instead of the message and the button when the source fails.
 *
 * @csspart base - The grid that holds everything.
 * @csspart header - Around the header slot.
 * @csspart toc - Around the table of contents.
 * @csspart content - Around the content.
 * @csspart footer - Around the footer slot.
 * @csspart loading - The placeholder while nothing is there yet.
 * @csspart error - The message when the source fails.
 * @csspart retry - The button in it.
 *
 * @fires doc-section-change - The reader has come to another section.
 */
export class DocPage extends SourceElement {
  static override styles: CSSResultGroup = styles;

  /** Replaces the title. */
  @property() heading = '';

  /** Whether a page with two headings or more gets a table of contents: `auto` or `none`. */
  @property({ converter: switchConverter }) toc: Switch = 'auto';

  /** Whether the page is described for search engines, as schema.org data in a script element of its own. */
  @property({ attribute: 'json-ld', type: Boolean }) jsonLd = false;

  /** Highest heading level in the table of contents. By default the first below the title. */
  @property({ attribute: 'toc-min-level', converter: levelConverter }) tocMinLevel: HeadingLevel | undefined;

  /** Lowest heading level in the table of contents. By default the second below the title. */
  @property({ attribute: 'toc-max-level', converter: levelConverter }) tocMaxLevel: HeadingLevel | undefined;

  /** Whether the table of contents shows the headings below a section only while the reader is in it. */
  @property({ attribute: 'toc-collapse', type: Boolean }) tocCollapse = false;

  readonly #deepLink = new DeepLink(this);
  #described = false;
  readonly #spy = new SectionSpy(this);
  #messages: Messages | undefined;

  /** Id of the heading the reader is at; `undefined` above the first one. */
  get currentSection(): string | undefined {
    return this.#spy.current;
  }

  /** @internal */
  override get options(): PageOptions {
    return {
      ...super.options,
      ...(this.heading ? { title: this.heading } : {}),
      toc: this.toc,
      ...(this.tocMinLevel ? { tocMinLevel: this.tocMinLevel } : {}),
      ...(this.tocMaxLevel ? { tocMaxLevel: this.tocMaxLevel } : {}),
      tocCollapse: this.tocCollapse,
    };
  }

  /** @internal */
  override readonly shape = 'page';

  /** @internal */
  override enhance(first: boolean): Promise<void> | undefined {
    return first && !this.heading && isComplete(this, this.options) ? undefined : this.#enhance();
  }

  async #enhance(): Promise<void> {
    const [{ enhancePage }, { wordsAround }] = await Promise.all([
      import('../dom/authored.js'),
      import('../dom/words.js'),
    ]);
    const labels = await wordsAround(this);
    enhancePage(this, { ...this.options, headingLevel: this.headingLevel, labels });
  }

  /** @internal */
  override contentChanged(first: boolean): Promise<void> | undefined {
    void super.contentChanged(first);
    this.#spy.observe();
    if (this.jsonLd || this.#described) void optional(this.#describe());
    return first ? this.#deepLink.follow() : undefined;
  }

  /** What search engines read is no hurry: the page is there before. */
  async #describe(): Promise<void> {
    this.#described = true;
    const [{ setJsonLd, canonicalUrl }, { describePage }] = await Promise.all([
      import('../dom/json-ld.js'),
      import('../pipeline/json-ld.js'),
    ]);
    const { page } = this;
    setJsonLd(this, this.jsonLd && page ? describePage(page, canonicalUrl(this.ownerDocument)) : undefined);
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    render(this.#template(), this.renderRoot, { host: this });
    if (this.source.phase === 'loading' || this.source.error) void optional(this.#prepareMessages());
  }

  #template(): TemplateResult {
    const { phase } = this.source;
    return html`
      <div part="base" class="base">
        <div part="header" class="header"><slot name="header"></slot></div>
        <div part="toc" class="toc"><slot name="toc"></slot></div>
        <div part="content" class="content">
          <div class="status" role="status">${phase === 'loading' ? this.#words.loading : nothing}</div>
          ${this.#message()}
          <slot @slotchange=${this.#slotChanged}></slot>
        </div>
        <div part="footer" class="footer"><slot name="footer"></slot></div>
      </div>
    `;
  }

  /** Styles and words of the messages. Most pages never show one. */
  async #prepareMessages(): Promise<void> {
    if (this.#messages) return;
    const { Messages } = await import('./doc-page-messages.js');
    this.#messages ??= new Messages(this);
    await this.#messages.learnWords();
    this.requestUpdate();
  }

  get #words(): { readonly loading: string; readonly retry: string } {
    return this.#messages?.words ?? CORE_ENGLISH;
  }

  #message(): TemplateResult | typeof nothing {
    const { phase, error } = this.source;
    if (phase === 'loading' && !hasContent(this))
      return html`<div part="loading" class="loading">
        <slot name="loading"><div class="skeleton" aria-hidden="true"></div></slot>
      </div>`;
    if (!error) return nothing;
    return html`<div part="error" class="error" role="alert">
      <slot name="error">
        <p>${this.#messages?.tell(error) ?? error.message}</p>
        <button part="retry" type="button" @click=${this.#retry}>${this.#words.retry}</button>
      </slot>
    </div>`;
  }

  readonly #retry = (): void => {
    void this.refresh();
  };

  /** Authored children may come and go: a framework renders them, a script adds a section. */
  readonly #slotChanged = (): void => {
    if (this.source.phase === 'ready' && this.source.page === undefined) this.source.request();
  };
}
