import { expect } from 'chai';
import {
  clampLevel,
  nestOutline,
  outline,
  renderedLevel,
  type OutlineEntry,
  type OutlineNode,
} from '../../src/model/outline.js';
import type { Block, Heading, HeadingLevel, Section } from '../../src/model/page.js';

const heading = (id: string, level: HeadingLevel): Heading => ({
  id,
  level,
  text: id.toUpperCase(),
  html: id,
});

const section = (
  id: string,
  level: HeadingLevel,
  sections: readonly Section[] = [],
  blocks: readonly Block[] = [],
): Section => ({ heading: heading(id, level), blocks, sections });

const prose = (...headings: readonly Heading[]): Block => ({
  kind: 'prose',
  html: '',
  rawHtml: false,
  headings,
});

/** `a2 b3`: ids with the level they render at. */
const format = (entries: readonly OutlineEntry[]): string =>
  entries.map(({ id, level }) => `${id}${level}`).join(' ');

describe('clampLevel', () => {
  const rows: [level: number, clamped: HeadingLevel][] = [
    [-3, 1],
    [0, 1],
    [1, 1],
    [4, 4],
    [6, 6],
    [7, 6],
    [99, 6],
  ];
  for (const [level, clamped] of rows)
    it(`makes ${clamped} of ${level}`, () => {
      expect(clampLevel(level)).to.equal(clamped);
    });
});

describe('renderedLevel', () => {
  const rows: [
    level: HeadingLevel,
    title: HeadingLevel,
    parent: number,
    rendered: HeadingLevel,
    why: string,
  ][] = [
    [2, 1, 1, 2, 'as written under a title at 1'],
    [3, 1, 2, 3, 'as written under its parent'],
    [1, 1, 1, 2, 'a further h1 goes below the title'],
    [2, 1, 2, 3, 'deeper than a parent that was pushed down'],
    [4, 1, 2, 4, 'a skipped level stays skipped'],
    [2, 3, 3, 4, 'as far below the title as written'],
    [5, 3, 4, 6, 'never below 6'],
    [6, 1, 6, 6, 'at 6 its parent may be as deep'],
  ];
  for (const [level, title, parent, rendered, why] of rows)
    it(`is ${rendered} for level ${level}, title ${title}, parent ${parent}: ${why}`, () => {
      expect(renderedLevel(level, title, parent)).to.equal(rendered);
    });
});

describe('outline', () => {
  const rows: [name: string, page: Parameters<typeof outline>[0], title: HeadingLevel, text: string][] = [
    ['nothing', { lead: [], sections: [] }, 1, ''],
    [
      'sections in document order',
      { lead: [], sections: [section('a', 2, [section('b', 3)]), section('c', 2)] },
      1,
      'a2 b3 c2',
    ],
    [
      'sections below a deeper title',
      { lead: [], sections: [section('a', 2, [section('b', 3)])] },
      3,
      'a4 b5',
    ],
    [
      'a second h1 and what is below it',
      { lead: [], sections: [section('a', 1, [section('b', 2)])] },
      1,
      'a2 b3',
    ],
    ['skipped levels as written', { lead: [], sections: [section('a', 2, [section('b', 5)])] }, 1, 'a2 b5'],
    ['headings of the lead', { lead: [prose(heading('x', 3))], sections: [section('a', 2)] }, 1, 'x3 a2'],
    [
      'headings in blocks between their section and its subsections',
      {
        lead: [],
        sections: [section('a', 2, [section('b', 3)], [prose(heading('x', 2)), prose(heading('y', 4))])],
      },
      1,
      'a2 x2 y4 b3',
    ],
  ];
  for (const [name, page, title, text] of rows)
    it(`lists ${name}`, () => {
      expect(format(outline(page, title))).to.equal(text);
    });

  it('carries the text of a heading', () => {
    expect(outline({ lead: [], sections: [section('a', 2)] })).to.deep.equal([
      { id: 'a', text: 'A', level: 2 },
    ]);
  });
});

describe('nestOutline', () => {
  /** `a(b(c) d)`: ids with their children in brackets. */
  const tree = (nodes: readonly OutlineNode[]): string =>
    nodes.map(({ id, children }) => id + (children.length > 0 ? `(${tree(children)})` : '')).join(' ');
  const entries = (text: string): OutlineEntry[] =>
    text
      .split(' ')
      .filter(Boolean)
      .map((word) => ({ id: word.slice(0, -1), text: '', level: Number(word.slice(-1)) as HeadingLevel }));

  const rows: [flat: string, nested: string][] = [
    ['', ''],
    ['a2', 'a'],
    ['a2 b2 c2', 'a b c'],
    ['a2 b3 c3 d2', 'a(b c) d'],
    ['a2 b3 c4 d2', 'a(b(c)) d'],
    ['a2 b4 c3 d2', 'a(b c) d'],
    ['a4 b2 c3', 'a b(c)'],
    ['a2 b6 c6', 'a(b c)'],
    ['a6 b5 c4', 'a b c'],
  ];
  for (const [flat, nested] of rows)
    it(`nests "${flat}" as "${nested}"`, () => {
      const source = entries(flat);
      const nodes = nestOutline(source);
      expect(tree(nodes)).to.equal(nested);
      const levels = (list: readonly OutlineNode[]): string =>
        list
          .map((node) => [`${node.id}${node.level}`, levels(node.children)].filter(Boolean).join(' '))
          .join(' ');
      expect(levels(nodes)).to.equal(flat);
      expect(source).to.deep.equal(entries(flat));
    });
});
