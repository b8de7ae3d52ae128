const FIRST_PAINT = 'first-contentful-paint';

/** Milliseconds after which a document is taken for one that is not shown, as a frame out of sight is not. */
const PATIENCE = 1000;

/** Resolves when something of the document is on the screen; `undefined` where it is already, and where nobody looks. */
export function firstPaint(): Promise<void> | undefined {
  if (document.hidden || performance.getEntriesByName(FIRST_PAINT).length > 0) return undefined;
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      if (list.getEntriesByName(FIRST_PAINT).length > 0) resolve();
    }).observe({ type: 'paint', buffered: true });
    setTimeout(resolve, PATIENCE);
  });
}
