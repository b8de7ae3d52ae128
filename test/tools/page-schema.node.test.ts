import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import { fc } from '../property.js';
import { readPageData } from '../../src/source/page-data.js';
import { EVERY_SAMPLE } from '../block-samples.js';
import { readFileSync } from 'node:fs';
import type { RepositorySnapshot } from '../../src/model/repository-facts.js';
import type { DataOf } from '../../src/model/schema.js';
import { SNAPSHOT } from '../../src/model/snapshot-data.js';
import { readSnapshot } from '../../src/model/repository-snapshot.js';
import { pageSchema, repositoriesSchema } from './page-schema.mjs';

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

describe('the JSON Schema of snapshots of repositories', () => {
  let isSnapshot: ReturnType<typeof ajv.compile>;

  before(async () => {
    isSnapshot = ajv.compile((await repositoriesSchema()) as object);
  });

  it('describes the type, field by field', () => {
    const described: DataOf<typeof SNAPSHOT> = { repositories: [{ url: 'https://example.org/a' }] };
    const typed: RepositorySnapshot = described;
    const back: DataOf<typeof SNAPSHOT> = typed;
    expect(isSnapshot(back)).to.equal(true);
    expect(Object.keys(SNAPSHOT.fields)).to.deep.equal(['repositories']);
  });

  it('takes the snapshot of the demo', () => {
    const text = readFileSync(new URL('../../demo/repos.json', import.meta.url), 'utf8');
    expect(isSnapshot(JSON.parse(text)), JSON.stringify(isSnapshot.errors)).to.equal(true);
  });

  it('refuses what is reported when a snapshot is read, and nothing else', () => {
    const value = fc.constantFrom<unknown>(
      ...[
        'https://example.org/a',
        'http://x',
        'ftp://x.example',
        'a b',
        '',
        'MIT',
        '2026-11-12',
        '2026-13-01',
      ],
      ...[
        '2026-11-12T08:30:00Z',
        '2026-11-12T08:30+01:00',
        '2026-11-12T99:00:00Z',
        true,
        0,
        7,
        -1,
        1.5,
        1e20,
        {},
        [],
      ],
      ...[
        { stars: { source: 'https://example.org' } },
        { stars: { source: 'x' } },
        { url: { source: 'https://x' } },
      ],
      ...[{ licence: { source: 'https://example.org', fetchedAt: '2026-11-12' } }, { stars: 7 }],
    );
    const names =
      'description language stars licence archived movedTo continuedIn defaultBranch fetchedAt source sources other'.split(
        ' ',
      );
    const repository = fc.tuple(
      fc.constantFrom('https://example.org/a/b', 'x', 7),
      fc.constantFrom(...names),
      value,
    );
    fc.assert(
      fc.property(repository, ([url, name, each]) => {
        const data = { repositories: [{ url, [name]: each }] };
        const { problems } = readSnapshot(data);
        expect(isSnapshot(data), JSON.stringify([data, problems, isSnapshot.errors])).to.equal(
          problems.length === 0,
        );
      }),
      { numRuns: 1_500 },
    );
    for (const data of [[], {}, { repositories: {} }, { repositories: [7] }]) {
      expect(isSnapshot(data)).to.equal(false);
      expect(readSnapshot(data).problems).not.to.deep.equal([]);
    }
  });
});
