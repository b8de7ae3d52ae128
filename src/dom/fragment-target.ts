import { decodePart } from '../model/percent.js';

/** Whether a fragment means the top of the page, where no element has it as its id. */
export const isTop = (hash: string): boolean => /^#(?:top)?$/i.test(hash);

/** What a browser finds for a fragment in the tree of nodes that `root` belongs to. */
export function findExact(root: Element, hash: string): Element | undefined {
  const tree = root.getRootNode();
  if (!(tree instanceof Document || tree instanceof ShadowRoot)) return undefined;
  const written = hash.slice(1);
  for (const id of [written, decodePart(written)]) {
    const found = id && (tree.getElementById(id) ?? tree.querySelector(`a[name="${CSS.escape(id)}"]`));
    if (found) return found;
  }
  return undefined;
}

/** The link to a fragment that a click follows in this window. */
export function plainClickOn(event: Event): HTMLAnchorElement | undefined {
  if (!(event instanceof MouseEvent) || event.defaultPrevented || event.button !== 0) return undefined;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return undefined;
  const link =
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
  const leaves = link && (link.hasAttribute('download') || (link.target !== '' && link.target !== '_self'));
  return link && !leaves ? link : undefined;
}
