import { expect } from 'chai';
import { readSnapshot } from '../../src/model/repository-snapshot.js';

const url = 'https://github.com/dotnet/cli';
const read = (...repositories: unknown[]) => readSnapshot({ repositories });
const placesOf = (input: unknown): (string | undefined)[] =>
  readSnapshot(input).problems.map(({ place }) => place?.path);

describe('readSnapshot', () => {
  it('reads what is right, as a value or as text', () => {
    const repositories = [
      {
        url,
        description: 'A tool',
        language: 'C#',
        stars: 12,
        licence: 'MIT',
        archived: true,
        movedTo: 'https://github.com/dotnet/sdk',
        continuedIn: 'https://github.com/dotnet/sdk',
        defaultBranch: 'main',
        fetchedAt: '2026-11-12T08:30:00Z',
        source: 'https://api.github.com/repos/dotnet/cli',
        sources: { archived: { source: 'https://example.org/', fetchedAt: '2020-01-01' } },
      },
    ];
    expect(readSnapshot({ repositories })).to.deep.equal({ snapshot: { repositories }, problems: [] });
    expect(readSnapshot(JSON.stringify({ repositories })).snapshot).to.deep.equal({ repositories });
  });

  const faults: [what: string, entry: object, place: string, kept: object][] = [
    ['stars that are no count', { stars: -1 }, 'stars', {}],
    ['stars as text', { stars: '5' }, 'stars', {}],
    ['a description that is no text', { description: ['x'] }, 'description', {}],
    ['an unknown field', { forks: 3 }, 'forks', {}],
    ['a field with the name of a prototype’s', { constructor: 'x', toString: 1 }, 'constructor', {}],
    ['an unsafe URL', { movedTo: 'javascript:alert(1)', stars: 1 }, 'movedTo', { stars: 1 }],
    ['a date that is none', { fetchedAt: '12 Nov 2026' }, 'fetchedAt', {}],
    ['a day that is none', { fetchedAt: '2026-13-41' }, 'fetchedAt', {}],
    [
      'sources without a URL',
      { sources: { archived: { source: 'hearsay' } }, archived: true },
      'sources',
      { archived: true },
    ],
  ];
  for (const [what, entry, place, kept] of faults)
    it(`tells ${what} and keeps the rest`, () => {
      const { snapshot, problems } = read({ url, ...entry });
      expect(snapshot.repositories).to.deep.equal([{ url, ...kept }]);
      expect(problems[0]?.place?.path).to.equal(`repositories[0].${place}`);
    });

  it('leaves out what does not say which repository it is about', () => {
    const { snapshot, problems } = read({ stars: 1 }, null, 'x', { url: 'javascript:1' }, { url });
    expect(snapshot.repositories).to.deep.equal([{ url }]);
    expect(problems.map(({ place }) => place?.path)).to.deep.equal([
      'repositories[0].url',
      'repositories[1]',
      'repositories[2]',
      'repositories[3].url',
    ]);
  });

  it('is empty for what is no snapshot, and says so', () => {
    for (const input of ['{', null, 5, [], {}, { repositories: {} }, '"x"']) {
      const { snapshot, problems } = readSnapshot(input);
      expect(snapshot.repositories, JSON.stringify(input)).to.deep.equal([]);
      expect(problems, JSON.stringify(input)).to.have.lengthOf(1);
    }
    expect(readSnapshot('{').problems[0]?.code).to.equal('data-not-json');
  });

  it('takes null for unknown', () => {
    expect(placesOf({ repositories: [{ url, description: null, stars: null }] })).to.deep.equal([]);
  });

  it('bounds what it takes: length of texts, repositories, problems', () => {
    const { snapshot } = read({ url, description: ' a\n\u0000b '.repeat(1000) });
    expect(snapshot.repositories[0]?.description)
      .to.have.lengthOf(1000)
      .and.to.match(/^a b a b/);
    const many = readSnapshot({ repositories: Array.from({ length: 10_001 }, () => ({ url, stars: 'x' })) });
    expect(many.snapshot.repositories).to.have.lengthOf(10_000);
    expect(many.problems).to.have.lengthOf(100);
  });
});
