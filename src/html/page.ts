import type { PageOptions } from '../model/options.js';
import { clampLevel, nestOutline, outline, renderedLevel } from '../model/outline.js';
import type { Block, HeadingLevel, Page, Section } from '../model/page.js';
import type { Part } from '../model/part.js';
import { slugify } from '../model/slug.js';
import { compileFootnotes } from './footnotes.js';
import { compileHeading } from './heading.js';
import { CHROME_ATTRIBUTE, FOOTNOTES_CLASS, HEADER_CLASS, LEAD_CLASS } from './names.js';
import { compileToc } from './toc.js';

/** Options of the compiler: those of {@link PageOptions} that decide the page's structure. */
export type CompileOptions = Pick<
  PageOptions,
  'headingLevel' | 'headingLinks' | 'toc' | 'tocMinLevel' | 'tocMaxLevel'
>;

/** A table of contents is of use from this many headings on. */
const TOC_MIN_ENTRIES = 2;

const compileBlocks = (blocks: readonly Block[]): string => blocks.map((block) => block.html).join('');

const hasRawHtml = (blocks: readonly Block[]): boolean => blocks.some((block) => block.rawHtml);

/** A page as parts, in document order: header, table of contents, lead, sections, notes; empty ones are left out. */
export function compilePage(page: Page, options: CompileOptions = {}): Part[] {
  const titleLevel = options.headingLevel ?? 1;
  const parts = [
    compileHeader(page, titleLevel),
    compileTocPart(page, titleLevel, options),
    compileLead(page),
    ...compileSections(page.sections, titleLevel, titleLevel, options.headingLinks ?? true),
    compileNotes(page, titleLevel),
  ];
  return parts.filter((part) => part !== undefined);
}

/**
 * A page as the content of one section of another page: its title is the section's heading, with an id and a
 * permalink; it has no table of contents of its own.
 */
export function compileAsSection(page: Page, options: CompileOptions = {}): Part[] {
  const level = options.headingLevel ?? 2;
  const permalinks = options.headingLinks ?? true;
  const { title } = page;
  const heading = title
    ? compileHeading({ ...title, id: title.id ?? slugify(title.text) }, level, permalinks)
    : '';
  const blocks = [...page.preamble, ...page.lead];
  const html = compileBlocks(page.preamble) + (title?.inContent ? '' : heading) + compileBlocks(page.lead);
  const lead: Part = {
    key: 'lead',
    tag: 'div',
    attributes: { class: LEAD_CLASS },
    html,
    rawHtml: hasRawHtml(blocks) || title?.rawHtml === true,
    parts: [],
  };
  const sections = compileSections(page.sections, level, level, permalinks);
  const notes = compileNotes(page, level);
  return [...(html ? [lead] : []), ...sections, ...(notes ? [notes] : [])];
}

/** Sections as parts; `parent` is the rendered level of the heading above them. */
export function compileSections(
  sections: readonly Section[],
  titleLevel: HeadingLevel,
  parent: number,
  permalinks: boolean,
): Part[] {
  return sections.map((section) => {
    const level = renderedLevel(section.heading.level, titleLevel, parent);
    return {
      key: section.heading.id,
      tag: 'doc-section',
      attributes: {},
      html: compileHeading(section.heading, level, permalinks) + compileBlocks(section.blocks),
      rawHtml: hasRawHtml(section.blocks) || section.heading.rawHtml === true,
      parts: compileSections(section.sections, titleLevel, level, permalinks),
    };
  });
}

function compileHeader(page: Page, titleLevel: HeadingLevel): Part | undefined {
  const title = page.title && !page.title.inContent ? compileHeading(page.title, titleLevel, false) : '';
  const html = compileBlocks(page.preamble) + title;
  if (!html) return undefined;
  return {
    key: 'header',
    tag: 'div',
    attributes: { class: HEADER_CLASS, slot: 'header' },
    html,
    rawHtml: hasRawHtml(page.preamble) || page.title?.rawHtml === true,
    parts: [],
  };
}

function compileTocPart(page: Page, titleLevel: HeadingLevel, options: CompileOptions): Part | undefined {
  if (options.toc === 'none') return undefined;
  const min = options.tocMinLevel ?? clampLevel(titleLevel + 1);
  const max = options.tocMaxLevel ?? clampLevel(titleLevel + 2);
  const entries = outline(page, titleLevel).filter(({ level }) => level >= min && level <= max);
  if (entries.length < TOC_MIN_ENTRIES) return undefined;
  return {
    key: 'toc',
    tag: 'doc-toc',
    attributes: { slot: 'toc', [CHROME_ATTRIBUTE]: '' },
    html: compileToc(nestOutline(entries)),
    rawHtml: false,
    parts: [],
  };
}

function compileLead({ lead }: Page): Part | undefined {
  const html = compileBlocks(lead);
  if (!html) return undefined;
  return {
    key: 'lead',
    tag: 'div',
    attributes: { class: LEAD_CLASS },
    html,
    rawHtml: hasRawHtml(lead),
    parts: [],
  };
}

function compileNotes({ footnotes }: Page, titleLevel: HeadingLevel): Part | undefined {
  if (footnotes.length === 0) return undefined;
  return {
    key: 'footnotes',
    tag: 'section',
    attributes: { class: FOOTNOTES_CLASS, 'data-footnotes': '' },
    html: compileFootnotes(footnotes, clampLevel(titleLevel + 1)),
    rawHtml: footnotes.some((note) => note.rawHtml),
    parts: [],
  };
}
