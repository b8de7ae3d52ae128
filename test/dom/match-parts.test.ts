import { expect } from 'chai';
import { keptInPlace, matchParts, type KnownPart } from '../../src/dom/match-parts.js';

/** `a:text` is a section with key `a`; `div/a:text` another element; `a:?` one of unknown content. */
function part(text: string): KnownPart {
  const [, tag = 'doc-section', key = '', html = ''] = /^(?:([\w-]+)\/)?([^:]*):(.*)$/.exec(text) ?? [];
  return { tag: tag as KnownPart['tag'], key, html: html === '?' ? undefined : html };
}
const parts = (text: string) => text.split(' ').filter(Boolean).map(part);

describe('matchParts', () => {
  const cases: [name: string, before: string, after: string, expected: (number | undefined)[]][] = [
    ['nothing', '', '', []],
    ['new parts', '', 'a:1 b:2', [undefined, undefined]],
    ['the same keys', 'a:1 b:2', 'a:1 b:3', [0, 1]],
    ['keys in another order', 'a:1 b:2 c:3', 'c:3 a:1 b:2', [2, 0, 1]],
    ['a removed part', 'a:1 b:2 c:3', 'a:1 c:3', [0, 2]],
    ['an added part', 'a:1 b:2', 'a:1 x:9 b:2', [0, undefined, 1]],
    ['equal content under another key', 'a:1 b:2', 'b:2 z:1', [1, 0]],
    ['keys before content', 'a:1 b:2', 'a:2 b:1', [0, 1]],
    ['content that is empty: not equal', 'div/a: div/b:', 'div/c: div/d:', [undefined, undefined]],
    ['unknown content: by key only', 'div/a:? div/b:?', 'div/b:x div/c:', [1, undefined]],
    ['another element under the same key', 'div/a:1', 'section/a:1', [undefined]],
    ['a section whose heading is edited', 'a:1 b:2 c:3', 'a:1 bb:22 c:3', [0, 1, 2]],
    ['the first section, edited', 'a:1 b:2', 'aa:11 b:2', [0, 1]],
    ['two neighbours, edited', 'a:1 b:2 c:3', 'aa:11 bb:22 c:3', [0, 1, 2]],
    ['an edited section that has moved: not in the same place', 'a:1 b:2 c:3', 'c:3 a:1 bb:22', [2, 0, 1]],
    ['other elements in the same place: not by place', 'div/a:1 div/b:2', 'div/c:3 div/b:2', [undefined, 1]],
    ['each old part once', 'a:1', 'x:1 y:1', [0, undefined]],
  ];
  for (const [name, before, after, expected] of cases)
    it(`matches ${name}`, () => expect(matchParts(parts(before), parts(after))).to.deep.equal(expected));
});

describe('keptInPlace', () => {
  const cases: [name: string, matches: (number | undefined)[], expected: number[]][] = [
    ['nothing', [], []],
    ['all that are in order', [0, 1, 2], [0, 1, 2]],
    ['none that is new', [undefined, 0, undefined, 1], [1, 3]],
    ['all but the first that went to the end', [1, 2, 3, 0], [0, 1, 2]],
    ['all but the last that came to the front', [3, 0, 1, 2], [1, 2, 3]],
    ['one of a reversed list', [2, 1, 0], [2]],
    ['the longest chain', [5, 0, 4, 1, 2, 3], [1, 3, 4, 5]],
  ];
  for (const [name, matches, expected] of cases)
    it(`keeps ${name}`, () =>
      expect([...keptInPlace(matches)].sort((a, b) => a - b)).to.deep.equal(expected));
});
