import { renderedParent } from './rendered-parent.js';

/** What an element scrolls in. */
export interface ScrollArea {
  /** The element whose `scrollTop` moves: the document's own scroller for the window. */
  readonly element: Element;
  /** Whether it is the window itself. */
  readonly isWindow: boolean;
}

/** The areas that `element` scrolls in, the nearest first; the window is always the last. */
export function scrollAreas(element: Element): ScrollArea[] {
  const { scrollingElement, documentElement, body } = element.ownerDocument;
  const areas: ScrollArea[] = [];
  for (let node = renderedParent(element); node; node = renderedParent(node)) {
    // What the body and the root say about overflow is the window's.
    if (node === body || node === documentElement) continue;
    if (/auto|scroll|overlay/.test(getComputedStyle(node).overflowY))
      areas.push({ element: node, isWindow: false });
  }
  areas.push({ element: scrollingElement ?? documentElement, isWindow: true });
  return areas;
}

/** Upper and lower edge of what is visible of an area, in CSS pixels from the top of the window, without its scroll padding. */
export function visibleRange({ element, isWindow }: ScrollArea): { top: number; bottom: number } {
  const styled = isWindow ? element.ownerDocument.documentElement : element;
  const height = isWindow ? styled.clientHeight : element.clientHeight;
  const start = isWindow ? 0 : element.getBoundingClientRect().top + element.clientTop;
  const { scrollPaddingTop } = getComputedStyle(styled);
  const padding = scrollPaddingTop.endsWith('%')
    ? (Number.parseFloat(scrollPaddingTop) / 100) * height
    : Number.parseFloat(scrollPaddingTop) || 0;
  return { top: start + padding, bottom: start + height };
}
