import { expect } from 'chai';
import {
  compileRepoCard,
  describeRepository,
  findFacts,
  formatRepository,
  mergeFacts,
  parseRepository,
  readSnapshot,
} from '../../src/html/repositories.js';

describe('doc-elements/repositories.js', () => {
  it('leads from a link in a text to the card of what it links to', () => {
    const { snapshot, problems } = readSnapshot({
      repositories: [
        {
          url: 'https://github.com/dotnet/cli',
          archived: true,
          continuedIn: 'https://github.com/dotnet/sdk',
          fetchedAt: '2026-11-12',
        },
      ],
    });
    expect(problems).to.deep.equal([]);
    const link = parseRepository('https://github.com/dotnet/cli/blob/main/README.md#L3')!;
    expect(formatRepository(link)).to.contain('dotnet/cli');
    expect(describeRepository(link)).to.contain('README.md');
    const facts = findFacts(snapshot, 'https://github.com/dotnet/cli')!;
    const card = compileRepoCard(mergeFacts(facts, { url: facts.url, stars: 7 }));
    expect(card).to.contain('Archived').and.contain('dotnet/sdk').and.contain('7 stars');
  });
});
