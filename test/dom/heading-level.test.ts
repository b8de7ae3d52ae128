import { expect } from 'chai';
import { contextLevel, headingLevel } from '../../src/dom/heading-level.js';
import { attachShadows, find, mount, removeFixtures } from './fixture.js';

describe('contextLevel', () => {
  afterEach(removeFixtures);

  const here = '<doc-page></doc-page>';
  const cases: [name: string, html: string, expected: number][] = [
    ['no heading', here, 1],
    ['a heading before', `<h1>Site</h1>${here}`, 2],
    ['a heading after', `${here}<h2>Next</h2>`, 1],
    ['the last heading before, not the first', `<h1>Site</h1><p>x</p><h3>Part</h3><p>y</p>${here}`, 4],
    ['the last heading within an element before', `<div><h2>A</h2><div><h4>B</h4></div></div>${here}`, 5],
    ['a heading of the parent', `<h2>A</h2><div><p>x</p>${here}</div>`, 3],
    ['the nearer of two', `<h1>A</h1><main><h2>B</h2><div>${here}</div></main>`, 3],
    ['the banner', `<header><h1>Site</h1></header><main>${here}</main>`, 2],
    ['h6', `<h6>Deep</h6>${here}`, 6],
    ['a role', `<div role="heading" aria-level="3">A</div>${here}`, 4],
    ['a role without level', `<div role="heading">A</div>${here}`, 3],
    ['a level on an element', `<h1 aria-level="4">A</h1>${here}`, 5],
    ['a level that is none', `<h3 aria-level="x">A</h3>${here}`, 4],
    ['a level beyond HTML', `<div role="heading" aria-level="9">A</div>${here}`, 6],
    ['a heading made presentational', `<h2 role="presentation">A</h2>${here}`, 1],
    ['navigation', `<nav><h2>Menu</h2></nav>${here}`, 1],
    ['an aside', `<aside><h2>Ad</h2></aside>${here}`, 1],
    ['a footer', `<footer><h2>Legal</h2></footer>${here}`, 1],
    ['a dialog', `<dialog><h2>Cookies</h2></dialog>${here}`, 1],
    ['a navigation by role', `<div role="navigation"><h2>Menu</h2></div>${here}`, 1],
    ['navigation within an element before', `<h1>A</h1><div><nav><h3>Menu</h3></nav></div>${here}`, 2],
    ['another section', `<h1>A</h1><section><h2>B</h2></section>${here}`, 2],
    ['another article', `<h1>A</h1><article><h2>B</h2></article>${here}`, 2],
    ['its own section', `<h1>A</h1><section><h2>B</h2>${here}</section>`, 3],
    [
      'its own article, deep',
      `<h1>A</h1><article><header><h2>B</h2></header><div>${here}</div></article>`,
      3,
    ],
    ['its own aside', `<h1>A</h1><aside><h2>B</h2>${here}</aside>`, 3],
    ['an aside around all', `<aside><h2>B</h2><div>${here}</div></aside>`, 3],
    ['another page', `<h1>A</h1><doc-page class="x"><h2>B</h2></doc-page>${here}`, 2],
    ['a hidden heading', `<h1>A</h1><h2 hidden>B</h2>${here}`, 2],
    [
      'a heading hidden from assistive technology',
      `<h1>A</h1><div aria-hidden="true"><h2>B</h2></div>${here}`,
      2,
    ],
    ['its own heading', '<h1>A</h1><doc-page><h2>B</h2></doc-page>', 2],
    ['a heading in a group', `<hgroup><h2>A</h2><p>b</p></hgroup>${here}`, 3],
    [
      'headings in a shadow root around it',
      `<with-shadow><template><h2>A</h2>${here}</template></with-shadow>`,
      3,
    ],
    [
      'a heading outside of a shadow root around it',
      `<h1>A</h1><with-shadow><template><div>${here}</div></template></with-shadow>`,
      2,
    ],
    [
      'a heading before its slot',
      `<h1>A</h1><with-shadow><template><h2>B</h2><slot></slot></template>${here}</with-shadow>`,
      3,
    ],
    [
      'a heading in the shadow root of an element before',
      `<with-shadow><template><h1>A</h1></template></with-shadow>${here}`,
      2,
    ],
  ];
  for (const [name, html, expected] of cases)
    it(`${name}: ${expected}`, () => {
      const root = mount(html);
      attachShadows(root);
      const pages = [root, ...root.querySelectorAll('with-shadow')].flatMap((node) => [
        ...node.querySelectorAll('doc-page:not(.x)'),
        ...(node.shadowRoot?.querySelectorAll('doc-page') ?? []),
      ]);
      expect(contextLevel(pages[0]!)).to.equal(expected);
    });

  it('puts a section below the heading of the page it stands in', () => {
    const root = mount(
      '<doc-page><div class="doc-header"><h1>A</h1></div><doc-section><h2>B</h2></doc-section><doc-section id="x"></doc-section></doc-page>',
    );
    expect(contextLevel(find(root, '#x'))).to.equal(2);
  });

  it('is the one that is known of an element before it', () => {
    const root = mount('<h2>A</h2><doc-section id="x"></doc-section><doc-section id="y"></doc-section>');
    const known = new Map([[find(root, '#x'), 5 as const]]);
    expect(contextLevel(find(root, '#y'), known)).to.equal(5);
    expect(contextLevel(find(root, '#y'))).to.equal(3);
  });

  it('answers for an element outside of the document', () =>
    expect(contextLevel(document.createElement('doc-page'))).to.equal(1));
});

describe('headingLevel', () => {
  const cases: [html: string, expected: number | undefined][] = [
    ['<h3></h3>', 3],
    ['<h1 role="heading" aria-level="2"></h1>', 2],
    ['<h1 aria-level="0"></h1>', 1],
    ['<p role="heading"></p>', 2],
    ['<h2 role="tab"></h2>', undefined],
    ['<p aria-level="2"></p>', undefined],
    ['<header></header>', undefined],
  ];
  for (const [html, expected] of cases)
    it(`${html}: ${expected}`, () => {
      const template = document.createElement('template');
      template.innerHTML = html;
      expect(headingLevel(template.content.firstElementChild!)).to.equal(expected);
    });
});
