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

  describe('in the author’s HTML', () => {
    const anchor = `<a href="${URL}">CoreCLR</a>`;
    const wrapped = link('CoreCLR');
    const cases: [html: string, compiled: string][] = [
      [`See ${anchor} *now*.`, `<p>See ${wrapped} <em>now</em>.</p>`],
      [`<p align="center">${anchor}</p>`, `<p align="center">${wrapped}</p>`],
      [`<div>\n${anchor}, ${anchor}\n</div>`, `<div>\n${wrapped}, ${wrapped}\n</div>`],
      [`<a href="${URL}">*Core* <b>CLR</b></a>`, `<p>${link('<em>Core</em> <b>CLR</b>')}</p>`],
      [`<A HREF=${URL} class=x>C</A>`, `<p><repo-link><A HREF=${URL} class=x>C</a></repo-link></p>`],
      [
        `<a href="${URL}">${URL}</a>`,
        `<p><repo-link><a aria-label="Repository dotnet/coreclr: ${URL}" href="${URL}">${URL}</a></repo-link></p>`,
      ],
      [`> ${anchor}`, `<blockquote>\n<p>${wrapped}</p>\n</blockquote>`],
    ];
    for (const [html, compiled] of cases)
      it(`are what they are in ${JSON.stringify(html)}`, async () => {
        expect(await compile(html)).to.equal(compiled);
      });

    const plain = [
      `<a href="${URL}"><img src="/b.svg" alt="build"></a>`,
      `<repo-link>${anchor}</repo-link>`,
      `<repo-link variant="card"><b>${anchor}</b></repo-link>`,
      '<a href="https://example.org/x/y">x</a>',
      `<a href="${URL}">never closed`,
      `<a href="/x">open <a href="${URL}">inside</a>`,
      `<a href="${URL}"><b>crossed</a></b>`,
      `<a href="${URL}"><div>a block</div></a>`,
      `<!-- ${anchor} -->`,
      `<svg>${anchor}</svg>`,
      `<b title='${anchor}'>x</b>`,
    ];
    for (const html of plain)
      it(`are left alone in ${JSON.stringify(html)}`, async () => {
        const own = (html.match(/<repo-link/g) ?? []).length;
        expect((await compile(html)).match(/<repo-link/g) ?? []).to.have.lengthOf(own);
      });

    it('are plain where they are not wanted, and where they are relative', async () => {
      expect(await compile(anchor, { repoLinks: 'none' })).to.equal(`<p>${anchor}</p>`);
      expect(await compile('<a href="x.md">x</a>', { repo: 'dotnet/coreclr' })).to.equal(
        '<p><a href="https://github.com/dotnet/coreclr/blob/HEAD/x.md">x</a></p>',
      );
    });
  });
});
