import { expect } from 'chai';
import { renderDocument } from '../../src/server/document.js';
import { renderPage } from '../../src/server/page.js';

const URL = 'https://github.com/dotnet/coreclr';
const repos = {
  repositories: [
    {
      url: URL,
      description: 'The runtime & more',
      stars: 1234,
      archived: true,
      fetchedAt: '2026-11-12',
      continuedIn: 'https://github.com/dotnet/runtime',
    },
    { url: 'https://github.com/dotnet/cli', movedTo: 'https://github.com/dotnet/sdk', archived: false },
    { url: 'https://github.com/dotnet/unseen', description: '</script><script>alert(1)</script>' },
  ],
};
const card = (content: string, attributes = ''): string =>
  `<repo-link variant="card"${attributes}>${content}</repo-link>`;

describe('cards of a prerendered page', () => {
  it('say what the snapshot knows where the author wrote tags', async () => {
    const html = await renderPage(`# T\n\n${card('', ' repo="DotNet/coreclr"')}\n`, { repos });
    expect(html).to.include('<a href="https://github.com/DotNet/coreclr">DotNet/coreclr</a>');
    expect(html).to.include('The runtime &amp; more').and.include('1,234 stars').and.include('Archived');
    expect(html).to.include('<time datetime="2026-11-12">');
  });

  it('keep the author’s link and text, and follow a rename where the link is not the author’s', async () => {
    const own = await renderPage(`# T\n\n${card(`<a href="${URL}">Core</a>`, ' show="stars"')}\n`, { repos });
    expect(own).to.include(`<a href="${URL}">Core</a><div class="repo-facts"`).and.include('1,234 stars');
    expect(own.split('<script')[0]).not.to.include('The runtime');
    const moved = await renderPage(`# T\n\n${card('', ' repo="dotnet/cli"')}\n`, { repos });
    expect(moved).to.include('<a href="https://github.com/dotnet/sdk">dotnet/sdk</a>');
    expect(moved).to.include('Formerly dotnet/cli');
  });

  it('say it in blocks of data, where what is newer counts', async () => {
    const data = {
      title: 'T',
      blocks: [
        { kind: 'repos' as const, repos: [{ url: 'dotnet/coreclr', stars: 5, fetchedAt: '2020-01-01' }] },
      ],
    };
    const html = await renderPage(data, { repos });
    expect(html).to.include('1,234 stars').and.include('The runtime &amp; more');
  });

  it('are in the words of the page', async () => {
    const html = await renderPage(`---\nlang: de\n---\n# T\n\n${card('', ' repo="dotnet/coreclr"')}\n`, {
      repos,
    });
    expect(html).to.include('1.234').and.not.include('1,234');
  });

  it('leave alone what the snapshot does not know, what has facts, and links in the line', async () => {
    for (const html of [
      card('<a href="https://github.com/o/n">n</a>'),
      `<div>${card(`<a href="${URL}">n</a><div class="repo-facts">mine</div>`)}</div>`,
      // A block in a paragraph would end it.
      `Text and ${card(`<a href="${URL}">n</a>`)}`,
      `<repo-link><a href="${URL}">n</a></repo-link>`,
    ]) {
      const before = await renderPage(`# T\n\n${html}\n`);
      const after = await renderPage(`# T\n\n${html}\n`, { repos });
      expect(after.replace(/<script[^]*<\/script>/, '')).to.equal(before);
    }
  });

  it('make a block of a paragraph of cards, which no paragraph could hold', async () => {
    const cards = card('', ' repo="dotnet/coreclr"') + '\n' + card('', ' repo="dotnet/cli"');
    const html = await renderPage(`# T\n\n${cards}\n\nMore.\n`, { repos });
    expect(html).to.match(
      /<div><repo-link variant="card" repo="dotnet\/coreclr"><a [^]*<\/repo-link><\/div>\n<p>More/,
    );
  });

  it('bring the facts of the repositories on the page along, and nothing that could run', async () => {
    const text = `# T\n\n${card('', ' repo="dotnet/coreclr"')}\n`;
    const html = await renderDocument(text, { repos });
    const script = /<script type="application\/doc-repos\+json">([^<]*)<\/script>/.exec(html)?.[1] ?? '';
    expect(JSON.parse(script)).to.deep.equal({ repositories: [repos.repositories[0]] });
    expect(await renderPage('# T\n\ntext', { repos })).not.to.include('<script');
    expect(await renderPage(`# T\n\n[x](https://github.com/dotnet/unseen)`, { repos })).not.to.include(
      '<script>',
    );
  });
});
