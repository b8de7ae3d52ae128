import { partsOf } from './parts.js';
import { isSlottedTitle } from './title.js';

/** What is no content: the host's slotted chrome, and elements that show nothing. */
const KEPT = '[slot], script, noscript, style, template, link';

const isContent = (node: Node): boolean =>
  node instanceof Element
    ? !node.matches(KEPT)
    : node.nodeType === Node.TEXT_NODE && !!node.textContent?.trim();

/** Whether the element's own children show anything. */
export const hasContent = (root: Element): boolean => [...root.childNodes].some(isContent);

/** Removes the children that stood in for the content until it came; the parts that replaced them stay. */
export function removeFallback(root: Element): void {
  const parts = new Set<Node>(partsOf(root));
  for (const node of [...root.childNodes])
    if (!parts.has(node) && (isSlottedTitle(node) || !(node instanceof Element && node.matches(KEPT))))
      node.remove();
}
