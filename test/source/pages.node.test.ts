import { expect } from 'chai';
import cmark from 'cmark-gfm-js';
import GithubSlugger from 'github-slugger';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { joinParts } from '../../src/html/join.js';
import { compilePage } from '../../src/html/to-html.js';
import type { Page } from '../../src/model/page.js';
import type { Part } from '../../src/model/part.js';
import type { Problem } from '../../src/model/problem.js';
import { parseFrontMatter } from '../../src/source/front-matter.js';
import { EMOJI } from '../../src/source/emoji.js';
import { replaceShortcodesInHtml } from '../../src/source/shortcodes.js';
import { fromMarkdown } from '../../src/source/markdown.js';
import { normalizeText } from '../../src/source/text.js';
import { fixturePages, packagePages, type CorpusPage } from './corpus.js';
import {
  allSections,
  attribute,
  bare,
  elements,
  flatten,
  isHeadingTitle,
  movedStretches,
  notesHtml,
  parseContent,
  partTree,
  reparse,
  textOf,
  textStretches,
  visibleText,
  type Stretch,
} from './page-tree.js';
import { uncut } from './uncut.js';

interface ParsedPage extends CorpusPage {
  /** The text without its front matter. */
  readonly body: string;
  readonly page: Page;
  readonly problems: readonly Problem[];
}

const parsed: ParsedPage[] = [];

before(async function () {
  this.timeout(300_000);
  for (const { name, text } of [...fixturePages, ...packagePages()]) {
    const { body } = await parseFrontMatter(normalizeText(text).text);
    parsed.push({ name, text, body, ...(await fromMarkdown(text, { repoLinks: 'none' })) });
  }
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
    expectKnown({}, ({ page, body }) =>
      firstDifference(
        JSON.stringify(bare(textStretches(page)), null, 1),
        JSON.stringify(bare(movedStretches(uncut(body, page), isHeadingTitle(page))), null, 1),
      ),
    );
  }).timeout(300_000);

  it('have the sections of cmark-gfm’s HTML', () => {
    expectKnown({}, (parsedPage) => {
      const { page, problems } = parsedPage;
      if (problems.some(({ code }) => REWRITTEN.has(code))) return undefined;
      const html = githubHtml(parsedPage);
      return firstDifference(
        headingLines(textStretches(page)),
        headingLines(movedStretches(html, isHeadingTitle(page))),
      );
    });
  }).timeout(300_000);

  it('compile to parts that hold together what is in them', () => {
    expectKnown({}, ({ page }) => {
      const parts = compilePage(page);
      return firstDifference(reparse(joinParts(parts)), partTree(parts)) ?? repeatedKey(parts);
    });
  }).timeout(300_000);

  it('keep their Markdown to the byte', () => {
    expectKnown({}, ({ page, body }) => {
      const sections = allSections(page).flatMap(({ section }) => section.blocks);
      const blocks = [...page.preamble, ...page.lead, ...sections];
      return firstDifference(blocks.map(({ markdown }) => markdown).join(''), body);
    });
  });

  it('have one title at most, at its level, and no heading above it', async () => {
    for (const { name, text } of [...fixturePages, ...parsed.filter((_, index) => index % 10 === 0)]) {
      const options = { headingLevel: 3 } as const;
      const { page } = await fromMarkdown(text, options);
      const levels = [...headings(parseContent(joinParts(compilePage(page, options))))].map(
        ({ tagName }) => tagName,
      );
      expect(levels, name).not.to.include.members(['h1']);
      expect(levels, name).not.to.include.members(['h2']);
      expect(levels.filter((level) => level === 'h3').length, name).to.equal(page.title ? 1 : 0);
    }
  }).timeout(120_000);

  it('have the ids of github-slugger, one state for each page', () => {
    expectKnown(SHORTCODES_IN_HEADINGS, ({ page, text }) => {
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
    expectKnown(KNOWN_TEXT_DIFFERENCES, (parsedPage) => {
      const { page, problems } = parsedPage;
      if (problems.some(({ code }) => REWRITTEN.has(code))) return undefined;
      const ours = contentText(parseContent(flatten(page)));
      const ourNotes = contentText(parseContent(notesHtml(page.footnotes)));
      const title = page.title && page.title.id === undefined && !page.title.inContent ? page.title.text : '';
      const differs = (html: string): string | undefined => {
        const root = parseContent(html);
        const notes = [...elements(root)].find((element) => attribute(element, 'class') === 'footnotes');
        return (
          firstDifference(ours, `${title} ${contentText(root)}`.trim()) ??
          firstDifference(ourNotes, notes ? contentText(notes) : '')
        );
      };
      // With GitHub's tag filter and without: where we drop the text of an element, a filtered tag shows it.
      const difference = differs(githubHtml(parsedPage));
      return difference === undefined
        ? undefined
        : differs(githubHtml(parsedPage, cmark.convertUnsafe)) && difference;
    });
  }).timeout(300_000);
});

/** As GitHub shows it: its emoji are no part of cmark-gfm. */
const githubHtml = ({ text, page }: ParsedPage, convert = cmark.convert): string =>
  replaceShortcodesInHtml(convert(withoutFrontMatter(text, page), CMARK_OPTIONS), EMOJI);

/** Depth, level and text of each heading. */
const headingLines = (stretches: readonly Stretch[]): string =>
  stretches
    .filter(({ heading }) => heading !== undefined)
    .map(({ depth, heading = '' }) => {
      const text = visibleText(parseContent(heading), isLeftOut);
      return `${'  '.repeat(depth)}${heading.slice(1, 3)} ${text}`;
    })
    .join('\n');

/** Sections of one parent have one key each, unless their author gave them one id. */
function repeatedKey(parts: readonly Part[]): string | undefined {
  const keys = parts.map(({ tag, key }) => `${tag} ${key}`);
  const repeated = keys.find((key, index) => keys.indexOf(key) !== index);
  return repeated ?? parts.map((part) => repeatedKey(part.parts)).find((key) => key !== undefined);
}

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

/** GitHub shows their signs. */
const CONTAINERS = 'containers, and alerts of other names, are read as what they mean';

/** GitHub draws them. */
const FORMULAS = 'formulas are no text with dollars';

/** As on GitHub, where `## :bulb: Ideas` is `#bulb-ideas`: the test has only what is shown. */
const SHORTCODES_IN_HEADINGS: Readonly<Record<string, string>> = Object.fromEntries(
  ['@nodelib/fs.scandir', '@nodelib/fs.stat', '@nodelib/fs.walk', 'emojilib', 'eslint-plugin-regexp'].map(
    (name) => [`${name}/README.md`, 'the id is made of the name of the emoji'],
  ),
);

const KNOWN_TEXT_DIFFERENCES: Readonly<Record<string, string>> = {
  '09-alerts': CONTAINERS,
  '12-table-cells': TABLE,
  '12-wide-table': NOTE_IN_CELL,
  '21-proposal': FORMULAS,
  '30-fences': FORMULAS,
  '@cacheable/memory/README.md': TABLE,
  '@puppeteer/browsers/README.md': CONTAINERS,
  'async/CHANGELOG.md': CODE,
  'braces/README.md': NOTE_IN_CELL,
  'command-line-usage/node_modules/typical/README.md': CODE,
  'eslint-plugin-regexp/README.md': 'no-break spaces at the end of a cell drop out',
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
  isTitle(element) ||
  /^(script|style)$/.test(element.tagName);

/** GitHub shows nothing of the line behind a fence, and titles of pictures only under the pointer. */
const isTitle = ({ tagName, parentNode }: Tree.Element): boolean =>
  tagName === 'figcaption' &&
  parentNode !== null &&
  'parentNode' in parentNode &&
  (parentNode.parentNode?.nodeName === 'doc-code' ||
    parentNode.childNodes.map(({ nodeName }) => nodeName).join() === 'img,figcaption');

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
