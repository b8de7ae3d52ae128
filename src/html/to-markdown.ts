import { withWords, type Labels, type Translation } from '../model/labels.js';
import { ENGLISH } from '../model/labels/en.js';
import { blockText } from './block-text.js';
import { blockFence } from '../model/block-fence.js';
import { blockData } from '../model/block-texts.js';
import type { AnyBlockData } from '../model/page-data.js';
import { slugify } from '../model/slug.js';
import { escapeHtml } from '../model/escape.js';
import type { Block, Given, Heading, Json, Page, Section, Structured } from '../model/page.js';

/** How a page is written as Markdown. */
export interface MarkdownOptions {
  /**
   * How blocks of data are written. `data` (default): as fenced code, of which the same blocks come; those of a Markdown file
   * as they stand there. `text`: as lists, tables and details, which read well on GitHub and for programs that know no blocks, and
   * cannot be read back; those that front matter holds too.
   */
  readonly blocks?: 'data' | 'text';
  /** Words for blocks as text, such as `labelsFor` gives. By default English. */
  readonly labels?: Translation;
}

/**
 * A page as Markdown. What came from a Markdown file is written as it stood there, to the byte (a file that mixes
 * line breaks gets those of Windows throughout, and a NUL stays the U+FFFD it was read as); what came from page data
 * becomes front matter, headings and their text.
 */
export function toMarkdown(page: Page, options: MarkdownOptions = {}): string {
  const { file, preamble, lead, sections } = page;
  const writer = new Writer(page.lang, options);
  writer.add(file ? file.frontMatter : formatFrontMatter(page));
  for (const block of [...preamble, ...lead]) writer.addBlock(block);
  // What front matter gave is in it.
  addSections(writer, file && options.blocks !== 'text' ? sections.filter(({ given }) => !given) : sections);
  if (!file) return writer.text;
  const text = file.lineBreak === '\n' ? writer.text : writer.text.replace(/\n/g, file.lineBreak);
  return file.byteOrderMark ? `\ufeff${text}` : text;
}

/** Sections as Markdown, those from page data and those from Markdown. */
export function sectionsToMarkdown(sections: readonly Section[]): string {
  const writer = new Writer(undefined, {});
  addSections(writer, sections);
  return writer.text;
}

/** Joins pieces; one that does not end its last line gets a blank line before the next. */
class Writer {
  text = '';
  readonly #asText: boolean;
  readonly #words: { readonly labels: Labels; readonly lang: string };

  constructor(lang: string | undefined, { blocks, labels }: MarkdownOptions) {
    const words = withWords(ENGLISH, labels);
    this.#asText = blocks === 'text';
    this.#words = { labels: words, lang: lang ?? words.lang };
  }

  /** HTML is Markdown too: text that came from none is written as its HTML. */
  addBlock(block: Block): void {
    if (block.kind === 'prose') this.add(block.markdown ?? `${block.html}\n\n`);
    else if (block.kind !== 'custom' && this.#asText) this.add(blockText(block, this.#words));
    else this.add(block.markdown ?? blockFence(structuredData(block)));
  }

  add(piece: string): void {
    if (piece === '') return;
    if (this.text !== '' && !this.text.endsWith('\n')) this.text += '\n\n';
    this.text += piece;
  }
}

function addSections(writer: Writer, sections: readonly Section[]): void {
  for (const { given, heading, blocks, sections: children } of sections) {
    if (given) writer.add(formatHeading(heading, given));
    for (const block of blocks) writer.addBlock(block);
    addSections(writer, children);
  }
}

/** A heading with its signs; one whose id is not that of its text as HTML, which has a place for it. */
function formatHeading({ level, text, html }: Heading, given: Given): string {
  if (given.id === undefined || given.id === slugify(text))
    return `${'#'.repeat(level)} ${given.heading.replace(/\s+/g, ' ').trim()}\n\n`;
  return `<h${level} id="${escapeHtml(given.id)}">${html.replace(/\s+/g, ' ')}</h${level}>\n\n`;
}

/** A block of data as people write it. */
export function structuredData(block: Structured): Exclude<AnyBlockData, { kind: 'prose' }> {
  if (block.kind === 'custom') return { ...block.data, kind: block.name as `${string}-${string}` };
  return blockData(block);
}

/** Front matter of what a page from data knows. JSON is YAML, so values are written as JSON. */
function formatFrontMatter({ title, lang, dir, description, meta }: Page): string {
  const entries: [string, Json | undefined][] = [
    ['title', title?.text],
    ['description', description],
    ['lang', lang],
    ['dir', dir],
    ...Object.entries(meta).filter(([key]) => !OWN_KEYS.has(key)),
  ];
  const lines = entries.flatMap(([key, value]) =>
    value === undefined
      ? []
      : [`${/^[\w-]+$/.test(key) ? key : JSON.stringify(key)}: ${JSON.stringify(value)}\n`],
  );
  return lines.length === 0 ? '' : `---\n${lines.join('')}---\n\n`;
}

const OWN_KEYS = new Set(['title', 'description', 'lang', 'dir']);
