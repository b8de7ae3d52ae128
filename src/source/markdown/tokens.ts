import type { Token, Tokens } from 'marked';
import type { AlertHead } from './alerts.js';

/*
 * What the lexer finds beyond marked's own tokens. Each is a token of marked's with a field more, so that marked
 * carries it through its own code: definitions render as nothing, inline tags stand for themselves.
 */

/** A footnote's text, before it is rendered. */
export interface Note {
  /** As the author wrote it. */
  readonly label: string;
  readonly tokens: Token[];
  /** Position among the notes that are referred to, from 1; 0 until a reference was found. */
  number: number;
  /** How many references lead to it. */
  references: number;
  /** What it was read from, the 1-based line of its definition, and the path in page data, once its block was rendered. */
  source: string;
  line: number;
  path: string | undefined;
}

/** The place where a note is defined. */
export interface NoteDefinition extends Tokens.Def {
  readonly note: Note;
}

/** `[^label]` in running text. */
export interface NoteReference extends Tokens.Tag {
  readonly noteLabel: string;
  /** The note it leads to, and which of the references to that note it is, from 1, or 0 where the note does not link back; absent where there is no such note. */
  target?: { readonly note: Note; readonly occurrence: number };
}

/** A formula in running text, in TeX. */
export interface Formula extends Tokens.Tag {
  readonly tex: string;
  /** Whether it stands on lines of its own. */
  readonly display: boolean;
}

/** The bracket that begins a reference to a link definition that there is not: it stands for itself. */
export interface UnresolvedReference extends Tokens.Tag {
  /** The whole reference, such as `[text][label]`. */
  readonly unresolved: string;
}

/** A quote, or the container of a site generator, that is an alert. */
export interface AlertQuote extends Tokens.Blockquote {
  readonly alert: Omit<AlertHead, 'title'>;
  /** The author's own title; none for the name of the kind. */
  readonly title?: Token[] | undefined;
}

/** A container that folds and is no alert. */
export interface DetailsQuote extends Tokens.Blockquote {
  readonly details: Token[];
  readonly isOpen: boolean;
}

/** A term, or what is said of the terms before it. */
export interface DefinitionEntry {
  readonly isTerm: boolean;
  readonly tokens: Token[];
}

/** A definition list; its tokens are those of its entries. */
export interface DefinitionList extends Tokens.Blockquote {
  readonly entries: readonly DefinitionEntry[];
}

/** Fences that are shown as the tabs of one block. */
export interface CodeGroup extends Tokens.Code {
  readonly group: readonly Tokens.Code[];
}

/** What a site generator would have replaced. */
export interface Leftover {
  readonly code: 'template-leftover' | 'kramdown-attributes';
  /** As the author wrote it. */
  readonly written: string;
  /** What became of it: it shows as it is, or its meaning was clear, or there is nothing to show. */
  readonly effect: 'kept' | 'resolved' | 'hidden';
}

/** A token that stands for a leftover, or has one inside. */
export interface LeftoverToken {
  readonly leftovers: readonly Leftover[];
}

/** What an inline leftover reads as; empty where it is hidden. */
export interface InlineLeftover extends Tokens.Tag, LeftoverToken {
  readonly plain: string;
}

/** A heading with the id its author gave it. */
export interface IdentifiedHeading extends Tokens.Heading {
  readonly id: string;
}

/** An inline token that shows `raw` as nothing, or as what its further fields say. */
export const inlineToken = (raw: string): Tokens.Tag => ({
  type: 'html',
  raw,
  text: '',
  block: false,
  inLink: false,
  inRawBlock: false,
});

/** A block token that shows nothing. */
export const hiddenBlock = (raw: string): Tokens.Def => ({ type: 'def', raw, tag: '', href: '', title: '' });

export const textToken = (raw: string): Tokens.Text => ({ type: 'text', raw, text: raw, escaped: false });

/** A link whose text is its own address, to the letter. */
export const addressToken = (raw: string, text: string, href: string): Tokens.Link => ({
  type: 'link',
  raw,
  href,
  text,
  autolink: true,
  tokens: [{ type: 'text', raw: text, text }],
});

export const isNoteDefinition = (token: Token): token is NoteDefinition => 'note' in token;

export const isNoteReference = (token: Token): token is NoteReference => 'noteLabel' in token;

export const isFormula = (token: Token): token is Formula => 'tex' in token;

export const isUnresolvedReference = (token: Token): token is UnresolvedReference => 'unresolved' in token;

export const isDetails = (token: Token): token is DetailsQuote => 'details' in token;

export const isDefinitionList = (token: Token): token is DefinitionList => 'entries' in token;

export const isCodeGroup = (token: Token): token is CodeGroup => 'group' in token;

export const isAlert = (token: Token): token is AlertQuote => 'alert' in token;

export const hasLeftovers = (token: Token): token is Token & LeftoverToken => 'leftovers' in token;

export const isInlineLeftover = (token: Token): token is InlineLeftover => 'plain' in token;
