import { expect } from 'chai';
import { splitList } from '../../../src/source/markdown/list.js';
import { readQuote } from '../../../src/source/markdown/quote.js';

const items = (src: string): readonly string[] | undefined =>
  splitList(src, 0, false)?.items.map(({ text }) => text);

/** Lazy lines are indented so far that nothing takes them for the start of a block. */
const unlazy = (text: string | undefined): string | undefined => text?.replace(/^ {64}/gm, '~');

describe('splitList', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['bullets', '- a\n- b', ['a', 'b']],
    ['numbers', '1. a\n2. b', ['a', 'b']],
    ['another bullet ends it', '- a\n* b', ['a']],
    ['another delimiter ends it', '1. a\n2) b', ['a']],
    ['content that is indented', '- a\n\n  b\n    c', ['a\n\nb\n  c']],
    ['content that is not indented enough', '10. a\n\n   b', ['a\n']],
    ['code after the marker', '-     a', ['    a']],
    ['a rule', '- a\n- - -', ['a']],
    ['an empty item', '-\n- b', ['', 'b']],
    ['an item that begins with a blank line', '-\n  a', ['\na']],
    ['two blank lines at the start of an item', '-\n\n  a', ['\n']],
    ['lazy lines', '- a\nb\n- c', ['a\n~b', 'c']],
    ['lazy lines after much space', '-    a\nb', ['a\n~b']],
    ['a lazy line that looks like an underline', '- a\n===', ['a\n~===']],
    ['no lazy line after code', '- ```\nb', ['```']],
    ['no lazy line after a heading', '- # a\nb', ['# a']],
    ['no lazy line after a blank one', '- a\n\nb', ['a\n']],
    ['no lazy heading', '- a\n# b', ['a']],
    ['no lazy quote', '- a\n> b', ['a']],
    ['no lazy tag', '- a\n<b>', ['a']],
    ['a lazy line of a nested quote', '- > a\nb', ['> a\n~b']],
    ['tabs as indentation', '- a\n\n\tb', ['a\n\n  b']],
    ['tabs in fenced code', '- ```\n  a\n  \tb\n  ```', ['```\na\n\tb\n```']],
    ['tabs in indented code', '- a\n\n\t\t\tb', ['a\n\n      \tb']],
    ['no-break spaces, which are no blank line', '- a\n\u00a0\n- b', ['a\n~\u00a0', 'b']],
  ];
  for (const [title, src, expected] of cases)
    it(`cuts ${title}`, () => {
      expect(items(src)?.map(unlazy)).to.deep.equal(expected);
    });

  it('knows number and kind of the list', () => {
    expect(splitList('007. a', 0, false)).to.include({ ordered: true, start: 7 });
    expect(splitList('+ a', 0, false)).to.include({ ordered: false });
  });

  it('ends an item at the definition of a note where there are notes', () => {
    expect(splitList('- a\n[^1]: b', 0, true)?.items[0]?.raw).to.equal('- a\n');
    expect(splitList('- a\n[^1]: b', 0, false)?.items[0]?.raw).to.equal('- a\n[^1]: b');
  });

  for (const src of ['a', '-a', '1.a', '1234567890. a', '---', '    - a'])
    it(`finds no list in ${JSON.stringify(src)}`, () => {
      expect(splitList(src, 0, false)).to.equal(undefined);
    });
});

describe('readQuote', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['markers with and without a space', '> a\n>b', 'a\nb'],
    ['one space of many', '>   a', '  a'],
    ['a tab', '>\ta', '  a'],
    ['lazy lines', '> a\nb', 'a\n~b'],
    ['lazy lines of a nested list', '> - a\nb\n> - c', '- a\n~b\n- c'],
    ['to the blank line', '> a\n\nb', 'a'],
    ['to a line that cannot be lazy', '> # a\nb', '# a'],
    ['to a fence', '> a\n```', 'a'],
  ];
  for (const [title, src, text] of cases)
    it(`cuts ${title}`, () => {
      expect(unlazy(readQuote(src, 0, false)?.text)).to.equal(text);
    });
});
