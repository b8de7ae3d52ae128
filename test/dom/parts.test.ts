import { expect } from 'chai';
import { adoptParts, appendParts, partsOf } from '../../src/dom/parts.js';
import { patchParts } from '../../src/dom/patch-parts.js';
import { sinkReady } from '../../src/dom/sink.js';
import { compilePage } from '../../src/html/to-html.js';
import { joinParts } from '../../src/html/join.js';
import type { Page, Section } from '../../src/model/page.js';
import type { Part } from '../../src/model/part.js';
import { find, mount, removeFixtures } from './fixture.js';

const section = (key: string, text = key, parts: Part[] = []): Part => ({
  key,
  tag: 'doc-section',
  attributes: {},
  html: `<h2 id="${key}">${key}</h2><p>${text}</p>`,
  rawHtml: false,
  parts,
});

const lead = (html: string, attributes: Record<string, string> = { class: 'doc-lead' }): Part => ({
  key: 'lead',
  tag: 'div',
  attributes,
  html,
  rawHtml: false,
  parts: [],
});

const keys = (root: Element): string =>
  [...root.children].map((child) => child.querySelector('[id]')?.id ?? child.localName).join(' ');

/** What a function does to the document, as records of its child lists and attributes. */
function watch(root: Element, action: () => void): MutationRecord[] {
  const observer = new MutationObserver(() => undefined);
  observer.observe(root, { childList: true, attributes: true, characterData: true, subtree: true });
  action();
  const records = observer.takeRecords();
  observer.disconnect();
  return records;
}

describe('appendParts', () => {
  before(() => sinkReady());
  afterEach(removeFixtures);

  it('builds what the compiler joins, behind what stands there, ready to be patched', () => {
    const root = find(mount('<doc-page><i></i></doc-page>'), 'doc-page');
    const parts = [lead('<p>x</p>'), section('a', 'A &lt; B', [section('a1'), section('a2')]), section('b')];
    appendParts(root, parts);
    expect(root.innerHTML).to.equal(`<i></i>${joinParts(parts)}`);
    expect(partsOf(root)).to.deep.equal([...root.children].slice(1));
    expect(watch(root, () => patchParts(root, structuredClone(parts)))).to.have.length(0);
  });
});

describe('patchParts', () => {
  before(() => sinkReady());
  afterEach(removeFixtures);

  const page = () => find(mount('<doc-page></doc-page>'), 'doc-page');

  it('builds what the compiler joins', () => {
    const parts = [lead('<p>x</p>'), section('a', 'A &lt; B', [section('a1'), section('a2')]), section('b')];
    const root = page();
    patchParts(root, parts);
    expect(root.innerHTML).to.equal(joinParts(parts));
    expect(partsOf(root)).to.deep.equal([...root.children]);
  });

  it('builds the same when called again, without a write', () => {
    const root = page();
    const parts = () => [lead('<p>x</p>'), section('a', 'A', [section('a1')])];
    patchParts(root, parts());
    expect(watch(root, () => patchParts(root, parts()))).to.have.length(0);
  });

  it('works outside of the document', () => {
    const root = document.createElement('doc-page');
    patchParts(root, [section('a')]);
    patchParts(root, [section('b'), section('a')]);
    expect(keys(root)).to.equal('b a');
  });

  it('changes only the section whose text has changed', () => {
    const root = page();
    patchParts(root, [section('a'), section('b'), section('c')]);
    const [a, b, c] = root.children;
    const text = b?.querySelector('p')?.firstChild;
    const records = watch(root, () => patchParts(root, [section('a'), section('b', 'new'), section('c')]));
    expect([...root.children]).to.deep.equal([a, b, c]);
    expect(b?.textContent).to.equal('bnew');
    expect(records.map(({ target }) => target)).to.deep.equal([text]);
  });

  it('keeps the nested sections of a section whose own text has changed', () => {
    const root = page();
    patchParts(root, [section('a', 'A', [section('a1'), section('a2')])]);
    const nested = [...find(root, 'doc-section').querySelectorAll('doc-section')];
    patchParts(root, [section('a', 'new', [section('a1'), section('a2')])]);
    expect([...find(root, 'doc-section').querySelectorAll('doc-section')]).to.deep.equal(nested);
    expect(root.innerHTML).to.equal(joinParts([section('a', 'new', [section('a1'), section('a2')])]));
  });

  it('keeps focus, selection and open details in what has not changed', () => {
    const inside = '<details><summary>s</summary>d</details><p><a href="#x">link</a> words</p>';
    const root = page();
    const parts = (text: string) => [section('a', text), section('b', inside), section('c', text)];
    patchParts(root, parts('1'));
    const link = find<HTMLAnchorElement>(root, 'a');
    const details = find<HTMLDetailsElement>(root, 'details');
    link.focus();
    details.open = true;
    getSelection()?.selectAllChildren(link.parentElement!);
    patchParts(root, parts('2'));
    expect(document.activeElement).to.equal(link);
    expect(details.open).to.be.true;
    expect(getSelection()?.toString()).to.equal('link words');
  });

  const orders: [before: string, after: string, moved: number][] = [
    ['a b c', 'a b c', 0],
    ['a b c d e', 'b c d e a', 1],
    ['a b c d e', 'e a b c d', 1],
    ['a b c', 'c b a', 2],
    ['a b c', 'a x b c', 0],
    ['a b c', 'x a b c', 0],
    ['a b c', 'a c', 0],
    ['a b c', '', 0],
    ['', 'a b', 0],
    ['a b c d', 'd x b', 1],
    ['a b c d e f', 'a d b e c f', 2],
  ];
  for (const [first, second, moved] of orders)
    it(`goes from "${first}" to "${second}" with ${String(moved)} moves`, () => {
      const list = (text: string) =>
        text
          .split(' ')
          .filter(Boolean)
          .map((key) => section(key));
      const root = page();
      patchParts(root, list(first));
      const old = new Map([...root.children].map((child) => [find(child, 'h2').id, child]));
      const records = watch(root, () => patchParts(root, list(second)));
      expect(keys(root)).to.equal(second);
      for (const child of root.children) {
        const was = old.get(find(child, 'h2').id);
        if (was) expect(child).to.equal(was);
      }
      const again = records
        .flatMap(({ addedNodes }) => [...addedNodes])
        .filter((node) => [...old.values()].includes(node as Element));
      expect(again).to.have.length(moved);
    });

  it('leaves other children alone, where they are', () => {
    const root = find(
      mount('<doc-page><b slot="header">h</b>text<script type="text/markdown">m</script></doc-page>'),
      'doc-page',
    );
    const foreign = [...root.childNodes];
    patchParts(root, [section('a'), section('b')]);
    expect([...root.childNodes].slice(0, 3)).to.deep.equal(foreign);
    root.children[2]?.after(document.createElement('hr'));
    root.append(document.createElement('i'));
    const names = () =>
      [...root.childNodes]
        .map((node) => (node instanceof Element ? (node.querySelector('h2')?.id ?? node.localName) : '#'))
        .join(' ');
    expect(names()).to.equal('b # script a hr b i');
    patchParts(root, [section('x'), section('b'), section('y')]);
    expect(names()).to.equal('b # script x hr b y i');
    patchParts(root, [section('b'), section('x')]);
    expect(names()).to.equal('b # script b x hr i');
    patchParts(root, []);
    expect(names()).to.equal('b # script hr i');
    patchParts(root, [section('z')]);
    expect(names()).to.equal('b # script hr i z');
  });

  for (const [what, change] of [
    ['makes a new element of a part that somebody has taken away', (first: Element) => first.remove()],
    ['puts a part back that somebody has moved', (first: Element) => first.parentNode?.append(first)],
    [
      'leaves a part where it is that somebody has copied',
      (first: Element) => first.after(first.cloneNode()),
    ],
  ] as const)
    it(what, () => {
      const root = page();
      const parts = [section('a'), section('b'), section('c')];
      for (const second of [parts, [section('a'), section('b'), section('c')], [...parts, section('d')]]) {
        patchParts(root, parts);
        change(find(root, 'doc-section'));
        patchParts(root, second);
        expect(partsOf(root).map((part) => find(part, 'h2').id)).to.deep.equal(second.map(({ key }) => key));
      }
    });

  it('moves nothing where a part in the middle has changed and the others are the same objects', () => {
    const root = page();
    const [a, b, c] = [section('a'), section('b'), section('c')];
    patchParts(root, [a, b, c]);
    const [first, , last] = root.children;
    patchParts(root, [a, section('x'), section('y'), c]);
    expect(keys(root)).to.equal('a x y c');
    expect([root.children[0], root.children[3]]).to.deep.equal([first, last]);
    patchParts(root, [c]);
    patchParts(root, [b, c]);
    expect(keys(root)).to.equal('b c');
    expect(root.children[1]).to.equal(last);
  });

  it('changes attributes, and those only', () => {
    const root = page();
    patchParts(root, [lead('<p>x</p>', { class: 'one', slot: 'header' })]);
    const element = find(root, 'div');
    element.setAttribute('data-host', 'kept');
    const child = element.firstElementChild;
    patchParts(root, [lead('<p>x</p>', { class: 'two' })]);
    expect(element.outerHTML).to.equal('<div class="two" data-host="kept"><p>x</p></div>');
    expect(element.firstElementChild).to.equal(child);
  });

  it('sanitizes, unless the parts are trusted', () => {
    const root = page();
    const parts = [{ ...lead('<p style="color: red">x</p>'), rawHtml: true }];
    patchParts(root, parts);
    expect(find(root, 'div').innerHTML).to.equal('<p>x</p>');
    patchParts(root, parts, { trusted: true });
    expect(find(root, 'div').innerHTML).to.equal('<p style="color: red">x</p>');
    patchParts(root, parts);
    expect(find(root, 'div').innerHTML).to.equal('<p>x</p>');
  });

  it('reaches every list from every other', () => {
    let seed = 3;
    const random = (below: number) => (seed = (seed * 16807) % 2147483647) % below;
    const known = new Map<string, Part>();
    /** Most often the same object as before, as of a compiler that knows the page. */
    const part = (...args: Parameters<typeof section>): Part => {
      const name = JSON.stringify(args);
      const same = random(5) > 0 ? known.get(name) : undefined;
      const made = same ?? section(...args);
      known.set(name, made);
      return made;
    };
    const list = (): Part[] => {
      const letters = 'a b c d e f g h'.split(' ').filter(() => random(2) === 0);
      letters.sort(() => random(3) - 1);
      return letters.map((key) => part(key, String(random(2)), random(3) === 0 ? [part(`${key}1`)] : []));
    };
    const root = page();
    root.append(document.createElement('i'));
    const foreign = root.firstChild;
    for (let round = 0; round < 300; round++) {
      const parts = list();
      const some = root.querySelectorAll(':scope > doc-section')[random(9)];
      if (random(8) === 0) some?.remove();
      if (random(8) === 0) some?.parentNode?.prepend(some);
      patchParts(root, parts);
      expect(
        partsOf(root)
          .map(({ outerHTML }) => outerHTML)
          .join(''),
      ).to.equal(joinParts(parts));
      expect(foreign?.parentNode).to.equal(root);
    }
  });
});

describe('adoptParts', () => {
  before(() => sinkReady());
  afterEach(removeFixtures);

  const prose = (html: string) => ({ kind: 'prose', html, rawHtml: false, headings: [] }) as const;
  const make = (id: string, level: 2 | 3, text: string, sections: Section[] = []): Section => ({
    heading: { id, level, text: id, html: id },
    blocks: [prose(`<p>${text}</p>`)],
    sections,
  });
  const compile = (text: string): Part[] => {
    const model: Page = {
      title: { text: 'T', html: 'T', inContent: false },
      meta: {},
      preamble: [],
      lead: [prose('<p>lead</p>')],
      sections: [make('a', 2, 'A', [make('a1', 3, 'A1')]), make('b', 2, text)],
      footnotes: [{ label: 'n', number: 1, html: '<p>note</p>', rawHtml: false, references: 1 }],
    };
    return compilePage(model);
  };
  /** Parts as a browser writes what it has read. */
  const parsed = (parts: readonly Part[]) => mount(joinParts(parts)).innerHTML;
  const prerendered = () => find(mount(`<doc-page>${joinParts(compile('B'))}</doc-page>`), 'doc-page');

  it('takes all parts of a prerendered page, without a write', () => {
    const root = prerendered();
    expect(watch(root, () => expect(adoptParts(root)).to.equal(6))).to.have.length(0);
    expect(partsOf(root)).to.deep.equal([...root.children]);
    expect(adoptParts(root), 'the second time').to.equal(0);
  });

  it('lets a patch with the same page write nothing', () => {
    const root = prerendered();
    adoptParts(root);
    expect(watch(root, () => patchParts(root, compile('B')))).to.have.length(0);
  });

  it('lets a patch change the one section that differs', () => {
    const root = prerendered();
    adoptParts(root);
    const elements = [...root.querySelectorAll('doc-section')];
    const records = watch(root, () => patchParts(root, compile('new')));
    expect(root.innerHTML).to.equal(parsed(compile('new')));
    expect([...root.querySelectorAll('doc-section')]).to.deep.equal(elements);
    const written = records.map(({ target }) => target.parentElement?.closest('doc-section'));
    expect(new Set(written)).to.deep.equal(new Set([elements[2]]));
  });

  it('leaves what is no part', () => {
    const root = find(
      mount('<doc-page><p>x</p><div>y</div><doc-section>z</doc-section><section>s</section></doc-page>'),
      'doc-page',
    );
    expect(adoptParts(root)).to.equal(0);
    expect(partsOf(root)).to.deep.equal([]);
  });

  it('lets a patch take over the parts of a copy', () => {
    const root = page();
    patchParts(root, compile('B'));
    const copy = root.cloneNode(true) as Element;
    adoptParts(copy);
    patchParts(copy, compile('new'));
    expect(copy.innerHTML).to.equal(parsed(compile('new')));
  });

  const page = () => find(mount('<doc-page></doc-page>'), 'doc-page');
});
