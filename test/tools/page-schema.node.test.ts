import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import { fc } from '../property.js';
import { readPageData } from '../../src/source/page-data.js';
import { EVERY_SAMPLE } from '../block-samples.js';
import { pageSchema } from './page-schema.mjs';

interface Described {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly $defs?: Readonly<Record<string, Described>>;
}

const schema = (await pageSchema()) as Described;
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, formats: { 'uri-reference': true } });
const isValid = ajv.compile(schema);

const says = (data: unknown): boolean => isValid(structuredClone(data));

describe('the JSON Schema of page data', () => {
  it('takes a sample of each kind of block', () => {
    for (const [kind, block] of EVERY_SAMPLE) expect(says({ blocks: [block] }), kind).to.equal(true);
    expect(
      says({ title: 'T', sections: [{ heading: 'a', sections: [{ heading: 'b' }] }], own: [1] }),
    ).to.equal(true);
    expect(
      says({
        blocks: [
          { kind: 'prose', body: 'x' },
          { kind: 'my-own', x: 1 },
        ],
      }),
    ).to.equal(true);
  });

  it('describes every field', () => {
    const bare = Object.entries(schema.$defs ?? {}).flatMap(([name, { properties = {} }]) =>
      Object.entries(properties)
        .filter(([key, { description }]) => key !== 'kind' && !description)
        .map(([key]) => `${name}.${key}`),
    );
    expect(bare).to.deep.equal([]);
  });

  it('refuses what is reported when the data are read, and nothing else', () => {
    const value = fc.oneof(
      fc.constantFrom<unknown>(
        '2015-02-03',
        '2015',
        2015,
        'https://example.org',
        '',
        ' ',
        true,
        7,
        {},
        [],
        ['a'],
      ),
      fc.constantFrom<unknown>({ name: 'a' }, [{ name: 'a' }], { title: 'a', url: 'b' }, 'emeritus', 'x y'),
    );
    const mangled = fc
      .tuple(fc.constantFrom(...EVERY_SAMPLE), fc.nat(60), fc.oneof(value, fc.constant(undefined)))
      .map(([[, block], index, replacement]) => {
        let left = index;
        const replace = (part: unknown): unknown => {
          if (left-- === 0) return replacement;
          if (Array.isArray(part)) return part.map(replace).filter((item) => item !== undefined);
          if (typeof part !== 'object' || part === null) return part;
          const entries = Object.entries(part).map(([key, each]) => [key, replace(each)] as const);
          return Object.fromEntries(entries.filter(([, each]) => each !== undefined));
        };
        return { blocks: [replace(block)].filter((each) => each !== undefined) };
      });
    fc.assert(
      fc.property(mangled, (data) => {
        const { problems } = readPageData(data);
        const message = JSON.stringify([data, problems, isValid.errors]);
        expect(says(data), message).to.equal(problems.length === 0);
      }),
      { numRuns: 1_000 },
    );
  });
});
