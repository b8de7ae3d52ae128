import { expect } from 'chai';
import { toHtml } from '../../src/html/to-html.js';
import type { PageOptions } from '../../src/model/options.js';
import { fromMarkdown } from '../../src/source/markdown.js';

const compile = async (text: string, options?: PageOptions): Promise<string> =>
  toHtml((await fromMarkdown(text, options)).page, { headingLinks: false, toc: 'none' })
    .replace(/^<div class="doc-lead">|<\/div>$/g, '')
    .trim();

const URL = 'https://github.com/dotnet/coreclr';
const link = (text: string, href = URL, attributes = ''): string =>
  `<repo-link><a href="${href}"${attributes}>${text}</a></repo-link>`;

describe('links to repositories in prose', () => {
  const cases: [markdown: string, html: string][] = [
    [`[CoreCLR](${URL})`, link('CoreCLR')],
    [`[CoreCLR][it]\n\n[it]: ${URL}`, link('CoreCLR')],
    [`[it]\n\n[it]: ${URL} "The runtime"`, link('it', URL, ' title="The runtime"')],
    [`<${URL}>`, link(URL, URL, ' aria-label="Repository dotnet/coreclr: ' + URL + '"')],
    [
      `${URL}/pull/12`,
      link(
        `${URL}/pull/12`,
        `${URL}/pull/12`,
        ' aria-label="Pull request 12 in dotnet/coreclr: ' + URL + '/pull/12"',
      ),
    ],
    [`[\`coreclr\`](${URL})`, link('<code>coreclr</code>')],
    [`[**Core** CLR](${URL})`, link('<strong>Core</strong> CLR')],
    [`[![build](/b.svg)](${URL})`, `<a href="${URL}"><img src="/b.svg" alt="build"></a>`],
    [`[![logo](/l.svg) CoreCLR](${URL})`, link('<img src="/l.svg" alt="logo"> CoreCLR')],
    [`\`${URL}\``, `<code>${URL}</code>`],
    ['[site](https://dotnet.github.io/coreclr)', '<a href="https://dotnet.github.io/coreclr">site</a>'],
    ['https://github.com/features', '<a href="https://github.com/features">https://github.com/features</a>'],
  ];
  for (const [markdown, html] of cases)
    it(`makes ${JSON.stringify(markdown)} what it is`, async () => {
      expect(await compile(markdown)).to.equal(`<p>${html}</p>`);
    });

  it('are plain where they are not wanted', async () => {
    expect(await compile(`<${URL}>`, { repoLinks: 'none' })).to.equal(`<p><a href="${URL}">${URL}</a></p>`);
  });

  it('are known on the forges that the host names', async () => {
    const url = 'https://git.example.org/o/n';
    expect(await compile(`[n](${url})`)).to.equal(`<p><a href="${url}">n</a></p>`);
    expect(await compile(`[n](${url})`, { forges: { 'git.example.org': 'forgejo' } })).to.equal(
      `<p>${link('n', url)}</p>`,
    );
  });
});
