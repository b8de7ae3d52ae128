import { expect } from 'chai';
import '../../src/index.js';
import type { DocPage } from '../../src/index.js';
import { BLOCKS } from '../../src/model/blocks.js';
import { EVERY_SAMPLE } from '../block-samples.js';
import { setEnvironment } from '../tools/environment.js';
import { faults, SCHEMES } from './axe.js';
import { clearFixtures, fixture, until } from './fixture.js';

/** A page with every kind of block, each in a section of its own, as wide as said. Everything that folds is open. */
async function show(lang: string, width: number, scheme: keyof typeof SCHEMES = 'light'): Promise<DocPage> {
  document.documentElement.style.cssText = SCHEMES[scheme];
  const host = fixture(
    `<div style="inline-size: ${width}px"><main><h1>The site</h1><doc-page></doc-page></main></div>`,
  );
  const page = host.querySelector('doc-page')!;
  const sections = EVERY_SAMPLE.map(([kind, block]) => ({ heading: kind, blocks: [block] }));
  page.data = { lang, title: 'A page', body: 'See [it](https://example.org/a).', sections };
  await page.updateComplete;
  for (const details of page.querySelectorAll('details')) details.open = true;
  for (const section of page.querySelectorAll<HTMLElement>('doc-section'))
    section.style.contentVisibility = 'visible';
  await until(
    () => [...page.querySelectorAll('repo-link')].every((link) => link.matches(':defined')),
    'the signs of repositories',
  );
  return page;
}

/** What stands out of a page at its sides, apart from what scrolls on its own. */
function protruding(page: Element): string[] {
  const { left, right } = page.getBoundingClientRect();
  return [...page.querySelectorAll('.doc-block, .doc-block *, p > *')]
    .filter((element) => !element.closest('pre, table'))
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.left < left - 1 || box.right > right + 1);
    })
    .map((element) => element.outerHTML.slice(0, 100));
}

const kindsIn = (page: Element): string[] =>
  Object.keys(BLOCKS).filter((kind) => page.querySelector(`.doc-block-${kind}`) !== null);

describe('how blocks look', function () {
  this.timeout(60_000);

  afterEach(() => {
    clearFixtures();
    document.documentElement.removeAttribute('style');
  });

  for (const lang of ['en', 'ar'])
    for (const scheme of ['light', 'dark'] as const)
      it(`gives axe nothing to object to in any kind, in ${lang}, in the ${scheme}`, async () => {
        for (const width of [320, 1100]) {
          const page = await show(lang, width, scheme);
          expect(kindsIn(page)).to.deep.equal(Object.keys(BLOCKS));
          expect(page.matches(':dir(rtl)')).to.equal(lang === 'ar');
          expect(await faults(page.parentElement!), `${width} pixels`).to.deep.equal([]);
          clearFixtures();
        }
      });

  for (const lang of ['en', 'ar', 'he', 'ja'])
    it(`fits into 320 pixels in ${lang}, repositories in text included`, async () => {
      const page = await show(lang, 320);
      expect(page.scrollWidth).to.be.at.most(320);
      expect(protruding(page)).to.deep.equal([]);
    });

  it('keeps names and numbers in their order among words of the other direction', async () => {
    const page = await show('ar', 700);
    const boxes = (element: Element): { first: DOMRect; last: DOMRect } => {
      const range = document.createRange();
      const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text;
      const at = (offset: number): DOMRect => {
        range.setStart(text, offset);
        range.setEnd(text, offset + 1);
        return range.getBoundingClientRect();
      };
      return { first: at(0), last: at(text.length - 1) };
    };
    // A full stop, a slash and a plus sign stand behind what they belong to, as in their own direction.
    for (const selector of ['.doc-sponsors .doc-name', '.doc-citation .doc-url', '.repo-language']) {
      const { first, last } = boxes(page.querySelector(selector)!);
      expect(last.left, selector).to.be.above(first.left);
    }
  });

  describe('on paper', () => {
    let page: DocPage;

    beforeEach(async function () {
      if (!(await setEnvironment({ media: 'print' })).media) this.skip();
      page = await show('en', 700);
    });

    const shown = (element: Element): boolean =>
      element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
    const behind = (link: Element): string => getComputedStyle(link, '::after').content;

    it('is without what only a screen is for', () => {
      const chrome = [
        ...page.querySelectorAll('.heading-anchor, button'),
        ...[page, ...page.querySelectorAll('doc-toc, doc-code')].flatMap((element) => [
          ...(element.shadowRoot?.querySelectorAll('button, [part="error"], [part="loading"]') ?? []),
        ]),
      ];
      expect(chrome.length).to.be.above(EVERY_SAMPLE.length);
      expect(chrome.filter(shown).map(({ outerHTML }) => outerHTML.slice(0, 80))).to.deep.equal([]);
      expect(page.querySelectorAll('doc-toc a')).to.have.lengthOf(EVERY_SAMPLE.length);
      expect([...page.querySelectorAll('doc-toc a')].every(shown)).to.equal(true);
    });

    it('says where links lead, once', () => {
      const targets: readonly (readonly [selector: string, words: string])[] = [
        ['.doc-links .doc-url', '" (https://example.org/primer)"'],
        ['.doc-people .doc-links .doc-url', '" (https://social.example.org/@ada)"'],
        ['.doc-contacts a', '" (mailto:security@example.org)"'],
        ['.doc-channels a[href^="mailto:"]', '" (mailto:hello@example.org)"'],
        ['repo-link[variant="card"] > a', '"https://github.com/dotnet/coreclr"'],
      ];
      for (const [selector, words] of targets)
        expect(behind(page.querySelector(selector)!), selector).to.equal(words);
      for (const selector of ['.doc-citation .doc-url', '.doc-citation .doc-doi', '.repo-state a'])
        expect(behind(page.querySelector(selector)!), selector).to.equal('none');
    });

    it('cuts nothing in two that can be kept together', () => {
      const whole = page.querySelectorAll(
        '.doc-item:not(details), repo-link[variant="card"], .doc-citation, .doc-block tr',
      );
      expect(whole.length).to.be.above(30);
      for (const element of whole)
        expect(getComputedStyle(element).breakInside, element.outerHTML.slice(0, 80)).to.equal('avoid');
      for (const heading of page.querySelectorAll('h2, summary'))
        expect(getComputedStyle(heading).breakAfter, heading.outerHTML).to.equal('avoid');
    });

    it('shows answers that are folded away', () => {
      for (const details of page.querySelectorAll('details')) details.open = false;
      const answers = [...page.querySelectorAll('.doc-answer')];
      expect(answers.every((answer) => answer.getBoundingClientRect().height > 0)).to.equal(true);
    });

    it('fits on the sheet', () => {
      expect(protruding(page)).to.deep.equal([]);
      expect(page.scrollWidth).to.be.at.most(700);
    });
  });

  it('keeps its shapes where the colours are the reader’s', async function () {
    if (!(await setEnvironment({ features: { 'forced-colors': 'active' } })).media) this.skip();
    const page = await show('en', 700, 'dark');
    const probe = fixture('<p style="color: Canvas">x</p>');
    const canvas = getComputedStyle(probe).color;
    const edges: readonly (readonly [selector: string, side: 'BlockStart' | 'InlineStart'])[] = [
      ['repo-link[variant="card"]', 'BlockStart'],
      ['.repo-archived', 'BlockStart'],
      ['.doc-links > .doc-item', 'BlockStart'],
      ['.doc-channels > .doc-item', 'BlockStart'],
      ['.doc-questions > .doc-item', 'BlockStart'],
      ['.doc-releases > .doc-item', 'BlockStart'],
      ['.doc-bodies > .doc-item', 'BlockStart'],
      ['.doc-ways a', 'BlockStart'],
      ['.doc-contacts a', 'BlockStart'],
      ['.doc-avatar', 'BlockStart'],
      ['.doc-initials', 'BlockStart'],
      ['.doc-events > .doc-item', 'InlineStart'],
      ['.doc-stats > .doc-item', 'InlineStart'],
      ['.doc-citation', 'InlineStart'],
      ['.doc-citation pre', 'BlockStart'],
    ];
    for (const [selector, side] of edges) {
      const style = getComputedStyle(page.querySelector(selector)!);
      expect(style[`border${side}Style`], selector).to.match(/solid|dashed/);
      expect(parseFloat(style[`border${side}Width`]), selector).to.be.at.least(1);
      expect(style[`border${side}Color`], selector).not.to.equal(canvas);
    }
    for (const selector of ['.doc-events > .doc-item', '.repo-language']) {
      const dot = getComputedStyle(page.querySelector(selector)!, '::before');
      expect(dot.backgroundColor, selector).not.to.equal(canvas);
    }
    expect(await faults(page.parentElement!, { 'color-contrast': { enabled: false } })).to.deep.equal([]);
  });
});
