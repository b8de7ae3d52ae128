import { createElement, setText } from '../dom/create-element.js';
import { hasContent } from '../dom/has-content.js';
import { LoadError } from '../dom/load-error.js';
import { wordsAround } from '../dom/words.js';
import { CORE_ENGLISH } from '../model/core-labels.js';
import type { Labels } from '../model/labels.js';
import { styles } from './doc-page-messages.styles.js';

/** What a page shows and says while it has no content, with the styles of it. Most pages never show any of it. */
export class Messages {
  #labels: Labels | undefined;
  readonly #host: Element;
  readonly #content: HTMLElement;
  readonly #status = createElement('div', { class: 'status', role: 'status' });
  readonly #placeholder = createElement(
    'div',
    { class: 'loading', part: 'loading' },
    createElement(
      'slot',
      { name: 'loading' },
      createElement('div', { class: 'skeleton', 'aria-hidden': 'true' }),
    ),
  );

  /** @param content of the shadow root, where the messages go */
  constructor(host: Element, content: HTMLElement) {
    this.#host = host;
    this.#content = content;
    const { styleSheet } = styles;
    if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
    content.prepend(this.#status);
  }

  /** In English before those of the page's language have come. */
  get words(): Pick<Labels, 'loading' | 'retry'> {
    return this.#labels ?? CORE_ENGLISH;
  }

  async learnWords(): Promise<void> {
    this.#labels = await wordsAround(this.#host);
  }

  /** Says whether a source is on its way, and holds the place of the content where there is nothing else to show. */
  showProgress(isLoading: boolean): void {
    setText(this.#status, isLoading ? this.words.loading : '');
    const isWaiting = isLoading && !hasContent(this.#host);
    if (!isWaiting) this.#placeholder.remove();
    else if (!this.#placeholder.isConnected) this.#status.after(this.#placeholder);
  }

  /** The keyboard's place is not lost with a message that goes, as with its button: it waits at the content. */
  leave(message: Element): void {
    const content = this.#content;
    if (!message.contains(this.#focused)) return;
    content.addEventListener('blur', () => content.removeAttribute('tabindex'), { once: true });
    content.tabIndex = -1;
    content.focus({ preventScroll: true });
  }

  /** Where it still waits, it is back at the button of the next message. */
  comeBack(message: Element): void {
    if (this.#focused === this.#content) message.querySelector('button')?.focus();
  }

  get #focused(): Element | null {
    return this.#host.shadowRoot?.activeElement ?? null;
  }

  /** Why there is no content, in the reader's language once its words have come. */
  tell(error: Error): string {
    return this.#labels && error instanceof LoadError ? error.tell(this.#labels) : error.message;
  }
}
