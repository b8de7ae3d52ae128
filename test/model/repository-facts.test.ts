import { expect } from 'chai';
import {
  findFacts,
  indexFacts,
  mergeFacts,
  repositoryKey,
  type RepositoryFacts,
} from '../../src/model/repository-facts.js';

const url = 'https://github.com/dotnet/cli';

describe('repositoryKey', () => {
  for (const written of [
    'https://github.com/dotnet/cli',
    'http://www.github.com/DotNet/CLI/',
    'https://github.com/dotnet/cli.git',
    '//github.com/dotnet/cli',
  ])
    it(`is one for ${written}`, () => {
      expect(repositoryKey(written)).to.equal('github.com/dotnet/cli');
    });

  it('finds facts', () => {
    const facts: RepositoryFacts = { url: 'https://github.com/Dotnet/cli.git' };
    const snapshot = { repositories: [facts] };
    expect(findFacts(snapshot, url)).to.equal(facts);
    expect(findFacts(snapshot, `${url}x`)).to.equal(undefined);
    expect(indexFacts(snapshot).get(repositoryKey(url))).to.equal(facts);
  });
});

describe('mergeFacts', () => {
  const merges: [what: string, a: Partial<RepositoryFacts>, b: Partial<RepositoryFacts>, merged: object][] = [
    [
      'takes the newer of two',
      { stars: 1, fetchedAt: '2026-01-01' },
      { stars: 2, fetchedAt: '2026-02-01' },
      { stars: 2, fetchedAt: '2026-02-01' },
    ],
    [
      'takes the newer, whichever comes first',
      { stars: 2, fetchedAt: '2026-02-01T00:00:01Z' },
      { stars: 1, fetchedAt: '2026-02-01' },
      { stars: 2, fetchedAt: '2026-02-01T00:00:01Z' },
    ],
    [
      'keeps what the newer does not speak of',
      { stars: 1, continuedIn: 'https://github.com/dotnet/sdk', fetchedAt: '2026-01-01' },
      { archived: true, fetchedAt: '2026-02-01' },
      { stars: 1, continuedIn: 'https://github.com/dotnet/sdk', archived: true, fetchedAt: '2026-02-01' },
    ],
    [
      'takes one without a date for the older',
      { stars: 1 },
      { stars: 2, fetchedAt: '2020-01-01' },
      { stars: 2, fetchedAt: '2020-01-01' },
    ],
    [
      'lets the source of a fact go with the fact',
      { archived: true, licence: 'MIT', sources: { archived: { source: 'a:' }, licence: { source: 'b:' } } },
      { archived: false, fetchedAt: '2020-01-01' },
      {
        archived: false,
        licence: 'MIT',
        fetchedAt: '2020-01-01',
        sources: { licence: { source: 'b:' } },
      },
    ],
  ];
  for (const [what, a, b, merged] of merges)
    it(what, () => {
      expect(mergeFacts({ url, ...a }, { url, ...b })).to.deep.equal({ url, ...merged });
    });

  it('takes one alone as it is', () => {
    const facts = { url, stars: 1 };
    expect(mergeFacts(facts, undefined)).to.equal(facts);
  });
});
