import { decodePart } from '../model/percent.js';
import { encodeFragment, matchFragment } from '../model/fragment.js';
import type { OutlineNode } from '../model/outline.js';
import { scrollAreas, visibleRange } from './scroll-area.js';

/** A table of contents as the compiler writes it: a `nav` with the accessible name `label`, and nested lists of links. */
export function buildToc(document: Document, nodes: readonly OutlineNode[], label: string): HTMLElement {
  const nav = document.createElement('nav');
  nav.setAttribute('aria-label', label);
  nav.append(buildList(document, nodes));
  return nav;
}

function buildList(document: Document, nodes: readonly OutlineNode[]): HTMLElement {
  const list = document.createElement('ol');
  for (const node of nodes) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.setAttribute('href', `#${encodeFragment(node.id)}`);
    link.textContent = node.text;
    item.append(link);
    if (node.children.length > 0) item.append(buildList(document, node.children));
    list.append(item);
  }
  return list;
}

/**
 * Marks the link to the heading `id`, and no other, with `aria-current="location"`: where the heading has no link
 * of its own, the one of the nearest heading before it that has. `undefined` marks none. Gives the marked link.
 */
export function markCurrent(toc: Element, id: string | undefined): HTMLAnchorElement | undefined {
  const links = [...toc.querySelectorAll<HTMLAnchorElement>('a[href*="#"]')];
  const current = id === undefined ? undefined : findLink(toc, links, id);
  for (const link of links)
    if (link !== current) link.removeAttribute('aria-current');
    else if (link.getAttribute('aria-current') !== 'location') link.setAttribute('aria-current', 'location');
  return current;
}

function findLink(
  toc: Element,
  links: readonly HTMLAnchorElement[],
  id: string,
): HTMLAnchorElement | undefined {
  const direct =
    links.find((link) => targetId(link) === id) ??
    links.find((link) => matchFragment(link.hash, [id]) !== undefined);
  if (direct) return direct;
  const root = toc.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return undefined;
  const heading = root.getElementById(id);
  if (!heading) return undefined;
  return [...links].reverse().find((link) => {
    const target = root.getElementById(targetId(link));
    return target !== null && precedes(target, heading);
  });
}

/** The id of the heading that a link of a table of contents leads to. */
export const targetId = (link: HTMLAnchorElement): string => decodePart(link.hash.slice(1));

const precedes = (first: Node, second: Node): boolean =>
  (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/**
 * Brings a link of a table of contents into sight where the table scrolls by itself, as a long one beside the text
 * does. Nothing else scrolls: the page belongs to the reader. What is in sight already stays where it is.
 */
export function revealLink(toc: Element, link: Element): void {
  const [area] = scrollAreas(link);
  if (!area || area.isWindow || !(toc === area.element || toc.contains(area.element))) return;
  const { top, bottom } = visibleRange(area);
  const box = link.getBoundingClientRect();
  // A little of what stands around it shows that the list goes on.
  const room = Math.min(box.height * 2, (bottom - top - box.height) / 2);
  const distance = Math.min(box.top - room - top, 0) || Math.max(box.bottom + room - bottom, 0);
  if (distance !== 0) area.element.scrollTo({ top: area.element.scrollTop + distance, behavior: 'instant' });
}
