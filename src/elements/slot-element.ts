import { ReactiveElement } from '@lit/reactive-element';
import { createElement } from '../dom/create-element.js';

/**
 * An element that shows its children, and nothing else before its chrome is here: that comes from a chunk of its own,
 * and with it what renders templates, which the core does without.
 */
export abstract class SlotElement extends ReactiveElement {
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.append(createElement('slot', {}));
    return root;
  }
}
