import { expect } from 'chai';
import { fc } from '../property.js';
import { findJsonError } from '../../src/source/json-error.js';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('findJsonError', () => {
  const rows: [text: string, line: number, column: number, says: RegExp][] = [
    ['', 1, 1, /ends too early/],
    ['  \n ', 2, 2, /ends too early/],
    ['{"a": 1,\n "b": 2,\n}', 3, 1, /Remove the comma/],
    ['[1, 2, ]', 1, 8, /Remove the comma/],
    ['[1 2]', 1, 4, /comma or “\]”/],
    ['{"a": 1 "b": 2}', 1, 9, /comma or “}”/],
    ['{"a" 1}', 1, 6, /colon/],
    ['{a: 1}', 1, 2, /double quotes/],
    ["{'a': 1}", 1, 2, /straight double quotes/],
    ['{"a": “b”}', 1, 7, /straight double quotes/],
    ['{\n  // note\n  "a": 1\n}', 2, 3, /no comments/],
    ['{"a": /* b */ 1}', 1, 7, /no comments/],
    ['{"a": undefined}', 1, 7, /does not know this word/],
    ['{"a": True}', 1, 7, /does not know this word/],
    ['{"a": text}', 1, 7, /double quotes/],
    ['{"a": "one\ntwo"}', 1, 7, /not closed/],
    ['{"a": "one', 1, 7, /not closed/],
    ['{"a": "C:\\dir"}', 1, 7, /backslash/],
    ['{"a": "\\u12"}', 1, 7, /backslash/],
    ['{"a": [1, {"b": 2}', 1, 19, /ends too early/],
    ['{} {}', 1, 4, /ends before this/],
    ['[1]]', 1, 4, /ends before this/],
    ['[1}', 1, 3, /comma or “\]”/],
    ['01', 1, 2, /ends before this/],
    ['.5', 1, 1, /value is expected/],
    ['-', 1, 1, /value is expected/],
    ['<!doctype html>', 1, 1, /HTML/],
    ['# A', 1, 1, /value is expected/],
    ['{,}', 1, 2, /key in double quotes/],
  ];
  for (const [text, line, column, says] of rows)
    it(`names the place in ${JSON.stringify(text)}`, () => {
      const error = findJsonError(text);
      expect(error).to.deep.include({ line, column });
      expect(error?.message).to.match(says);
      expect(isJson(text)).to.equal(false);
    });

  it('finds nothing in JSON', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.constantFrom(0, 1, '\t'), (json, indent) => {
        expect(findJsonError(json)).to.equal(undefined);
        expect(findJsonError(JSON.stringify(JSON.parse(json), null, indent))).to.equal(undefined);
      }),
    );
  });

  it('finds something wherever JSON.parse does', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '"a"',
      '1',
      '-',
      '0',
      '.5',
      'e3',
      'true',
      'nul',
      ' ',
      '\n',
      '\\',
      '\\n',
      '\\u0041',
      "'",
      'é',
      '\u2028',
      '\0',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const text = pieces.join('');
        expect(findJsonError(text) === undefined, JSON.stringify(text)).to.equal(isJson(text));
      }),
      { numRuns: 20_000 },
    );
  }).timeout(20_000);

  it('finds the place in a long text', () => {
    const text = `{"a": "${'long '.repeat(1_000_000)}", "b": [${'['.repeat(10_000)}`;
    expect(findJsonError(text)?.message).to.match(/ends too early/);
  });
});
