import { LitElement, html, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { wordsAround } from '../dom/words.js';
import { calloutKind, type CalloutKind } from '../model/callout.js';
import { ENGLISH } from '../model/labels.js';
import { styles } from './doc-callout.styles.js';
import { property } from './property.js';

/**
 * A note, tip or warning beside the text, with a title. The content stays in the light DOM. In Markdown, alerts and
 * containers become the same without the tag.
 *
 * @element doc-callout
 *
 * @slot - The content.
 *
 * @csspart base - Around everything.
 * @csspart title - The title; where it folds, what opens it.
 */
export class DocCallout extends LitElement {
  static override styles: CSSResultGroup = styles;

  /** What it is: `note`, `tip`, `important`, `warning` or `caution`, or another name for one of these such as `info` or `danger`. Anything else is a note. */
  @property() kind = 'note';

  /** The title. By default the name of the kind, in the language of the page. */
  @property() heading = '';

  /** Whether it folds, and the reader opens it. */
  @property({ type: Boolean }) collapsible = false;

  /** Whether one that folds is open. */
  @property({ type: Boolean, reflect: true }) open = false;

  #names = ENGLISH.alerts;

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    void wordsAround(this).then(({ alerts }) => {
      if (alerts === this.#names) return;
      this.#names = alerts;
      this.requestUpdate();
    });
  }

  protected override render(): TemplateResult {
    const kind: CalloutKind = calloutKind(this.kind) ?? 'note';
    const title = html`<span class="icon ${kind}" aria-hidden="true"></span
      >${this.heading || this.#names[kind]}`;
    if (!this.collapsible)
      return html`<div part="base">
        <p part="title">${title}</p>
        <slot></slot>
      </div>`;
    return html`<details part="base" ?open=${this.open} @toggle=${this.#onToggle}>
      <summary part="title">${title}</summary>
      <slot></slot>
    </details>`;
  }

  readonly #onToggle = (event: Event): void => {
    this.open = (event.target as HTMLDetailsElement).open;
  };
}
