import { createElement, setText } from '../dom/create-element.js';
import { CHROME_ATTRIBUTE } from '../model/names.js';
import { SourceElement } from './source-element.js';

/**
 * One section: a heading with its permalink, and its content, from Markdown, page data or authored children.
 * Inside a `doc-page` or another section that looks after it; on its own it is a piece of a page in any other.
 * It has no shadow root, so that the host's styles, fragments and reading modes reach everything.
 *
 * @element doc-section
 *
 * @slot - The section's heading and content.
 */
export class DocSection extends SourceElement {
  /** @internal */
  override readonly shape = 'section';

  protected override createRenderRoot(): this {
    return this;
  }

  /** @internal */
  override enhance(): Promise<void> | undefined {
    return this.isPart ? undefined : this.enhanceChildren();
  }

  /** Without a shadow root, a failure is told in the content itself, after what was there. */
  protected override showFailure(error: Error | undefined): void {
    this.#showMessage(error?.message);
    if (error) this.#translate(error).catch(() => undefined);
  }

  /** A failure is told at once, and in the reader's language when its words have come. */
  async #translate(error: Error): Promise<void> {
    const { tellFailure } = await import('../dom/failure.js');
    const message = await tellFailure(this, error);
    if (this.source.error === error) this.#showMessage(message);
  }

  #showMessage(message: string | undefined): void {
    const shown = this.querySelector(':scope > .doc-error');
    if (message === undefined) {
      shown?.remove();
      return;
    }
    const note = shown ?? createElement('p', { class: 'doc-error', role: 'alert', [CHROME_ATTRIBUTE]: '' });
    setText(note, message);
    if (!shown) this.append(note);
  }
}
