import { formatAttributes } from '../html/heading.js';
import { readAllow } from '../model/allow.js';
import type { AllowList } from '../model/allow-list.js';
import { formatForges, readForges } from '../model/forge-list.js';
import { labelsFor } from '../model/labels-for.js';
import { joinParts } from '../html/join.js';
import type { FormulaRenderer } from '../model/formula.js';
import { isMostlyHeadings, tallyOf } from '../model/tally.js';
import { languageOf } from '../model/language.js';
import { PAGE_CLASS } from '../model/names.js';
import type { PageData } from '../model/page-data.js';
import type { PageOptions } from '../model/options.js';
import type { Page } from '../model/page.js';
import type { Part } from '../model/part.js';
import type { Problem } from '../model/problem.js';
import { renderData } from '../pipeline/data.js';
import { renderMarkdown } from '../pipeline/markdown.js';
import type { PipelineOptions, Rendered } from '../pipeline/rendered.js';
import { fillCards, snapshotScript } from './cards.js';
import { drawFormulas, hasFormulas } from './formulas.js';
import { sanitizeHtml, sanitizingReader } from './sanitize.js';

/** Markdown text with or without front matter, or page data. */
export type PageSource = string | PageData;

/** How a page is prerendered. */
export interface RenderOptions extends PageOptions {
  /** What a source that is text is: Markdown, or the JSON of page data. Default `markdown`. */
  readonly format?: 'markdown' | 'json';
  /** The author vouches for the source: its HTML is written as it is. Default `false`. */
  readonly trusted?: boolean;
  /** Writes formulas as MathML: `math` of `doc-elements/math.js`. By default their source is written, as code. */
  readonly math?: FormulaRenderer;
  /** Is told all problems of the source at once; not called where there are none. */
  readonly onProblems?: (problems: readonly Problem[]) => void;
}

/** A prerendered page with what it was made of. */
export interface PrerenderedPage {
  /** The `<doc-page>` element with all its content. */
  readonly html: string;
  readonly page: Page;
}

/**
 * A page as the HTML of a `<doc-page>`, complete without script. An element that finds it in the document takes it as it is.
 * Never rejects on bad input: see `onProblems`.
 */
export const renderPage = async (source: PageSource, options: RenderOptions = {}): Promise<string> =>
  (await prerender(source, options)).html;

/** Like {@link renderPage}, with the page's model beside its HTML. */
export async function prerender(source: PageSource, options: RenderOptions = {}): Promise<PrerenderedPage> {
  const { page, parts, problems: found, allowed } = await render(source, options);
  const problems = [...found];
  const safe = options.trusted ? parts : parts.map((part) => sanitizePart(part, allowed));
  let content = joinParts(await withFacts(safe, page, options));
  if (options.math && hasFormulas(content)) {
    const text = typeof source === 'string' ? source : undefined;
    content = await drawFormulas(content, options.math, text, (problem) => problems.push(problem));
  }
  if (problems.length > 0) options.onProblems?.(problems);
  const snapshot = options.repos ? snapshotScript(content, options.repos) : '';
  return { html: `<doc-page${hostAttributes(page, options)}>${content}${snapshot}</doc-page>`, page };
}

/** The page's parts, their cards with what the snapshot knows. */
async function withFacts(
  parts: readonly Part[],
  page: Page,
  { repos, forges = {}, lang, labels: own }: RenderOptions,
): Promise<readonly Part[]> {
  if (!repos) return parts;
  const labels = await labelsFor(page.lang ?? lang, own);
  const settings = { repos, forges: readForges(forges) ?? {}, labels };
  const fill = (part: Part): Part => ({
    ...part,
    html: part.rawHtml ? fillCards(part.html, settings) : part.html,
    parts: part.parts.map(fill),
  });
  return parts.map(fill);
}

const render = async (source: PageSource, options: RenderOptions): Promise<Rendered> =>
  typeof source === 'string' && options.format !== 'json'
    ? renderMarkdown(source, options.trusted ? options : withReader(options))
    : renderData(source, options);

const READER = sanitizingReader();

/** The author's HTML is parsed to find where its elements end: it is sanitized then and there. */
const withReader = (options: RenderOptions): PipelineOptions => ({
  ...options,
  html: options.allow ? sanitizingReader(readAllow(options.allow).list) : READER,
});

/** Only what holds the author's own HTML has to be looked at: the rest was written by the compiler, or read by a sanitizing reader. */
function sanitizePart(part: Part, allowed: AllowList | undefined): Part {
  const parts = part.parts.map((inner) => sanitizePart(inner, allowed));
  const isSafe = !part.rawHtml || part.sanitized === true;
  if (isSafe && parts.every((inner, index) => inner === part.parts[index])) return part;
  return { ...part, html: isSafe ? part.html : sanitizeHtml(part.html, allowed), parts };
}

/** What the element has to know to leave the content as it is. */
function hostAttributes(page: Page, options: RenderOptions): string {
  const { headingLinks, headingLevel, forges, toc, tocMinLevel, tocMaxLevel, tocCollapse } = options;
  const isBare = isMostlyHeadings(tallyOf(page));
  const attributes: Record<string, string> = Object.assign({}, languageOf(page));
  if (headingLinks === false || isBare) attributes['heading-links'] = 'none';
  if (headingLevel !== undefined) attributes['heading-level'] = String(headingLevel);
  if (forges !== undefined) attributes['forges'] = formatForges(forges);
  if (toc === 'none' || isBare) attributes['toc'] = 'none';
  if (tocMinLevel !== undefined) attributes['toc-min-level'] = String(tocMinLevel);
  if (tocMaxLevel !== undefined) attributes['toc-max-level'] = String(tocMaxLevel);
  if (tocCollapse) attributes['toc-collapse'] = '';
  attributes['class'] = PAGE_CLASS;
  return formatAttributes(attributes);
}
