import { expect } from 'chai';
import '../../src/index.js';
import type { DocPage } from '../../src/index.js';
import { clearFixtures, directedPage } from '../elements/fixture.js';

/** Where a text of an element stands, from left to right. */
function boxOf(element: Element, text: string): DOMRect {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const start = node.textContent!.indexOf(text);
    if (start === -1) continue;
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, start + text.length);
    return range.getBoundingClientRect();
  }
  throw new Error(`There is no “${text}”.`);
}

/** Whether a text ends at its left side, and whether it stands at the right edge. */
function looksOf(element: Element, first: string, last: string): { endsLeft: boolean; isRight: boolean } {
  const [start, end] = [boxOf(element, first), boxOf(element, last)];
  const { left, right } = element.getBoundingClientRect();
  return {
    endsLeft: end.left < start.left,
    isRight: right - Math.max(start.right, end.right) < Math.min(start.left, end.left) - left,
  };
}

const page = (dir: 'ltr' | 'rtl', markdown: string): Promise<DocPage> => directedPage(dir, '40em', markdown);

describe('text of another direction', () => {
  afterEach(clearFixtures);

  it('keeps its full stop, and stands where the others do', async () => {
    const english = await page('rtl', '# Why?\n\nBecause.\n\n- Hence!\n\n| So? |\n| - |\n| Yes! |');
    const ends = { h1: ['W', '?'], p: ['B', '.'], li: ['H', '!'], th: ['S', '?'], td: ['Y', '!'] } as const;
    for (const [tag, [first, last]] of Object.entries(ends))
      expect(looksOf(english.querySelector(tag)!, first, last).endsLeft, tag).to.equal(false);
    expect(looksOf(english.querySelector('p')!, 'B', '.').isRight).to.equal(true);
    expect(looksOf(english.querySelector('li')!, 'H', '!').isRight).to.equal(true);

    const hebrew = await page('ltr', '# T\n\nשלום!');
    expect(looksOf(hebrew.querySelector('p')!, 'ש', '!')).to.deep.equal({ endsLeft: true, isRight: false });
  });

  it('does not turn a page of a language from right to left, or what says its own, whose text begins with a name', async () => {
    const hebrew = await page('ltr', '---\nlang: he\n---\n\n# T\n\nGitHub הוא אתר.');
    expect(looksOf(hebrew.querySelector('p')!, 'G', '.')).to.deep.equal({ endsLeft: true, isRight: true });
    const english = await page('ltr', '# T\n\n<div dir="rtl">\n\nGitHub הוא אתר.\n\n</div>');
    expect(looksOf(english.querySelector('p')!, 'G', '.')).to.deep.equal({ endsLeft: true, isRight: true });
  });

  it('leaves the box of a task beside its text', async () => {
    for (const dir of ['ltr', 'rtl'] as const)
      for (const markdown of ['- [x] Read.\n- [ ] Write.', '- [x] Read.\n\n- [ ] Write.', '- [x] קרא']) {
        const tasks = await page(dir, markdown);
        const item = tasks.querySelector('li')!;
        const box = item.querySelector('input')!.getBoundingClientRect();
        const text = boxOf(item, item.textContent.trim());
        if (dir === 'ltr') expect(box.right, markdown).to.be.at.most(text.left);
        else expect(box.left, markdown).to.be.at.least(text.right);
      }
  });

  it('keeps numbers before their units and behind their signs, however a cell is aligned', async () => {
    for (const rule of ['-', ':-', ':-:', '-:']) {
      const cells = (await page('rtl', `| a |\n| ${rule} |\n| 1.2 MB |\n| −5 % |`)).querySelectorAll('td');
      expect(looksOf(cells[0]!, '1', 'B').endsLeft, `1.2 MB in ${rule}`).to.equal(false);
      expect(looksOf(cells[1]!, '−', '%').endsLeft, `−5 % in ${rule}`).to.equal(false);
    }
  });

  it('is aligned as its author has said', async () => {
    const { left, right } = (await page('rtl', '<p align="center">Middle.</p>'))
      .querySelector('p')!
      .getBoundingClientRect();
    const text = boxOf(document.querySelector('p[align]')!, 'Middle.');
    expect(text.left - left).to.be.closeTo(right - text.right, 1);

    const table = await page('rtl', '| A long name | A long name |\n| :- | -: |\n| 1 | 2 |');
    const [atLeft, atRight] = table.querySelectorAll('td');
    expect(looksOf(atLeft!, '1', '1').isRight).to.equal(false);
    expect(looksOf(atRight!, '2', '2').isRight).to.equal(true);
  });
});
