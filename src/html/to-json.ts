import type { AnyBlockData, PageData, SectionData } from '../model/page-data.js';
import type { Block, Page, Prose, Section } from '../model/page.js';
import { sectionsToMarkdown, structuredData } from './to-markdown.js';

/**
 * A page as page data. What came from page data comes out as it went in, but for empty bodies and lists, which are
 * left out; a Markdown page becomes sections with their Markdown as body. Compiling the result gives the same page.
 */
export function toJson(page: Page): PageData {
  const { title, lang, dir, description, meta, preamble, lead, sections } = page;
  const fromMarkdown = sections.filter(({ given }) => !given);
  const isData = !page.file;
  const own = isData ? sections.filter(({ given }) => given) : sections;
  return {
    ...(title ? { title: title.text } : {}),
    ...meta,
    ...(title ? { title: title.text } : {}),
    ...(description === undefined ? {} : { description }),
    ...(lang === undefined ? {} : { lang }),
    ...(dir === undefined ? {} : { dir }),
    ...contentOf([...preamble, ...lead], title?.markdown, isData ? fromMarkdown : [], isData),
    ...sectionsOf(own),
  };
}

function sectionToJson({ given, heading, blocks, sections }: Section): SectionData {
  // Sections that the body's own headings opened go back into the body; in Markdown they are sections like any other.
  const inBody = given ? sections.filter((section) => !section.given) : [];
  const own = given ? sections.filter((section) => section.given) : sections;
  return {
    ...(given ?? { heading: headingSource(heading.markdown, heading.text), id: heading.id }),
    ...contentOf(blocks, heading.markdown, inBody, given !== undefined),
    ...sectionsOf(own),
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
  for (const block of blocks) {
    if (block.kind === 'prose') addText(textOf(block, heading), !separate);
    else data.push(structuredData(block));
  }
  addText(sectionsToMarkdown(inBody), true);
  const [first, ...rest] = data;
  const body = first?.kind === 'prose' ? first.body : undefined;
  const others = body === undefined ? data : rest;
  return {
    ...(body !== undefined && { body }),
    ...(others.length > 0 && { blocks: others }),
  };
}

const sectionsOf = (sections: readonly Section[]): { sections?: SectionData[] } =>
  sections.length === 0 ? {} : { sections: sections.map(sectionToJson) };

/** The Markdown of a text without that of the heading it begins with, and the blank lines after it. */
function textOf({ markdown, html }: Prose, heading?: string): string {
  const text = markdown ?? html;
  return heading !== undefined && text.startsWith(heading)
    ? text.slice(heading.length).replace(/^\n+/, '')
    : text;
}

/** The inline Markdown of a heading: without its signs, those at the end included, and without an underline. */
function headingSource(markdown: string | undefined, text: string): string {
  if (markdown === undefined) return text;
  const [first = ''] = markdown.split(/\n {0,3}(?:=+|-+)[ \t]*(?:\n|$)/);
  return first
    .trim()
    .replace(/^#{1,6}(?:[ \t]+|$)/, '')
    .replace(/(?:^|[ \t]+)#+$/, '')
    .trim();
}
