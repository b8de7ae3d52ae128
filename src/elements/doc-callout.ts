import type { PropertyValues } from '@lit/reactive-element';
import type { CalloutChrome } from './callout-chrome.js';
import { property } from './property.js';
import { SlotElement } from './slot-element.js';

/**
 * A note, tip or warning beside the text, with a title. The content stays in the light DOM. In Markdown, alerts and
 * containers become the same without the tag.
 *
 * @element doc-callout
 *
 * @slot - The content.
 *
 * @cssState titled - It has its title.
 *
 * @csspart base - Around everything.
 * @csspart title - The title; where it folds, what opens it.
 */
export class DocCallout extends SlotElement {
  /** What it is: `note`, `tip`, `important`, `warning` or `caution`, or another name for one of these such as `info` or `danger`. Anything else is a note. */
  @property() kind = 'note';

  /** The title. By default the name of the kind, in the language of the page. */
  @property() heading = '';

  /** Whether it folds, and the reader opens it. */
  @property({ type: Boolean }) collapsible = false;

  /** Whether one that folds is open. */
  @property({ type: Boolean, reflect: true }) open = false;

  #chrome: CalloutChrome | undefined;

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    void this.#load();
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    this.#chrome?.update();
  }

  async #load(): Promise<void> {
    try {
      const { CalloutChrome } = await import('./callout-chrome.js');
      this.#chrome = new CalloutChrome(this, this.attachInternals());
      this.requestUpdate();
    } catch {
      // The content is there without it.
    }
  }
}
