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
  constructor(host: Element, content: Element) {
    this.#host = host;
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

  /**
   * Says whether a source is on its way, and holds the place of the content where there is nothing else to show.
   * Gives whether it does.
   */
  showProgress(isLoading: boolean): boolean {
    setText(this.#status, isLoading ? this.words.loading : '');
    const isWaiting = isLoading && !hasContent(this.#host);
    if (!isWaiting) this.#placeholder.remove();
    else if (!this.#placeholder.isConnected) this.#status.after(this.#placeholder);
    return isWaiting;
  }

  /** Why there is no content, in the reader's language once its words have come. */
  tell(error: Error): string {
    return this.#labels && error instanceof LoadError ? error.tell(this.#labels) : error.message;
  }
}
