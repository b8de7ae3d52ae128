import type { PageData, SectionData } from '../model/page-data.js';
import type { Block, Page, Section } from '../model/page.js';
import { sectionsToMarkdown } from './to-markdown.js';

/**
 * A page as page data. What came from page data comes out as it went in, but for empty bodies and lists, which are
 * left out; a Markdown page becomes sections with their Markdown as body. Compiling the result gives the same page.
 */
export function toJson(page: Page): PageData {
  const { title, lang, dir, description, meta, preamble, lead, sections } = page;
  const fromMarkdown = sections.filter(({ given }) => !given);
  const isData = !page.file;
  const text =
    markdownOf([...preamble, ...lead], title?.markdown) + (isData ? sectionsToMarkdown(fromMarkdown) : '');
  const own = isData ? sections.filter(({ given }) => given) : sections;
  return {
    ...(title ? { title: title.text } : {}),
    ...meta,
    ...(title ? { title: title.text } : {}),
    ...(description === undefined ? {} : { description }),
    ...(lang === undefined ? {} : { lang }),
    ...(dir === undefined ? {} : { dir }),
    ...bodyOf(text),
    ...sectionsOf(own),
  };
}

function sectionToJson({ given, heading, blocks, sections }: Section): SectionData {
  const text = markdownOf(blocks, heading.markdown);
  // Sections that the body's own headings opened go back into the body; in Markdown they are sections like any other.
  const inBody = given ? sections.filter((section) => !section.given) : [];
  const own = given ? sections.filter((section) => section.given) : sections;
  return {
    ...(given ?? { heading: headingSource(heading.markdown, heading.text), id: heading.id }),
    ...bodyOf(text + sectionsToMarkdown(inBody)),
    ...sectionsOf(own),
  };
}

const bodyOf = (text: string): { body?: string } => (text.trim() === '' ? {} : { body: text });

const sectionsOf = (sections: readonly Section[]): { sections?: SectionData[] } =>
  sections.length === 0 ? {} : { sections: sections.map(sectionToJson) };

/** The Markdown of blocks without that of the heading they begin with, and the blank lines after it. */
function markdownOf(blocks: readonly Block[], heading?: string): string {
  const text = blocks.map((block) => block.markdown ?? block.html).join('');
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
