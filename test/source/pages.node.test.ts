import { expect } from 'chai';
import cmark from 'cmark-gfm-js';
import fc from 'fast-check';
import GithubSlugger from 'github-slugger';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Page } from '../../src/model/page.js';
import type { Problem } from '../../src/model/problem.js';
import { fromMarkdown } from '../../src/source/markdown.js';
import { fixturePages, packagePages, type CorpusPage } from './corpus.js';
import {
  attribute,
  cutStretches,
  elements,
  flatten,
  isTitled,
  movedStretches,
  notesHtml,
  parseContent,
  textOf,
  visibleText,
} from './page-tree.js';

interface ParsedPage extends CorpusPage {
  readonly page: Page;
  readonly problems: readonly Problem[];
}

const parsed: ParsedPage[] = [];

before(async function () {
  this.timeout(300_000);
  for (const page of [...fixturePages, ...packagePages()])
    parsed.push({ ...page, ...(await fromMarkdown(page.text, { repoLinks: 'none' })) });
});

/** Asserts that `differs` names exactly the pages of `known`, with what it says of each other one. */
function expectKnown(
  known: Readonly<Record<string, string>>,
  differs: (page: ParsedPage) => string | undefined,
): void {
  const differences: string[] = [];
  const resolved: string[] = [];
  for (const page of parsed) {
    const difference = differs(page);
    if (difference !== undefined && !(page.name in known)) differences.push(`${page.name}: ${difference}`);
    if (difference === undefined && page.name in known) resolved.push(page.name);
  }
  expect(differences.slice(0, 20), `${differences.length} of ${parsed.length} pages`).to.deep.equal([]);
  expect(resolved, 'known differences that are none').to.deep.equal([]);
}

/** Where two texts part, with what stands around it. */
function firstDifference(actual: string, expected: string): string | undefined {
  if (actual === expected) return undefined;
  let index = 0;
  while (actual.charAt(index) === expected.charAt(index)) index++;
  const from = Math.max(0, index - 40);
  return `…${actual.slice(from, index + 60)}… instead of …${expected.slice(from, index + 60)}…`;
}

describe('pages of the corpus', () => {
  it('are many', () => {
    expect(parsed.length).to.be.above(500);
  });

  it('are cut as if their root-level nodes were moved into sections', () => {
    expectKnown({}, ({ page }) => {
      const stretches = cutStretches(page);
      const moved = movedStretches(flatten(page), isTitled(page));
      return firstDifference(JSON.stringify(stretches, null, 1), JSON.stringify(moved, null, 1));
    });
  }).timeout(300_000);

  it('have the ids of github-slugger, one state for each page', () => {
    expectKnown({}, ({ page, text }) => {
      const slugger = new GithubSlugger();
      const ids = new Set<string>();
      for (const heading of headings(parseContent(flatten(page)))) {
        const id = attribute(heading, 'id') ?? '';
        if (ids.has(id) && !isAuthored(text, id)) return `${id} twice`;
        ids.add(id);
        const isFrontMatterTitle = heading.tagName === 'h1' && id === '' && page.title?.id === undefined;
        if (isFrontMatterTitle) continue;
        if (isAuthored(text, id)) {
          slugger.occurrences[id] ??= 0;
          continue;
        }
        const slug = slugger.slug(textOf(heading).trim()) || slugger.slug('section');
        if (slug !== id) return `#${id} instead of #${slug}`;
      }
      return undefined;
    });
  }).timeout(60_000);

  it('say what is wrong with them in words', () => {
    expectKnown({}, ({ problems, text }) => {
      const lines = text.split(/\r\n|\r|\n/).length;
      for (const { code, message, place } of problems) {
        if (!/^\S.*[.!?…]$/.test(message)) return `${code}: ${message}`;
        if (place?.line !== undefined && (place.line < 1 || place.line > lines))
          return `${code}: line ${place.line}`;
      }
      return undefined;
    });
  });

  it('keep all text in order, as cmark-gfm has it', () => {
    expectKnown(KNOWN_TEXT_DIFFERENCES, ({ page, problems, text }) => {
      if (problems.some(({ code }) => REWRITTEN.has(code))) return undefined;
      const ours = contentText(parseContent(flatten(page)));
      const ourNotes = contentText(parseContent(notesHtml(page.footnotes)));
      const title =
        page.title && page.title.id === undefined && !page.title.inContent ? `${page.title.text} ` : '';
      const body = withoutFrontMatter(text, page);
      // With GitHub's tag filter and without: what a page swallows that is cut off by an unclosed tag, it shows.
      const [shown, differs] = [cmark.convert, cmark.convertUnsafe].map((convert) => {
        const root = parseContent(convert(body, CMARK_OPTIONS));
        const notes = [...elements(root)].find((element) => attribute(element, 'class') === 'footnotes');
        return (
          firstDifference(ours, (title + contentText(root)).trim()) ??
          firstDifference(ourNotes, notes ? contentText(notes) : '')
        );
      });
      return shown === undefined ? undefined : differs;
    });
  }).timeout(300_000);
});

/** Problems that stand for text we leave out or read in another way than GitHub. */
const REWRITTEN = new Set([
  'template-leftover',
  'kramdown-attributes',
  'front-matter-invalid',
  'front-matter-unclosed',
]);

const CMARK_OPTIONS = cmark.Option.footnotes | cmark.Option.validateUTF8;

/*
 * The cmark-gfm that npm has is of 2019. GitHub's of today, 0.29.0.gfm.6, has the same text as we for each of these
 * pages; it is no part of a Node installation.
 */
const TABLE = 'a table did not interrupt a paragraph then';
const NOTE_IN_CELL = 'notes in the cells of tables were not read then';
const NOTE = 'a definition of a note after a list was text then';
const CODE = 'all spaces at the ends of a code span dropped out then';

const KNOWN_TEXT_DIFFERENCES: Readonly<Record<string, string>> = {
  '12-table-cells': TABLE,
  '12-wide-table': NOTE_IN_CELL,
  '@cacheable/memory/README.md': TABLE,
  'async/CHANGELOG.md': CODE,
  'braces/README.md': NOTE_IN_CELL,
  'command-line-usage/node_modules/typical/README.md': CODE,
  'fd-slicer/README.md': CODE,
  'qs/CHANGELOG.md': CODE,
  'sade/readme.md': CODE,
  'smol-toml/README.md': NOTE,
};

/** The text that both show: without our own words, an alert's mark, a task's brackets, and what browsers never show. */
const contentText = (root: Tree.ParentNode): string =>
  visibleText(root, isLeftOut)
    .replace(/\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\] ?|\[[ xX]\] /gi, '')
    .trim();

const isLeftOut = (element: Tree.Element): boolean =>
  attribute(element, 'data-doc-chrome') !== undefined ||
  /^(footnotes|footnote-ref|footnote-backref)$/.test(attribute(element, 'class') ?? '') ||
  /^(script|style)$/.test(element.tagName);

function withoutFrontMatter(text: string, page: Page): string {
  const plain = text
    .replace(/^\ufeff/, '')
    .replaceAll('\0', '\ufffd')
    .replace(/\r\n?/g, '\n');
  const hasFrontMatter = Object.keys(page.meta).length > 0 || plain.startsWith('---\n---\n');
  return hasFrontMatter ? plain.replace(/^(---|\+\+\+)\n[\s\S]*?(^|\n)(\1|\.\.\.)[ \t]*(\n|$)/, '') : plain;
}

function* headings(root: Tree.ParentNode): Generator<Tree.Element> {
  for (const element of elements(root)) if (/^h[1-6]$/.test(element.tagName)) yield element;
}

/** Whether the author wrote the id: in an HTML tag, or kramdown's way. */
const isAuthored = (text: string, id: string): boolean =>
  [`id="${id}"`, `id='${id}'`, `id=${id}`, `{#${id}}`, `#${id}}`].some((written) => text.includes(written));

describe('random pages', () => {
  const block = fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(
          fc.integer({ min: 1, max: 6 }),
          fc.constantFrom(
            'One',
            '*Two*',
            '`three`',
            '[four](x)',
            '<b>five',
            '???',
            '',
            'One {#one}',
            '<a id="x"></a>Six',
          ),
        )
        .map(([level, text]) => `${'#'.repeat(level)} ${text}`),
    },
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        'Text.',
        'Setext\n===',
        'Setext\n---',
        '> ## Quoted\n>\n> text',
        '- # In a list\n- item',
        '1. one\n\n   two',
        '```js\n# code\n```',
        '    # code',
        '| a | b |\n|---|---|\n| 1 | 2 |',
        '* * *',
        'A note[^1] and another[^2].',
        '[^1]: The note.',
        '[^2]:\n    # A heading',
        '[ref]',
        '[ref]: https://x.example',
        '> [!NOTE]\n> Alert',
        '- [ ] task',
        '{{ x }} {% y %}',
        '{: .class}',
        '::: tip',
        '![i](data:text/html,x)',
        '[l](javascript:x)',
        'https://x.example/a_b',
        'a@b.example',
        '\\',
        '&lt;&#0;&bogus;',
        'a\u0000b',
        '---\nkey: value\n---',
      ),
    },
    {
      weight: 5,
      arbitrary: fc.constantFrom(
        '<div>',
        '</div>',
        '<div align="center">\n',
        '<p>',
        '</p>',
        '<p align="center">Text',
        '<details>\n<summary>S</summary>\n',
        '</details>',
        '<b>',
        '</b>',
        'text <b>bold',
        'end</b> text',
        '<a name="x"/>',
        '<a id=y></a>',
        '<table><tr><td>',
        '</td></tr></table>',
        '<ul><li>',
        '</ul>',
        '<h2>HTML</h2>',
        '<h1 align="center">Title</h1>',
        '<h3>left open',
        '</h3>',
        '<!-- comment -->',
        '<!-- open',
        '-->',
        '<br/>',
        '<img src=x alt=y>',
        '<title>',
        '<textarea>',
        '<style>',
        '</style>',
        '<script>',
        '</script>',
        '<pre>',
        '</pre>',
        '<svg>',
        '</svg>',
        '<span title="',
        '">',
        '<List<string>>',
        '<button>',
        '<?php',
        '?>',
        '<![CDATA[',
        ']]>',
        '<body>',
        '<em><p>',
        '</em>',
        '<dl><dt>',
        '</dl>',
        '<iframe>',
        '<template>',
        '</template>',
        '<math><mi>',
      ),
    },
  );
  const pages = fc
    .array(fc.tuple(block, fc.constantFrom('\n\n', '\n\n', '\n\n', '\n', '\n\n\n')), { maxLength: 14 })
    .map((blocks) => blocks.flat().join(''));

  it('are cut as if their root-level nodes were moved, and every fault is a problem', async () => {
    await fc.assert(
      fc.asyncProperty(pages, async (text) => {
        const { page, problems } = await fromMarkdown(text);
        expect(cutStretches(page)).to.deep.equal(movedStretches(flatten(page), isTitled(page)));
        for (const problem of problems) {
          expect(problem.message).to.match(/^\S.*[.!?…]$/);
          expect(problem.code).to.match(/^[a-z]+(-[a-z\d]+)+$/);
        }
      }),
      { seed: 20240229, numRuns: 2000 },
    );
  }).timeout(300_000);

  it('of any characters are parsed', async () => {
    const characters = fc.string({
      unit: fc.constantFrom(...'#<>/[]()!*_`~|:-\n\t "\'=&;{}%^\\a1\0é\ud83d\ufeff\r$+@.'),
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(characters, async (text) => {
        const { page } = await fromMarkdown(text);
        expect(cutStretches(page)).to.deep.equal(movedStretches(flatten(page), isTitled(page)));
      }),
      { seed: 20240229, numRuns: 3000 },
    );
  }).timeout(300_000);
});
