import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import type { DocPage } from '../../src/elements/doc-page.js';

/** Puts HTML into the document for one test; `clearFixtures` takes it away again. */
export function fixture<T extends Element = HTMLElement>(html: string): T {
  const container = document.createElement('div');
  container.className = 'fixture';
  container.innerHTML = html;
  document.body.append(container);
  const element = container.firstElementChild;
  if (!element) throw new Error('A fixture needs an element');
  return element as T;
}

/** A page without contents in a host of this direction and width, when its text is there. */
export async function directedPage(dir: 'ltr' | 'rtl', width: string, markdown: string): Promise<DocPage> {
  const host = fixture(`<div dir="${dir}" style="width: ${width}"><doc-page toc="none"></doc-page></div>`);
  const page = host.querySelector('doc-page')!;
  page.markdown = markdown;
  await page.updateComplete;
  return page;
}

export function clearFixtures(): void {
  for (const container of document.querySelectorAll('.fixture')) container.remove();
}

/** A sheet that the document has during the tests of the suite that asks for it. */
export function documentSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  before(() => {
    document.adoptedStyleSheets.push(sheet);
  });
  after(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  });
  return sheet;
}

/** The next event of this type on a target. */
export const nextEvent = <K extends keyof HTMLElementEventMap>(
  target: EventTarget,
  type: K,
): Promise<HTMLElementEventMap[K]> =>
  new Promise((resolve) => {
    target.addEventListener(type, (event) => resolve(event as HTMLElementEventMap[K]), { once: true });
  });

/** Waits until a condition holds, looked at each frame; fails with `what` after five seconds. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  const end = performance.now() + 5000;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`Waited five seconds for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Brings the page to the front, and waits until the keys that a test presses reach it. */
export async function receiveKeys(): Promise<void> {
  await executeServerCommand('bring-to-front');
  const button = fixture('<button type="button">x</button>');
  const pressed: Event[] = [];
  button.addEventListener('click', (event) => pressed.push(event));
  for (let tries = 0; tries < 20 && pressed.length === 0; tries++) {
    button.focus();
    await sendKeys({ press: 'Enter' });
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  button.parentElement?.remove();
  if (pressed.length === 0) throw new Error('The page gets no keys');
}
