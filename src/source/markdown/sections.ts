import { isAllowedAttribute } from '../../model/allow-list.js';
import { escapeHtml } from '../../model/escape.js';
import { renderedLevel } from '../../model/outline.js';
import type { Block, Heading, HeadingLevel, Prose, Section, Structured, Title } from '../../model/page.js';
import type { Slugger } from '../../model/slug.js';
import { countLines } from '../lines.js';
import type { HtmlReader } from '../html/reader.js';
import type { NamedHeading, RootNodes } from '../html/root-nodes.js';
import type { FoundHeading, HeadingChange } from '../html/serialize.js';

/** A root-level piece of a body: a heading of Markdown, HTML compiled from any other block of it, or a block of data. */
export type Piece = TextPiece | WholeRun | Chapter | BlockPiece | TextStart;

/** A piece of a body that is Markdown. */
export type TextPiece = HeadingPiece | HtmlPiece;

export interface HeadingPiece {
  readonly kind: 'heading';
  readonly level: HeadingLevel;
  readonly html: string;
  readonly text: string;
  /** Its text as people read it. */
  readonly label: string;
  /** The author's own id, such as kramdown's `{#id}`. */
  readonly id?: string | undefined;
  readonly rawHtml: boolean;
  /** The Markdown it came from, to the byte, and how many line ends that has. */
  readonly markdown: string;
  readonly lines: number;
  /** How many tags its HTML has, and whether a paragraph of it has more changes of direction than browsers bear. */
  readonly tags: number;
  readonly turnsTooOften: boolean;
}

export interface HtmlPiece {
  readonly kind: 'html';
  readonly html: string;
  /** Whether the author's own HTML is in it. */
  readonly rawHtml: boolean;
  /** Whether a heading may be in it. */
  readonly headings: boolean;
  readonly markdown: string;
  readonly lines: number;
  readonly tags: number;
  readonly turnsTooOften: boolean;
}

/** A heading with the pieces up to the next one, none of which holds anything that depends on what stands around them. */
export interface WholeRun {
  readonly kind: 'run';
  readonly pieces: readonly [HeadingPiece, ...HtmlPiece[]];
  readonly lines: number;
  readonly tags: number;
  /** The section that it began the last time, where that was one of the topmost. */
  chapter?: Chapter;
}

/** A topmost section as it was cut before, with what it was cut from. */
export interface Chapter {
  readonly kind: 'chapter';
  readonly section: Section;
  readonly runs: readonly WholeRun[];
  /** The id of the heading of each run. */
  readonly ids: readonly string[];
  readonly lines: number;
  readonly tags: number;
}

interface BlockPiece {
  readonly kind: 'block';
  /** Asked for the block with the level of the heading above it, when it is its turn. */
  readonly compile: (parent: HeadingLevel) => Structured;
  /** What stands there where the author's HTML is open around it. */
  readonly fallback?: HtmlPiece;
}

/** Here begins another text, in which nothing is open. */
interface TextStart {
  readonly kind: 'text';
}

/** Takes pieces one after the other. */
export type TakePiece = (piece: Piece) => void;

/** Sections as they were cut before, by the piece they begin with. */
export type SectionMemory = WeakMap<Piece, KnownSection>;

/** A section and what it was cut from. */
interface KnownSection {
  readonly section: Section;
  readonly pieces: readonly TextPiece[];
}

/** How a body stands in its page. */
export interface CutPlace {
  /** Rendered level of the heading that the body stands under. */
  readonly parent: HeadingLevel;
  /** Whether the first heading, if its level is 1, is the page's title: a predicate on its text. */
  readonly isTitle: (text: string) => boolean;
  /** Whether an `h1` inside the author's HTML can be the title. */
  readonly titleInContent: boolean;
  /** 1-based line at which the body starts; `undefined` where lines say nothing. */
  readonly line?: number | undefined;
}

/** What all bodies of a page share. */
export interface CutOptions {
  /** Takes apart what may hold open elements or headings; without it no piece does. */
  readonly html: HtmlReader | undefined;
  /** Sections that are made of the same pieces as before are the same objects. */
  readonly memory?: SectionMemory | undefined;
  /** One state for the whole page. */
  readonly slugger: Slugger;
  readonly titleLevel: HeadingLevel;
}

/** A body in its parts: what stands before the title, the title, what stands before the first section, the sections. */
export interface Body {
  readonly title: Title | undefined;
  readonly preamble: readonly Block[];
  readonly lead: readonly Block[];
  readonly sections: readonly Section[];
  /** Names of the elements that were never closed, outermost first. */
  readonly unclosed: readonly string[];
  /** The first block in which elements stand too deep, by its line where lines say something; `undefined` where there is none. */
  readonly tooDeep: Pick<Heading, 'line'> | undefined;
}

/** A heading under construction. */
type NewHeading = { -readonly [Key in keyof Heading]: Heading[Key] };

/** Prose under construction, with the blocks before it. */
interface Draft {
  readonly before: Block[];
  html: string;
  markdown: string;
  rawHtml: boolean;
  /** Whether what is in it of the author's own HTML has passed a sanitizer. */
  sanitized: boolean;
  headings: Heading[];
  /**
   * What it is made of, from the heading of its section on; `undefined` where that does not tell all. While it does, the
   * pieces behind the heading are not in `html` and `markdown`: a section that is known is not put together again.
   */
  pieces: TextPiece[] | undefined;
}

/** A block among those that are parsed together. */
interface FedBlock {
  /** Where it begins in the HTML that was fed. */
  readonly start: number;
  readonly isHeading: boolean;
  readonly markdown: string;
  readonly line: number | undefined;
}

/** The last block that begins at `start` or before it, of blocks in their order. */
function blockAt(blocks: readonly FedBlock[], start: number): FedBlock | undefined {
  let from = 0;
  let to = blocks.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((blocks[middle]?.start ?? Infinity) <= start) from = middle + 1;
    else to = middle;
  }
  return blocks[from - 1];
}

interface OpenSection {
  readonly heading: Heading;
  /** The level it renders at. */
  readonly rendered: HeadingLevel;
  readonly draft: Draft;
  readonly sections: Section[];
}

const newDraft = (markdown = '', pieces?: readonly TextPiece[]): Draft => ({
  pieces: pieces && [...pieces],
  before: [],
  html: '',
  markdown,
  rawHtml: false,
  sanitized: false,
  headings: [],
});

function proseOf({ html: start, markdown: first, rawHtml, sanitized, headings, pieces }: Draft): Prose[] {
  let [html, markdown] = [start, first];
  for (const piece of pieces?.slice(1) ?? []) {
    html += piece.html;
    markdown += piece.markdown;
  }
  if (!html && !markdown) return [];
  const prose: Prose = { kind: 'prose', html, rawHtml, markdown, headings };
  return [sanitized ? { sanitized, ...prose } : prose];
}

const finishDraft = (draft: Draft | undefined): Block[] =>
  draft ? [...draft.before, ...proseOf(draft)] : [];

/** What comes is no piece that tells all. */
function writeOut(draft: Draft): void {
  const [prose] = draft.pieces ? proseOf(draft) : [];
  if (prose) Object.assign(draft, { html: prose.html, markdown: prose.markdown });
  draft.pieces = undefined;
}

/** What comes is no part of the prose so far. */
function endProse(draft: Draft): void {
  draft.before.push(...proseOf(draft));
  Object.assign(draft, newDraft(), { before: draft.before });
}

/**
 * Cuts a body into sections at its root-level headings. The result is what one gets by parsing the whole body
 * as HTML and moving its root-level nodes: a heading inside an open element, be it a quote or the author's own
 * `<div>`, opens no section, and a heading the author wrote in HTML does when it stands at the root.
 */
export class Cutter {
  readonly #place: CutPlace;
  readonly #options: CutOptions;
  /** Made for the first piece that may hold open elements or headings. */
  #nodes: RootNodes | undefined;
  #fed: FedBlock[] = [];
  #fedLength = 0;
  readonly #sections: Section[] = [];
  /** The open section at the root, as long as it is made of whole runs, and a known one that may be whole. */
  #chapter: { readonly runs: WholeRun[]; readonly ids: string[] } | undefined;
  #held: Chapter | undefined;
  readonly #stack: OpenSection[] = [];
  #title: Title | undefined;
  #preamble: Draft | undefined;
  #lead = newDraft();
  /** Where prose goes: into the innermost open section, or into the lead. */
  #draft = this.#lead;
  #line: number | undefined;
  #beforeFirstHeading = true;
  #tooDeep: Pick<Heading, 'line'> | undefined;
  readonly #sanitizes: boolean;

  constructor(place: CutPlace, options: CutOptions) {
    this.#place = place;
    this.#options = options;
    this.#line = place.line;
    this.#sanitizes = options.html?.sanitizes ?? false;
  }

  add(piece: Piece): void {
    if (this.#held) this.#release(this.#held, piece);
    if (piece.kind === 'text') {
      this.#chapter = undefined;
      this.#flush();
      endProse(this.#draft);
    } else if (piece.kind === 'block') this.#addBlock(piece);
    else if (piece.kind === 'run') this.#addRun(piece);
    else if (piece.kind === 'chapter') this.#addChapter(piece);
    else this.#addText(piece);
  }

  #addRun(run: WholeRun, id?: string): void {
    if (this.#fed.length > 0) {
      for (const piece of run.pieces) this.#addText(piece);
      return;
    }
    this.#addHeading(run.pieces[0], run, id);
    const [first] = this.#stack;
    const top = this.#stack.at(-1);
    // The title opens no section.
    if (!top) this.#chapter = undefined;
    else if (top === first) this.#chapter = { runs: [run], ids: [top.heading.id] };
    else if (this.#chapter) {
      this.#chapter.runs.push(run);
      this.#chapter.ids.push(top.heading.id);
    }
  }

  /** Whether it is still what it was shows in what comes behind it. */
  #addChapter(chapter: Chapter): void {
    const { section, runs, ids, lines } = chapter;
    const { level, line } = section.heading;
    const isFirst = this.#sections.length === 0 && !this.#title;
    const isInside = this.#fed.length > 0 || (this.#stack[0]?.heading.level ?? level) < level;
    if (isFirst || isInside) {
      for (const run of runs) this.#addRun(run);
      return;
    }
    const { slugger } = this.#options;
    const given = runs.map(({ pieces: [{ text, id }] }) => identify(slugger, text, id));
    if (line !== this.#line || !areSame(given, ids)) {
      for (const [index, run] of runs.entries()) this.#addRun(run, given[index]);
      return;
    }
    this.#closeSections(0);
    this.#held = chapter;
    if (this.#line !== undefined) this.#line += lines;
  }

  /** Takes a chapter whole, unless what comes belongs to it, too. */
  #release({ section, runs, ids }: Chapter, next?: Piece): void {
    this.#held = undefined;
    const { level, line } = section.heading;
    const heading =
      next?.kind === 'run' ? next.pieces[0] : next?.kind === 'chapter' ? next.section.heading : undefined;
    if (!next || (heading && heading.level <= level)) {
      this.#sections.push(section);
      return;
    }
    this.#line = line;
    for (const [index, run] of runs.entries()) this.#addRun(run, ids[index]);
  }

  /** `run` is the heading and what follows it. */
  #addHeading(
    piece: HeadingPiece,
    run: { pieces: readonly TextPiece[]; lines: number },
    id = identify(this.#options.slugger, piece.text, piece.id),
  ): void {
    const { level, html, label, markdown } = piece;
    const heading: NewHeading = { id, level, text: headingLabel(label, html, this.#options.html), html };
    if (this.#line !== undefined) {
      heading.line = this.#line;
      this.#line += run.lines;
    }
    this.#startSection(heading, markdown, run.pieces);
  }

  #addBlock({ compile, fallback }: BlockPiece): void {
    if (fallback && this.#fed.length > 0) {
      this.#addText(fallback);
      return;
    }
    this.#chapter = undefined;
    this.#flush();
    const block = compile(this.#stack.at(-1)?.rendered ?? this.#place.parent);
    endProse(this.#draft);
    this.#draft.before.push(block);
    if (this.#line !== undefined) this.#line += countLines(block.markdown ?? '');
  }

  #addText(piece: TextPiece): void {
    const { rawHtml, markdown } = piece;
    const standsAlone = this.#fed.length === 0 && !rawHtml && !(piece.kind === 'html' && piece.headings);
    if (standsAlone && piece.kind === 'heading') {
      this.#addHeading(piece, { pieces: [piece], lines: piece.lines });
      this.#chapter = undefined;
      return;
    }
    this.#chapter = undefined;
    if (!standsAlone) this.#feed(piece);
    else if (this.#draft.pieces) this.#draft.pieces.push(piece);
    else this.#append(piece.html, markdown, false);
    if (this.#line !== undefined) this.#line += piece.lines;
  }

  finish(): Body {
    if (this.#held) this.#release(this.#held);
    const unclosed = this.#nodes?.unclosed().map(({ name }) => name) ?? [];
    this.#flush();
    this.#closeSections(0);
    if (this.#nodes?.isFlattened) this.#tooDeep ??= lineOf(this.#line);
    return {
      title: this.#title,
      preamble: finishDraft(this.#preamble),
      lead: finishDraft(this.#lead),
      sections: this.#sections,
      unclosed,
      tooDeep: this.#tooDeep,
    };
  }

  #append(html: string, markdown: string, rawHtml: boolean): void {
    const draft = this.#draft;
    draft.html += html;
    draft.markdown += markdown;
    if (!rawHtml) return;
    draft.rawHtml = true;
    draft.sanitized = this.#sanitizes;
  }

  /** Adds a block that may hold open elements or headings. Blocks that depend on each other are parsed together. */
  #feed(piece: TextPiece): void {
    const html = piece.kind === 'heading' ? headingElement(piece) : piece.html;
    const { kind, markdown } = piece;
    writeOut(this.#draft);
    this.#fed.push({ start: this.#fedLength, isHeading: kind === 'heading', markdown, line: this.#line });
    this.#fedLength += html.length;
    const nodes = (this.#nodes ??= readerOf(this.#options.html).createNodes());
    nodes.feed(html, piece.kind === 'html' && !piece.rawHtml && !piece.headings);
    if (nodes.isFlattened) this.#tooDeep ??= lineOf(this.#line);
    if (nodes.clean) this.#flush();
  }

  #flush(): void {
    const blocks = this.#fed;
    const pieces = this.#nodes?.take((heading, isRoot) => this.#changeHeading(heading, isRoot)) ?? [];
    this.#fed = [];
    this.#fedLength = 0;
    let next = 0;
    /** A block's Markdown goes to the section that is open where the block begins. */
    const giveMarkdown = (before: number): void => {
      for (let block = blocks[next]; block && block.start < before; block = blocks[++next])
        this.#draft.markdown += block.markdown;
    };
    const toHeading = (named: NamedHeading): NewHeading => {
      const heading = readHeading(named, this.#options.html);
      const line = blockAt(blocks, named.start)?.line;
      if (line !== undefined) heading.line = line;
      return heading;
    };
    for (const piece of pieces) {
      if (piece.kind === 'heading') {
        giveMarkdown(piece.heading.start);
        const block = blocks[next];
        const isWhole = block?.isHeading === true && block.start === piece.heading.start;
        if (isWhole) next++;
        const heading = toHeading(piece.heading);
        heading.rawHtml = true;
        if (this.#sanitizes) heading.sanitized = true;
        this.#startSection(heading, isWhole ? block.markdown : '');
        continue;
      }
      this.#append(piece.html, '', true);
      if (piece.headings.length === 0) continue;
      const title = this.#title?.inContent ? this.#title.id : undefined;
      this.#draft.headings.push(...piece.headings.filter(({ id }) => id !== title).map(toHeading));
    }
    giveMarkdown(Infinity);
  }

  /** The id of a heading; for one that stays inside another element also the level it renders at. */
  #changeHeading(heading: FoundHeading, isRoot: boolean): HeadingChange {
    const { slugger, titleLevel } = this.#options;
    const { titleInContent } = this.#place;
    const id = identify(slugger, heading.text.trim(), heading.attributes['id']);
    const isFirst = this.#beforeFirstHeading && !this.#title;
    if (isRoot) {
      this.#beforeFirstHeading = false;
      return { id };
    }
    if (!isFirst || !titleInContent || heading.level !== 1)
      return { id, level: renderedLevel(heading.level, titleLevel, titleLevel) };
    const { text, html } = readHeading({ id, ...heading }, this.#options.html);
    this.#title = { text, html, id, rawHtml: true, inContent: true };
    return { id, level: titleLevel };
  }

  #startSection(heading: NewHeading, markdown: string, pieces?: readonly TextPiece[]): void {
    if (markdown !== '') heading.markdown = markdown;
    const { titleLevel } = this.#options;
    const { parent, isTitle } = this.#place;
    const isFirst = this.#sections.length === 0 && this.#stack.length === 0 && !this.#title;
    this.#beforeFirstHeading = false;
    if (isFirst && heading.level === 1 && isTitle(heading.text)) {
      this.#title = { inContent: false, ...heading };
      this.#preamble = this.#lead;
      this.#draft = this.#lead = newDraft(markdown);
      for (const piece of pieces?.slice(1) ?? []) this.#append(piece.html, piece.markdown, false);
      return;
    }
    this.#closeSections(heading.level);
    const rendered = renderedLevel(heading.level, titleLevel, this.#stack.at(-1)?.rendered ?? parent);
    this.#draft = newDraft(markdown, pieces);
    this.#stack.push({ heading, rendered, draft: this.#draft, sections: [] });
  }

  /** Closes the open sections that a heading of this level ends. */
  #closeSections(level: number): void {
    for (let top = this.#stack.at(-1); top && top.heading.level >= level; top = this.#stack.at(-1)) {
      this.#stack.pop();
      const { heading, draft, sections } = top;
      const known = this.#known(top);
      const section = known ?? { heading, blocks: finishDraft(draft), sections };
      const [piece] = draft.pieces ?? [];
      if (piece && draft.pieces && !known)
        this.#options.memory?.set(piece, { section, pieces: draft.pieces });
      (this.#stack.at(-1)?.sections ?? this.#sections).push(section);
      if (this.#stack.length === 0) this.#endChapter(section);
    }
  }

  #endChapter(section: Section): void {
    const [first] = this.#chapter?.runs ?? [];
    if (!this.#chapter || !first || !this.#options.memory) return;
    let [lines, tags] = [0, 0];
    for (const run of this.#chapter.runs) {
      lines += run.lines;
      tags += run.tags;
    }
    first.chapter = { kind: 'chapter', section, ...this.#chapter, lines, tags };
    this.#chapter = undefined;
  }

  /** The section as it was cut before from the same pieces. */
  #known({ heading, draft: { pieces }, sections }: OpenSection): Section | undefined {
    const [piece] = pieces ?? [];
    const known = piece && this.#options.memory?.get(piece);
    if (!pieces || !known) return undefined;
    const { id, line } = known.section.heading;
    const isSame =
      id === heading.id &&
      line === heading.line &&
      areSame(known.pieces, pieces) &&
      areSame(known.section.sections, sections);
    return isSame ? known.section : undefined;
  }
}

/** The id of a heading: the author's own, or the slug. One without a letter or digit gets a general name. */
export function identify(slugger: Slugger, text: string, id: string | undefined): string {
  if (id) slugger.reserve(id);
  return id || slugger.slug(text) || slugger.slug('section');
}

const areSame = (some: readonly unknown[], other: readonly unknown[]): boolean =>
  some.length === other.length && some.every((each, index) => each === other[index]);

const headingElement = ({ level, id, html }: HeadingPiece): string =>
  `<h${level}${id === undefined ? '' : ` id="${escapeHtml(id)}"`}>${html}</h${level}>\n`;

const lineOf = (line: number | undefined): Pick<Heading, 'line'> => (line === undefined ? {} : { line });

/** A heading's text as people read it, on one line; where it has none, it is known by its pictures. */
export const headingLabel = (text: string, html: string, reader: HtmlReader | undefined): string =>
  text.trim().replace(/[ \t\n\f\r]+/g, ' ') || (reader?.imageText(html) ?? '');

/** The reader of HTML where there is some: whoever compiles a text has loaded it then. */
export function readerOf(reader: HtmlReader | undefined): HtmlReader {
  if (!reader) throw new Error('The text holds HTML, and what reads HTML was not loaded.');
  return reader;
}

/** A heading found in HTML as the model has it. */
function readHeading(
  { level, text, html, id = '', attributes }: NamedHeading,
  reader: HtmlReader | undefined,
): NewHeading {
  const heading: NewHeading = { id, level, text: headingLabel(text, html, reader), html: html.trim() };
  const others = Object.entries(attributes).filter(
    ([name]) => name !== 'id' && isAllowedAttribute(`h${level}`, name),
  );
  if (others.length > 0) heading.attributes = Object.fromEntries(others);
  return heading;
}
