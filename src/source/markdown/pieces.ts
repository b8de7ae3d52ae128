import type { Tokens } from 'marked';
import type { HeadingLevel, Section, Structured } from '../../model/page.js';
import { countLines } from '../lines.js';
import { changesDirectionTooOften } from './directions.js';
import { weighTags } from './element-budget.js';
import type { CompiledBlock, CompiledHeading } from './token-compiler.js';

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

export interface BlockPiece {
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
export interface KnownSection {
  readonly section: Section;
  readonly pieces: readonly TextPiece[];
}

// Field by field: Node 20 takes two microseconds for each property that is added to a copy of an object.
export const headingPiece = (
  { html, text, label, id, rawHtml }: CompiledHeading,
  { depth, raw }: Tokens.Heading,
): HeadingPiece => ({
  kind: 'heading',
  level: depth as HeadingLevel,
  html,
  text,
  label,
  id,
  rawHtml,
  markdown: raw,
  lines: countLines(raw),
  tags: weighTags(html),
  turnsTooOften: changesDirectionTooOften(html),
});

export const htmlPiece = ({ html, rawHtml, headings }: CompiledBlock, markdown: string): HtmlPiece => ({
  kind: 'html',
  html,
  rawHtml,
  headings,
  markdown,
  lines: countLines(markdown),
  tags: weighTags(html),
  turnsTooOften: changesDirectionTooOften(html),
});
