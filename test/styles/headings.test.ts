import { expect } from 'chai';
import '../../src/index.js';
import type { DocPage } from '../../src/index.js';
import { addPermalinks } from '../../src/dom/permalinks.js';
import { clearFixtures, directedPage, documentSheet, fixture } from '../elements/fixture.js';

const LONG = 'A heading of many words that go on in a second line';

/** The lines of a heading's text, as boxes. */
function linesOf(heading: Element): DOMRect[] {
  const range = document.createRange();
  range.selectNodeContents(heading);
  return [...range.getClientRects()].filter(({ width }) => width > 0);
}

/** Whether the engine is asked where a heading's last line ends: WebKit is slow at that. */
const KNOWS_THE_END = CSS.supports('anchor-name: --end') && !CSS.supports('hanging-punctuation: first');

const middle = ({ top, bottom }: DOMRect): number => (top + bottom) / 2;

describe('a permalink', () => {
  afterEach(clearFixtures);
  const sheet = documentSheet();
  before(() => {
    sheet.replaceSync('doc-section { content-visibility: visible }');
  });

  for (const [name, heading] of [
    ['a short heading', '## Short'],
    ['a heading of two lines', `## ${LONG}`],
    ['a small heading', `##### ${LONG}, and on and on`],
  ] as const)
    it(`stands ${KNOWS_THE_END ? 'behind the last word' : 'at the end of the first line'} of ${name}, inside the page`, async () => {
      for (const [dir, text] of [
        ['ltr', heading],
        ['rtl', `---\nlang: he\n---\n\n${heading.replace(/[A-Za-z]/g, 'ש')}`],
      ] as const) {
        const page = await directedPage(dir, '22em', text);
        const lines = linesOf(page.querySelector('h2, h5')!);
        const last = KNOWS_THE_END ? lines.at(-1)! : lines[0]!;
        const link = page.querySelector('.heading-anchor')!.getBoundingClientRect();
        expect(lines.length > 1, 'it is wrapped').to.equal(name !== 'a short heading');
        expect(middle(link)).to.be.closeTo(middle(last), 5);
        const gap = dir === 'ltr' ? link.left - last.right : last.left - link.right;
        if (KNOWS_THE_END) expect(gap, dir).to.be.within(-10, 16);
        else expect(gap, dir).to.be.at.least(-10);
        const { left, right } = page.getBoundingClientRect();
        expect(link.left, `${dir}: from the left edge`).to.be.at.least(left - 4);
        expect(link.right, `${dir}: to the right edge`).to.be.at.most(right + 4);
      }
    });

  it('does not move a heading of HTML, or what is below it', async () => {
    const page = fixture<DocPage>(
      `<doc-page toc="none" heading-links="none" style="inline-size: 22em"><h1>T</h1><p>Text.</p><h2 id="a">One</h2><p>Text.</p><h3 id="b">Another</h3><p>Text.</p></doc-page>`,
    );
    await page.updateComplete;
    const places = (): number[] =>
      [...page.querySelectorAll('p, h2, h3')].map((element) =>
        Math.round(element.getBoundingClientRect().top),
      );
    const before = places();
    addPermalinks(page);
    expect(page.querySelectorAll('.heading-anchor')).to.have.lengthOf(2);
    expect(places()).to.deep.equal(before);
  });
});
