import { expect } from 'chai';
import { Arrival } from '../../src/dom/arrival.js';
import { partsOf } from '../../src/dom/parts.js';
import { patchParts } from '../../src/dom/patch-parts.js';
import { sinkReady } from '../../src/dom/sink.js';
import { compilePage } from '../../src/html/to-html.js';
import { joinParts } from '../../src/html/join.js';
import type { Part } from '../../src/model/part.js';
import { fromMarkdown } from '../../src/source/markdown.js';
import { find, mount, removeFixtures } from './fixture.js';

const markdown = (sections: number, word = 'text', from = 1): string =>
  Array.from(
    { length: sections },
    (_, index) => `## Section ${index + from}\n\n${`${word} `.repeat(100)}\n`,
  ).join('\n');

const nested = (sections: number): string =>
  `# One\n\n## All\n\n${markdown(sections).replaceAll('## S', '### S')}`;

const compiled = async (text: string): Promise<readonly Part[]> =>
  compilePage((await fromMarkdown(text)).page);

/** Whether an element holds what a browser makes of the joined parts; the difference of long texts is not to be read. */
function isAsCompiled(root: Element, parts: readonly Part[]): boolean {
  const whole = document.createElement('div');
  whole.innerHTML = joinParts(parts);
  return root.innerHTML === whole.innerHTML;
}

const page = (): Element => find(mount('<doc-page></doc-page>'), 'doc-page');

interface Turns {
  /** Called when more has come in, with the number of times. */
  readonly onMore?: (times: number, hurry: () => void) => void;
  readonly shown?: number;
  /** The number of turns after which it is given up. */
  readonly turns?: number;
  /** What happens in each turn of the others. */
  readonly onTurn?: () => Promise<void>;
}

/** Brings parts in, until all is there or it is given up. Gives how often there was more. */
async function bring(
  root: Element,
  parts: readonly Part[],
  { onMore, shown, turns = Infinity, onTurn }: Turns = {},
): Promise<number> {
  let times = 0;
  let taken = 0;
  const givenUp = new Error('Given up');
  const rest = {
    isHurried: false,
    next: () => (++taken > turns ? Promise.reject(givenUp) : onTurn?.()),
  };
  const arrival = new Arrival(root, parts, {
    rest,
    ...(shown !== undefined && { shown }),
    onMore: () => onMore?.(++times, () => (rest.isHurried = true)),
  });
  await arrival.inTurns().catch((error: unknown) => {
    if (error !== givenUp) throw error;
  });
  return times;
}

describe('the arrival of a long page', () => {
  before(() => sinkReady());
  afterEach(removeFixtures);

  for (const [name, text] of [
    ['of many sections', markdown(450)],
    ['that is one section of many', nested(400)],
    ['of one long section', `## One\n\n${'text '.repeat(20_000)}\n\n## Two`],
    ['with a preface and notes', `# A\n\nText[^1].\n\n${markdown(300)}\n\n[^1]: Note\n`],
    ['with the author’s own HTML', markdown(300).replaceAll('text text', '<kbd>text</kbd> text')],
    ['that is short', markdown(3)],
  ] as const)
    it(`brings all of a page ${name}, and only adds to what is there`, async () => {
      const root = page();
      const parts = await compiled(text);
      let before: readonly Element[] = [];
      await bring(root, parts, {
        onMore: () => {
          const now = partsOf(root);
          expect(now.slice(0, before.length)).to.deep.equal(before);
          before = now;
        },
      });
      expect(isAsCompiled(root, parts)).to.equal(true);
      // It is known what is there: to bring the same again changes nothing.
      const observer = new MutationObserver(() => undefined);
      observer.observe(root, { childList: true, subtree: true, attributes: true });
      patchParts(root, parts);
      expect(observer.takeRecords()).to.deep.equal([]);
    });

  it('begins at once, with more than a screen and less than all, and then comes in few and larger rows', async () => {
    const root = page();
    const parts = await compiled(markdown(450));
    const counts: number[] = [];
    const done = bring(root, parts, { onMore: () => counts.push(partsOf(root).length) });
    expect(partsOf(root).length).to.be.within(10, 100);
    await done;
    expect(counts.length).to.be.within(2, 40);
  });

  it('goes on from a beginning that is there', async () => {
    const root = page();
    const parts = await compiled(markdown(450));
    const shown = parts.slice(0, 101);
    patchParts(root, shown);
    const before = partsOf(root);
    const size = shown.slice(1).reduce((sum, { html }) => sum + html.length, 0);
    const done = bring(root, parts, { shown: size });
    expect(partsOf(root).length).to.be.within(101, 200);
    await done;
    expect(partsOf(root).slice(0, 101)).to.deep.equal(before);
    expect(isAsCompiled(root, parts)).to.equal(true);
  });

  it('leaves, wherever it is given up, what the same page and any other can be made of', async () => {
    const texts = [markdown(400), nested(350), markdown(300, 'other', 300)];
    const pages = await Promise.all(texts.map(compiled));
    let givenUp = 0;
    for (const first of pages)
      for (const [index, second] of pages.entries())
        for (const turns of [1, 3, 7 + index]) {
          const root = page();
          await bring(root, first, { turns });
          if (!isAsCompiled(root, first)) givenUp++;
          patchParts(root, second);
          expect(isAsCompiled(root, second)).to.equal(true);
          removeFixtures();
        }
    expect(givenUp).to.equal(27);
  });

  it('has all at once when it is hurried', async () => {
    for (const parts of [await compiled(markdown(450)), await compiled(nested(400))]) {
      const root = page();
      const times = await bring(root, parts, { onMore: (_, hurry) => hurry() });
      expect(times).to.equal(1);
      expect(isAsCompiled(root, parts)).to.equal(true);
    }
  });

  it('goes on where others take parts away and add to the page meanwhile', async () => {
    const root = page();
    await bring(root, await compiled(markdown(450)), {
      onMore: (times) => {
        if (times !== 1) return;
        partsOf(root).at(-1)?.remove();
        root.append(document.createElement('aside'));
      },
    });
    const ids = [...root.querySelectorAll('h2')].map(({ id }) => Number(id.replace('section-', '')));
    expect(ids).to.deep.equal([...ids].sort((some, other) => some - other));
    expect(ids).to.have.length(449);
    expect(root.lastElementChild?.localName).to.equal('aside');
  });

  it('keeps the line that is being read where it is, while the table of contents above grows', async () => {
    const root = page();
    const frames = async (): Promise<void> => {
      for (let count = 0; count < 2; count++) await new Promise(requestAnimationFrame);
    };
    const parts = await compiled(markdown(450));
    const places: number[] = [];
    const heights: number[] = [];
    const heading = (): Element => find(root, '#section-9');
    await bring(root, parts, {
      onTurn: async () => {
        if (places.length === 0) heading().scrollIntoView();
        await frames();
        places.push(heading().getBoundingClientRect().top);
        heights.push(find(root, 'doc-toc').getBoundingClientRect().height);
      },
    });
    window.scrollTo(0, 0);
    expect(heights.at(-1)).to.be.above((heights[0] ?? NaN) + 1000);
    for (const place of places) expect(place).to.be.closeTo(places[0] ?? NaN, 2);
  });

  it('leaves alone who reads the table of contents itself', async () => {
    const root = page();
    window.scrollTo(0, 0);
    await bring(root, await compiled(markdown(450)), {
      onTurn: () => Promise.resolve(),
    });
    expect(window.scrollY).to.equal(0);
  });
});
