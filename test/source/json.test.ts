import { expect } from 'chai';
import { fc } from '../property.js';
import {
  createJsonCopier,
  isRecord,
  joinPath,
  keysOf,
  MAX_DEPTH,
  MAX_VALUES,
  nameType,
  readKey,
  type JsonFault,
} from '../../src/source/json.js';

function copy(value: unknown): { copied: unknown; faults: JsonFault[] } {
  const faults: JsonFault[] = [];
  const copied = createJsonCopier((fault) => faults.push(fault))(value, 'x');
  return { copied, faults };
}

const throwing = {
  fine: 1,
  get broken(): number {
    throw new Error('broken');
  },
};

const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

describe('createJsonCopier', () => {
  it('copies JSON as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        // A key that is a prototype's is left out, and told of elsewhere.
        const json: unknown = JSON.parse(JSON.stringify(value).replaceAll('"__proto__"', '"proto"'));
        const { copied, faults } = copy(json);
        expect(faults).to.deep.equal([]);
        expect(copied).to.deep.equal(json);
      }),
    );
  });

  const rows: [name: string, value: unknown, copied: unknown, faults: string[]][] = [
    ['undefined in an object', { a: undefined, b: 1 }, { b: 1 }, []],
    ['a date', { a: new Date(0) }, { a: '1970-01-01T00:00:00.000Z' }, []],
    ['a date that is none', [new Date(NaN)], [null], []],
    ['numbers without a form', [NaN, Infinity, -0], [null, null, 0], []],
    ['big integers', [1n, 12345678901234567890n], [1, '12345678901234567890'], []],
    [
      'functions and symbols',
      { a: () => 1, b: [Symbol('c'), 2] },
      { b: [2] },
      ['x.a: a function', 'x.b[0]: a symbol'],
    ],
    [
      'maps and other objects',
      { a: new Map(), b: /x/, c: new Set() },
      {},
      [
        'x.a: an object that is not plain data',
        'x.b: an object that is not plain data',
        'x.c: an object that is not plain data',
      ],
    ],
    ['an object without prototype', Object.assign(Object.create(null) as object, { a: 1 }), { a: 1 }, []],
    ['a getter that throws', throwing, { fine: 1 }, ['x.broken: a value that cannot be read']],
    ['a revoked proxy', { a: revoked() }, {}, ['x.a: an object that is not plain data']],
    ['the key __proto__', JSON.parse('{"__proto__": {"a": 1}, "b": 1}'), { b: 1 }, []],
    ['an undefined value', undefined, undefined, ['x: nothing']],
  ];
  for (const [name, value, copied, faults] of rows)
    it(`copies ${name}`, () => {
      const result = copy(value);
      expect(result.copied).to.deep.equal(copied);
      expect(result.faults.map(({ path, found }) => `${path}: ${found}`)).to.deep.equal(faults);
    });

  it('does not follow a cycle', () => {
    const cycle: Record<string, unknown> = { a: 1 };
    cycle['self'] = cycle;
    const { copied, faults } = copy(cycle);
    expect(copied).to.have.property('a', 1);
    expect(faults.map(({ kind }) => kind)).to.deep.equal(['depth']);
  });

  it('reads to its depth and no deeper', () => {
    const nest = (levels: number): unknown => (levels === 0 ? 1 : [nest(levels - 1)]);
    expect(copy(nest(MAX_DEPTH)).faults).to.deep.equal([]);
    expect(copy(nest(MAX_DEPTH + 1)).faults.map(({ kind }) => kind)).to.deep.equal(['depth']);
  });

  it('stops at its number of values, and says so once', () => {
    let many: unknown = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
    for (let level = 0; level < 9; level++) many = Array(10).fill(many);
    const { copied, faults } = copy({ many, more: 1 });
    expect(faults.map(({ kind }) => kind)).to.deep.equal(['size']);
    expect(JSON.stringify(copied).length).to.be.below(MAX_VALUES * 4);
  });
});

describe('isRecord', () => {
  const rows: [value: unknown, expected: boolean][] = [
    [{}, true],
    [Object.create(null), true],
    [[], false],
    [null, false],
    ['x', false],
    [new Date(), false],
    [new URL('https://example.org'), false],
    [revoked(), false],
  ];
  rows.forEach(([value, expected], index) => {
    it(`is ${expected} in row ${index}`, () => {
      expect(isRecord(value)).to.equal(expected);
    });
  });
});

describe('reading objects that misbehave', () => {
  it('finds no keys where asking for them throws', () => {
    expect(keysOf(revoked())).to.deep.equal([]);
    expect(keysOf({ a: 1 })).to.deep.equal(['a']);
  });

  it('gives a value that is no JSON where reading throws', () => {
    expect(nameType(readKey(throwing, 'broken'))).to.equal('a value that cannot be read');
    expect(readKey(throwing, 'fine')).to.equal(1);
  });
});

describe('joinPath', () => {
  const rows: [path: string, key: string, joined: string][] = [
    ['', 'a', 'a'],
    ['a', 'b', 'a.b'],
    ['a[0]', 'b-c', 'a[0].b-c'],
    ['a', 'b c', 'a["b c"]'],
    ['', '', '[""]'],
    ['a', '0', 'a["0"]'],
    ['a', 'é', 'a.é'],
  ];
  for (const [path, key, joined] of rows)
    it(`writes ${joined}`, () => {
      expect(joinPath(path, key)).to.equal(joined);
    });
});

describe('nameType', () => {
  const rows: [value: unknown, name: string][] = [
    [null, 'null'],
    [undefined, 'nothing'],
    [[], 'an array'],
    [{}, 'an object'],
    ['', 'a string'],
    [1, 'a number'],
    [true, 'a boolean'],
    [new Date(), 'a date'],
    [new Map(), 'an object that is not plain data'],
  ];
  for (const [value, name] of rows)
    it(`says ${name}`, () => {
      expect(nameType(value)).to.equal(name);
    });
});
