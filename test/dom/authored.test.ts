import { expect } from 'chai';
import { enhancePage, enhanceSection, type AuthoredOptions } from '../../src/dom/authored.js';
import { find, mount, removeFixtures } from './fixture.js';

const DEFAULTS: AuthoredOptions = { headingLevel: 1 };
const page = (html: string) => find(mount(`<doc-page>${html}</doc-page>`), 'doc-page');

function enhance(html: string, options: Partial<AuthoredOptions> = {}): HTMLElement {
  const root = page(html);
  enhancePage(root, { ...DEFAULTS, ...options });
  return root;
}

const links = (root: Element): string =>
  [...root.querySelectorAll('doc-toc a')].map((link) => link.textContent).join(' ');

describe('enhancePage', () => {
  afterEach(removeFixtures);

  const SECTIONS =
    '<h1>T</h1><doc-section><h2>A</h2><doc-section><h3>B</h3></doc-section></doc-section><doc-section><h2>C</h2></doc-section>';

  it('gives ids, permalinks and a table of contents', () => {
    const root = enhance(SECTIONS);
    expect([...root.querySelectorAll('h2, h3')].map(({ id }) => id).join(' ')).to.equal('a b c');
    expect(root.querySelectorAll('.heading-anchor')).to.have.length(3);
    expect(find(root, 'doc-toc').slot).to.equal('toc');
    expect(links(root)).to.equal('A B C');
  });

  it('writes nothing the second time', () => {
    const root = enhance(SECTIONS);
    const observer = new MutationObserver(() => undefined);
    observer.observe(root, { childList: true, attributes: true, characterData: true, subtree: true });
    enhancePage(root, DEFAULTS);
    expect(observer.takeRecords()).to.have.length(0);
  });

  it('leaves the mark of the section that is read, and takes it over into a new list', () => {
    const root = enhance(SECTIONS);
    const link = find(root, 'a[href="#b"]:not(.heading-anchor)');
    link.setAttribute('aria-current', 'location');
    enhancePage(root, DEFAULTS);
    expect(find(root, '[aria-current]')).to.equal(link);
    root.append(...mount('<doc-section><h2>D</h2></doc-section>').childNodes);
    enhancePage(root, DEFAULTS);
    expect(links(root)).to.equal('A B C D');
    expect(root.querySelectorAll('[aria-current]')).to.have.length(1);
    expect(find(root, '[aria-current]').textContent).to.equal('B');
  });

  it('takes up headings that come later', () => {
    const root = enhance(SECTIONS);
    root.append(...mount('<doc-section><h2>D</h2></doc-section>').childNodes);
    enhancePage(root, DEFAULTS);
    expect(links(root)).to.equal('A B C D');
    expect(root.querySelectorAll('doc-toc')).to.have.length(1);
  });

  const tables: [name: string, html: string, options: Partial<AuthoredOptions>, expected: string][] = [
    ['none for one heading', '<h2>A</h2>', {}, ''],
    ['none where the author wants none', SECTIONS, { toc: 'none' }, ''],
    ['one of the levels asked for', `${SECTIONS}<h4>D</h4>`, { tocMinLevel: 3, tocMaxLevel: 4 }, 'B D'],
    ['one of the two levels below the title', `${SECTIONS}<h4>D</h4>`, {}, 'A B C'],
    ['one below a title that is lower', '<h3>A</h3><h4>B</h4><h2>C</h2>', { headingLevel: 2 }, 'A B'],
    ['the one the author wrote', `<doc-toc><nav><a href="#x">X</a></nav></doc-toc>${SECTIONS}`, {}, 'X'],
    ['one in the place the author left for it', `<doc-toc></doc-toc>${SECTIONS}`, {}, 'A B C'],
  ];
  for (const [name, html, options, expected] of tables)
    it(`makes a table of contents: ${name}`, () => expect(links(enhance(html, options))).to.equal(expected));

  it('replaces the title', () => {
    const root = enhance(SECTIONS, { title: 'New' });
    expect(find(root, 'h1').textContent).to.equal('New');
    expect(root.querySelectorAll('h1')).to.have.length(1);
  });

  it('makes a title at the level asked for', () => {
    const root = enhance('<p>x</p>', { title: 'New', headingLevel: 3 });
    expect(find(root, ':scope > .doc-header[slot="header"] > h3').textContent).to.equal('New');
  });

  it('leaves permalinks out', () =>
    expect(enhance(SECTIONS, { headingLinks: false }).querySelectorAll('.heading-anchor')).to.have.length(0));
});

describe('the title of authored children', () => {
  afterEach(removeFixtures);

  const slots: [name: string, html: string, expected: string][] = [
    ['the first heading, where it stands above the others', '<h1>T</h1><h2>a</h2><h2>b</h2>', 'h1'],
    ['that of a section of the host', '<h2>T</h2><doc-section><h3>a</h3></doc-section>', 'h2'],
    ['not after other content', '<p>x</p><h1>T</h1><h2>a</h2>', ''],
    ['not after text', 'x <h1>T</h1><h2>a</h2>', ''],
    ['not inside a wrapper', '<div><h1>T</h1></div><h2>a</h2>', ''],
    ['not where it is one of many', '<h2>T</h2><h2>a</h2>', ''],
    ['what is slotted already', '<div slot="header"><h1>T</h1></div><h2>a</h2>', 'div'],
  ];
  for (const [name, html, expected] of slots)
    it(`is put into the header: ${name}`, () => {
      const header = enhance(html).querySelector(':scope > [slot="header"]');
      expect(header?.localName ?? '').to.equal(expected);
    });

  it('stands before the table of contents', () => {
    const root = enhance('<h1>T</h1><h2>a</h2><h2>b</h2>');
    expect([...root.children].map(({ localName }) => localName).slice(0, 2)).to.deep.equal(['h1', 'doc-toc']);
  });
});

describe('enhanceSection', () => {
  afterEach(removeFixtures);

  it('gives a section on its own an id and a permalink', () => {
    const section = find(mount('<doc-section><h2>A section</h2></doc-section>'), 'doc-section');
    enhanceSection(section, {});
    expect(find(section, '.markdown-heading > h2').id).to.equal('a-section');
    expect(section.querySelectorAll('.heading-anchor')).to.have.length(1);
  });
});
