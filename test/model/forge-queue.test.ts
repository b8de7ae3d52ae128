import { expect } from 'chai';
import { plan, type Wanted } from '../../src/model/forge-queue.js';

const want = (key: string, more: Partial<Wanted> = {}): Wanted => ({
  key,
  host: 'a',
  visible: true,
  since: 0,
  notBefore: 0,
  running: false,
  ...more,
});
const names = (...keys: string[]): Wanted[] => keys.map((key, since) => want(key, { since }));

describe('plan', () => {
  const rows: [what: string, wanted: Wanted[], pauses: [string, number][], ask: string[], wake?: number][] = [
    ['nothing', [], [], []],
    [
      'four at once, in the order they came into view',
      names('a', 'b', 'c', 'd', 'e'),
      [],
      ['a', 'b', 'c', 'd'],
    ],
    [
      'what came first, wherever it stands',
      [want('b', { since: 2 }), want('a', { since: 1 })],
      [],
      ['a', 'b'],
    ],
    [
      'as many as are free',
      [
        want('a', { running: true }),
        want('b', { running: true }),
        want('c', { running: true }),
        ...names('d', 'e'),
      ],
      [],
      ['d'],
    ],
    ['none beyond four', ['a', 'b', 'c', 'd', 'e'].map((key) => want(key, { running: key !== 'e' })), [], []],
    ['nothing out of view', [want('a', { visible: false }), want('b')], [], ['b']],
    ['no forge that wants to be left alone', [want('a'), want('b', { host: 'b' })], [['a', 900]], ['b'], 900],
    ['a forge whose time has come', [want('a')], [['a', 100]], ['a']],
    ['nothing before its time', [want('a', { notBefore: 500 }), want('b', { notBefore: 300 })], [], [], 300],
    ['what is settled never again', [want('a', { notBefore: Infinity })], [], []],
    ['a forge without consent never', [want('a')], [['a', Infinity]], []],
    ['the later of two times', [want('a', { notBefore: 500 })], [['a', 700]], [], 700],
    [
      'what a clock that has jumped back would have left alone',
      [want('a', { notBefore: 4e6 })],
      [['a', 1e12]],
      ['a'],
    ],
    ['no sooner for what is out of view', [want('a', { visible: false, notBefore: 500 })], [], []],
  ];
  for (const [what, wanted, pauses, ask, wake] of rows)
    it(`asks ${what}`, () => {
      expect(plan(wanted, new Map(pauses), 100)).to.deep.equal({ ask, wake });
    });
});
