import { whenIdle } from './idle.js';
import { renderedParent } from './rendered-parent.js';

/**
 * Calls back once the reader has left the top of what `element` is rendered in: with the first scroll, or soon where
 * they have left it before. Gives a function that ends the wait.
 */
export function onFirstScroll(element: Element, callback: () => void): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  // The position is asked for when the layout is done anyway.
  const callOff = whenIdle(() => {
    if (isScrolled(element)) scrolled();
  });
  // What waits for an idle browser would hold the element until there is one.
  const end = (): void => {
    ending.abort();
    callOff();
  };
  const scrolled = (): void => {
    end();
    callback();
  };
  // Scroll events stay within their tree of nodes: each tree that the element is rendered in has to be listened to.
  const trees = new Set<Node>([element.ownerDocument]);
  for (let node: Element | null = element; node; node = renderedParent(node)) trees.add(node.getRootNode());
  for (const tree of trees)
    tree.addEventListener('scroll', scrolled, { signal, capture: true, passive: true });
  return end;
}

function isScrolled(element: Element): boolean {
  for (let node: Element | null = element; node; node = renderedParent(node))
    if (node.scrollTop > 0) return true;
  return false;
}
