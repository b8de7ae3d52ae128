import { labelsFor } from '../model/labels-for.js';
import type { PageOptions } from '../model/options.js';
import type { Json, Page } from '../model/page.js';
import type { Problem } from '../model/problem.js';
import { finish, type Pace } from '../model/turns.js';
import { parseFrontMatter } from './front-matter.js';
import { Compiler, readTexts, type BodyPart } from './markdown/compiler.js';
import type { Memory } from './markdown/memory.js';
import type { Collector } from './markdown/options.js';
import { pageFields, plainTitle, textOf } from './page-fields.js';
import { reportBody } from './report.js';
import { loadExtras, loadHtmlReader, type Extras } from './extras.js';
import { limitDirections, TOO_MANY_DIRECTIONS_IN_LINE } from './markdown/directions.js';
import { normalizeText } from './text.js';

/** What a source is parsed into. */
export interface Parsed {
  readonly page: Page;
  /** In the order of the source; empty where nothing is wrong. */
  readonly problems: readonly Problem[];
}

/** How a text is read, beside what its page is like. */
export interface ReadOptions extends Pick<Extras, 'html'> {
  /** Definitions of links and notes that the text has of elsewhere, as Markdown. */
  readonly definitions?: string;
  /** Does what takes long. Default at once. */
  readonly pace?: Pace;
}

/** What decides how a text is read and compiled, beside the text. */
const keyOf = (options: PageOptions, data: unknown, hasEmoji: boolean): string =>
  `${JSON.stringify([options, data, hasEmoji])}${String(options.rewriteUrl)}`;

/** Two titles are the same to a reader when they differ in case, white space and markup only. */
const sameTitle = (some: string, other: string): boolean => fold(some) === fold(other);

const fold = (text: string): string =>
  text
    .normalize()
    .toLowerCase()
    .replace(/[\s*_`]+/g, '');

/** What front matter holds under a key: objects that have `mark`. What other site generators keep there is none. */
function dataIn(meta: Page['meta'], key: 'blocks' | 'sections', mark: string): readonly Json[] | undefined {
  const value = meta[key];
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const all = value as readonly Json[];
  return all.every((item) => typeof item === 'object' && item !== null && mark in item) ? all : undefined;
}

const withoutKeys = (meta: Page['meta'], ...keys: (string | undefined)[]): Page['meta'] =>
  Object.fromEntries(Object.entries(meta).filter(([key]) => !keys.includes(key)));

/**
 * Parses a Markdown file, its front matter included, into a page. Never rejects on bad input: what cannot be
 * understood is kept as text and reported.
 *
 * The page's title is `options.title`, else the one in the front matter, else the first heading where that is an
 * `h1`. A first `h1` that says the same as the front matter, or that `options.title` replaces, is the title's own
 * place; one that says something else opens a section, so that no text is lost.
 *
 * Front matter may hold `blocks`, which stand behind the text before the first section, and `sections`, which stand behind
 * those of the text, both as page data have them.
 *
 * `options.html` reads the author's own HTML; by default it is loaded where there is some.
 *
 * `collector` takes what the page refers to, for who checks it. `memory` is of use for a page that changes: the same one
 * each time.
 */
export async function fromMarkdown(
  text: string,
  options: PageOptions & ReadOptions = {},
  collector?: Collector,
  memory?: Memory,
): Promise<Parsed> {
  const normal = normalizeText(text, memory?.whole(text).ask);
  const { data, raw, body: source, bodyLine, problems: metaProblems } = await parseFrontMatter(normal.text);
  const problems = [...normal.problems, ...metaProblems];
  const fields = pageFields(data);
  const labels = await labelsFor(fields.lang ?? options.lang, options.labels);
  const { emoji, linkReferences, html } = await loadExtras(
    source,
    options,
    data['repo'],
    memory?.body(source).ask,
  );
  memory?.begin(keyOf(options, data, emoji !== undefined));
  const { definitions, pace = finish } = options;
  const texts = definitions === undefined ? [source] : [source, definitions];
  const context = { labels, variables: data, collector, memory, emoji, linkReferences, html };
  const lexed = await pace(readTexts(texts, context));
  const compiler = new Compiler(texts, options, context, problems, lexed);
  const fences = compiler.fences(bodyLine);
  if (fences.length > 0) {
    const { readFences } = await import('./block-fences-yaml.js');
    await readFences(compiler, fences, options, problems);
  }
  const parts: BodyPart[] = [{ text: 0 }];
  const blocks = dataIn(data, 'blocks', 'kind');
  const sections = dataIn(data, 'sections', 'heading');
  if (blocks) {
    const { readFrontMatterBlocks } = await import('./front-matter-blocks.js');
    parts.push(...readFrontMatterBlocks(blocks, compiler, options, problems));
  }
  const makeSections =
    sections &&
    (await import('./front-matter-blocks.js')).readFrontMatterSections(sections, compiler, options, problems);
  if (!html && (fences.length > 0 || blocks || sections || compiler.needsHtmlReader))
    compiler.html = await loadHtmlReader();
  const written = textOf(data['title']);
  const named = written && limitDirections(written);
  if (named !== written) problems.push({ ...TOO_MANY_DIRECTIONS_IN_LINE, place: { line: 1 } });
  const compiling = compiler.compiling(parts, {
    parent: options.headingLevel ?? 1,
    isTitle: (heading) => options.title !== undefined || named === undefined || sameTitle(named, heading),
    titleInContent: options.title === undefined && named === undefined,
    line: bodyLine,
  });
  const body = await pace(compiling);
  const given = options.title ?? (body.title ? undefined : named);
  const title = given === undefined ? body.title : given === '' ? undefined : plainTitle(given);
  reportBody(body, named, problems);
  const content: Page = {
    meta: blocks || sections ? withoutKeys(data, blocks && 'blocks', sections && 'sections') : data,
    preamble: body.preamble,
    lead: body.lead,
    sections: makeSections ? [...body.sections, ...makeSections()] : body.sections,
    footnotes: compiler.footnotes(),
    file: {
      frontMatter: raw,
      lineBreak: text.includes('\r\n') ? '\r\n' : '\n',
      byteOrderMark: text.startsWith('\ufeff'),
    },
  };
  const page: Page = title ? { title, ...fields, ...content } : { ...fields, ...content };
  return { page, problems };
}
