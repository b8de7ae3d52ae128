import { scrollAreas, visibleRange } from './scroll-area.js';

/**
 * Makes a change that may make `above` higher. A reader who is further down stays at the line they read, also in a
 * browser that does not see to it by itself (scroll anchoring).
 */
export function keepPlace(above: Element, change: () => void): void {
  // To ask for a position takes a layout.
  const isKept = CSS.supports('overflow-anchor', 'auto');
  const area = isKept ? undefined : scrollAreas(above).find(({ element }) => element.scrollTop > 0);
  if (!area) {
    change();
    return;
  }
  const before = above.getBoundingClientRect().bottom;
  change();
  const moved = above.getBoundingClientRect().bottom - before;
  if (before < visibleRange(area).top && moved !== 0)
    area.element.scrollTo({ top: area.element.scrollTop + moved, behavior: 'instant' });
}
