/** What scrolls sideways by itself where the text is narrower than it. */
const REGIONS = 'pre, table';

/** Elements that got their place in the tab order from us. */
const reachable = new WeakSet<Element>();

/**
 * Puts code and tables that are too wide for their place into the tab order, and takes those that fit out of it:
 * who reads by keyboard has to get at them to scroll (WCAG 2.1.1). New ones are found where they come in; what is out of
 * sight is not measured before it comes near.
 */
export interface ScrollRegions {
  /** Stops watching. */
  dispose(): void;
}

/** One for all pages and sections, so that all that come at once are measured at once. */
let sizes: ResizeObserver | undefined;

function measure(entries: readonly ResizeObserverEntry[]): void {
  const regions = new Set(entries.map(({ target }) => target.closest(REGIONS) ?? target));
  // All are measured before any is changed: a change in between would be laid out for the next one.
  const measured = [...regions].map((region) => [region, region.scrollWidth > region.clientWidth] as const);
  for (const [region, isWide] of measured) update(region, isWide);
}

export function watchScrollRegions(root: Element): ScrollRegions {
  sizes ??= new ResizeObserver(measure);
  const observer = sizes;
  const observed = new WeakSet<Element>();
  const observe = (element: Element): void => {
    if (observed.has(element)) return;
    observed.add(element);
    observer.observe(element);
  };
  const watch = (region: Element): void => {
    observe(region);
    // A style sheet that comes later changes what is in it, and not the place it has.
    if (region.firstElementChild) observe(region.firstElementChild);
  };
  /** To look through a whole page at each of its changes takes longer than most changes. */
  const changes = new MutationObserver((records) => {
    for (const { target, addedNodes } of records)
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        // What is in a region may have come later, or have been replaced.
        if (target instanceof Element && target.matches(REGIONS)) watch(target);
        if (node.matches(REGIONS)) watch(node);
        for (const region of node.querySelectorAll(REGIONS)) watch(region);
      }
  });
  changes.observe(root, { childList: true, subtree: true });
  for (const region of root.querySelectorAll(REGIONS)) watch(region);
  return {
    dispose: () => {
      changes.disconnect();
      for (const region of root.querySelectorAll(REGIONS))
        for (const element of [region, region.firstElementChild]) if (element) observer.unobserve(element);
    },
  };
}

function update(region: Element, isWide: boolean): void {
  if (isWide && !region.hasAttribute('tabindex')) {
    reachable.add(region);
    region.setAttribute('tabindex', '0');
  } else if (!isWide && reachable.delete(region)) {
    region.removeAttribute('tabindex');
  }
}
