import { expect } from 'chai';
import { InventoryCollector } from '../../src/source/inventory.js';
import { fromMarkdown } from '../../src/source/markdown.js';

async function references(text: string): Promise<string[]> {
  const inventory = new InventoryCollector();
  await fromMarkdown(text, {}, inventory);
  return inventory.references.map(
    ({ url, use, place, described }) =>
      `${use} ${url} ${String(place.line)}:${String(place.column)}${described === undefined ? '' : described ? ' described' : ' bare'}`,
  );
}

describe('the inventory of a page', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'has links as they are written',
      'a [b](../c.md#d "t") <https://e.example>',
      ['link ../c.md#d 1:3', 'link https://e.example 1:22'],
    ],
    ['has the targets of references', '[a][b]\n\n[b]: c.md', ['link c.md 1:1']],
    [
      'has linked images, and their links',
      '[![a](b.png)](c)\n[![a](b.png)](c)',
      ['link c 1:1', 'image b.png 1:2 described', 'link c 2:1', 'image b.png 2:2 described'],
    ],
    ['has headings', 'x\n\n## [a](b)\n', ['link b 3:4']],
    ['has tables', '| a |\n|--|\n| [b](c) |\n', ['link c 3:3']],
    [
      'has all URLs of HTML',
      '<picture>\n<source srcset="a.png 1x, b.png 2x">\n<img src=" c.png "></picture>\n<video poster="d.png" src="e.mp4"></video>',
      ['image a.png 2:1', 'image b.png 2:1', 'image c.png 3:1 bare', 'image d.png 4:1', 'image e.mp4 4:1'],
    ],
    ['has tags in a line of text', 'a\nb <a\nhref="c">d</a>', ['link c 2:3']],
    [
      'has nothing of code, comments and what is unsafe',
      '`[a](b)` <!-- <a href="c"> --> [d](vbscript:e)',
      [],
    ],
  ];
  for (const [what, text, expected] of cases)
    it(what, async () => {
      expect(await references(text)).to.deep.equal(expected);
    });
});
