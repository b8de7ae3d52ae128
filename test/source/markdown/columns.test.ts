import { expect } from 'chai';
import { expandIndent, measureIndent, removeColumns } from '../../../src/source/markdown/columns.js';

describe('columns', () => {
  const widths: readonly (readonly [string, number, number])[] = [
    ['  a', 0, 2],
    ['\ta', 0, 4],
    ['\ta', 2, 2],
    [' \ta', 0, 4],
    ['   \t a', 0, 5],
    ['\t\ta', 3, 5],
    ['a', 0, 0],
  ];
  for (const [line, column, columns] of widths)
    it(`are ${columns} before the text of ${JSON.stringify(line)} at column ${column}`, () => {
      expect(measureIndent(line, column).columns).to.equal(columns);
    });

  const removals: readonly (readonly [string, number, number, string])[] = [
    ['    a', 2, 0, '  a'],
    ['\ta', 2, 0, '  a'],
    ['\t\ta', 2, 0, '  \ta'],
    ['\ta', 2, 2, 'a'],
    [' a', 4, 0, 'a'],
    ['\ta', 0, 0, '\ta'],
  ];
  for (const [line, columns, column, rest] of removals)
    it(`leave ${JSON.stringify(rest)} of ${JSON.stringify(line)} at ${column} without ${columns}`, () => {
      expect(removeColumns(line, columns, column)).to.equal(rest);
    });

  const expansions: readonly (readonly [string, number, string])[] = [
    ['\ta', 2, '  a'],
    ['\ta', 0, '    a'],
    ['\t\ta', 0, '    \ta'],
    [' \t\ta', 2, '      a'],
    ['a\tb', 0, 'a\tb'],
    ['  a', 0, '  a'],
  ];
  for (const [line, column, expanded] of expansions)
    it(`read ${JSON.stringify(line)} at ${column} as ${JSON.stringify(expanded)}`, () => {
      expect(expandIndent(line, column)).to.equal(expanded);
    });
});
