import { expect } from 'chai';
import { compileRepoCard, type RepoCardOptions } from '../../src/html/repo-card.js';
import type { RepositoryFacts } from '../../src/model/repository-facts.js';

const url = 'https://github.com/dotnet/cli';
const card = (facts: Partial<RepositoryFacts>, options?: RepoCardOptions): string =>
  compileRepoCard({ url, ...facts }, options);
const link = `<a href="${url}">dotnet/cli</a>`;
const about = (html: string): string => `<div class="repo-facts" data-doc-chrome="">${html}</div>`;
const whole = (html: string, attributes = ''): string =>
  `<repo-link variant="card"${attributes}>${html}</repo-link>`;

describe('compileRepoCard', () => {
  const cases: [what: string, facts: Partial<RepositoryFacts>, html: string][] = [
    ['nothing but the link where nothing is known', {}, link],
    [
      'everything that is known, in one order',
      {
        description: 'The <dotnet> command',
        stars: 1234,
        language: 'C#',
        licence: 'MIT',
        archived: true,
        continuedIn: 'https://github.com/dotnet/sdk',
        defaultBranch: 'main',
        fetchedAt: '2026-11-12T23:30:00Z',
        source: 'https://api.github.com/repos/dotnet/cli',
      },
      link +
        about(
          '<p class="repo-description">The &lt;dotnet&gt; command</p>' +
            '<p class="repo-state"><strong class="repo-archived">Archived</strong> Work goes on in <a class="repo-continued" href="https://github.com/dotnet/sdk">dotnet/sdk</a></p>' +
            '<ul class="repo-figures"><li class="repo-language">C#</li><li class="repo-stars"><data value="1234">1,234 stars</data></li><li class="repo-licence"><data value="MIT">MIT licence</data></li></ul>' +
            '<p class="repo-age">As of <time datetime="2026-11-12T23:30:00.000Z">12 Nov 2026</time></p>',
        ),
    ],
    [
      'no stars as a number, one as one',
      { stars: 0 },
      link +
        about('<ul class="repo-figures"><li class="repo-stars"><data value="0">0 stars</data></li></ul>'),
    ],
    [
      'one star',
      { stars: 1 },
      link + about('<ul class="repo-figures"><li class="repo-stars"><data value="1">1 star</data></li></ul>'),
    ],
    [
      'a licence by its name',
      { licence: 'BSD 3-Clause License' },
      link +
        about(
          '<ul class="repo-figures"><li class="repo-licence"><data value="BSD 3-Clause License">BSD 3-Clause License</data></li></ul>',
        ),
    ],
    ['nothing for what is known to be empty or false', { description: ' ', archived: false }, link],
    ['no age for a date that is none', { fetchedAt: 'yesterday' }, link],
    [
      'the new name of what has moved, and what it was called',
      { movedTo: 'https://github.com/dotnet/sdk' },
      '<a href="https://github.com/dotnet/sdk">dotnet/sdk</a>' +
        about('<p class="repo-state">Formerly dotnet/cli</p>'),
    ],
    [
      'no link that must not be followed',
      { continuedIn: 'javascript:alert(1)', movedTo: 'javascript:alert(1)' },
      'javascript:alert(1)' + about('<p class="repo-state">Formerly dotnet/cli</p>'),
    ],
  ];
  for (const [what, facts, html] of cases)
    it(`writes ${what}`, () => {
      expect(card(facts)).to.equal(whole(html));
    });

  it('leaves the author’s link where it leads, and says where the repository is now', () => {
    expect(card({ movedTo: 'https://github.com/dotnet/sdk' }, { text: 'The "CLI"' })).to.equal(
      whole(
        `<a href="${url}">The &quot;CLI&quot;</a>` +
          about(
            '<p class="repo-state">Moved to <a class="repo-moved" href="https://github.com/dotnet/sdk">dotnet/sdk</a></p>',
          ),
      ),
    );
  });

  it('shows the facts it is asked for, and the state always', () => {
    const facts = { description: 'D', stars: 5, language: 'C', licence: 'MIT', archived: true };
    expect(card(facts, { show: ['stars'] })).to.equal(
      whole(
        link +
          about(
            '<p class="repo-state"><strong class="repo-archived">Archived</strong></p>' +
              '<ul class="repo-figures"><li class="repo-stars"><data value="5">5 stars</data></li></ul>',
          ),
        ' show="stars"',
      ),
    );
  });

  it('names repositories on a forge of the host’s own', () => {
    const forges = { 'git.example.org': 'forgejo' } as const;
    expect(compileRepoCard({ url: 'https://git.example.org/a/b' }, { forges })).to.include('>a/b</a>');
    expect(compileRepoCard({ url: 'https://git.example.org/a/b' })).to.include(
      '>https://git.example.org/a/b</a>',
    );
  });
});
