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
});
