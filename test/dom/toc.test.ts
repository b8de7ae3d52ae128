import { expect } from 'chai';
import { buildToc, markCurrent } from '../../src/dom/toc.js';
import { compileToc } from '../../src/html/toc.js';
import { ENGLISH } from '../../src/model/labels/en.js';
import { nestOutline, type OutlineEntry } from '../../src/model/outline.js';
import { find, mount, removeFixtures } from './fixture.js';

const entry = (level: OutlineEntry['level'], id: string, text = id): OutlineEntry => ({ level, id, text });

describe('buildToc', () => {
  const cases: [name: string, entries: OutlineEntry[]][] = [
    ['one entry', [entry(2, 'a')]],
    ['nested entries', [entry(2, 'a'), entry(3, 'b'), entry(3, 'c'), entry(2, 'd'), entry(4, 'e')]],
    ['text that looks like HTML', [entry(2, 'a', 'List<string> & "more"')]],
    ['ids that must be encoded', [entry(2, '100% "sure"'), entry(2, 'привет')]],
  ];
  for (const [name, entries] of cases)
    it(`builds what the compiler writes: ${name}`, () => {
      const nodes = nestOutline(entries);
      const compiled = document.createElement('div');
      compiled.innerHTML = compileToc(nodes);
      expect(buildToc(document, nodes, ENGLISH.toc).isEqualNode(compiled.firstElementChild)).to.be.true;
    });
});

describe('markCurrent', () => {
  afterEach(removeFixtures);

  const page = () =>
    mount(`<nav><a href="#a">A</a><a href="#%D0%B1" aria-current="location">B</a><a href="#c-d">C</a><a href="/x">X</a></nav>
      <h2 id="a">A</h2><h2 id="б">B</h2><h4 id="deep">deep</h4><h2 id="c-d">C</h2><h4 id="last">last</h4>`);
  const marked = (root: Element) =>
    [...root.querySelectorAll('[aria-current="location"]')].map((link) => link.textContent).join();

  const cases: [name: string, id: string | undefined, expected: string][] = [
    ['a heading', 'a', 'A'],
    ['a heading whose link is encoded', 'б', 'B'],
    ['a heading without a link: the one above', 'deep', 'B'],
    ['the last heading without a link', 'last', 'C'],
    ['no heading', undefined, ''],
    ['an id that is not there', 'nowhere', ''],
  ];
  for (const [name, id, expected] of cases)
    it(`marks ${name}`, () => {
      const root = page();
      const link = markCurrent(find(root, 'nav'), id);
      expect(marked(root)).to.equal(expected);
      expect(link?.textContent ?? '').to.equal(expected);
    });

  it('marks the link of just this id before one that is only like it', () => {
    const root = mount(
      '<nav><a href="#set-up">Set up</a><a href="#setup">Setup</a></nav><h2 id="setup">Setup</h2>',
    );
    expect(markCurrent(find(root, 'nav'), 'setup')?.textContent).to.equal('Setup');
  });

  it('writes nothing where the mark is right already', () => {
    const root = page();
    const observer = new MutationObserver(() => undefined);
    observer.observe(root, { attributes: true, subtree: true });
    markCurrent(find(root, 'nav'), 'б');
    expect(observer.takeRecords()).to.have.length(0);
  });
});
