/** What is no content: the host's slotted chrome, and elements that show nothing. */
export const KEPT = '[slot], script, noscript, style, template, link';

const isContent = (node: Node): boolean =>
  node instanceof Element
    ? !node.matches(KEPT)
    : node.nodeType === Node.TEXT_NODE && !!node.textContent?.trim();

/** Whether the element's own children show anything. */
export const hasContent = (root: Element): boolean => [...root.childNodes].some(isContent);
