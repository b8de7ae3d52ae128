import { expect } from 'chai';
import { SourceCursor } from '../../../src/source/markdown/source-cursor.js';

const started = (text: string, line = 1): SourceCursor => {
  const cursor = new SourceCursor();
  cursor.start(text, line);
  return cursor;
};

describe('SourceCursor', () => {
  it('finds one equal piece after the other', () => {
    const cursor = started('x a\na a', 5);
    expect([cursor.place('a'), cursor.place('a'), cursor.place('a')]).to.deep.equal([
      { line: 5, column: 3 },
      { line: 6, column: 1 },
      { line: 6, column: 3 },
    ]);
  });

  it('finds what holds a piece that was asked for before', () => {
    const cursor = started('ab\n[c d]\ne');
    expect(cursor.place('d')).to.deep.equal({ line: 2, column: 4 });
    expect(cursor.place('[c d]')).to.deep.equal({ line: 2, column: 1 });
    expect(cursor.place('e')).to.deep.equal({ line: 3, column: 1 });
  });

  it('counts from the beginning of a piece', () => {
    expect(started('x\n<p>\n  <b>').place('<p>\n  <b>', 6)).to.deep.equal({ line: 3, column: 3 });
  });

  it('stays in the line where a piece does not stand as it is', () => {
    const cursor = started('> a\n> b\n> c');
    cursor.place('b');
    expect(cursor.place('b\nc')).to.deep.equal({ line: 2 });
  });

  it('finds what is far away, in a block of many megabytes, without reading it over and over', () => {
    const line = 'word '.repeat(40) + '[a](b)\n';
    const count = 30_000;
    const cursor = started(line.repeat(count));
    for (let index = 1; index <= count; index++)
      expect(cursor.place('[a](b)')).to.deep.equal({ line: index, column: 201 });
    expect(started(line.repeat(1000) + '[c](d)').place('[c](d)')).to.deep.equal({ line: 1001, column: 1 });
  });

  it('gives up what it cannot find after a thousand searches', () => {
    const cursor = started('a'.repeat(5_000_000));
    for (let index = 0; index < 100_000; index++) cursor.place('b');
    expect(cursor.place('b')).to.deep.equal({ line: 1 });
  });
});
