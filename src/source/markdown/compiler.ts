import type { Token, Tokens } from 'marked';
import { readForges } from '../../model/forge-list.js';
import { withWords, type Translation } from '../../model/labels.js';
import { ENGLISH } from '../../model/labels/en.js';
import type { PageOptions } from '../../model/options.js';
import type { Footnote, HeadingLevel, Structured } from '../../model/page.js';
import type { Problem } from '../../model/problem.js';
import { describeRepository } from '../../model/describe-repository.js';
import { parseRepository, type RepositoryLink } from '../../model/repository.js';
import { createSlugger, type Slugger } from '../../model/slug.js';
import type { RichText } from '../../model/schema.js';
import { finish, type Work } from '../../model/turns.js';
import { createUrlResolver, isSafeUrl, type UrlResolver } from '../../model/url.js';
import type { HtmlReader } from '../html/reader.js';
import { readerOf } from '../html/reader-of.js';
import { countLines } from '../lines.js';
import type { Extras } from '../extras.js';
import { changesDirectionTooOften, inSlices, TOO_MANY_DIRECTIONS } from './directions.js';
import { ElementBudget } from './element-budget.js';
import { lexing, type Lexed } from './lexer.js';
import type { Memory } from './memory.js';
import { readFenceInfo, type Fence } from './fences.js';
import { groupRuns, tokensOf, type Run } from './runs.js';
import { needsHtmlReader } from './inner-headings.js';
import { headingLabel, identify } from './headings.js';
import { containHeadings, containNote } from './note-content.js';
import { headingPiece, htmlPiece, type TakePiece, type TextPiece } from './pieces.js';
import { Cutter, type Body, type CutPlace } from './sections.js';
import type { Variables } from './templates.js';
import type { Collector } from './options.js';
import { TokenCompiler, type CompiledInline } from './token-compiler.js';

/** What a compiler needs beside the texts and the options of the page. */
export interface CompilerContext extends Extras {
  /** The words of the page. */
  readonly labels?: Translation | undefined;
  /** Front matter: what templates in the text call `page`. */
  readonly variables?: Variables;
  /** Takes what the texts refer to. */
  readonly collector?: Collector | undefined;
  /** What was read before, where the page is one that changes. */
  readonly memory?: Memory | undefined;
}

/** How one body stands in its page. */
export interface BodyPlace extends CutPlace {
  /** The path of its text in page data. */
  readonly path?: string;
}

/** Makes a block of the page, under a heading of the level `parent`. */
export type BlockMaker = (compiler: Compiler, parent: HeadingLevel) => Structured;

/** A text by its index, with its path in page data. */
interface TextPart {
  readonly text: number;
  readonly path?: string | undefined;
}

/** What a body consists of: texts and blocks. */
export type BodyPart = TextPart | BlockMaker;

/** Where the texts of a block stand: at a path of page data, or between fences that begin on a line. */
export type BlockPlace = { readonly path: string } | { readonly line: number };

/** A heading's content with its id in the page. */
export interface IdentifiedContent extends CompiledInline {
  readonly id: string;
}

/**
 * Compiles the Markdown of one page. All texts are read first, because a link or note may be defined in another
 * text than the one that uses it; then they are compiled one by one, in the order in which they stand in the page,
 * because ids are numbered in that order.
 */
export class Compiler {
  readonly #slugger: Slugger;
  readonly #titleLevel: HeadingLevel;
  readonly #lexed: Lexed;
  readonly #tokens: TokenCompiler;
  readonly #resolveUrl: UrlResolver;
  /** The blocks that fenced code stands for. */
  readonly #fenced = new Map<Token, BlockMaker>();
  readonly #memory: Memory | undefined;
  readonly #problems: Problem[];
  readonly #further = new Map<number, readonly Token[]>();
  readonly #budget = new ElementBudget();
  /** The limits that were told. */
  readonly #limitsTold = new Set<string>();
  readonly #report: (problem: Problem) => void;
  readonly #loaded: { html: HtmlReader | undefined };

  /** Problems are added to `problems` as they are found. `lexed` is what {@link readTexts} makes of the texts. */
  constructor(
    texts: readonly string[],
    options: PageOptions,
    context: CompilerContext,
    problems: Problem[],
    lexed = finish(readTexts(texts, context)),
  ) {
    const { headingLevel = 1, repoLinks, forges, slugs } = options;
    const { variables, collector, memory, emoji, linkReferences } = context;
    const hosts = readForges(forges);
    const resolveUrl = urlResolver(options);
    this.#resolveUrl = resolveUrl;
    // No function below may hold the compiler itself: in Node 20 and 22 such a circle outlives its page, and every page
    // after it, until all memory is searched, which takes a fifth of the time.
    const loaded = { html: context.html };
    this.#loaded = loaded;
    const newSlugger = (): Slugger => createSlugger(slugs);
    this.#slugger = memory ? memory.slugs.slugger(newSlugger) : newSlugger();
    this.#titleLevel = headingLevel;
    const report = (problem: Problem): void => void problems.push(problem);
    this.#report = report;
    for (const each of texts) this.#budget.grow(each.length);
    this.#lexed = lexed;
    this.#memory = memory;
    this.#problems = problems;
    const labels = withWords(ENGLISH, context.labels);
    const repositoryOf = (url: string): RepositoryLink | undefined =>
      repoLinks === 'none' ? undefined : parseRepository(url, hosts);
    /** URLs in the author's HTML, as the page holds them, that lead to repositories as they were written. */
    const written = new Map<string, RepositoryLink>();
    const rewriteUrl = (url: string, use: 'link' | 'image'): string | undefined => {
      if (!isSafeUrl(url, use)) return undefined;
      const resolved = resolveUrl(url, use);
      const repository = use === 'link' ? repositoryOf(url) : undefined;
      if (repository) written.set(resolved, repository);
      return resolved;
    };
    const describe = (href: string): string | undefined => {
      const repository = written.get(href);
      return repository && describeRepository(repository, labels);
    };
    this.#tokens = new TokenCompiler(
      {
        labels,
        resolveUrl,
        repositoryOf,
        rewriteHtml: (html) => readerOf(loaded.html).resolveUrls(html, rewriteUrl),
        wrapLinks: (html) => (written.size > 0 ? readerOf(loaded.html).wrapLinks(html, describe) : html),
        report,
        collector,
        emoji,
        linkReferences: linkReferences && ((text) => linkReferences(text, report)),
      },
      variables ?? {},
    );
  }

  /** Reads the author's own HTML. */
  get html(): HtmlReader | undefined {
    return this.#loaded.html;
  }

  set html(reader: HtmlReader | undefined) {
    this.#loaded.html = reader;
  }

  /** Whether what reads HTML has something to do in texts without tags of the author's. */
  get needsHtmlReader(): boolean {
    return needsHtmlReader(this.#lexed);
  }

  /** The fenced code that stands for blocks of data. `line` is that of the first text. */
  fences(line = 1): Fence[] {
    const fences: Fence[] = [];
    for (const [textIndex, runs] of this.#lexed.texts.entries()) {
      if (!runs.some(({ hasFences }) => hasFences)) continue;
      const tokens = tokensOf(runs);
      /** The line of a token that has been counted to. */
      let at = line;
      let counted = 0;
      for (let index = 0; index < tokens.length; index++) {
        const token = tokens[index];
        const info = token?.type === 'code' ? readFenceInfo((token as Tokens.Code).lang ?? '') : undefined;
        if (!token || !info) continue;
        for (; counted < index; counted++) at += countLines(tokens[counted]?.raw ?? '');
        fences.push({ ...info, token, text: (token as Tokens.Code).text, textIndex, line: at });
      }
    }
    return fences;
  }

  /** Takes the block that fenced code stands for. */
  replaceFence({ token }: Fence, make: BlockMaker): void {
    this.#fenced.set(token, make);
  }

  /** Reads further texts, which belong to a block. The first of them has the index that is returned. */
  addTexts(texts: readonly string[]): number {
    const first = this.#lexed.texts.length + this.#further.size;
    for (const [index, tokens] of this.#lexed.more(texts).entries()) this.#further.set(first + index, tokens);
    return first;
  }

  /** Compiles what stands in one place. */
  body(parts: number | readonly BodyPart[], place: BodyPlace): Body {
    return finish(this.compiling(parts, place));
  }

  /** {@link body} as work that can be interrupted. */
  compiling(parts: number | readonly BodyPart[], place: BodyPlace): Work<Body> {
    const all = typeof parts === 'number' ? [{ text: parts, path: place.path }] : parts;
    const cutter = new Cutter(place, {
      html: this.html,
      slugger: this.#slugger,
      titleLevel: this.#titleLevel,
      memory: this.#memory?.sections,
    });
    const step = this.#addingParts(all, place.line ?? 1, (piece) => {
      cutter.add(piece);
    });
    const result = (): Body => {
      const body = cutter.finish();
      if (body.tooDeep) this.#tell(readerOf(this.html).tooDeep, body.tooDeep, all[0]);
      return body;
    };
    return { step, result };
  }

  /** As other limits, told once for all texts. */
  #tell(problem: Problem, place: NonNullable<Problem['place']>, part: BodyPart | undefined): void {
    if (this.#limitsTold.has(problem.message)) return;
    this.#limitsTold.add(problem.message);
    const path = typeof part === 'object' ? part.path : undefined;
    this.#report({ ...problem, place: path === undefined ? place : { path } });
  }

  /** Compiles the text of this index as the text of a block, in which no heading opens a section. */
  richText(index: number, markdown: string, parent: HeadingLevel, place: BlockPlace): RichText {
    const inFence = 'line' in place;
    this.#tokens.path = inFence ? undefined : place.path;
    let html = '';
    let rawHtml = false;
    for (const token of this.#textOf(index)) {
      const block = this.#tokens.block(token, inFence ? place.line : 1);
      html += block.html;
      rawHtml ||= block.rawHtml;
    }
    html = containHeadings({ html, rawHtml }, this.#slugger, this.#titleLevel, parent, this.html).trim();
    return { markdown, html: this.#bearable(html, markdown, place), rawHtml };
  }

  /** The URL that the page holds for one of its data. */
  url(url: string, use: 'link' | 'image'): string {
    return this.#resolveUrl(url, use);
  }

  #textOf(index: number): readonly Token[] {
    const runs = this.#lexed.texts[index];
    return runs ? tokensOf(runs) : (this.#further.get(index) ?? []);
  }

  /** Compiles the text of this index, a single heading at this path of page data. `id` is the author's own. */
  heading(index: number, id: string | undefined, path: string): IdentifiedContent {
    this.#tokens.path = path;
    const token = this.#textOf(index).find(isHeading);
    const content = token
      ? this.#tokens.heading(token, 1)
      : { html: '', text: '', label: '', rawHtml: false, id: undefined };
    return {
      ...content,
      text: headingLabel(content.label, content.html, this.html),
      id: identify(this.#slugger, content.text, id ?? content.id),
    };
  }

  /** The notes that the texts refer to. */
  footnotes(): Footnote[] {
    return this.#lexed.notes.map((note) => {
      const contained = containNote(this.#tokens.note(note), this.#slugger, this.#titleLevel, this.html);
      const { source, line, path } = note;
      const place = path === undefined ? { line } : { path };
      return { ...contained, html: this.#bearable(contained.html, source, place) };
    });
  }

  /** `html`, or where browsers would be slow at it the text it was made of. */
  #bearable(html: string, markdown: string, place: NonNullable<Problem['place']>): string {
    if (!changesDirectionTooOften(html)) return html;
    this.#tell(TOO_MANY_DIRECTIONS, place, undefined);
    return inSlices(markdown);
  }

  // What gives pieces hands them on one by one: generators of generators take as long as the cutting itself.
  #addingParts(parts: readonly BodyPart[], line: number, add: TakePiece): () => boolean {
    let next = 0;
    let adding: (() => boolean) | undefined;
    return () => {
      if (adding?.()) return true;
      adding = undefined;
      const part = parts[next++];
      if (typeof part === 'function') add({ kind: 'block', compile: (parent) => part(this, parent) });
      else if (part) {
        if (parts.length > 1) add({ kind: 'text' });
        adding = this.#addingText(part, line, add);
      }
      return part !== undefined;
    };
  }

  #addingText(part: Exclude<BodyPart, BlockMaker>, line: number, add: TakePiece): () => boolean {
    this.#tokens.path = part.path;
    const runs = this.#lexed.texts[part.text] ?? groupRuns(this.#further.get(part.text) ?? []);
    this.#reportLimits(runs, line, part.path);
    const kept = this.#budget.keep(line, (problem, at) => this.#tell(problem, { line: at }, part), add);
    let index = 0;
    let at = line;
    return () => {
      const run = runs[index];
      if (!run) {
        kept.end();
        return false;
      }
      const chapter = run.whole?.chapter;
      const isSame = chapter?.runs.every((whole, place) => runs[index + place]?.whole === whole);
      const whole = isSame ? chapter : run.whole;
      if (whole && this.#budget.take(whole.tags)) {
        at += whole.lines;
        index += whole.kind === 'chapter' ? whole.runs.length : 1;
        kept.add(whole);
      } else {
        at = this.#addRun(run, at, kept.add);
        index++;
      }
      return true;
    };
  }

  /** Where data has several texts, a limit counts for all of them: the one in which it was met first tells of it. */
  #reportLimits(runs: readonly Run[], line: number, path: string | undefined): void {
    for (const { finding, written } of this.#lexed.limits.findings()) {
      if (this.#limitsTold.has(finding.message)) continue;
      const text = tokensOf(runs)
        .map(({ raw }) => raw)
        .join('');
      const at = text.indexOf(written);
      if (at === -1) continue;
      this.#limitsTold.add(finding.message);
      const place = path === undefined ? { line: line + countLines(text.slice(0, at)) } : { path };
      this.#report({ ...finding, place });
    }
  }

  /** Gives the line behind them. */
  #addRun(run: Run, firstLine: number, add: TakePiece): number {
    const { tokens } = run;
    const pieces: TextPiece[] = [];
    const told = this.#problems.length;
    let line = firstLine;
    for (const [index, token] of tokens.entries()) {
      let markdown = token.raw;
      const make = this.#fenced.get(token);
      const before = tokens[index - 1];
      // The blank lines behind a block belong to it: they are no text of their own.
      if (token.type === 'space' && before && this.#fenced.has(before)) continue;
      if (make) {
        const next = tokens[index + 1];
        if (next?.type === 'space') markdown += next.raw;
        add({
          kind: 'block',
          compile: (parent) => ({ ...make(this, parent), markdown }),
          fallback: htmlPiece(this.#tokens.block(token, line), markdown),
        });
        line += countLines(markdown);
      } else {
        const piece = this.#knownPiece(token, line) ?? this.#piece(token, line);
        line += piece.lines;
        pieces.push(piece);
        add(piece);
      }
    }
    // What was told of it has to be told again, and code may become a block when what reads it has come.
    if (this.#memory && !run.hasFences && pieces.length === tokens.length && this.#problems.length === told)
      run.whole = this.#memory.wholeOf(pieces);
    return line;
  }

  #knownPiece(token: Token, line: number): TextPiece | undefined {
    const known = this.#memory?.known(token, line, this.#tokens.inParagraph, this.#problems);
    if (known) this.#tokens.inParagraph = known.leavesParagraph;
    return known?.piece;
  }

  #piece(token: Token, line: number): TextPiece {
    const first = this.#problems.length;
    const { inParagraph } = this.#tokens;
    const piece = isHeading(token)
      ? headingPiece(this.#tokens.heading(token, line), token)
      : htmlPiece(this.#tokens.block(token, line), token.raw);
    this.#memory?.pieces.set(token, {
      piece,
      problems: this.#problems.slice(first),
      line,
      inParagraph,
      leavesParagraph: this.#tokens.inParagraph,
    });
    return piece;
  }
}

/** Reads the texts of a page as work that can be interrupted. */
export function readTexts(texts: readonly string[], { memory, variables }: CompilerContext): Work<Lexed> {
  const [text = ''] = texts;
  return memory && texts.length === 1 ? memory.lexing(text, { variables }) : lexing(texts, { variables });
}

/** The URL that the page holds: the caller's own, where it has one, or the one that `base` and `repo` give. */
function urlResolver(options: PageOptions): UrlResolver {
  const resolveUrl = createUrlResolver(options);
  const { rewriteUrl } = options;
  if (!rewriteUrl) return resolveUrl;
  return (url, use) => {
    const rewritten = rewriteUrl(url, use);
    return rewritten !== undefined && isSafeUrl(rewritten, use) ? rewritten : resolveUrl(url, use);
  };
}

const isHeading = (token: Token): token is Tokens.Heading => token.type === 'heading';
