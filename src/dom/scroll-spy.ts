import { currentSection } from '../model/current-section.js';
import { renderedParent } from './rendered-parent.js';
import { scrollAreas, visibleRange, type ScrollArea } from './scroll-area.js';

/** Watches which heading the reader is at. */
export interface ScrollSpy {
  /** Id of the heading whose section is being read; `undefined` above the first. */
  readonly current: string | undefined;
  /** Takes the headings anew, after they have changed. */
  refresh(headings: readonly Element[]): void;
  /** Stops watching. */
  dispose(): void;
}

/** A heading counts as reached a little before it is under the edge, in CSS pixels: positions have fractions. */
const TOLERANCE = 4;

/** What is measured in the next frame, for all spies of the document at once. */
const due = new Set<() => void>();
let frame: number | undefined;

function schedule(measure: () => void): void {
  due.add(measure);
  frame ??= requestAnimationFrame(() => {
    frame = undefined;
    const measures = [...due];
    due.clear();
    for (const run of measures) run();
  });
}

/** All spies, which one scroll listener for each tree of nodes serves. */
const spies = new Set<() => void>();
const listening = new Map<EventTarget, number>();

const onScroll = (): void => {
  for (const measure of spies) schedule(measure);
};

/**
 * Reports the id of the heading the reader is at, whenever it changes: the last one at or above the upper edge of
 * the area that `root` scrolls in, its scroll padding and the heading's scroll margin respected. The first report
 * comes with the next frame, unless no heading has been reached.
 *
 * `headings` are elements with an id, in document order.
 */
export function createScrollSpy(
  root: Element,
  headings: readonly Element[],
  report: (id: string | undefined) => void,
): ScrollSpy {
  let watched = headings;
  let area: ScrollArea | undefined;
  let current: string | undefined;
  let disposed = false;

  const measure = (): void => {
    if (disposed || !root.isConnected) return;
    area ??= findArea(root);
    const index = findCurrent(watched, area);
    const id = index === undefined ? undefined : watched[index]?.id;
    if (id === current) return;
    current = id;
    report(id);
  };
  const remeasure = (): void => {
    area = undefined;
    schedule(measure);
  };

  const targets = scrollTargets(root);
  for (const target of targets) listen(target);
  spies.add(measure);
  // Content that grows, an image for one, moves headings without a scroll.
  const resizes = new ResizeObserver(remeasure);
  resizes.observe(root);
  resizes.observe(root.ownerDocument.documentElement);
  schedule(measure);

  return {
    get current() {
      return current;
    },
    refresh: (next) => {
      watched = next;
      remeasure();
    },
    dispose: () => {
      if (disposed) return;
      disposed = true;
      spies.delete(measure);
      due.delete(measure);
      resizes.disconnect();
      for (const target of targets) unlisten(target);
    },
  };
}

/** The nearest area that has anything to scroll. */
const findArea = (root: Element): ScrollArea | undefined => {
  const areas = scrollAreas(root);
  return areas.find(({ element }) => element.scrollHeight > element.clientHeight) ?? areas.at(-1);
};

function findCurrent(headings: readonly Element[], area: ScrollArea | undefined): number | undefined {
  if (!area || headings.length === 0) return undefined;
  const { top, bottom } = visibleRange(area);
  const { scrollTop, scrollHeight, clientHeight } = area.element;
  const atEnd = scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 1;
  const view = { line: top + TOLERANCE, bottom, atEnd };
  const target = atEnd ? headings.findIndex((heading) => heading.matches(':target')) : -1;
  const found = currentSection(headings.length, (index) => topOf(headings[index]), view);
  // Near the end a heading that a link led to cannot come up to the edge: it is the one being read while it is in sight.
  if (target < 0 || found === undefined || target > found) return found;
  const targetTop = topOf(headings[target]);
  return targetTop !== undefined && targetTop >= top - TOLERANCE ? target : found;
}

/** Where a link to the heading would scroll to; `undefined` for one that is not rendered. */
function topOf(heading: Element | undefined): number | undefined {
  if (!heading || heading.getClientRects().length === 0) return undefined;
  const margin = Number.parseFloat(getComputedStyle(heading).scrollMarginTop) || 0;
  return heading.getBoundingClientRect().top - margin;
}

/** Scroll events stay within their tree of nodes: each tree that an element is rendered in has to be listened to. */
function scrollTargets(element: Element): Set<EventTarget> {
  const targets = new Set<EventTarget>([element.ownerDocument]);
  for (let node: Element | null = element; node; node = renderedParent(node)) targets.add(node.getRootNode());
  return targets;
}

function listen(target: EventTarget): void {
  const count = listening.get(target) ?? 0;
  if (count === 0) target.addEventListener('scroll', onScroll, { capture: true, passive: true });
  listening.set(target, count + 1);
}

function unlisten(target: EventTarget): void {
  const count = (listening.get(target) ?? 1) - 1;
  if (count > 0) {
    listening.set(target, count);
    return;
  }
  listening.delete(target);
  target.removeEventListener('scroll', onScroll, { capture: true });
}
