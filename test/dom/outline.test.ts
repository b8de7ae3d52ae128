import { expect } from 'chai';
import { findTitle, headingText, readOutline } from '../../src/dom/outline.js';
import { find, mount, removeFixtures } from './fixture.js';

const read = (html: string) =>
  readOutline(find(mount(`<doc-page>${html}</doc-page>`), 'doc-page')).map(({ id, text, level }) => [
    level,
    id,
    text,
  ]);

describe('readOutline', () => {
  afterEach(removeFixtures);

  const cases: [name: string, html: string, expected: [number, string, string][]][] = [
    ['nothing', '<p>x</p>', []],
    [
      'headings in order at their level',
      '<doc-section><h2 id="a">A</h2><doc-section><h4 id="b">B</h4></doc-section></doc-section><h3 id="c">C</h3>',
      [
        [2, 'a', 'A'],
        [4, 'b', 'B'],
        [3, 'c', 'C'],
      ],
    ],
    ['a heading by role', '<div role="heading" aria-level="3" id="a">A</div>', [[3, 'a', 'A']]],
    ['no heading without id', '<h2>A</h2><h2 id="b">B</h2>', [[2, 'b', 'B']]],
    [
      'no title in the header',
      '<div class="doc-header" slot="header"><h1 id="t">T</h1></div><h2 id="a">A</h2>',
      [[2, 'a', 'A']],
    ],
    [
      'no title at another level',
      '<div class="doc-header"><h3 id="t">T</h3></div><h4 id="a">A</h4>',
      [[4, 'a', 'A']],
    ],
    ['no authored title', '<h1 id="t">T</h1><h2 id="a">A</h2>', [[2, 'a', 'A']]],
    [
      'no authored title in a container',
      '<div align="center"><h1 id="t">T</h1></div><h2 id="a">A</h2>',
      [[2, 'a', 'A']],
    ],
    ['an h1 that is a section', '<doc-section><h1 id="a">A</h1></doc-section>', [[1, 'a', 'A']]],
    ['further h1', '<h1 id="t">T</h1><h1 id="a">A</h1>', [[1, 'a', 'A']]],
    [
      'no heading over the notes',
      '<h2 id="a">A</h2><section class="footnotes"><h2 id="footnote-label" class="sr-only">Footnotes</h2></section>',
      [[2, 'a', 'A']],
    ],
    [
      'no heading that is chrome',
      '<h2 id="a">A</h2><div data-doc-chrome><h2 id="b">B</h2></div>',
      [[2, 'a', 'A']],
    ],
    ['text without its chrome', '<h2 id="a">A <a data-doc-chrome href="#a">#</a></h2>', [[2, 'a', 'A']]],
    [
      'text with its markup',
      '<h2 id="a">The <code>x &lt; y</code>\n <em>case</em></h2>',
      [[2, 'a', 'The x < y case']],
    ],
    ['the words of an image', '<h2 id="a"><img alt="Logo" src="data:,"></h2>', [[2, 'a', 'Logo']]],
    [
      'no heading of a page inside',
      '<h2 id="a">A</h2><doc-page><h2 id="b">B</h2></doc-page>',
      [[2, 'a', 'A']],
    ],
    ['no hidden heading', '<h2 id="a">A</h2><h2 id="b" hidden>B</h2>', [[2, 'a', 'A']]],
  ];
  for (const [name, html, expected] of cases)
    it(`gives ${name}`, () => expect(read(html)).to.deep.equal(expected));

  it('leaves the headings as they are', () => {
    const root = mount('<h2 id="a">A <a data-doc-chrome>#</a></h2>');
    const before = root.innerHTML;
    readOutline(root);
    expect(root.innerHTML).to.equal(before);
  });
});

describe('findTitle', () => {
  afterEach(removeFixtures);

  const cases: [name: string, html: string, expected: string | undefined][] = [
    ['none', '<p>x</p>', undefined],
    ['the one in the header', '<h1 id="a">A</h1><div class="doc-header"><h2 id="t">T</h2></div>', 't'],
    ['the one slotted as header', '<h1 id="t" slot="header">T</h1>', 't'],
    ['the first h1', '<h1 id="t">T</h1><h1 id="b">B</h1>', 't'],
    ['no h1 after another heading', '<h2 id="a">A</h2><h1 id="t">T</h1>', undefined],
    ['no h1 of a page inside', '<doc-page><h1 id="t">T</h1></doc-page>', undefined],
  ];
  for (const [name, html, expected] of cases)
    it(`finds ${name}`, () =>
      expect(findTitle(find(mount(`<doc-page>${html}</doc-page>`), 'doc-page'))?.id).to.equal(expected));
});

describe('headingText', () => {
  afterEach(removeFixtures);
  it('collapses white space', () => expect(headingText(mount(' a\n\t b '))).to.equal('a b'));
});
