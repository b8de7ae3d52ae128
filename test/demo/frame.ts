/** The axe of a page; the package is a script, not a module. */
interface Axe {
  run(
    context: Document,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** A page of the demo in a frame of its own. */
export interface Frame {
  readonly window: Window & typeof globalThis;
  readonly document: Document;
}

/** A frame as wide as said, when it has loaded. */
async function load(
  source: Partial<Pick<HTMLIFrameElement, 'src' | 'srcdoc'>>,
  width: number,
): Promise<Frame> {
  const frame = document.createElement('iframe');
  frame.className = 'demo-frame';
  frame.style.cssText = `width: ${width}px; height: 900px; border: 0`;
  Object.assign(frame, source);
  await new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
    document.body.append(frame);
  });
  const window = frame.contentWindow as Frame['window'];
  return { window, document: window.document };
}

/** Opens a document from its text. */
export const openText = (srcdoc: string, width = 1440): Promise<Frame> => load({ srcdoc }, width);

/** Opens a page of the demo, as wide as said, and waits until its pages have come to their end. */
export async function open(path: string, width = 1440): Promise<Frame> {
  const { window, document } = await load({ src: path }, width);
  await settled(() =>
    [...document.querySelectorAll('doc-page, doc-section')].every((element) =>
      element.matches(':state(ready), :state(error), [src*="slow"], [src*="delay"]'),
    ),
  );
  // What follows the content, such as the mark of the current section, comes with the next frames.
  await new Promise((resolve) => setTimeout(resolve, 100));
  return { window, document };
}

export function closeFrames(): void {
  for (const frame of document.querySelectorAll('.demo-frame')) frame.remove();
}

/** Waits for a condition, ten seconds at the most. */
export async function settled(condition: () => boolean): Promise<void> {
  const end = performance.now() + 10_000;
  while (!safely(condition) && performance.now() < end)
    await new Promise((resolve) => setTimeout(resolve, 20));
}

/** `:state()` is unknown to a document until an element has states. */
function safely(condition: () => boolean): boolean {
  try {
    return condition();
  } catch {
    return false;
  }
}

/** What axe finds wrong with a page, in words. */
export async function faultsOf({ window, document }: Frame): Promise<string[]> {
  const script = document.createElement('script');
  script.src = '/node_modules/axe-core/axe.min.js';
  await new Promise((resolve, reject) => {
    script.addEventListener('load', resolve, { once: true });
    script.addEventListener('error', reject, { once: true });
    document.head.append(script);
  });
  // What is out of sight is not laid out: it is what a reader finds who has come by.
  for (let top = 0; top < document.documentElement.scrollHeight; top += 400) {
    window.scrollTo(0, top);
    // Two frames: one lays out what has come into view, the next one observes its size.
    for (let frame = 0; frame < 2; frame++)
      await new Promise((resolve) => window.requestAnimationFrame(resolve));
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  window.scrollTo(0, 0);
  const { axe } = window as unknown as { axe: Axe };
  const { violations } = await axe.run(document, { resultTypes: ['violations'] });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
}

/** Where title, contents and sections stand in the page, in whole pixels. */
export function placesOf(page: Element): unknown[] {
  const { left, top } = page.getBoundingClientRect();
  const parts = [
    page.querySelector('h1, h2')!,
    page.querySelector('doc-toc')!,
    ...page.querySelectorAll('doc-section'),
  ];
  return parts.map((part) => {
    const box = part.getBoundingClientRect();
    return [part.localName, Math.round(box.left - left), Math.round(box.top - top)];
  });
}

/** Waits until nothing in a page moves any more: sheets and signs come with chunks of their own. */
export async function atRest(page: Element): Promise<void> {
  let before = '';
  for (let still = 0, tries = 0; still < 3 && tries < 100; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const now = JSON.stringify(placesOf(page));
    still = now === before ? still + 1 : 0;
    before = now;
  }
}
