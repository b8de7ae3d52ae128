import { adoptStyles } from '@lit/reactive-element';
import { html, type TemplateResult } from 'lit/html.js';
import { optional } from '../dom/optional.js';
import { wordsAround } from '../dom/words.js';
import { calloutKind } from '../model/callout.js';
import { ENGLISH } from '../model/labels/en.js';
import { styles } from './callout-chrome.styles.js';
import type { DocCallout } from './doc-callout.js';
import { renderChrome } from './render-chrome.js';
import { ensureStyleSheets } from './style-sheets.js';

/** The title of a `doc-callout`, and what folds it. A chunk of its own, because few pages have the tag. */
export class CalloutChrome {
  readonly #host: DocCallout;
  #names = ENGLISH.alerts;

  constructor(host: DocCallout, { states }: ElementInternals) {
    this.#host = host;
    if (host.renderRoot instanceof ShadowRoot) adoptStyles(host.renderRoot, [styles]);
    // One that stands in no page has nobody else to see to its style sheets.
    ensureStyleSheets(host.parentElement ?? host).catch(() => undefined);
    states.add('titled');
    if (!host.heading) void optional(this.#learnNames());
  }

  update(): void {
    renderChrome(this.#host, this.#render());
  }

  #render(): TemplateResult {
    const { heading, collapsible, open } = this.#host;
    const kind = calloutKind(this.#host.kind) ?? 'note';
    const title = html`<span class="icon ${kind}" aria-hidden="true"></span>${heading || this.#names[kind]}`;
    if (!collapsible)
      return html`<div part="base">
        <p part="title">${title}</p>
        <slot></slot>
      </div>`;
    return html`<details part="base" ?open=${open} @toggle=${this.#onToggle}>
      <summary part="title">${title}</summary>
      <slot></slot>
    </details>`;
  }

  async #learnNames(): Promise<void> {
    this.#names = (await wordsAround(this.#host)).alerts;
    this.#host.requestUpdate();
  }

  readonly #onToggle = (event: Event): void => {
    this.#host.open = (event.target as HTMLDetailsElement).open;
  };
}
