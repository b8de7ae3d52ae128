import { expect } from 'chai';
import { fc } from '../property.js';
import { toJson } from '../../src/html/to-json.js';
import { toMarkdown } from '../../src/html/to-markdown.js';
import type { PageOptions } from '../../src/model/options.js';
import { renderPage } from '../../src/server/page.js';
import { fromHtml } from '../../src/source/from-html.js';
import { fixturePages, packagePages } from './corpus.js';
import { reparse } from './page-tree.js';

/** What a reader gets: no white space that shows nothing, attributes in one order. */
const normal = (html: string): string =>
  reparse(html)
    .replace(/<([\w-]+)((?: [\w-]+="[^"]*")+)>/g, (_, name: string, attributes: string) => {
      const sorted = (attributes.match(/[\w-]+="[^"]*"/g) ?? []).sort();
      return `<${name} ${sorted.join(' ')}>`;
    })
    .replace(/<div class="doc-lead">\s*<\/div>/g, '')
    .replace(/\s+/g, ' ')
    .replace(/> | </g, (match) => match.trim());

/** Sections of page data skip no level. */
const withoutLevels = (html: string): string => html.replace(/(<\/?h)\d/g, '$1');

/** Asserts that the Markdown of the page's HTML gives that HTML; returns that Markdown. */
async function expectBack(name: string, text: string, options: PageOptions = {}): Promise<string> {
  const once = await renderPage(text, options);
  const markdown = toMarkdown((await fromHtml(once, options)).page);
  expect(normal(await renderPage(markdown, options)), name).to.equal(normal(once));
  return markdown;
}

/** Text of the author's HTML that stands in no paragraph gets one; a link inside a link, which HTML cannot say, loses its sign. */
const DIFFERENT =
  /^(?:27-angle-brackets|28-html|28-html-only|@?(?:eslint|espree)\b.*README\.md|levn\/README\.md)$/;

describe('fromHtml', () => {
  it('gives each fixture’s HTML again, and its own Markdown too', async () => {
    for (const { name, text } of fixturePages) {
      if (DIFFERENT.test(name)) continue;
      const markdown = await expectBack(name, text);
      const again = toMarkdown((await fromHtml(await renderPage(markdown))).page);
      expect(again, name).to.equal(markdown);
    }
  }).timeout(120_000);

  it('gives the HTML of real pages again', async () => {
    const pages = packagePages().filter(({ name, text }) => !DIFFERENT.test(name) && text.length < 100_000);
    for (const [index, { name, text }] of pages.entries()) if (index % 4 === 0) await expectBack(name, text);
  }).timeout(300_000);

  for (const options of [
    { headingLevel: 3 },
    { headingLinks: false, toc: 'none' },
    { slugs: 'kramdown' },
    { repoLinks: 'none' },
    { base: 'https://example.org/docs/' },
  ] as const)
    it(`reads what was made with options: ${JSON.stringify(options)}`, async () => {
      for (const { name, text } of fixturePages.filter((_, index) => index % 5 === 0))
        if (!DIFFERENT.test(name)) await expectBack(name, text, options);
    }).timeout(60_000);

  it('gives page data of which the same HTML comes', async () => {
    for (const { name, text } of fixturePages) {
      if (DIFFERENT.test(name)) continue;
      const { page } = await fromHtml(await renderPage(text));
      // Where the title has markup or something before it, page data say it in another way.
      if (page.title?.id !== undefined || page.preamble.length > 0) continue;
      const once = await renderPage(toMarkdown(page));
      const fromData = await renderPage(toJson(page));
      expect(withoutLevels(normal(fromData)), name).to.equal(withoutLevels(normal(once)));
    }
  }).timeout(60_000);

  it('gives the HTML of random pages again', async () => {
    const piece = fc.constantFrom(
      ...[
        '# A',
        '## B',
        '### B',
        '## *C* `d`',
        '<h2 id="own" align="center">E</h2>',
        'Text.',
        '*a*b **c:**d',
      ],
      ...['- a\n- b', '* c', '1. x\n\n   y', '3) z', '- [ ] task\n  - [x] inside', '> quote\n>\n> ## inside'],
      ...['> [!TIP]- Title\n> text', '::: danger\ntext\n:::', '```js {1}\na\n```', '    indented', '---'],
      ...['```sh tab="a"\nx\n```\n```sh tab="b"\ny\n```', '<div align="center">\n\n# In\n\n- x\n\n</div>'],
      ...[
        '|a|b|\n|-|:-:|\n|`x\\|y`|<br>|',
        '![p](p.png "t")',
        'note[^x] and [^x]',
        '[^x]: A *note*.\n\n    - more',
      ],
      ...[
        'a@b.example www.example.org',
        '\\[x] \\# \\`',
        '1\\. no list',
        '&lt;b&gt; &amp;amp; &nbsp;x',
        '<b>bold</b> <kbd>K</kbd>',
      ],
      ...[
        '<p align="center"><img src="x.png" width="10"></p>',
        '<details open><summary>S</summary>\n\nmd\n</details>',
      ],
      ...[
        'https://github.com/dotnet/roslyn',
        '[r](https://github.com/dotnet/coreclr)',
        'a\\\nb',
        'x_y_z __init__',
        '{{ x }}',
      ],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        await expectBack(JSON.stringify(pieces), pieces.join('\n\n'));
      }),
      { numRuns: 400 },
    );
  }).timeout(120_000);
});
