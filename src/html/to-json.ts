import type { AnyBlockData, PageData, SectionData } from '../model/page-data.js';
import type { Block, Heading, Page, Prose, Section } from '../model/page.js';
import { escapeMarkdown } from '../model/escape-markdown.js';
import { findOwnIds } from '../model/own-ids.js';
import { sectionsToMarkdown, structuredData } from './to-markdown.js';

/** The sections that have an id of their author's. */
type OwnIds = ReadonlySet<Section>;

/**
 * A page as page data. What came from page data comes out as it went in, but for empty bodies and lists, which are
 * left out; a Markdown page becomes sections with their Markdown as body, and with an
 * id where their heading does not give it. Compiling the result gives the same page.
 */
export function toJson(page: Page): PageData {
  const { title, lang, dir, description, meta, preamble, lead, sections } = page;
  const fromMarkdown = sections.filter(({ given }) => !given);
  const isData = !page.file;
  const own = isData ? sections.filter(({ given }) => given) : sections;
  const ids = ownIds(page);
  return {
    ...(title ? { title: title.text } : {}),
    ...meta,
    ...(title ? { title: title.text } : {}),
    ...(description === undefined ? {} : { description }),
    ...(lang === undefined ? {} : { lang }),
    ...(dir === undefined ? {} : { dir }),
    ...contentOf([...preamble, ...lead], title?.markdown, isData ? fromMarkdown : [], isData),
    ...sectionsOf(own, ids),
  };
}

function sectionToJson(section: Section, ids: OwnIds): SectionData {
  const { given, heading, blocks, sections } = section;
  // Sections that the body's own headings opened go back into the body; in Markdown they are sections like any other.
  const inBody = given ? sections.filter((inside) => !inside.given) : [];
  const own = given ? sections.filter((inside) => inside.given) : sections;
  return {
    ...(given ?? {
      heading: headingSource(heading),
      ...(ids.has(section) && { id: heading.id }),
    }),
    ...contentOf(blocks, given ? undefined : (heading.markdown ?? ''), inBody, given !== undefined),
    ...sectionsOf(own, ids),
  };
}

/** What stands in one place: its first text is the body, what comes behind it are blocks. Texts of page data stay apart. */
function contentOf(
  blocks: readonly Block[],
  heading: string | undefined,
  inBody: readonly Section[],
  separate: boolean,
): { body?: string; blocks?: AnyBlockData[] } {
  const data: AnyBlockData[] = [];
  const addText = (text: string, join: boolean): void => {
    const last = data.at(-1);
    if (text.trim() === '') return;
    if (join && last?.kind === 'prose') data[data.length - 1] = { kind: 'prose', body: last.body + text };
    else data.push({ kind: 'prose', body: text });
  };
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'prose') addText(textOf(block, index === 0 ? heading : undefined), !separate);
    else data.push(structuredData(block));
  }
  addText(sectionsToMarkdown(inBody), true);
  const all = separate ? data : data.map(withoutBlankLines);
  const [first, ...rest] = all;
  const body = first?.kind === 'prose' ? first.body : undefined;
  const others = body === undefined ? all : rest;
  return {
    ...(body !== undefined && { body }),
    ...(others.length > 0 && { blocks: others }),
  };
}

/** In a file blank lines keep texts apart; in data each is one of its own. */
const withoutBlankLines = (block: AnyBlockData): AnyBlockData =>
  block.kind === 'prose' ? { ...block, body: block.body.replace(/^\n+|(?<!\n)\n+$/g, '') } : block;

const sectionsOf = (sections: readonly Section[], ids: OwnIds): { sections?: SectionData[] } =>
  sections.length === 0 ? {} : { sections: sections.map((section) => sectionToJson(section, ids)) };

/** Ids are given in the order of all headings; the title of page data has none. */
function ownIds({ lead, sections }: Page): OwnIds {
  const headings: (Heading & { readonly section?: Section })[] = [];
  const addBlocks = (blocks: readonly Block[]): void => {
    for (const block of blocks) if (block.kind === 'prose') headings.push(...block.headings);
  };
  const addSections = (some: readonly Section[]): void => {
    for (const section of some) {
      headings.push({ ...section.heading, section });
      addBlocks(section.blocks);
      addSections(section.sections);
    }
  };
  addBlocks(lead);
  addSections(sections);
  const isOwn = findOwnIds(headings);
  return new Set(headings.flatMap(({ section }, index) => (section && isOwn[index] ? [section] : [])));
}

/**
 * The Markdown of a text without that of the heading it begins with, and the blank lines after it. A heading that its
 * author wrote in HTML has no Markdown of its own.
 */
function textOf({ markdown, html }: Prose, heading: string | undefined): string {
  const text = markdown ?? html;
  if (heading === undefined) return text;
  if (heading === '') return text.replace(/^\s*<h([1-6])[\s>][^]*?<\/h\1\s*>[ \t]*\n*/i, '');
  return text.startsWith(heading) ? text.slice(heading.length).replace(/^\n+/, '') : text;
}

/** The inline Markdown of a heading: without its signs, those at the end included, and without an underline. */
function headingSource({ markdown, text, html }: Heading): string {
  if (markdown === undefined) return html.includes('<') ? inlineMarkdown(html) : escapeMarkdown(text);
  const [first = ''] = markdown.split(/\n {0,3}(?:=+|-+)[ \t]*(?:\n|$)/);
  return first
    .trim()
    .replace(/^#{1,6}(?:[ \t]+|$)/, '')
    .replace(/(?:^|(?<![ \t])[ \t]+)#+$/, '')
    .trim();
}

/** Inline HTML as Markdown, where its tags and character references mean the same and its text must not mean more. */
const inlineMarkdown = (html: string): string =>
  html
    .replace(/<[^<>]*>|[^<]+/g, (piece) =>
      piece.startsWith('<') ? piece : escapeMarkdown(piece).replaceAll('\\&', '&'),
    )
    .replace(/\s+/g, ' ');
