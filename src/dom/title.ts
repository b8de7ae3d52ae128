import { findTitle } from './outline.js';

/** Headers made of authored titles: unlike what a host has slotted, they give way to the content of a source. */
const slotted = new WeakSet<Node>();

/**
 * Puts an authored title where a compiled one stands: above the table of contents. It has to be the first thing in
 * the page; one that follows other content stays there, and so does one inside a wrapper of the author's.
 */
export function slotTitle(page: Element): void {
  const title = findTitle(page);
  if (!title || title.hasAttribute('slot') || title !== firstContent(page)) return;
  title.slot = 'header';
  slotted.add(title);
}

/** Whether {@link slotTitle} has put this node where it is. */
export const isSlottedTitle = (node: Node): boolean => slotted.has(node);

/** The first child that is neither blank nor chrome of the host; `undefined` where that is text. */
function firstContent(page: Element): Element | undefined {
  for (const node of page.childNodes) {
    if (node instanceof Element && !node.matches('[slot], doc-toc, script, style, template, link, noscript'))
      return node;
    if (node.nodeType === Node.TEXT_NODE && node.textContent?.trim()) return undefined;
  }
  return undefined;
}
