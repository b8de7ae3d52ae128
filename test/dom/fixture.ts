/** Elements of the tests of one file, put into the document and taken out again by {@link removeFixtures}. */
const mounted: Element[] = [];

/** Puts `html` into the document, inside a `div` of its own. */
export function mount(html: string): HTMLDivElement {
  const container = document.createElement('div');
  container.innerHTML = html;
  document.body.append(container);
  mounted.push(container);
  return container;
}

/** The element inside `root` that a test is about; a selector that finds none is a fault of the test. */
export function find<T extends Element = HTMLElement>(root: ParentNode, selector: string): T {
  const element = root.querySelector<T>(selector);
  if (!element) throw new Error(`no ${selector} in the fixture`);
  return element;
}

/** Gives each element named `with-shadow` a shadow root: what its child `template` holds. */
export function attachShadows(root: ParentNode, mode: ShadowRootMode = 'open'): void {
  for (const host of root.querySelectorAll('with-shadow')) {
    const template = find<HTMLTemplateElement>(host, ':scope > template');
    host.attachShadow({ mode }).append(template.content);
    template.remove();
  }
}

export function removeFixtures(): void {
  for (const element of mounted.splice(0)) element.remove();
}

/** Waits for `count` animation frames. */
export async function frames(count = 2): Promise<void> {
  for (let index = 0; index < count; index++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Waits until `condition` holds, at most `timeout` milliseconds. */
export async function until(condition: () => boolean, timeout = 4000): Promise<void> {
  const end = performance.now() + timeout;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`not within ${timeout} ms: ${String(condition)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
