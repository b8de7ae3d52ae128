import { expect } from 'chai';
import type { Place } from '../../src/model/problem.js';
import { normalizeText } from '../../src/source/text.js';

describe('normalizeText', () => {
  const rows: [name: string, text: string, expected: string][] = [
    ['plain text', 'a\nb', 'a\nb'],
    ['an empty text', '', ''],
    ['a byte order mark', '\ufeffa', 'a'],
    ['a byte order mark inside', 'a\ufeffb', 'a\ufeffb'],
    ['CRLF', 'a\r\nb\r\n', 'a\nb\n'],
    ['CR', 'a\rb\r', 'a\nb\n'],
    ['mixed line breaks', '\ufeffa\r\r\nb\n\rc', 'a\n\nb\n\nc'],
    ['U+2028, which is no line break here', 'a\u2028b', 'a\u2028b'],
  ];
  for (const [name, text, expected] of rows)
    it(`reads ${name}`, () => {
      expect(normalizeText(text)).to.deep.equal({ text: expected, problems: [] });
    });

  const nuls: [text: string, expected: string, place: Place, words: string][] = [
    ['\0', '\ufffd', { line: 1, column: 1 }, 'a NUL character'],
    ['\ufeff\0', '\ufffd', { line: 1, column: 1 }, 'a NUL character'],
    ['a\r\nb\0c\0', 'a\nb\ufffdc\ufffd', { line: 2, column: 2 }, '2 NUL characters'],
  ];
  for (const [text, expected, place, words] of nuls)
    it(`replaces and reports NUL in ${JSON.stringify(text)}`, () => {
      const normalized = normalizeText(text);
      expect(normalized.text).to.equal(expected);
      expect(normalized.problems).to.have.length(1);
      expect(normalized.problems[0]).to.deep.include({ code: 'text-nul', severity: 'warning', place });
      expect(normalized.problems[0]?.message).to.include(words);
    });
});
