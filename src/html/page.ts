import { withWords, type Labels } from '../model/labels.js';
import { ENGLISH } from '../model/labels/en.js';
import type { PageOptions } from '../model/options.js';
import {
  clampLevel,
  nestOutline,
  outline,
  renderedLevel,
  TOC_MIN_ENTRIES,
  type OutlineEntry,
} from '../model/outline.js';
import type { Block, Heading, HeadingLevel, Page, Prose, Section } from '../model/page.js';
import type { Part } from '../model/part.js';
import { slugify } from '../model/slug.js';
import type { Work } from '../model/turns.js';
import type { BlockCompiler, CompiledBlock } from './blocks.js';
import { compileFootnotes } from './footnotes.js';
import { compileHeading } from './heading.js';
import { CHROME_ATTRIBUTE, COLLAPSE_ATTRIBUTE, FOOTNOTES_CLASS, HEADER_CLASS, LEAD_CLASS } from './names.js';
import { compileToc } from './toc.js';

/** Options of the compiler: those of {@link PageOptions} that decide the page's structure. */
export type CompileOptions = Pick<
  PageOptions,
  | 'headingLevel'
  | 'headingLinks'
  | 'toc'
  | 'tocMinLevel'
  | 'tocMaxLevel'
  | 'tocCollapse'
  | 'pictures'
  | 'blocks'
  | 'lang'
  | 'labels'
>;

/**
 * What a page that changes was compiled to the last time: what has not changed is the same part again. A section that
 * is the same object was read by the same options.
 */
export class PartMemory {
  readonly sections = new WeakMap<Section, KnownSection>();
  toc: { readonly key: string; readonly entries: readonly OutlineEntry[]; readonly part: Part } | undefined;
  readonly #others = new Map<string, Part>();

  /** A part that is neither a section nor their table, as the same object where it says the same. */
  keep(part: Part): Part {
    if (part.tag.startsWith('doc-')) return part;
    const before = this.#others.get(part.key);
    const isSame =
      before?.html === part.html && before.rawHtml === part.rawHtml && before.sanitized === part.sanitized;
    if (isSame) return before;
    this.#others.set(part.key, part);
    return part;
  }
}

interface KnownSection {
  readonly part: Part;
  readonly level: HeadingLevel;
  readonly permalinks: boolean;
}

/** Blocks one after the other, behind what else stands in their part: its title or heading. */
function compileBlocks(
  blocks: readonly Block[],
  compile: BlockCompiler | undefined,
  beside?: Pick<Heading, 'rawHtml' | 'sanitized'>,
): Pick<Part, 'html' | 'rawHtml' | 'sanitized'> {
  let html = '';
  let rawHtml = beside?.rawHtml === true;
  let sanitized = !rawHtml || beside?.sanitized === true;
  for (const block of blocks) {
    const compiled: CompiledBlock | Prose | undefined = block.kind === 'prose' ? block : compile?.(block);
    if (!compiled) continue;
    html += compiled.html;
    if (!compiled.rawHtml) continue;
    rawHtml = true;
    sanitized &&= 'sanitized' in compiled && compiled.sanitized === true;
  }
  return rawHtml && sanitized ? { html, rawHtml, sanitized } : { html, rawHtml };
}

/** Whether a page has blocks that are no prose, for which the compiler needs another. */
export function hasStructure({
  preamble,
  lead,
  sections,
}: Pick<Page, 'preamble' | 'lead' | 'sections'>): boolean {
  const inSections = (some: readonly Section[]): boolean =>
    some.some(({ blocks, sections: inside }) => blocks.some(isStructured) || inSections(inside));
  return [...preamble, ...lead].some(isStructured) || inSections(sections);
}

const isStructured = ({ kind }: Block): boolean => kind !== 'prose';

/**
 * A page as parts, in document order: header, table of contents, lead, sections, notes; empty ones are left out.
 * Without `compileBlock` there are no blocks of data.
 */
export function compilingPage(
  page: Page,
  options: CompileOptions = {},
  compileBlock?: BlockCompiler,
  memory?: PartMemory,
): Work<Part[]> {
  const level = options.headingLevel ?? 1;
  const labels = withWords(ENGLISH, options.labels);
  const before = [
    compileHeader(page, level, compileBlock),
    compileTocPart(page, level, options, labels, memory),
    compileLead(page, compileBlock),
  ];
  return compilingSections(page, before, level, options, labels, compileBlock, memory);
}

/**
 * A page as the content of one section of another page: its title is the section's heading, with an id and a
 * permalink; it has no table of contents of its own.
 */
export function compilingAsSection(
  page: Page,
  options: CompileOptions = {},
  compileBlock?: BlockCompiler,
  memory?: PartMemory,
): Work<Part[]> {
  const level = options.headingLevel ?? 2;
  const permalinks = options.headingLinks ?? true;
  const labels = withWords(ENGLISH, options.labels);
  const { title } = page;
  const heading = title
    ? compileHeading({ ...title, id: title.id ?? slugify(title.text) }, level, permalinks, labels)
    : '';
  const preamble = compileBlocks(page.preamble, compileBlock);
  const content = compileBlocks(page.lead, compileBlock);
  const html = preamble.html + (title?.inContent ? '' : heading) + content.html;
  const lead: Part = {
    key: 'lead',
    tag: 'div',
    attributes: { class: LEAD_CLASS },
    html,
    rawHtml: preamble.rawHtml || content.rawHtml || title?.rawHtml === true,
    parts: [],
  };
  return compilingSections(page, [html ? lead : undefined], level, options, labels, compileBlock, memory);
}

/** Adds sections and notes to what stands before them, one by one. */
function compilingSections(
  page: Page,
  before: readonly (Part | undefined)[],
  level: HeadingLevel,
  options: CompileOptions,
  labels: Labels,
  compileBlock?: BlockCompiler,
  memory?: PartMemory,
): Work<Part[]> {
  const permalinks = options.headingLinks ?? true;
  const parts = [...before];
  let index = 0;
  return {
    step: () => {
      const section = page.sections[index++];
      if (section)
        parts.push(compileSection(section, level, level, permalinks, labels, compileBlock, memory));
      return section !== undefined;
    },
    result: () => {
      parts.push(compileNotes(page, level, labels));
      return parts.filter((part) => part !== undefined).map((part) => memory?.keep(part) ?? part);
    },
  };
}

/** A section as a part; `parent` is the rendered level of the heading above it. */
function compileSection(
  section: Section,
  titleLevel: HeadingLevel,
  parent: number,
  permalinks: boolean,
  labels: Labels,
  compileBlock?: BlockCompiler,
  memory?: PartMemory,
): Part {
  const level = renderedLevel(section.heading.level, titleLevel, parent);
  // A block may show what stands elsewhere in the page.
  const known = compileBlock ? undefined : memory?.sections.get(section);
  if (known?.level === level && known.permalinks === permalinks) return known.part;
  const content = compileBlocks(section.blocks, compileBlock, section.heading);
  const part: Part = {
    key: section.heading.id,
    tag: 'doc-section',
    attributes: {},
    parts: section.sections.map((inner) =>
      compileSection(inner, titleLevel, level, permalinks, labels, compileBlock, memory),
    ),
    ...content,
    html: compileHeading(section.heading, level, permalinks, labels) + content.html,
  };
  memory?.sections.set(section, { part, level, permalinks });
  return part;
}

function compileHeader(page: Page, titleLevel: HeadingLevel, compileBlock?: BlockCompiler): Part | undefined {
  const title = page.title && !page.title.inContent ? compileHeading(page.title, titleLevel, false) : '';
  const preamble = compileBlocks(page.preamble, compileBlock, page.title);
  const html = preamble.html + title;
  if (!html) return undefined;
  return {
    key: 'header',
    tag: 'div',
    attributes: { class: HEADER_CLASS, slot: 'header' },
    parts: [],
    ...preamble,
    html,
  };
}

function compileTocPart(
  page: Page,
  titleLevel: HeadingLevel,
  options: CompileOptions,
  labels: Labels,
  memory?: PartMemory,
): Part | undefined {
  if (options.toc === 'none') return undefined;
  const min = options.tocMinLevel ?? clampLevel(titleLevel + 1);
  const max = options.tocMaxLevel ?? clampLevel(titleLevel + 2);
  const entries = outline(page, titleLevel).filter(({ level }) => level >= min && level <= max);
  if (entries.length < TOC_MIN_ENTRIES) return undefined;
  const key = `${labels.toc} ${String(options.tocCollapse)}`;
  if (memory?.toc?.key === key && areSame(memory.toc.entries, entries)) return memory.toc.part;
  const part: Part = {
    key: 'toc',
    tag: 'doc-toc',
    attributes: {
      slot: 'toc',
      [CHROME_ATTRIBUTE]: '',
      ...(options.tocCollapse ? { [COLLAPSE_ATTRIBUTE]: '' } : {}),
    },
    html: compileToc(nestOutline(entries), labels),
    rawHtml: false,
    parts: [],
  };
  if (memory) memory.toc = { key, entries, part };
  return part;
}

const areSame = (some: readonly OutlineEntry[], other: readonly OutlineEntry[]): boolean =>
  some.length === other.length &&
  some.every((entry, index) => {
    const { id, text, level } = other[index] ?? entry;
    return entry.id === id && entry.text === text && entry.level === level;
  });

function compileLead({ lead }: Page, compileBlock?: BlockCompiler): Part | undefined {
  const content = compileBlocks(lead, compileBlock);
  if (!content.html) return undefined;
  return {
    key: 'lead',
    tag: 'div',
    attributes: { class: LEAD_CLASS },
    parts: [],
    ...content,
  };
}

function compileNotes({ footnotes }: Page, titleLevel: HeadingLevel, labels: Labels): Part | undefined {
  if (footnotes.length === 0) return undefined;
  return {
    key: 'footnotes',
    tag: 'section',
    attributes: { class: FOOTNOTES_CLASS, 'data-footnotes': '' },
    html: compileFootnotes(footnotes, clampLevel(titleLevel + 1), labels),
    rawHtml: footnotes.some((note) => note.rawHtml),
    parts: [],
  };
}
