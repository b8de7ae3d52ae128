import type { PageOptions } from '../model/options.js';
import { renderedLevel } from '../model/outline.js';
import type { AnyBlockData, PageData, SectionData } from '../model/page-data.js';
import type { HeadingLevel, Json, Page, Section, Title } from '../model/page.js';
import { clampLevel } from '../model/outline.js';
import type { Parsed } from './markdown.js';
import { createBlockMaker, textsOfBlock } from './block-maker.js';
import { readJsonFence, replaceFences, type FenceReading } from './block-fences.js';
import type { Fence } from './markdown/fences.js';
import { Compiler, type BodyPart, type IdentifiedContent } from './markdown/compiler.js';
import type { Collector } from './markdown/options.js';
import type { Body } from './markdown/sections.js';
import { joinPath } from './json.js';
import { readPageData } from './page-data.js';
import { pageFields, plainTitle, textOf } from './page-fields.js';

/** Keys of page data that the page has fields for. */
const KNOWN_KEYS = new Set(['title', 'heading', 'body', 'blocks', 'sections']);

/**
 * Makes a page of page data: an object, or its JSON text. Never throws on bad input: what is wrong is reported and
 * left out, the rest stays. The data of a section are read like those of a page: its heading is the title.
 *
 * All bodies are one text as far as definitions of links and notes go. `collector` takes what the page refers to.
 */
export function fromJson(input: unknown, options: PageOptions = {}, collector?: Collector): Parsed {
  const { data, problems: dataProblems } = readPageData(input, Object.keys(options.blocks ?? {}));
  const problems = [...dataProblems];
  const named = textOf(data.heading);
  const texts = textsOf(data, named);
  const compiler = new Compiler(texts, { ...options, collector }, problems);
  const fences = compiler.fences();
  replaceFences(
    compiler,
    fences.map((fence) => [fence, readFence(fence)]),
    options,
    problems,
  );
  const titleLevel = options.headingLevel ?? 1;
  const builder = new DataBuilder(compiler, titleLevel);
  const heading = named === undefined ? undefined : builder.heading('heading');
  const body = builder.body(data.blocks, titleLevel, '');
  const sections = [...body.sections, ...builder.sections(data.sections ?? [], 2, titleLevel, 'sections')];
  const title = titleOf(options.title ?? textOf(data.title), heading);
  const page: Page = {
    ...(title ? { title } : {}),
    ...pageFields(data as Readonly<Record<string, Json>>),
    meta: Object.fromEntries(Object.entries(data).filter(([key]) => !KNOWN_KEYS.has(key))) as Page['meta'],
    preamble: [],
    lead: body.lead,
    sections,
    footnotes: compiler.footnotes(),
  };
  return { page, problems };
}

/** A given title is plain text; without one the heading is the title, as that of a section. */
function titleOf(given: string | undefined, heading: IdentifiedContent | undefined): Title | undefined {
  if (given !== undefined) return given === '' ? undefined : plainTitle(given);
  return heading && { ...heading, inContent: false };
}

/** In bodies blocks are written as JSON: page data are read at once, and the YAML library has to be loaded. */
function readFence(fence: Fence): FenceReading {
  const reading = readJsonFence(fence);
  if ('value' in reading || fence.format === 'json') return reading;
  return { message: 'in page data it has to be JSON. Write it so, or put it into “blocks”.' };
}

/** One line of Markdown that is a heading whatever it begins with. */
const headingLine = (heading: string): string => `# ${heading.replace(/\s+/g, ' ')}`;

/** The texts of a page in the order in which they stand in it: its heading if it has one and body, then those of each section. */
function textsOf(data: PageData, heading: string | undefined): string[] {
  const texts = heading === undefined ? [] : [headingLine(heading)];
  texts.push(data.body ?? '', ...(data.blocks ?? []).flatMap(blockTexts));
  const add = (sections: readonly SectionData[]): void => {
    for (const section of sections) {
      texts.push(
        headingLine(section.heading),
        section.body ?? '',
        ...(section.blocks ?? []).flatMap(blockTexts),
      );
      add(section.sections ?? []);
    }
  };
  add(data.sections ?? []);
  return texts;
}

const blockTexts = (block: AnyBlockData): string[] =>
  block.kind === 'prose' ? [block.body] : textsOfBlock(block);

/** Takes the texts from the compiler in the order of {@link textsOf}. */
class DataBuilder {
  readonly #compiler: Compiler;
  readonly #titleLevel: HeadingLevel;
  #next = 0;

  constructor(compiler: Compiler, titleLevel: HeadingLevel) {
    this.#compiler = compiler;
    this.#titleLevel = titleLevel;
  }

  heading(path: string, id?: string): IdentifiedContent {
    return this.#compiler.heading(this.#next++, id, path);
  }

  body(blocks: readonly AnyBlockData[] = [], parent: HeadingLevel, path: string): Body {
    const parts: BodyPart[] = [{ text: this.#next++, path: joinPath(path, 'body') }];
    for (const [index, block] of blocks.entries()) {
      const blockPath = `${joinPath(path, 'blocks')}[${index}]`;
      parts.push(
        block.kind === 'prose'
          ? { text: this.#next, path: `${blockPath}.body` }
          : createBlockMaker(block, this.#next, { path: blockPath }),
      );
      this.#next += blockTexts(block).length;
    }
    return this.#compiler.body(parts, {
      parent,
      isTitle: () => false,
      titleInContent: false,
    });
  }

  sections(sections: readonly SectionData[], depth: number, parent: HeadingLevel, path: string): Section[] {
    return sections.map((section, index) =>
      this.#section(section, clampLevel(depth), parent, `${path}[${index}]`),
    );
  }

  #section(data: SectionData, level: HeadingLevel, parent: HeadingLevel, path: string): Section {
    const heading = { ...this.heading(`${path}.heading`, data.id), level };
    const rendered = renderedLevel(level, this.#titleLevel, parent);
    const body = this.body(data.blocks, rendered, path);
    return {
      given: { heading: data.heading, ...(data.id === undefined ? {} : { id: data.id }) },
      heading,
      blocks: body.lead,
      sections: [
        ...body.sections,
        ...this.sections(data.sections ?? [], level + 1, rendered, `${path}.sections`),
      ],
    };
  }
}
