/** What scrolls sideways by itself where the text is narrower than it. */
const REGIONS = 'pre, table';

/** Elements that got their place in the tab order from us. */
const reachable = new WeakSet<Element>();

/**
 * Puts code and tables that are too wide for their place into the tab order, and takes those that fit out of it:
 * who reads by keyboard has to get at them to scroll (WCAG 2.1.1). `refresh` looks for new ones; what is out of sight
 * is not measured before it comes near.
 */
export interface ScrollRegions {
  refresh(): void;
  /** Stops watching. */
  dispose(): void;
}

export function watchScrollRegions(root: Element): ScrollRegions {
  const observer = new ResizeObserver((entries) => {
    const regions = new Set(entries.map(({ target }) => target.closest(REGIONS) ?? target));
    // All are measured before any is changed: a change in between would be laid out for the next one.
    const measured = [...regions].map((region) => [region, region.scrollWidth > region.clientWidth] as const);
    for (const [region, isWide] of measured) update(region, isWide);
  });
  const observed = new WeakSet<Element>();
  return {
    refresh: () => {
      for (const region of root.querySelectorAll(REGIONS)) {
        // What is in it may have come later, or have been replaced.
        const inner = region.firstElementChild;
        if (observed.has(region) && (!inner || observed.has(inner))) continue;
        observed.add(region);
        if (inner) observed.add(inner);
        observer.observe(region);
        // A style sheet that comes later changes what is in it, and not the place it has.
        if (region.firstElementChild) observer.observe(region.firstElementChild);
      }
    },
    dispose: () => {
      observer.disconnect();
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
