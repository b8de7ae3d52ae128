import { expect } from 'chai';
import { formatEntry, freshness, parseEntry, type ForgeEntry } from '../../src/model/forge-entry.js';

const NOW = Date.UTC(2026, 10, 12);
const HOUR = 3_600_000;

describe('freshness', () => {
  const ages: [what: string, age: number, expected: string][] = [
    ['this moment', 0, 'fresh'],
    ['just under an hour', HOUR - 1, 'fresh'],
    ['an hour', HOUR, 'stale'],
    ['a month less a moment', 30 * 24 * HOUR - 1, 'stale'],
    ['a month', 30 * 24 * HOUR, 'expired'],
    ['a clock that differs a little', -1000, 'fresh'],
    ['a clock that was set back a year', -365 * 24 * HOUR, 'stale'],
  ];
  for (const [what, age, expected] of ages)
    it(`${expected} after ${what}`, () => {
      expect(freshness({ checkedAt: NOW - age }, NOW)).to.equal(expected);
    });
});

describe('parseEntry', () => {
  it('reads what was written', () => {
    const entries: ForgeEntry[] = [
      { checkedAt: NOW },
      { facts: { url: 'https://github.com/o/n', stars: 1 }, etag: 'W/"x"', checkedAt: NOW },
    ];
    for (const entry of entries) expect(parseEntry(formatEntry(entry))).to.deep.equal(entry);
  });

  it('takes nothing from what somebody else wrote', () => {
    for (const text of [null, '', '{', '5', 'null', '{}', '{"checkedAt":"x"}', '{"checkedAt":null}'])
      expect(parseEntry(text), String(text)).to.equal(undefined);
    expect(parseEntry('{"checkedAt":1,"etag":5,"facts":{"url":"javascript:1"}}')).to.deep.equal({
      checkedAt: 1,
    });
    expect(
      parseEntry('{"checkedAt":1,"facts":{"url":"https://a.b/c","stars":"x","movedTo":"data:"}}'),
    ).to.deep.equal({
      checkedAt: 1,
      facts: { url: 'https://a.b/c' },
    });
  });
});
