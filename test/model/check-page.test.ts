import { expect } from 'chai';
import { checkPage } from '../../src/model/check-page.js';
import type { Problem } from '../../src/model/problem.js';
import { fromJson } from '../../src/source/data.js';
import { InventoryCollector } from '../../src/source/inventory.js';
import { fromMarkdown } from '../../src/source/markdown.js';

/** What is wrong with a page, as `code line:column`. */
async function check(text: string): Promise<string[]> {
  const inventory = new InventoryCollector();
  const { page } = await fromMarkdown(text, {}, inventory);
  return checkPage(page, inventory).map(summary);
}

const summary = ({ code, severity, place }: Problem): string =>
  `${code} ${severity} ${place?.path ?? `${String(place?.line)}:${String(place?.column)}`}`;

describe('checkPage', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['finds nothing in a page that is right', '# A\n\n[b](#b) [top](#top) [up](#) ![x](y)\n\n## B\n', []],
    ['finds a dead fragment at its place', 'text\n[b](#c)\n\n## B\n', ['fragment-dead error 2:1']],
    ['counts the lines of front matter', '---\ntitle: A\n---\n\n  [b](#c)\n', ['fragment-dead error 5:3']],
    ['finds dead fragments of HTML', '<p>\n<b></b><a\nhref="#x">y</a></p>\n', ['fragment-dead error 2:8']],
    ['finds dead fragments in lists and quotes', '> - a\n> - [b](#c)\n', ['fragment-dead error 2:5']],
    ['finds dead fragments in notes', 'a[^1]\n\n[^1]: b\n    [c](#d)\n', ['fragment-dead error 4:5']],
    [
      'finds the second of two equal links',
      '[b](#b)\n[b](#c) [b](#c)\n## B',
      ['fragment-dead error 2:1', 'fragment-dead error 2:9'],
    ],
    ['reads percent-encoding', '[ü](#%C3%BC) [ü](#ü)\n\n## Ü\n', []],
    [
      'knows what only script finds',
      '[b](#B) [c](#user-content-b)\n\n## B\n',
      ['fragment-dead info 1:1', 'fragment-dead info 1:9'],
    ],
    ['knows ids and names of elements', '[a](#a) [b](#b)\n\n<div id="a"><a name="b"></a></div>\n', []],
    ['knows ids of headings in containers', '[a](#a) [b](#b)\n\n> ## A\n\n<div>\n<h2>b</h2>\n</div>\n', []],
    ['knows the ids of notes', '[n](#fn-1) [r](#fnref-1-2) a[^1] b[^1]\n\n[^1]: c\n', []],
    [
      'knows no id in a comment or in code',
      '[a](#a)\n\n<!-- <p id="a"> -->\n\n`<p id="a">`\n',
      ['fragment-dead error 1:1'],
    ],
    ['leaves text fragments to the browser', '[a](#:~:text=b) [b](#b:~:text=c)\n## B', []],
    [
      'finds an id that stands twice',
      '<p id="a">1</p>\n\n## A\n\n<p id="a">2</p>\n',
      ['id-duplicate warning 1:1', 'id-duplicate warning 5:1'],
    ],
    [
      'finds a heading with an id that is taken',
      '## A {#x}\n\n## B {#x}\n',
      ['id-duplicate warning 3:undefined'],
    ],
    [
      'finds images without text',
      '![](a)\n\n<img src="b"> <img src="c" alt="">\n',
      ['image-alt-missing warning 1:1', 'image-alt-missing warning 3:1'],
    ],
    ['does not check what a page may not use', '[a](javascript:#b)\n', []],
  ];
  for (const [what, text, expected] of cases)
    it(what, async () => {
      expect(await check(text)).to.deep.equal(expected);
    });

  it('says what was meant', async () => {
    const inventory = new InventoryCollector();
    const { page } = await fromMarkdown('[a](#instal)\n\n## Install\n', {}, inventory);
    expect(checkPage(page, inventory)[0]?.message).to.contain('Did you mean “#install”?');
  });

  it('tells the path in page data', () => {
    const inventory = new InventoryCollector();
    const sections = [{ heading: 'A', sections: [{ heading: 'B', body: 'x[^1]\n\n[^1]: [c](#d)' }] }];
    const { page } = fromJson({ body: '[e](#f)', sections }, {}, inventory);
    expect(checkPage(page, inventory).map(summary)).to.deep.equal([
      'fragment-dead error body',
      'fragment-dead error sections[0].sections[0].body',
    ]);
  });
});
