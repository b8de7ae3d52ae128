import { expect } from 'chai';
import { backOff, isPaused, pauseUntil } from '../../src/model/forge-pause.js';

const NOW = Date.UTC(2026, 10, 12);
const seconds = NOW / 1000;
const pause = (status: number, headers: Record<string, string>): number | undefined => {
  const until = pauseUntil(status, (name) => headers[name] ?? null, NOW);
  return until === undefined ? undefined : (until - NOW) / 1000;
};

describe('pauseUntil', () => {
  const rows: [what: string, status: number, headers: Record<string, string>, seconds: number | undefined][] =
    [
      ['nothing', 200, {}, undefined],
      [
        'requests that are left',
        200,
        { 'x-ratelimit-remaining': '59', 'x-ratelimit-reset': String(seconds + 60) },
        undefined,
      ],
      [
        'the last request that was allowed',
        200,
        { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(seconds + 60) },
        60,
      ],
      [
        'GitHub’s refusal',
        403,
        { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(seconds + 90) },
        90,
      ],
      ['GitHub’s second limit', 403, { 'retry-after': '120', 'x-ratelimit-remaining': '40' }, 120],
      ['a refusal for another reason', 403, { 'x-ratelimit-remaining': '40' }, undefined],
      ['GitLab’s refusal', 429, { 'ratelimit-remaining': '0', 'ratelimit-reset': String(seconds + 30) }, 30],
      ['seconds from now', 429, { 'ratelimit-remaining': '0', 'ratelimit-reset': '45' }, 45],
      ['the draft’s one header', 429, { ratelimit: 'limit=100, remaining=0, reset=50' }, 50],
      ['the later draft’s', 429, { ratelimit: '"default";r=0;t=30' }, 30],
      ['the later draft’s, with requests left', 200, { ratelimit: '"default";r=5;t=30' }, undefined],
      ['a date', 429, { 'retry-after': new Date(NOW + 77_000).toUTCString() }, 77],
      ['a refusal without a word', 429, {}, 60],
      ['a server that is down', 503, { 'retry-after': '15' }, 15],
      ['a server that fails', 500, {}, undefined],
      ['a header that makes no sense', 429, { 'retry-after': 'soon', 'x-ratelimit-remaining': 'none' }, 60],
      [
        'a moment that has passed',
        403,
        { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(seconds - 500) },
        1,
      ],
      ['a moment far away', 429, { 'retry-after': '999999' }, 3600],
      ['a limit without its end', 403, { 'x-ratelimit-remaining': '0' }, 60],
    ];
  for (const [what, status, headers, expected] of rows)
    it(`reads ${what}`, () => {
      expect(pause(status, headers)).to.equal(expected);
    });
});

describe('backOff', () => {
  it('doubles, and ends at an hour', () => {
    expect([1, 2, 3, 4].map((failures) => backOff(failures) / 1000)).to.deep.equal([30, 60, 120, 240]);
    expect(backOff(100)).to.equal(3_600_000);
    expect(backOff(0)).to.equal(30_000);
  });
});

describe('isPaused', () => {
  const rows: [what: string, until: number, expected: boolean][] = [
    ['not after the time', NOW - 1, false],
    ['not at the time', NOW, false],
    ['before the time', NOW + 1, true],
    ['an hour before', NOW + 3_600_000, true],
    ['not by a time from before the clock jumped', NOW + 3_600_001, false],
    ['always where there is no such time', Infinity, true],
  ];
  for (const [what, until, expected] of rows)
    it(what, () => {
      expect(isPaused(until, NOW)).to.equal(expected);
    });
});
