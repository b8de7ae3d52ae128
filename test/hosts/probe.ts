/**
 * What a page under a policy shows and what its policy complains of. A script of the page itself, before any other in it;
 * `probe()` is for whoever has opened the page.
 */

export interface Probe {
  /** Violations, errors and rejections. */
  readonly complaints: readonly string[];
  /** What the console was told. */
  readonly warnings: readonly string[];
  /** What the page shows and can do, by name; empty where it holds none of it. */
  readonly features: Readonly<Record<string, boolean>>;
  /** Every element of the page with all that is computed of its style. */
  readonly styles: readonly string[];
}

const complaints: string[] = [];
addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) =>
  complaints.push(`${effectiveDirective}: ${blockedURI} in ${sourceFile}`),
);
addEventListener(
  'error',
  (event: Event) => {
    const { target } = event;
    const name = target instanceof Element ? target.outerHTML : 'something';
    const message = event instanceof ErrorEvent ? event.message : `${name} does not load`;
    if (!message.includes('ResizeObserver')) complaints.push(`an error: ${message}`);
  },
  true,
);
addEventListener('unhandledrejection', ({ reason }) => complaints.push(`a rejection: ${String(reason)}`));

const warnings: string[] = [];
/* eslint-disable no-console -- what it is told is looked at */
for (const method of ['warn', 'error'] as const) {
  const native = console[method].bind(console);
  console[method] = (...args: unknown[]) => {
    warnings.push(args.map(String).join(' '));
    native(...args);
  };
}
/* eslint-enable no-console */

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));

/** Waits for the elements; what comes when it is seen has been seen. */
async function settle(): Promise<void> {
  await customElements.whenDefined('doc-page');
  const pages = () =>
    Promise.all(
      [...document.querySelectorAll('doc-page')].map(
        (page) => (page as unknown as { updateComplete: Promise<boolean> }).updateComplete,
      ),
    );
  await pages();
  for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
    scrollTo({ top, behavior: 'instant' });
    await rest();
  }
  scrollTo({ top: 0, behavior: 'instant' });
  await pages();
}

const elementsIn = (root: ParentNode): Element[] =>
  [...root.querySelectorAll('*')].flatMap((element) =>
    element.shadowRoot ? [element, ...elementsIn(element.shadowRoot)] : [element],
  );

/** The place for messages is there where a page took time, which is not for the policy to decide. */
const isMessage = (element: Element): boolean => element.matches('.status');

const styles = (): string[] =>
  elementsIn(document.body).flatMap((element) => {
    if (isMessage(element)) return [];
    const style = getComputedStyle(element);
    const declared = [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`);
    return `<${element.localName} class="${element.getAttribute('class') ?? ''}"> ${declared.join('; ')}`;
  });

function styleOf(selector: string, property: string): string {
  const element = document.querySelector(selector);
  return element ? getComputedStyle(element).getPropertyValue(property) : '';
}

const pixels = (selector: string, property: string): number => parseFloat(styleOf(selector, property)) || 0;

/** The sign of a repository is drawn by the element, or by the style sheet where that knows it. */
const hasSign = (link: Element): boolean =>
  link.shadowRoot?.querySelector('svg') != null || getComputedStyle(link, '::before').content !== 'none';

function features(): Record<string, boolean> {
  if (!document.querySelector('pre')) return {};
  const page = document.querySelector('doc-page');
  const links = [...document.querySelectorAll('repo-link:not([variant])')];
  return {
    title: pixels('h1', 'font-size') > 1.5 * pixels('p', 'font-size'),
    contents: document.querySelectorAll('doc-toc nav a').length > 2 && pixels('doc-toc', 'width') > 0,
    sections: document.querySelectorAll('doc-section > hgroup > .heading-anchor').length > 2,
    colours: CSS.highlights.size > 2,
    code: styleOf('pre', 'background-color') !== styleOf('body', 'background-color'),
    callout: pixels('doc-callout, .markdown-alert', 'border-inline-start-width') > 0,
    table: pixels('td', 'padding-inline-start') > 0,
    repositories: links.length > 0 && links.every(hasSign),
    block: pixels('.doc-block-people ul', 'column-gap') > 0,
    formulas: elementsIn(document.body).some(({ localName }) => localName === 'math'),
    ...(page?.hasAttribute('live') && { live: page.textContent.includes('Told by the forge just now.') }),
    ...(page?.hasAttribute('trusted') && { trusted: page.querySelector('form[data-kept] input') !== null }),
  };
}

/** Looks until there is nothing missing and nothing changes any more. */
async function probe(): Promise<Probe> {
  await settle();
  let before = '';
  for (let tries = 0; ; tries++) {
    const now = { features: features(), styles: styles() };
    const text = now.styles.join();
    const isWhole = Object.values(now.features).every(Boolean);
    if ((isWhole && before === text) || tries === 50) return { complaints, warnings, ...now };
    before = text;
    await rest();
  }
}

Object.assign(globalThis, { probe });
