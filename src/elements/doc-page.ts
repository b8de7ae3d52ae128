import type { CSSResultGroup, PropertyValues } from '@lit/reactive-element';
import { isComplete } from '../dom/complete.js';
import { createElement, setText } from '../dom/create-element.js';
import { optional } from '../dom/optional.js';
import { CORE_ENGLISH } from '../model/core-labels.js';
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
  readonly #content = box('content');
  #alert: Element | undefined;

  /** Id of the heading the reader is at; `undefined` above the first one. */
  get currentSection(): string | undefined {
    return this.#spy.current;
  }

  /** @internal */
  override readonly shape = 'page';

  /** @internal */
  override enhance(first: boolean): Promise<void> | undefined {
    const { heading, headingLinks, toc } = this;
    const isReady = first && !heading && isComplete(this, { headingLinks: headingLinks === 'auto', toc });
    return isReady ? undefined : this.enhanceChildren();
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
    const { describe } = await import('./describe.js');
    await describe(this);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    const slot = createElement('slot', {});
    slot.addEventListener('slotchange', this.#slotChanged);
    this.#content.append(slot);
    root.append(
      box(
        'base',
        ...['header', 'toc'].map((name) => box(name, createElement('slot', { name }))),
        this.#content,
        box('footer', createElement('slot', { name: 'footer' })),
      ),
    );
    return root;
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    const { phase, error } = this.source;
    const isLoading = phase === 'loading';
    this.#messages?.showProgress(isLoading);
    // It comes anew with each failure: what is there already is not read out again.
    this.#showAlert(isLoading ? undefined : error);
    if (isLoading || error) void optional(this.#prepareMessages());
  }

  /** The placeholder, and styles and words of all messages. Most pages never show one. */
  async #prepareMessages(): Promise<void> {
    if (this.#messages) return;
    const { Messages } = await import('./doc-page-messages.js');
    this.#messages ??= new Messages(this, this.#content);
    this.requestUpdate();
    await this.#messages.learnWords();
    this.requestUpdate();
  }

  #showAlert(error: Error | undefined): void {
    if (!error) {
      if (this.#alert) this.#messages?.leave(this.#alert);
      this.#alert?.remove();
      this.#alert = undefined;
      return;
    }
    const alert = this.#alert ?? this.#createAlert();
    const [text, retry] = alert.querySelectorAll('p, button');
    if (text) setText(text, this.#messages?.tell(error) ?? error.message);
    if (retry) setText(retry, this.#messages?.words.retry ?? CORE_ENGLISH.retry);
    if (this.#alert) return;
    this.#content.prepend(alert);
    this.#alert = alert;
    this.#messages?.comeBack(alert);
  }

  #createAlert(): Element {
    const retry = createElement('button', { part: 'retry', type: 'button' });
    retry.addEventListener('click', () => void this.refresh());
    const alert = box('error', createElement('slot', { name: 'error' }, createElement('p', {}), retry));
    alert.setAttribute('role', 'alert');
    return alert;
  }

  /** Authored children may come and go: a framework renders them, a script adds a section. */
  readonly #slotChanged = (): void => {
    if (this.source.phase === 'ready' && this.source.page === undefined) this.source.request();
  };
}

/** A part of the shadow root: the page's own styles know it by its class, a host's by its part. */
const box = (name: string, ...children: Node[]): HTMLElement =>
  createElement('div', { part: name, class: name }, ...children);
