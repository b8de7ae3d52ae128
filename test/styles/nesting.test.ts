import { expect } from 'chai';
import '../../src/index.js';
import { clearFixtures, directedPage } from '../elements/fixture.js';

/** How far the innermost text of each stands in, in pixels, and how wide it is. */
async function innermost(dir: 'ltr' | 'rtl', text: string): Promise<{ inset: number; width: number }> {
  const page = await directedPage(dir, '20em', text);
  const outer = page.querySelector('.doc-lead')!.getBoundingClientRect();
  const inner = [...page.querySelectorAll('blockquote, li')].at(-1)!.getBoundingClientRect();
  return {
    inset: dir === 'ltr' ? inner.left - outer.left : outer.right - inner.right,
    width: inner.width,
  };
}

describe('quotes and lists in each other', () => {
  afterEach(clearFixtures);

  for (const [name, text] of [
    ['quotes', (depth: number) => `${'> '.repeat(depth)}words`],
    ['lists', (depth: number) => `${'- '.repeat(depth)}words`],
    ['both', (depth: number) => `${'> - '.repeat(depth / 2)}words`],
  ] as const)
    it(`move in less far than the column is wide, however deep they are: ${name}`, async () => {
      for (const dir of ['ltr', 'rtl'] as const) {
        const two = await innermost(dir, text(2));
        const ten = await innermost(dir, text(10));
        const fifty = await innermost(dir, text(50));
        expect(two.inset).to.be.greaterThan(0);
        expect(ten.inset).to.be.greaterThan(two.inset);
        expect(fifty.inset).to.be.closeTo(ten.inset, 1);
        expect(fifty.width).to.be.greaterThan(80);
      }
    });
});
