import { ReactiveElement, type CSSResultGroup, type PropertyValues } from '@lit/reactive-element';
import { createElement, setText } from '../dom/create-element.js';
import { optional } from '../dom/optional.js';
import { CORE_ENGLISH } from '../model/core-labels.js';
import { DocSectionChangeEvent } from './events.js';
import { styles } from './doc-toc.styles.js';
import { property } from './property.js';

/**
 * The table of contents of a `doc-page`: a `nav` with nested lists of links in the light DOM, made by the page
 * or by the author. The link of the section being read carries `aria-current`. Where the page is narrow the
 * list folds away behind a button.
 *
 * @element doc-toc
 *
 * @slot - The `nav`.
 *
 * @csspart toggle - The button that opens the list where the page is narrow.
 * @csspart list - Around the list.
 */
export class DocToc extends ReactiveElement {
  static override styles: CSSResultGroup = styles;

  /** Whether the list is open where the page is narrow. */
  @property({ type: Boolean, reflect: true }) open = false;

  /** Whether lists inside the list show only where the reader is. Without script they all show. */
  @property({ type: Boolean, reflect: true }) collapse = false;

  readonly #toggle = createElement('button', { part: 'toggle', type: 'button', 'aria-controls': 'list' });

  #page: HTMLElement | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#page = this.closest('doc-page');
    this.#page?.addEventListener('doc-section-change', this.#follow);
    this.addEventListener('click', this.#close);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#page?.removeEventListener('doc-section-change', this.#follow);
    this.removeEventListener('click', this.#close);
    this.#page = null;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    const slot = createElement('slot', {});
    root.append(this.#toggle, createElement('div', { id: 'list', part: 'list' }, slot));
    slot.addEventListener('slotchange', this.#readLabel);
    this.#toggle.addEventListener('click', () => (this.open = !this.open));
    return root;
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    this.#toggle.setAttribute('aria-expanded', this.open ? 'true' : 'false');
    if (!this.hasUpdated) this.#readLabel();
  }

  readonly #readLabel = (): void => {
    setText(this.#toggle, this.querySelector(':scope > nav')?.getAttribute('aria-label') ?? CORE_ENGLISH.toc);
  };

  /** A reader who has chosen a section wants to see it, not the list. */
  readonly #close = (event: Event): void => {
    if (event.target instanceof Element && event.target.closest('a')) this.open = false;
  };

  readonly #follow = (event: Event): void => {
    if (event instanceof DocSectionChangeEvent && event.target === this.#page)
      void optional(this.#mark(event.id));
  };

  async #mark(id: string | undefined): Promise<void> {
    const { markCurrent, revealLink } = await import('../dom/toc.js');
    const link = markCurrent(this, id);
    if (link) revealLink(this, link);
  }
}
