import { blockFence } from '../model/block-fence.js';
import { blockData } from '../model/block-texts.js';
import type { AnyBlockData } from '../model/page-data.js';
import { slugify } from '../model/slug.js';
import { escapeHtml } from '../model/escape.js';
import type { Block, Given, Heading, Json, Page, Section, Structured } from '../model/page.js';

/**
 * A page as Markdown. What came from a Markdown file is written as it stood there, to the byte (a file that mixes
 * line breaks gets those of Windows throughout, and a NUL stays the U+FFFD it was read as); what came from page data
 * becomes front matter, headings and their text.
 */
export function toMarkdown(page: Page): string {
  const { file, preamble, lead, sections } = page;
  const writer = new Writer();
  writer.add(file ? file.frontMatter : formatFrontMatter(page));
  for (const block of [...preamble, ...lead]) writer.add(markdownOf(block));
  // What front matter gave is in it.
  addSections(writer, file ? sections.filter(({ given }) => !given) : sections);
  if (!file) return writer.text;
  const text = file.lineBreak === '\n' ? writer.text : writer.text.replace(/\n/g, file.lineBreak);
  return file.byteOrderMark ? `\ufeff${text}` : text;
}

/** Sections as Markdown, those from page data and those from Markdown. */
export function sectionsToMarkdown(sections: readonly Section[]): string {
  const writer = new Writer();
  addSections(writer, sections);
  return writer.text;
}

/** Joins pieces; one that does not end its last line gets a blank line before the next. */
class Writer {
  text = '';

  add(piece: string): void {
    if (piece === '') return;
    if (this.text !== '' && !this.text.endsWith('\n')) this.text += '\n\n';
    this.text += piece;
  }
}

function addSections(writer: Writer, sections: readonly Section[]): void {
  for (const { given, heading, blocks, sections: children } of sections) {
    if (given) writer.add(formatHeading(heading, given));
    for (const block of blocks) writer.add(markdownOf(block));
    addSections(writer, children);
  }
}

/** A heading with its signs; one whose id is not that of its text as HTML, which has a place for it. */
function formatHeading({ level, text, html }: Heading, given: Given): string {
  if (given.id === undefined || given.id === slugify(text))
    return `${'#'.repeat(level)} ${given.heading.replace(/\s+/g, ' ').trim()}\n\n`;
  return `<h${level} id="${escapeHtml(given.id)}">${html.replace(/\s+/g, ' ')}</h${level}>\n\n`;
}

/** HTML is Markdown too: text that came from none is written as its HTML. Data are written as a fenced block. */
const markdownOf = (block: Block): string =>
  block.markdown ?? (block.kind === 'prose' ? `${block.html}\n\n` : blockFence(structuredData(block)));

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
