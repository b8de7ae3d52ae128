import { withWords, type Labels } from '../model/labels.js';
import { ENGLISH } from '../model/labels/en.js';
import type { PageOptions } from '../model/options.js';
import { clampLevel, nestOutline, outline, renderedLevel, TOC_MIN_ENTRIES } from '../model/outline.js';
import type { Block, Heading, HeadingLevel, Page, Prose, Section } from '../model/page.js';
import type { Part } from '../model/part.js';
import { createSlugger } from '../model/slug.js';
import type { Work } from '../model/turns.js';
import type { BlockCompiler, CompiledBlock } from './blocks.js';
import { compileFootnotes } from './footnotes.js';
import { compileHeading } from './heading.js';
import {
  CHROME_ATTRIBUTE,
  COLLAPSE_ATTRIBUTE,
  FOOTNOTES_CLASS,
  HEADER_CLASS,
  LEAD_CLASS,
} from '../model/names.js';
import type { PartMemory } from './part-memory.js';
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

/** What the sections of a page are compiled with. */
interface Context {
  readonly titleLevel: HeadingLevel;
  readonly permalinks: boolean;
  readonly labels: Labels;
  readonly compileBlock: BlockCompiler | undefined;
  readonly memory: PartMemory | undefined;
}

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
  const context = contextOf(options, options.headingLevel ?? 1, compileBlock, memory);
  const before = [
    kept(compileHeader(page, context), memory),
    compileTocPart(page, options, context),
    kept(compileLead(page, compileBlock), memory),
  ];
  return compilingSections(page, before, context);
}

const kept = (part: Part | undefined, memory: PartMemory | undefined): Part | undefined =>
  part && (memory?.keep(part) ?? part);

const contextOf = (
  { headingLinks = true, labels }: CompileOptions,
  titleLevel: HeadingLevel,
  compileBlock?: BlockCompiler,
  memory?: PartMemory,
): Context => ({
  titleLevel,
  permalinks: headingLinks,
  labels: withWords(ENGLISH, labels),
  compileBlock,
  memory,
});

/** What stands `before` the sections of a page, its sections and its notes. */
function compilingSections(
  page: Page,
  before: readonly (Part | undefined)[],
  context: Context,
): Work<Part[]> {
  const { titleLevel, permalinks, labels, compileBlock, memory } = context;
  const place = { level: titleLevel, permalinks };
  // A block may show what stands elsewhere in the page.
  const known = compileBlock ? undefined : memory?.sections(page, place);
  const changed = known?.changed ?? page.sections;
  const compiled: Part[] = [];
  return {
    step: () => {
      const section = changed[compiled.length];
      if (section) compiled.push(compileSection(section, titleLevel, context));
      return section !== undefined;
    },
    result: () => {
      const sections = known ? [...known.head, ...compiled, ...known.tail] : compiled;
      memory?.learn(page, compileBlock ? undefined : place, sections);
      const notes = kept(compileNotes(page, titleLevel, labels), memory);
      return [...before, ...sections, notes].filter((part) => part !== undefined);
    },
  };
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
  const context = contextOf(options, options.headingLevel ?? 2, compileBlock, memory);
  const { titleLevel, permalinks, labels } = context;
  const { title } = page;
  const heading = title
    ? compileHeading({ ...title, id: title.id ?? freeId(title.text, page) }, titleLevel, permalinks, labels)
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
  return compilingSections(page, [html ? kept(lead, memory) : undefined], context);
}

/** An id that no heading of the page has: those were given before. */
function freeId(text: string, page: Page): string {
  const slugger = createSlugger();
  for (const { id } of outline(page)) slugger.reserve(id);
  return slugger.slug(text);
}

/** A section as a part; `parent` is the rendered level of the heading above it. */
function compileSection(section: Section, parent: number, context: Context): Part {
  const { titleLevel, permalinks, labels, compileBlock, memory } = context;
  const level = renderedLevel(section.heading.level, titleLevel, parent);
  const known = compileBlock ? undefined : memory?.inner(section, { level, permalinks });
  if (known) return known;
  const content = compileBlocks(section.blocks, compileBlock, section.heading);
  const part: Part = {
    key: section.heading.id,
    tag: 'doc-section',
    attributes: {},
    parts: section.sections.map((inner) => compileSection(inner, level, context)),
    ...content,
    html: compileHeading(section.heading, level, permalinks, labels) + content.html,
  };
  memory?.learnInner(section, { level, permalinks }, part);
  return part;
}

function compileHeader(page: Page, { titleLevel, compileBlock }: Context): Part | undefined {
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

function compileTocPart(page: Page, options: CompileOptions, context: Context): Part | undefined {
  if (options.toc === 'none') return undefined;
  const { titleLevel, labels, memory } = context;
  const min = options.tocMinLevel ?? clampLevel(titleLevel + 1);
  const max = options.tocMaxLevel ?? clampLevel(titleLevel + 2);
  const make = (): Part | undefined => {
    const entries = outline(page, titleLevel).filter(({ level }) => level >= min && level <= max);
    if (entries.length < TOC_MIN_ENTRIES) return undefined;
    return {
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
  };
  return memory
    ? memory.toc(page, [labels.toc, options.tocCollapse, titleLevel, min, max].join(), make)
    : make();
}

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
