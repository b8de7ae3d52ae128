import { KEPT } from './has-content.js';
import { partsOf } from './parts.js';
import { isSlottedTitle } from './title.js';

/** Removes the children that stood in for the content until it came; the parts that replaced them stay. */
export function removeFallback(root: Element): void {
  const parts = new Set<Node>(partsOf(root));
  for (const node of [...root.childNodes])
    if (!parts.has(node) && (isSlottedTitle(node) || !(node instanceof Element && node.matches(KEPT))))
      node.remove();
}
