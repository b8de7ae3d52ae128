import { expect } from 'chai';
import { findLine } from '../../src/model/find-line.js';

describe('findLine', () => {
  const cases: [name: string, args: Parameters<typeof findLine>, expected: number | undefined][] = [
    ['the line of a text', ['a\n\nb', 'b'], 3],
    ['one with line breaks of Windows', ['a\r\n\r\nb', 'b'], 3],
    ['the first line of several', ['a\nb\nc\n', 'b\nc'], 2],
    ['the second of two', ['$x$\n$y$\n$x$', 'x', 1], 3],
    ['the last where there are fewer', ['$x$\n\n$x$', 'x', 7], 3],
    ['what is indented there', ['- a\n\n  ```\n  b\n  c\n  ```', 'b\nc'], 4],
    ['text with space around it', ['a\nb', ' b\n'], 2],
    ['nothing for what is not there', ['a', 'b'], undefined],
    ['nothing for nothing', ['a', ' '], undefined],
  ];
  for (const [name, args, expected] of cases)
    it(`finds ${name}`, () => {
      expect(findLine(...args)).to.equal(expected);
    });
});
