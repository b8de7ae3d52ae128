import { expect } from 'chai';
import { addIds, addPermalinks, removePermalinks } from '../../src/dom/permalinks.js';
import { compileHeading } from '../../src/html/heading.js';
import { find, mount, removeFixtures } from './fixture.js';

const page = (html: string) => find(mount(`<doc-page>${html}</doc-page>`), 'doc-page');
const ids = (root: Element) => [...root.querySelectorAll('h1, h2, h3, h4')].map(({ id }) => id);

describe('addIds', () => {
  afterEach(removeFixtures);

  const cases: [name: string, html: string, expected: string[]][] = [
    ['a slug', '<h2>About .NET</h2>', ['about-net']],
    ['the id of the author', '<h2 id="own">About</h2>', ['own']],
    ['numbers to repeated texts', '<h2>A</h2><h2>A</h2><h3>A</h3>', ['a', 'a-1', 'a-2']],
    ['no id that another element has', '<p id="a">x</p><h2>A</h2>', ['a-1']],
    ['no id that a later heading has', '<h2>A</h2><h2 id="a">B</h2>', ['a-1', 'a']],
    ['none to the title', '<h1>Title</h1><h2>Title</h2>', ['', 'title']],
    ['an id to a heading without letters', '<h2>!!!</h2>', ['-1']],
    ['an id from the text without chrome', '<h2>A <a data-doc-chrome>#</a></h2>', ['a']],
    ['none to a page inside', '<h2>A</h2><doc-page><h2>B</h2></doc-page>', ['a', '']],
  ];
  for (const [name, html, expected] of cases)
    it(`gives ${name}`, () => {
      const root = page(html);
      addIds(root);
      expect(ids(root)).to.deep.equal(expected);
      addIds(root);
      expect(ids(root), 'the second time').to.deep.equal(expected);
    });

  it('gives no id that the document has elsewhere', () => {
    mount('<p id="elsewhere">x</p>');
    const root = page('<h2>Elsewhere</h2>');
    addIds(root);
    expect(ids(root)).to.deep.equal(['elsewhere-1']);
  });

  it('follows the dialect', () => {
    const root = page('<h2>A -- B</h2>');
    addIds(root, 'kramdown');
    expect(ids(root)).to.deep.equal(['a--b']);
  });

  it('works outside of the document', () => {
    const root = document.createElement('doc-page');
    root.append(Object.assign(document.createElement('h2'), { textContent: 'A' }));
    addIds(root);
    expect(ids(root)).to.deep.equal(['a']);
  });
});

describe('addPermalinks', () => {
  afterEach(removeFixtures);

  for (const [text, id] of [
    ['About', 'about'],
    ['100% & more', '100-"more"'],
  ] as const)
    it(`writes what the compiler writes: ${text}`, () => {
      const html = text.replace('&', '&amp;');
      const root = page(`<h1>T</h1><h2 id='${id}'>${html}</h2>`);
      addPermalinks(root);
      const compiled = document.createElement('div');
      compiled.innerHTML = compileHeading({ id, text, html }, 2, true);
      expect(root.lastElementChild?.isEqualNode(compiled.firstElementChild)).to.be.true;
    });

  it('keeps the heading and writes nothing the second time', () => {
    const root = page('<h2 id="a">A</h2><p>x</p>');
    const heading = find(root, 'h2');
    addPermalinks(root);
    expect(find(root, '.markdown-heading > h2')).to.equal(heading);
    const before = root.innerHTML;
    addPermalinks(root);
    expect(root.innerHTML).to.equal(before);
  });

  const left: [name: string, html: string][] = [
    ['a heading without id', '<h2>A</h2>'],
    ['the title', '<h1 id="t">T</h1>'],
    ['a heading in a summary', '<details><summary><h2 id="a">A</h2></summary></details>'],
    ['a heading in a link', '<a href="/x"><h2 id="a">A</h2></a>'],
    ['a heading in a quote', '<blockquote><h2 id="a">A</h2></blockquote>'],
    ['a heading in a container', '<doc-section><div align="center"><h2 id="a">A</h2></div></doc-section>'],
    [
      'a heading in a section of a section',
      '<doc-section><section><h2 id="a">A</h2></section></doc-section>',
    ],
    ['a heading in the lead', '<div class="doc-lead"><section><h2 id="a">A</h2></section></div>'],
    ['a heading with a permalink inside', '<h2 id="a">A <a class="heading-anchor" href="#a">#</a></h2>'],
    ['a compiled heading', `<h1>T</h1>${compileHeading({ id: 'a', text: 'A', html: 'A' }, 2, true)}`],
  ];
  for (const [name, html] of left)
    it(`leaves ${name}`, () => {
      const root = page(html);
      const before = root.innerHTML;
      addPermalinks(root);
      expect(root.innerHTML).to.equal(before);
    });

  for (const name of ['section', 'article', 'main', 'doc-section'])
    it(`gives one to a heading in a ${name}`, () => {
      const root = page(`<${name}><h2 id="a">A</h2></${name}>`);
      addPermalinks(root);
      expect(root.querySelectorAll(`${name} > .markdown-heading > .heading-anchor`)).to.have.length(1);
    });

  it('takes the label', () => {
    const root = page('<h2 id="a">A</h2>');
    addPermalinks(root, 'Lien : {heading}');
    expect(find(root, 'a').getAttribute('aria-label')).to.equal('Lien : A');
  });
});

describe('ids of sections that stand alone', () => {
  afterEach(removeFixtures);

  it('are numbered as those of one page, without trying each number', () => {
    const sections = [...mount('<section><h2>Usage</h2></section>'.repeat(300)).children];
    // eslint-disable-next-line @typescript-eslint/unbound-method -- it is put back as it was
    const { getElementById } = document;
    let asked = 0;
    document.getElementById = (id: string) => {
      asked++;
      return getElementById.call(document, id);
    };
    try {
      for (const section of sections) addIds(section);
    } finally {
      Reflect.deleteProperty(document, 'getElementById');
    }
    expect(sections.flatMap(ids)).to.deep.equal(
      Array.from({ length: 300 }, (_, index) => (index === 0 ? 'usage' : `usage-${index}`)),
    );
    expect(asked).to.be.below(300 * 20);
  });

  it('are free where numbers are left out', () => {
    const root = mount(
      '<p id="usage"></p><p id="usage-1"></p><p id="usage-3"></p><section><h2>Usage</h2><h2>Usage</h2></section>',
    );
    addIds(find(root, 'section'));
    const given = ids(root);
    expect(new Set([...given, 'usage', 'usage-1', 'usage-3']).size).to.equal(5);
  });
});

describe('removePermalinks', () => {
  afterEach(removeFixtures);

  it('undoes addPermalinks and keeps the heading', () => {
    const root = page('<p>x</p><h2 id="a">A</h2><p>y</p>');
    const heading = find(root, 'h2');
    const before = root.innerHTML;
    addPermalinks(root);
    removePermalinks(root);
    expect(root.innerHTML).to.equal(before);
    expect(find(root, 'h2')).to.equal(heading);
  });

  it('leaves permalinks that the author wrote', () => {
    const root = page('<h2 id="a">A <a class="heading-anchor" href="#a">#</a></h2>');
    const before = root.innerHTML;
    removePermalinks(root);
    expect(root.innerHTML).to.equal(before);
  });
});
