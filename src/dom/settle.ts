import { scrollAreas, visibleRange } from './scroll-area.js';

/** What ends the corrections: the reader takes over, or the document goes elsewhere. */
const READER = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/** How often a position is corrected at most. */
const MOST_CORRECTIONS = 5;

/** Milliseconds after which the reader is surely reading. */
const LONGEST = 3000;

/** Milliseconds without a scroll event after which a smooth scroll has ended. */
const STILL = 150;

let stopLatest: (() => void) | undefined;

/** What goes on until its end. */
interface Settling {
  /** For listeners. */
  readonly signal: AbortSignal;
  readonly stop: () => void;
}

/** Begins what goes on until the reader does anything or the next one begins; `dispose` ends the rest of it. */
function begin(dispose: () => void): Settling {
  stopLatest?.();
  const ending = new AbortController();
  const { signal } = ending;
  const stop = (): void => {
    ending.abort();
    dispose();
    if (stopLatest === stop) stopLatest = undefined;
  };
  stopLatest = stop;
  for (const type of READER) window.addEventListener(type, stop, { signal, capture: true, passive: true });
  return { signal, stop };
}

/**
 * Like {@link settleOn}, once the smooth scroll that is on its way to `target` has come to its end: a correction would
 * cut it short. A reader who takes over is left alone.
 */
export function settleAfterScroll(target: Element): void {
  const { signal, stop } = begin(() => clearTimeout(timer));
  // Without a scroll there is no end of one.
  let timer = setTimeout(stop, LONGEST);
  // WebKit has no event for the end (`scrollend`).
  const onScroll = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      settleOn(target);
    }, STILL);
  };
  document.addEventListener('scroll', onScroll, { signal, capture: true, passive: true });
}

/**
 * Keeps `target` where the browser has just scrolled it to while the layout settles: sections above it that had
 * only been estimated get their real height when they come near, images and fonts arrive. A few corrections, then it
 * is left alone; at once when the reader does anything, or another target is settled on.
 */
export function settleOn(target: Element): void {
  let corrections = 0;
  let frame: number | undefined;
  const check = (): void => {
    frame = undefined;
    const moved = alignToStart(target);
    if (moved && ++corrections >= MOST_CORRECTIONS) stop();
    // What comes into view by the correction may change its height in turn.
    else if (moved) schedule();
  };
  const schedule = (): void => {
    frame ??= requestAnimationFrame(check);
  };
  const resizes = new ResizeObserver(schedule);
  const { signal, stop } = begin(() => {
    resizes.disconnect();
    clearTimeout(timer);
    if (frame !== undefined) cancelAnimationFrame(frame);
  });
  const timer = setTimeout(stop, LONGEST);

  const { href } = location;
  const onPopState = (): void => {
    // Going to the fragment fires the event as well.
    if (location.href !== href) stop();
  };
  window.addEventListener('popstate', onPopState, { signal });
  document.addEventListener('contentvisibilityautostatechange', schedule, { signal, capture: true });
  for (let node: Element | null = target.parentElement; node; node = node.parentElement)
    resizes.observe(node);
  // One frame lets the browser lay out what has come into view, the next one sees the outcome.
  frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(check);
  });
}

/**
 * Scrolls each area so that the target is at its upper edge, as going to a fragment does; unlike `scrollIntoView`,
 * never the page around a frame. Gives whether anything moved.
 */
function alignToStart(target: Element): boolean {
  const before = target.getBoundingClientRect().top;
  const margin = Number.parseFloat(getComputedStyle(target).scrollMarginTop) || 0;
  for (const area of scrollAreas(target)) {
    const distance = target.getBoundingClientRect().top - margin - visibleRange(area).top;
    // To a place, not by a distance: Firefox counts a distance from where a smooth scroll on its way will end.
    if (Math.abs(distance) >= 1)
      area.element.scrollTo({ top: area.element.scrollTop + distance, behavior: 'instant' });
  }
  return Math.abs(target.getBoundingClientRect().top - before) >= 1;
}
