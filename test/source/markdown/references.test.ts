import { expect } from 'chai';
import { fromJsonAsync } from '../../../src/source/data.js';
import { fromMarkdown } from '../../../src/source/markdown.js';
import type { PageOptions } from '../../../src/model/options.js';

async function html(text: string, options: PageOptions = { repo: 'o/r' }): Promise<string> {
  const { page } = await fromMarkdown(text, options);
  return page.lead
    .map((block) => ('html' in block ? block.html : ''))
    .join('')
    .trim();
}

const link = (kind: string, href: string, text: string): string =>
  `<a class="${kind}-link" href="https://github.com/${href}">${text}</a>`;

describe('references', () => {
  for (const [text, expected] of [
    ['@octo-cat', '<a class="user-mention" href="https://github.com/octo-cat">@octo-cat</a>'],
    ['(#12)', `(${link('issue', 'o/r/issues/12', '#12')})`],
    ['GH-4', link('issue', 'o/r/issues/4', 'GH-4')],
    ['a/b.js#3', link('issue', 'a/b.js/issues/3', 'a/b.js#3')],
    ['1a2b3c4', link('commit', 'o/r/commit/1a2b3c4', '<tt>1a2b3c4</tt>')],
    ['a/b@1a2b3c4', link('commit', 'a/b/commit/1a2b3c4', 'a/b@<tt>1a2b3c4</tt>')],
    [
      '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d',
      link('commit', 'o/r/commit/1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d', '<tt>1a2b3c4</tt>'),
    ],
    [
      '**#1**, _#2_',
      `<strong>${link('issue', 'o/r/issues/1', '#1')}</strong>, <em>${link('issue', 'o/r/issues/2', '#2')}</em>`,
    ],
  ] as const)
    it(`are links: ${text}`, async () => {
      expect(await html(text)).to.equal(`<p>${expected}</p>`);
    });

  for (const text of [
    '@types/node',
    '@media and @param',
    'me @ home',
    'a@b',
    '@a.b',
    '#a1',
    'C#7',
    '#1a',
    'deadbee',
    '1234567',
    '1A2B3C4',
    '1a2b3c4-x',
    'x/1a2b3c4',
    '&#123;',
    '`@x #1 1a2b3c4`',
    '<code>@x</code>',
  ])
    it(`are none in ${text}`, async () => {
      expect(await html(text))
        .to.not.contain('<a')
        .and.not.contain('<tt>');
    });

  it('are none in links and where an author says no', async () => {
    expect(await html('[@a #2](https://x.example)')).to.equal('<p><a href="https://x.example">@a #2</a></p>');
    expect(await html('<a href="https://x.example">#2</a> #3'))
      .to.contain('>#2</a>')
      .and.contain('issues/3');
    expect(await html(String.raw`\@a \#2`)).to.equal('<p>@a #2</p>');
    expect(await html('@a #2', { repo: 'o/r', references: 'none' })).to.equal('<p>@a #2</p>');
    expect(await html('@a #2', {})).to.equal('<p>@a #2</p>');
  });

  it('lead to the forge of the repository, which front matter may name', async () => {
    const gitlab = await html('---\nrepo: https://gitlab.com/a/b\n---\n@x #5 1a2b3c4', {});
    expect(gitlab).to.contain('https://gitlab.com/x"').and.contain('https://gitlab.com/a/b/-/issues/5"');
    expect(gitlab).to.contain('https://gitlab.com/a/b/-/commit/1a2b3c4"');
    expect(await html('#5 1a2b3c4', { repo: 'https://codeberg.org/a/b' })).to.contain(
      'codeberg.org/a/b/issues/5',
    );
    const own = await html('#5', { repo: 'https://git.example.org/a/b', forges: 'git.example.org=gitea' });
    expect(own).to.contain('https://git.example.org/a/b/issues/5');
    const { page } = await fromJsonAsync({ title: 'T', body: '#5', repo: 'o/r' });
    expect(page.lead[0]).to.have.property('html').that.contains('https://github.com/o/r/issues/5');
  });
});

describe('many references', () => {
  it('leave a page in proportion to its text, and are told', async () => {
    const text = '#1 '.repeat(20_000);
    const { page, problems } = await fromMarkdown(text, { repo: 'o/r' });
    expect((page.lead[0] as { html: string }).html.length).to.be.below(20 * text.length);
    expect(problems.map(({ code }) => code)).to.deep.equal(['limit-exceeded']);
  });
});

describe('shortcodes', () => {
  it('are emoji, except in code and where nobody knows them', async () => {
    expect(await html(':rocket: :+1: :nope: `:tada:` :heavy_check_mark:')).to.equal(
      '<p>🚀 👍 :nope: <code>:tada:</code> ✔️</p>',
    );
    expect(await html('10:30:45 a::b::c')).to.equal('<p>10:30:45 a::b::c</p>');
    expect(await html(String.raw`\:rocket:`)).to.equal('<p>:rocket:</p>');
  });

  it('are emoji in the HTML of an author, outside of its code and attributes', async () => {
    const text = '<p title=":tada:">:tada: <code>:tada:</code></p>';
    expect(await html(text)).to.equal('<p title=":tada:">🎉 <code>:tada:</code></p>');
  });

  it('stand in the names of headings as emoji, and in their ids by name, as on GitHub', async () => {
    const { page } = await fromMarkdown('# T\n\n## :rocket: Start\n');
    expect(page.sections[0]!.heading).to.include({ id: 'rocket-start', text: '🚀 Start', html: '🚀 Start' });
  });

  it('describe pictures', async () => {
    expect(await html('![:rocket: up](a.png)', {})).to.contain('alt="🚀 up"');
    expect(await html('![`:rocket:` up](a.png)', {})).to.contain('alt=":rocket: up"');
  });
});

describe('the name of a heading', () => {
  it('has no number of a note in it', async () => {
    const { page } = await fromMarkdown('# T\n\n## A[^1]\n\n[^1]: x\n');
    expect(page.sections[0]!.heading).to.include({ id: 'a1', text: 'A' });
  });
});
