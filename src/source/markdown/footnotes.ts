import type { Token, Tokens } from 'marked';
import { BLANK, FOOTNOTE, startsBlock } from './block-starts.js';
import { normalizeLabel } from './brackets.js';
import { expandIndent, measureIndent, removeColumns } from './columns.js';
import { continueParagraph, endOfLazy, isLazy, OpenBlock } from './open-block.js';
import type { Limits } from './limits.js';
import { isNoteDefinition, isNoteReference, type Note } from './tokens.js';

/** A note's definition cut out of a text. */
export interface NoteSource {
  /** Its lines, to the byte, without the line end and the blank lines after the last. */
  readonly raw: string;
  readonly label: string;
  /** Its content, without label and indentation. */
  readonly text: string;
}

/** Columns of indentation that keep a line in a note. */
export const NOTE_COLUMNS = 4;

/** Whether a text may define notes. */
export const mayDefineNotes = (text: string): boolean =>
  text.includes('[^') && /^[ \t>*+\-\d.)]*\[\^[^\]\s]+\]:/m.test(text);

/** Where the first definition that interrupts a paragraph or table begins in its source; -1 where none does. */
export const findNote = (raw: string): number => raw.search(/(?<=\n) {0,3}\[\^[^\]\s]+\]:/);

/** Cuts out the definition that `src` begins with. */
export function readNote(src: string): NoteSource | undefined {
  const start = FOOTNOTE.exec(src);
  if (!start) return undefined;
  const lines: string[] = [];
  const block = new OpenBlock(lines);
  let end = 0;
  for (let from = 0; from < src.length;) {
    const next = src.indexOf('\n', from);
    const line = src.slice(from, next === -1 ? src.length : next);
    const isBlank = BLANK.test(line);
    let to = from + line.length;
    if (from === 0) lines.push(line.slice(start[0].length));
    else if (isLazy(line) && block.isParagraph) {
      to = endOfLazy(src, from);
      lines.push(src.slice(from, to));
    } else if (isBlank || measureIndent(line, 0).columns >= NOTE_COLUMNS) {
      const inner = removeColumns(line, NOTE_COLUMNS, 0);
      lines.push(inner.includes('\t') && block.isFence ? inner : expandIndent(inner, NOTE_COLUMNS));
    } else if (startsBlock(line) || FOOTNOTE.test(line)) break;
    else if (block.isParagraph) lines.push(continueParagraph(line));
    else break;
    if (!isBlank) end = to;
    from = to + 1;
  }
  return { raw: src.slice(0, end), label: start[1] ?? '', text: lines.join('\n') };
}

/** The notes of a page. The first definition of a label counts. */
export class Notes {
  readonly #byLabel = new Map<string, Note>();
  readonly #numbered: Note[] = [];
  readonly #limits: Limits;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** The notes that are referred to, in the order of their first reference. */
  get numbered(): readonly Note[] {
    return this.#numbered;
  }

  define(label: string, tokens: Token[]): Note {
    const note: Note = { label, tokens, number: 0, references: 0, source: '', line: 0, path: undefined };
    const key = normalizeLabel(label);
    if (!this.#byLabel.has(key)) this.#byLabel.set(key, note);
    return note;
  }

  /** Numbers the notes that `tokens` refer to; called for all texts of a page in their order. */
  number(tokens: readonly Token[]): void {
    if (this.#byLabel.size === 0) return;
    for (const token of tokens) {
      if (isNoteReference(token)) this.#refer(token);
      else if (isNoteDefinition(token)) this.number(token.note.tokens);
      else for (const children of childTokens(token)) this.number(children);
    }
  }

  #refer(token: { readonly noteLabel: string; target?: { note: Note; occurrence: number } }): void {
    const note = this.#byLabel.get(normalizeLabel(token.noteLabel));
    if (!note) return;
    if (note.number === 0) note.number = this.#numbered.push(note);
    const occurrence = this.#limits.takeBackLink(`[^${token.noteLabel}]`) ? ++note.references : 0;
    token.target = { note, occurrence };
  }
}

function* childTokens(token: Token): Generator<readonly Token[]> {
  if (token.type === 'list') for (const item of (token as Tokens.List).items) yield item.tokens;
  else if (token.type === 'table') {
    const { header, rows } = token as Tokens.Table;
    for (const cell of header) yield cell.tokens;
    for (const row of rows) for (const cell of row) yield cell.tokens;
  } else if ('tokens' in token) yield token.tokens ?? [];
}
