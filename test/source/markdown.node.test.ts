import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { joinParts } from '../../src/html/join.js';
import { compilePage } from '../../src/html/to-html.js';
import type { PageOptions } from '../../src/model/options.js';
import type { Page, Section } from '../../src/model/page.js';
import { fromMarkdown } from '../../src/source/markdown.js';
import { expectedPages } from '../fixtures/expected.js';
import { fixturePage, fixturePages } from './corpus.js';
import { attribute, elements, flatten, notesHtml, parseContent, proseOf, visibleText } from './page-tree.js';

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');

const isAuthored = (element: Tree.Element): boolean =>
  attribute(element, 'data-doc-chrome') === undefined &&
  attribute(element, 'data-footnote-ref') === undefined;

/** Ids in document order, as `ExpectedPage.outline` writes them. */
function outlineOf({ preamble, lead, sections }: Page): string[] {
  const lines: string[] = [];
  const add = ({ heading, blocks, sections: below }: Section, indent: string) => {
    lines.push(indent + heading.id);
    for (const block of proseOf(blocks))
      for (const { id } of block.headings) lines.push(`${indent}- (${id})`);
    for (const section of below) add(section, `${indent}- `);
  };
  for (const block of proseOf([...preamble, ...lead]))
    for (const { id } of block.headings) lines.push(`(${id})`);
  for (const section of sections) add(section, '');
  return lines;
}

describe('fromMarkdown', () => {
  it('knows what every fixture must give', () => {
    expect(fixturePages.map(({ name }) => name).sort()).to.deep.equal(Object.keys(expectedPages).sort());
  });

  for (const { name, text } of fixturePages)
    it(`reads ${name}`, async () => {
      const expected = expectedPages[name]!;
      const { page, problems } = await fromMarkdown(text);
      const content = parseContent(flatten(page) + notesHtml(page.footnotes));
      const all = [...elements(content)].filter(isAuthored);
      expect({
        title: page.title?.text,
        titleInContent: page.title?.inContent ?? false,
        lang: page.lang,
        dir: page.dir,
        description: page.description,
        outline: outlineOf(page),
        problems: problems.map(({ code }) => code),
        links: all.filter((element) => element.tagName === 'a' && attribute(element, 'href') !== undefined)
          .length,
        images: all.filter((element) => element.tagName === 'img').length,
        footnotes: page.footnotes.length,
      }).to.deep.equal({
        title: expected.title,
        titleInContent: expected.titleInContent ?? false,
        lang: expected.lang,
        dir: expected.dir,
        description: expected.description,
        outline: expected.outline,
        problems: expected.problems ?? [],
        links: expected.links ?? 0,
        images: expected.images ?? 0,
        footnotes: expected.footnotes ?? 0,
      });
    }).timeout(20_000);

  describe('the seed', () => {
    const { text } = fixturePage('01-seed');
    const read = async (options: PageOptions = {}) => (await fromMarkdown(text, options)).page;

    it('compiles to the HTML of its fixture', async () => {
      expect(`${joinParts(compilePage(await read()))}\n`).to.equal(fixture('seed.html'));
    });

    it('has a title and sections, each with its id', async () => {
      const page = await read();
      expect(page.title?.text).to.equal('About .NET Core');
      expect(page.sections.map(({ heading }) => [heading.level, heading.id, heading.line])).to.deep.equal([
        [2, 'about-net', 5],
        [2, 'about-net-core', 10],
        [2, 'further-reading-on-net-core', 15],
      ]);
      expect(page.meta).to.deep.equal({ layout: 'main', title: 'About .NET Core' });
    });

    it('shows nothing of the front matter', async () => {
      expect(visibleText(parseContent(joinParts(compilePage(await read()))))).not.to.match(/layout|---/);
    });

    it('keeps the Markdown of its sections to the byte', async () => {
      const { lead, sections } = await read();
      const kept = [...lead, ...sections.flatMap(({ blocks }) => blocks)]
        .map(({ markdown }) => markdown)
        .join('');
      expect(kept).to.equal(text.slice(text.indexOf('## About')));
    });

    const targets = async (options: PageOptions): Promise<(string | undefined)[]> =>
      [...elements(parseContent(flatten(await read(options))))]
        .filter(({ tagName }) => tagName === 'a')
        .map((element) => attribute(element, 'href'));

    const absolute = [
      'https://github.com/dotnet/coreclr/blob/master/Documentation/project-docs/dotnet-standards.md',
      'http://blogs.msdn.com/b/dotnet/archive/2015/02/03/coreclr-is-now-open-source.aspx',
      'https://github.com/dotnet/coreclr',
      'https://github.com/dotnet/corefx',
      'https://github.com/dotnet/cli/',
      'https://github.com/dotnet/roslyn',
      'https://github.com/dotnet/llilc',
    ] as const;
    const [first, ...others] = absolute;
    const relative: readonly [string, PageOptions, string, string, string][] = [
      ['as written by default', {}, '/docs/concepts/primer.html', 'overview.html', '/support/'],
      [
        'against a base',
        { base: 'https://dotnet.example/about/' },
        'https://dotnet.example/docs/concepts/primer.html',
        'https://dotnet.example/about/overview.html',
        'https://dotnet.example/support/',
      ],
      [
        'against a root-relative base',
        { base: '/site/about.md' },
        '/docs/concepts/primer.html',
        '/site/overview.html',
        '/support/',
      ],
      [
        'in a repository',
        { repo: 'dotnet/home@main' },
        'https://github.com/dotnet/home/blob/main/docs/concepts/primer.html',
        'https://github.com/dotnet/home/blob/main/overview.html',
        'https://github.com/dotnet/home/tree/main/support/',
      ],
      [
        'against a base where both are given',
        { base: 'https://dotnet.example/', repo: 'dotnet/home' },
        'https://dotnet.example/docs/concepts/primer.html',
        'https://dotnet.example/overview.html',
        'https://dotnet.example/support/',
      ],
    ];
    for (const [name, options, primer, overview, support] of relative)
      it(`has its 10 links, relative ones ${name}`, async () => {
        expect(await targets(options)).to.deep.equal([first, primer, ...others, overview, support]);
      });

    it('marks its six links to repositories, on request none', async () => {
      const marked = async (options: PageOptions) =>
        flatten(await read(options)).match(/<repo-link><a href="https:\/\/github\.com\//g);
      expect(await marked({})).to.have.lengthOf(6);
      expect(await marked({ repoLinks: 'none' })).to.equal(null);
    });
  });
});
