import { LoadError } from '../dom/load-error.js';
import { wordsAround } from '../dom/words.js';
import type { Labels } from '../model/labels.js';
import { styles } from './doc-page-messages.styles.js';

/** What a page says while it has no content: styles, and the words of its language. Most pages never say any of it. */
export class Messages {
  /** `undefined` until they have come. */
  words: Labels | undefined;
  readonly #host: Element;

  constructor(host: Element) {
    this.#host = host;
    const { styleSheet } = styles;
    if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
  }

  async learnWords(): Promise<void> {
    this.words = await wordsAround(this.#host);
  }

  /** Why there is no content, in the reader's language once its words have come. */
  tell(error: Error): string {
    return this.words && error instanceof LoadError ? error.tell(this.words) : error.message;
  }
}
