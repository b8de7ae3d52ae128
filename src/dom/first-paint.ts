const FIRST_PAINT = 'first-contentful-paint';

/** Milliseconds after which a document is taken for one that is not shown, as a frame out of sight is not. */
const PATIENCE = 1000;

let isPainted = false;
let painting: Promise<void> | undefined;

/**
 * Connects an element that stands in the document when the document is on the screen, where it is going to be: a shadow root has
 * what it shows laid out anew. So readers see it sooner; and Chromium, which forgets that it has painted what is laid out
 * anew too soon, tells the right time of its largest paint.
 */
export function afterFirstPaint(element: Element, connect: () => void): void {
  isPainted ||= document.hidden || performance.getEntriesByName(FIRST_PAINT).length > 0;
  if (isPainted || element.shadowRoot) {
    connect();
    return;
  }
  painting ??= firstPaint();
  void painting.then(() => {
    if (element.isConnected && !element.shadowRoot) connect();
  });
}

const firstPaint = (): Promise<void> =>
  new Promise<void>((resolve) => {
    new PerformanceObserver((list) => {
      if (list.getEntriesByName(FIRST_PAINT).length > 0) resolve();
    }).observe({ type: 'paint', buffered: true });
    setTimeout(resolve, PATIENCE);
  }).then(() => {
    isPainted = true;
  });
