import { a11ySnapshot, findAccessibilityNode, sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../src/index.js';
import type { DocPage, DocToc } from '../../src/index.js';
import { clearFixtures, fixture, receiveKeys, until } from './fixture.js';

const paragraphs = 'Text.\n\n'.repeat(60);
const TEXT = `## One\n\n${paragraphs}## Two\n\n${paragraphs}### Deep\n\n${paragraphs}## Three\n\n${paragraphs}`;

const make = async (style = ''): Promise<{ page: DocPage; toc: DocToc }> => {
  const container = fixture(`<div style="${style}"><doc-page heading-level="1"></doc-page></div>`);
  const page = container.querySelector('doc-page')!;
  page.markdown = TEXT;
  await page.updateComplete;
  const toc = page.querySelector('doc-toc')!;
  await toc.updateComplete;
  return { page, toc };
};

const current = (toc: Element): string | null | undefined =>
  toc.querySelector('[aria-current]')?.getAttribute('href');
const toggle = (toc: DocToc): HTMLButtonElement =>
  toc.shadowRoot!.querySelector<HTMLButtonElement>('[part="toggle"]')!;
const nameOf = (node: unknown): string => {
  const { role, name } = node as { role: string; name?: string };
  return `${role} ${name ?? ''}`;
};

/** Scrolls to a heading until it is noticed: sections get their real heights only when they come near. */
const read = (page: DocPage, selector: string, isNoticed: () => boolean): Promise<void> =>
  until(() => {
    page.querySelector(selector)?.scrollIntoView();
    return isNoticed();
  }, `${selector} to be noticed`);

/** Chromium's own tree; the types of the command say that there is none. */
const snapshot = a11ySnapshot as unknown as () => Promise<Parameters<typeof findAccessibilityNode>[0]>;
const isShown = (element: Element): boolean => element.getClientRects().length > 0;

describe('doc-toc', () => {
  afterEach(() => {
    clearFixtures();
    window.scrollTo(0, 0);
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('lists the headings in nested lists', async () => {
    const { toc } = await make();
    const links = [...toc.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).to.deep.equal(['#one', '#two', '#deep', '#three']);
    expect(toc.querySelector('ol ol a')?.getAttribute('href')).to.equal('#deep');
  });

  it('marks the section being read, and no other', async () => {
    const { page, toc } = await make();
    await read(page, '#two', () => current(toc) === '#two');
    expect(toc.querySelectorAll('[aria-current]')).to.have.lengthOf(1);
    expect(page.currentSection).to.equal('two');
    await read(page, '#three', () => current(toc) === '#three');
  });

  it('tells the change by an event of the page', async () => {
    const { page } = await make();
    const ids: (string | undefined)[] = [];
    page.addEventListener('doc-section-change', ({ id }) => ids.push(id));
    await read(page, '#two', () => ids.includes('two'));
  });

  it('shows the list and no button where the page is wide', async () => {
    const { toc } = await make('width: 1100px');
    expect(isShown(toggle(toc))).to.equal(false);
    expect(isShown(toc.querySelector('nav')!)).to.equal(true);
  });

  describe('that collapses', () => {
    const start = async (): Promise<{ page: DocPage; toc: DocToc; deep: HTMLElement }> => {
      const { page } = await make('width: 1100px');
      page.tocCollapse = true;
      await page.updateComplete;
      const toc = page.querySelector('doc-toc')!;
      return { page, toc, deep: toc.querySelector<HTMLElement>('[href="#deep"]')! };
    };

    it('shows the headings below a section while the reader is in it', async () => {
      const { page, toc, deep } = await start();
      expect(isShown(deep)).to.equal(false);
      await read(page, '#two', () => current(toc) === '#two');
      expect(isShown(deep)).to.equal(true);
      await read(page, '#three', () => current(toc) === '#three');
      expect(isShown(deep)).to.equal(false);
    });

    it('shows them to the keyboard', async function () {
      // WebKitGTK has no focus to give without a window manager.
      if (!document.hasFocus()) this.skip();
      const { toc, deep } = await start();
      toc.querySelector<HTMLElement>('[href="#two"]')!.focus();
      expect(isShown(deep)).to.equal(true);
      deep.focus();
      expect(toc.querySelector(':focus')).to.equal(deep);
    });

    it('shows all of them where the page does not ask for it', async () => {
      const { page, deep } = await start();
      page.tocCollapse = false;
      await page.updateComplete;
      expect(isShown(deep)).to.equal(true);
    });
  });

  it('scrolls by itself to the link of the section being read, and the page stays', async () => {
    const container = fixture('<div style="width: 1100px"><doc-page heading-level="1"></doc-page></div>');
    const page = container.querySelector('doc-page')!;
    page.markdown = Array.from({ length: 150 }, (_, index) => `## Number ${index}\n\nText.\n`).join('\n');
    await page.updateComplete;
    const toc = page.querySelector('doc-toc')!;
    const link = toc.querySelector('[href="#number-140"]')!;
    await read(page, '#number-140', () => link.hasAttribute('aria-current'));
    await until(() => {
      const { top, bottom } = link.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }, 'the link to be in sight');
    // The sections around have got their heights.
    let [place, rests] = [-1, 0];
    await until(() => {
      page.querySelector('#number-140')?.scrollIntoView();
      rests = window.scrollY === place ? rests + 1 : 0;
      place = window.scrollY;
      return rests > 5;
    }, 'the page to be at rest');
    const { scrollY } = window;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(window.scrollY).to.be.closeTo(scrollY, 1);
  });

  it('folds the list behind a button where the page is narrow', async () => {
    const { toc } = await make('width: 320px');
    expect(isShown(toc.querySelector('nav')!)).to.equal(false);
    expect(toggle(toc).getAttribute('aria-expanded')).to.equal('false');
    toggle(toc).click();
    await toc.updateComplete;
    expect(toggle(toc).getAttribute('aria-expanded')).to.equal('true');
    expect(isShown(toc.querySelector('nav')!)).to.equal(true);
  });

  it('is operated by keyboard: opens, goes to a section, closes', async () => {
    await receiveKeys();
    const { page, toc } = await make('width: 320px');
    toggle(toc).focus();
    await sendKeys({ press: 'Enter' });
    await toc.updateComplete;
    expect(toc.open).to.equal(true);
    toc.querySelectorAll('a')[1]!.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => location.hash === '#two', 'the address to change');
    await until(() => current(toc) === '#two', 'the second section to be current');
    expect(toc.open).to.equal(false);
    expect(page.querySelector('#two')!.matches(':target')).to.equal(true);
  });

  it('is a labelled navigation with the current link in the accessibility tree', async function () {
    // Only Chromium shows its tree to tests.
    if (!navigator.userAgent.includes('Chrome')) this.skip();
    const { page, toc } = await make('width: 1100px');
    await read(page, '#two', () => current(toc) === '#two');
    // The browser writes its tree a little after the layout.
    const names = ['link Two', 'heading Two', 'link Link to this section: Two'];
    let missing = names;
    for (let tries = 0; tries < 20 && missing.length > 0; tries++) {
      const tree = await snapshot();
      missing = names.filter((wanted) => !findAccessibilityNode(tree, (node) => nameOf(node) === wanted));
    }
    expect(missing).to.deep.equal([]);
  });
});
