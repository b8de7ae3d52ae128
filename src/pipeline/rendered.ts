import { compilingAsSection, compilingPage } from '../html/page.js';
import type { PartMemory } from '../html/part-memory.js';
import { labelsFor } from '../model/labels-for.js';
import type { AllowList } from '../model/allow-list.js';
import type { PageOptions } from '../model/options.js';
import type { Page } from '../model/page.js';
import type { Part } from '../model/part.js';
import type { Problem } from '../model/problem.js';
import { isMostlyHeadings, tallyOf } from '../model/tally.js';
import { finish } from '../model/turns.js';
import { loadHtmlReader } from '../source/extras.js';
import type { ReadOptions } from '../source/markdown.js';
import type { HtmlReader } from '../source/html/reader.js';

/** What a pipeline makes of a source. */
export interface Rendered {
  readonly page: Page;
  readonly parts: readonly Part[];
  /** In the order of the source; empty where nothing is wrong. */
  readonly problems: readonly Problem[];
  /** What the page may hold, where the host has added to the usual list. */
  readonly allowed?: AllowList;
}

/** How a pipeline works, beside what the page is like. */
export interface PipelineOptions extends PageOptions, ReadOptions {
  /** Whether the author's own HTML goes to a sanitizer of a browser, which complains of what it need not see. Default `false`. */
  readonly forSanitizer?: boolean;
  /** Reads the author's own HTML; by default it is loaded where there is some. */
  readonly html?: HtmlReader;
}

/** Whether a source becomes a page of its own, or the content of a section in another one. */
export type Shape = 'page' | 'section';

const MOSTLY_HEADINGS: Problem = {
  code: 'limit-exceeded',
  severity: 'warning',
  message:
    'The page is hardly more than headings: it has no permalinks, no table of contents and no sections, which would be many times its text.',
};

/**
 * Compiles what was parsed into the parts of its shape, with the words of the page's language. What compiles blocks of data is loaded where
 * there are some.
 */
export async function compile(
  { page, problems }: { page: Page; problems: readonly Problem[] },
  options: PipelineOptions,
  shape: Shape,
  memory?: PartMemory,
): Promise<Rendered> {
  const labels = await labelsFor(page.lang ?? options.lang, options.labels);
  const inWords = Object.assign({}, options, { labels });
  const faults: Problem[] = [];
  const tally = memory?.tally(page) ?? tallyOf(page);
  const compileBlock =
    tally.structured > 0
      ? (await import('../html/blocks.js')).createBlockCompiler(page, inWords, faults)
      : undefined;
  const compiling = shape === 'page' ? compilingPage : compilingAsSection;
  const { allow, pace = finish } = options;
  const extended = allow ? (await import('../model/allow.js')).readAllow(allow) : undefined;
  const isBare = isMostlyHeadings(tally);
  const shaped = isBare ? { ...inWords, headingLinks: false, toc: 'none' as const } : inWords;
  const compiled = await pace(compiling(page, shaped, compileBlock, memory));
  const parts = isBare ? (await import('../html/without-sections.js')).withoutSections(compiled) : compiled;
  const mayHoldHtml = tally.rawHtml + tally.structured > 0 || parts.some(({ rawHtml }) => rawHtml);
  const reader = options.forSanitizer && mayHoldHtml && holdHtml(parts) ? await loadHtmlReader() : undefined;
  return {
    page,
    parts: reader ? parts.map((part) => calmed(part, reader)) : parts,
    problems: [...(extended?.problems ?? []), ...problems, ...faults, ...(isBare ? [MOSTLY_HEADINGS] : [])],
    ...(extended && { allowed: extended.list }),
  };
}

const holdHtml = (parts: readonly Part[]): boolean =>
  parts.some((part) => part.rawHtml || holdHtml(part.parts));

/** What needs no calming stays the same object. */
function calmed(part: Part, reader: HtmlReader): Part {
  const parts = part.parts.map((inner) => calmed(inner, reader));
  if (!part.rawHtml && parts.every((inner, index) => inner === part.parts[index])) return part;
  return { ...part, html: part.rawHtml ? reader.withoutInlineCode(part.html) : part.html, parts };
}
