import { expect } from 'chai';
import { fc } from '../property.js';
import { toHtml } from '../../src/html/to-html.js';
import { fromJson } from '../../src/source/data.js';
import { readPageData } from '../../src/source/page-data.js';
import { EVERY_SAMPLE } from '../block-samples.js';

const faults = (block: unknown): string[] =>
  readPageData({ blocks: [block] }).problems.map(({ code, place }) => `${code} at ${place?.path ?? ''}`);
const read = (block: unknown): unknown => readPageData({ blocks: [block] }).data.blocks?.[0];

describe('reading blocks of data', () => {
  describe('leaves out what is wrong and nothing else', () => {
    const ada = { name: 'Ada' };
    const rows: [name: string, block: unknown, read: unknown, faults: string[]][] = [
      [
        'a person without a name',
        { kind: 'people', people: [ada, { role: 'Dev' }, { name: 'Grace' }] },
        { kind: 'people', people: [ada, { name: 'Grace' }] },
        ['data-type at blocks[0].people[1].name'],
      ],
      [
        'a field of a person',
        { kind: 'people', people: [{ ...ada, from: 'yesterday', links: [{ title: 'x' }] }] },
        { kind: 'people', people: [ada] },
        ['data-type at blocks[0].people[0].from', 'data-type at blocks[0].people[0].links[0].url'],
      ],
      [
        'a URL that is not safe',
        { kind: 'people', people: [{ ...ada, url: 'javascript:alert(1)', avatar: 'mailto:x@y' }] },
        { kind: 'people', people: [ada] },
        ['url-unsafe at blocks[0].people[0].url', 'url-unsafe at blocks[0].people[0].avatar'],
      ],
      [
        'a link whose URL is not safe',
        { kind: 'links', links: [{ title: 'x', url: 'vbscript:x' }] },
        undefined,
        ['url-unsafe at blocks[0].links[0].url'],
      ],
      [
        'a status that is none',
        { kind: 'people', people: [{ ...ada, status: 'Retired' }] },
        { kind: 'people', people: [ada] },
        ['data-type at blocks[0].people[0].status'],
      ],
      [
        'people that are no list',
        { kind: 'people', people: ada },
        undefined,
        ['data-type at blocks[0].people'],
      ],
      ['an empty list', { kind: 'people', people: [] }, undefined, []],
      ['a block without its list', { kind: 'people' }, undefined, ['data-type at blocks[0].people']],
      ['a block with nothing to show', { kind: 'sponsors' }, undefined, ['data-type at blocks[0]']],
      [
        'a number that is text',
        {
          kind: 'stats',
          stats: [{ label: 'x', value: '5', date: '2026', source: { title: 'a', url: 'b' } }],
        },
        undefined,
        ['data-type at blocks[0].stats[0].value'],
      ],
      [
        'a number without a source',
        { kind: 'stats', stats: [{ label: 'x', value: 5, date: '2026' }] },
        undefined,
        ['data-type at blocks[0].stats[0].source'],
      ],
      ['no block', 'people', undefined, ['data-type at blocks[0]']],
      ['no kind', { people: [ada] }, undefined, ['data-unknown-kind at blocks[0]']],
      ['a kind that is none', { kind: 'toString' }, undefined, ['data-unknown-kind at blocks[0]']],
      [
        'a key that people do not have',
        { kind: 'people', people: [{ ...ada, nmae: 'x' }] },
        { kind: 'people', people: [ada] },
        ['data-unknown-key at blocks[0].people[0].nmae'],
      ],
      [
        'a day that no month has',
        { kind: 'timeline', events: [{ date: '2015-02-30', title: 'x' }] },
        undefined,
        ['data-type at blocks[0].events[0].date'],
      ],
    ];
    for (const [name, block, expected, found] of rows)
      it(name, () => {
        expect(read(block)).to.deep.equal(expected);
        expect(faults(block)).to.deep.equal(found);
      });
  });

  it('forgives a year that is a number, a Date, and capitals', () => {
    expect(
      read({
        kind: 'people',
        people: [{ name: 'Ada', from: 1842, to: new Date(Date.UTC(1843, 0, 2)), status: 'Emeritus' }],
      }),
    ).to.deep.equal({
      kind: 'people',
      people: [{ name: 'Ada', from: '1842', to: '1843-01-02', status: 'emeritus' }],
    });
  });

  it('says what was meant', () => {
    const says = (block: unknown): string => readPageData({ blocks: [block] }).problems[0]?.message ?? '';
    expect(says({ kind: 'team' })).to.match(/Did you mean “people”\?/);
    expect(says({ kind: 'pepole' })).to.match(/Did you mean “people”\?/);
    expect(says({ kind: 'people', people: [{ name: 'a', homepage: 'x' }] })).to.match(/Did you mean “url”\?/);
    expect(says({ kind: 'links', links: [{ title: 'a' }] })).to.match(/A link needs “url”, a URL with http/);
    expect(says({ kind: 'my-own' })).to.match(/The host has not registered it/);
  });

  it('takes a block alone as a page of that block', () => {
    for (const [kind, block] of EVERY_SAMPLE) {
      expect(readPageData(block), kind).to.deep.equal({ data: { blocks: [block] }, problems: [] });
    }
  });

  it('keeps the blocks of a section without a heading with what stands before it', () => {
    const [, links] = EVERY_SAMPLE[0] ?? [];
    const [, people] = EVERY_SAMPLE[2] ?? [];
    expect(
      readPageData({
        sections: [
          { heading: 'a', blocks: [links] },
          { body: 'x', blocks: [people] },
        ],
      }).data,
    ).to.deep.equal({ sections: [{ heading: 'a', blocks: [links, { kind: 'prose', body: 'x' }, people] }] });
  });

  it('is not harmed by any value', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
    });
    const mangled = fc
      .tuple(fc.constantFrom(...EVERY_SAMPLE), fc.nat(60), anything)
      .map(([[, block], index, value]) => {
        let left = index;
        const replace = (part: unknown): unknown => {
          if (left-- === 0) return value;
          if (Array.isArray(part)) return part.map(replace);
          if (typeof part !== 'object' || part === null) return part;
          return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, replace(each)]));
        };
        return replace(block);
      });
    fc.assert(
      fc.property(mangled, (block) => {
        const { page } = fromJson({ blocks: [block] });
        expect(toHtml(page)).not.to.match(/undefined|\[object/);
      }),
      { numRuns: 300 },
    );
  });

  it('is not harmed by cycles, getters that throw and keys of prototypes', () => {
    const person: Record<string, unknown> = { name: 'Ada' };
    person['links'] = [person];
    const throwing = Object.defineProperty({ name: 'Grace' }, 'url', {
      enumerable: true,
      get: () => {
        throw new Error('broken');
      },
    });
    const block = JSON.parse('{"kind": "people", "__proto__": {"x": 1}}') as Record<string, unknown>;
    block['people'] = [person, throwing];
    expect(read(block)).to.deep.equal({ kind: 'people', people: [{ name: 'Ada' }, { name: 'Grace' }] });
    expect({}).not.to.have.property('x');
  });

  describe('is not harmed by size', () => {
    /** An array that says it is longer than anything: it holds nothing, and takes no memory. */
    const endless = (): unknown[] => Object.assign([], { length: 2 ** 32 - 1 });

    const ENDLESS: readonly (readonly [name: string, input: unknown])[] = [
      ['blocks', { blocks: endless() }],
      ['blocks of a section', { sections: [{ heading: 'a', blocks: endless() }] }],
      ['people', { blocks: [{ kind: 'people', people: endless() }] }],
    ];
    for (const [name, input] of ENDLESS)
      it(`of lists of ${name} that do not end`, () => {
        const { data, problems } = readPageData(input);
        expect(data.blocks ?? []).to.deep.equal([]);
        // The first hundred are told.
        expect(problems).to.have.lengthOf(100);
      });

    it('of a list longer than anyone writes, and keeps its beginning', () => {
      const people = Array.from({ length: 200_000 }, (_, index) => ({ name: `Person ${String(index)}` }));
      const { data, problems } = readPageData({ blocks: [{ kind: 'people', people }] });
      expect(problems.map(({ code }) => code)).to.deep.equal(['data-too-deep']);
      const [block] = (data.blocks ?? []) as unknown as { people: unknown[] }[];
      expect(block?.people.length).to.be.within(10_000, 100_000);
    });

    it('of the data of a kind of the host’s own: cycles, depth, keys of prototypes', () => {
      const data = JSON.parse('{"kind": "my-map", "__proto__": {"x": 1}, "constructor": 1}') as Record<
        string,
        unknown
      >;
      data['self'] = data;
      let deep: unknown = 'end';
      for (let level = 0; level < 10_000; level++) deep = [deep];
      data['deep'] = deep;
      const reading = readPageData({ blocks: [data] }, ['my-map']);
      const [block] = (reading.data.blocks ?? []) as unknown as Record<string, unknown>[];
      expect(Object.keys(block ?? {})).to.deep.equal(['kind', 'constructor', 'self', 'deep']);
      expect(block).not.to.have.property('x');
      expect(JSON.stringify(block).length).to.be.below(10_000);
      expect(reading.problems.map(({ code }) => code)).to.include('data-too-deep');
    });
  });

  it('takes no key of a prototype for a field', () => {
    for (const key of ['constructor', 'toString', 'hasOwnProperty', '__proto__', 'valueOf']) {
      const person = JSON.parse(`{"name": "Ada", ${JSON.stringify(key)}: {"name": "x"}}`) as unknown;
      expect(read({ kind: 'people', people: [person] })).to.deep.equal({
        kind: 'people',
        people: [{ name: 'Ada' }],
      });
      expect(faults(JSON.parse(`{"kind": ${JSON.stringify(key)}}`))).to.deep.equal([
        'data-unknown-kind at blocks[0]',
      ]);
    }
    for (const kind of [['people'], { toString: () => 'people' }, 1, true])
      expect(faults({ kind, people: [{ name: 'Ada' }] })).to.deep.equal(['data-unknown-kind at blocks[0]']);
  });
});
