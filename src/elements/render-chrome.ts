import type { ReactiveElement } from '@lit/reactive-element';
import { render, type TemplateResult } from 'lit/html.js';

const rendered = new WeakSet<ReactiveElement>();

/** Renders the chrome of an element in place of the slot that it has shown its children in. */
export function renderChrome(host: ReactiveElement, chrome: TemplateResult): void {
  if (!rendered.has(host)) host.renderRoot.replaceChildren();
  rendered.add(host);
  render(chrome, host.renderRoot, { host });
}
