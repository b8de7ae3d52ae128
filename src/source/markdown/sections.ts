import { renderedLevel } from '../../model/outline.js';
import type { Block, Heading, HeadingLevel, Section, Title } from '../../model/page.js';
import type { Slugger } from '../../model/slug.js';
import type { HtmlReader } from '../html/reader.js';
import { readerOf } from '../html/reader-of.js';
import type { NamedHeading, RootNodes } from '../html/root-nodes.js';
import type { FoundHeading, HeadingChange } from '../html/serialize.js';
import { countLines } from '../lines.js';
import { Draft } from './draft.js';
import { headingElement, headingLabel, identify, readHeading, type NewHeading } from './headings.js';
import type {
  BlockPiece,
  Chapter,
  HeadingPiece,
  Piece,
  SectionMemory,
  TextPiece,
  WholeRun,
} from './pieces.js';

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
  #lead = new Draft();
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
      this.#draft.endProse();
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
    this.#draft.addBlock(block);
    if (this.#line !== undefined) this.#line += countLines(block.markdown ?? '');
  }

  #addText(piece: TextPiece): void {
    const standsAlone = this.#fed.length === 0 && !piece.rawHtml;
    if (standsAlone && piece.kind === 'heading') {
      this.#addHeading(piece, { pieces: [piece], lines: piece.lines });
      this.#chapter = undefined;
      return;
    }
    this.#chapter = undefined;
    if (standsAlone && piece.kind === 'html' && !piece.headings) this.#draft.add(piece);
    else this.#feed(piece);
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
      preamble: this.#preamble?.finish() ?? [],
      lead: this.#lead.finish(),
      sections: this.#sections,
      unclosed,
      tooDeep: this.#tooDeep,
    };
  }

  /** Adds a block that may hold open elements or headings. Blocks that depend on each other are parsed together. */
  #feed(piece: TextPiece): void {
    const html = piece.kind === 'heading' ? headingElement(piece) : piece.html;
    const { kind, markdown } = piece;
    this.#draft.writeOut();
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
        this.#draft.addMarkdown(block.markdown);
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
      const title = this.#title?.inContent ? this.#title.id : undefined;
      const headings = piece.headings.filter(({ id }) => id !== title).map(toHeading);
      this.#draft.addRawHtml(piece.html, headings, this.#sanitizes);
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
      this.#draft = this.#lead = new Draft(markdown, pieces);
      return;
    }
    this.#closeSections(heading.level);
    const rendered = renderedLevel(heading.level, titleLevel, this.#stack.at(-1)?.rendered ?? parent);
    this.#draft = new Draft(markdown, pieces);
    this.#stack.push({ heading, rendered, draft: this.#draft, sections: [] });
  }

  /** Closes the open sections that a heading of this level ends. */
  #closeSections(level: number): void {
    for (let top = this.#stack.at(-1); top && top.heading.level >= level; top = this.#stack.at(-1)) {
      this.#stack.pop();
      const { heading, draft, sections } = top;
      const { pieces } = draft;
      const known = this.#known(top);
      const section = known ?? { heading, blocks: draft.finish(), sections };
      const [piece] = pieces ?? [];
      if (piece && pieces && !known) this.#options.memory?.set(piece, { section, pieces });
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

const areSame = (some: readonly unknown[], other: readonly unknown[]): boolean =>
  some.length === other.length && some.every((each, index) => each === other[index]);

const lineOf = (line: number | undefined): Pick<Heading, 'line'> => (line === undefined ? {} : { line });
