import { Tokenizer, type Token, type Tokens } from 'marked';
import { alertKind, withoutMarker } from './alerts.js';
import { idOf, readHeadingAttributes } from './attribute-lists.js';
import { startsBlock } from './block-starts.js';
import { removeColumns } from './columns.js';
import { decodeEscapes } from './escapes.js';
import { NOTE_COLUMNS, readNote, untilNote } from './footnotes.js';
import type { DocLexer } from './lexer.js';
import { splitList, type ItemSource } from './list.js';
import { MARKER_COLUMNS, readQuote } from './quote.js';
import { resolveUrlTemplates } from './templates.js';
import { hiddenBlock, type AlertQuote, type LeftoverToken, type NoteDefinition } from './tokens.js';

const TASK = /^\[([ xX])\][ \t]+(?=[^ \t\n])/;
/** Underlines a heading where there is text above it, and is text itself where there is none. */
const UNDERLINE = /^ {0,3}-+[ \t]*(?:\n|$)/;
const BLANK_LINE_END = /\n[ \t]*\n[ \t]*$/;
const LIST_IN_PARAGRAPH = /^ {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t\n]/;
/** A definition whose destination begins with a template. */
const TEMPLATE_DEFINITION =
  /^ {0,3}\[((?:\\[^]|[^[\]\\])+)\]:[ \t]*((?:\{\{[^}\n]*\}\}|\{%[^}\n]*%\}|[^\s<{])+)(?:[ \t]+"([^"\n]*)")?[ \t]*(?=\n|$)/;

/** `text` without the blank lines and spaces at its end. */
function trimBlankEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t\n'.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Block tokens as GitHub's parser finds them where marked's own differ. */
export class BlockTokenizer extends Tokenizer<string, string> {
  declare lexer: DocLexer;

  /** A definition of a note; called before all other blocks, so that it interrupts paragraphs. */
  note(src: string): NoteDefinition | undefined {
    const source = this.lexer.isTooDeep ? undefined : readNote(src);
    if (!source) return undefined;
    const tokens = this.lexer.nested(source.text, NOTE_COLUMNS);
    return { ...hiddenBlock(source.raw), note: this.lexer.notes.define(source.label, tokens) };
  }

  override code(src: string): Tokens.Code | undefined {
    return this.#isAfterDefinition ? undefined : super.code(src);
  }

  /** Indentation before the fence is taken off each line in columns, and tabs in the code stay tabs. */
  override fences(src: string): Tokens.Code | undefined {
    const match = this.rules.block.fences.exec(src);
    const token = match && super.fences(src);
    if (!token) return undefined;
    const lang = decodeEscapes((match[2] ?? '').trim());
    const indent = src.search(/[^ ]/);
    if (indent === 0) return { ...token, lang };
    const lines = (match[3] ?? '').split('\n').map((line) => removeColumns(line, indent, this.lexer.column));
    const text = lines.join('\n');
    return { ...token, lang, text: token.text.endsWith('\n') ? `${text}\n` : text };
  }

  override hr(src: string): Tokens.Hr | undefined {
    return this.#isAfterDefinition && UNDERLINE.test(src) ? undefined : super.hr(src);
  }

  override heading(src: string): Tokens.Heading | undefined {
    return this.#identifyHeading(super.heading(src));
  }

  override lheading(src: string): Tokens.Heading | undefined {
    return this.#identifyHeading(super.lheading(this.#untilNote(src)));
  }

  override blockquote(src: string): Tokens.Blockquote | AlertQuote | undefined {
    const source = this.lexer.isTooDeep ? undefined : readQuote(src, this.lexer.column, this.lexer.hasNotes);
    if (!source) return undefined;
    const queued = this.lexer.inlineQueue.length;
    const tokens = this.lexer.nested(source.text, this.lexer.column + MARKER_COLUMNS);
    const quote: Tokens.Blockquote = { type: 'blockquote', ...source, tokens };
    const alert = alertKind(source.raw);
    return alert && this.#dropMarker(tokens, queued) ? { ...quote, alert } : quote;
  }

  override list(src: string): Tokens.List | undefined {
    const { column, hasNotes, isTooDeep } = this.lexer;
    if (isTooDeep || (this.#isAfterDefinition && !LIST_IN_PARAGRAPH.test(src))) return undefined;
    const source = splitList(src, column, hasNotes);
    if (!source) return undefined;
    const last = source.items.length - 1;
    const items = source.items.map((item, index) => this.#item(item, index === last));
    const loose = items.some((item, index) => isLoose(item, index === last));
    for (const item of items) {
      item.loose = loose;
      // marked renders a paragraph of the type `text` without `<p>`.
      if (!loose) for (const token of item.tokens) if (token.type === 'paragraph') token.type = 'text';
    }
    const raw = trimBlankEnd(source.items.map((item) => item.raw).join(''));
    return { type: 'list', raw, ordered: source.ordered, start: source.ordered ? source.start : '', loose, items };
  }

  override def(src: string): Tokens.Def | undefined {
    const token = super.def(src);
    if (token) return { ...token, href: decodeEscapes(token.href), title: decodeEscapes((token.title as string | undefined) ?? '') };
    return this.lexer.templates && this.#templateDefinition(src);
  }

  override table(src: string): Tokens.Table | undefined {
    const token = this.#tableUntilBlock(this.#untilNote(src));
    if (!token || !this.lexer.templates) return token;
    // A row of nothing but `{% for … %}` is the generator's, not the table's.
    const isLeftover = (row: Tokens.TableCell[]): boolean => /^\{%[^]*%\}$/.test(row.map(({ text }) => text).join('').trim());
    return { ...token, rows: token.rows.filter((row) => !isLeftover(row)) };
  }

  /** Any block ends a table, also those that marked takes for a row: a lone tag, an empty list item. */
  #tableUntilBlock(src: string): Tokens.Table | undefined {
    const token = super.table(src);
    if (!token || token.rows.length === 0) return token;
    const lines = token.raw.split('\n');
    const end = lines.findIndex((line, index) => index > 1 && startsBlock(line));
    return end === -1 ? token : super.table(`${lines.slice(0, end).join('\n')}\n`);
  }

  /** Whether the line before is a definition's: what follows it goes on with its paragraph until a blank line. */
  get #isAfterDefinition(): boolean {
    const last = this.lexer.state.lastToken;
    return last?.type === 'def' && (last as Tokens.Def).tag !== '';
  }

  #untilNote(src: string): string {
    return this.lexer.hasNotes ? untilNote(src) : src;
  }

  #item(source: ItemSource, isLast: boolean): Tokens.ListItem {
    const text = isLast ? trimBlankEnd(source.text) : source.text;
    const raw = isLast ? trimBlankEnd(source.raw) : source.raw;
    const queued = this.lexer.inlineQueue.length;
    const tokens = this.lexer.nested(text, source.column);
    const item: Tokens.ListItem = { type: 'list_item', raw, task: false, loose: false, text, tokens };
    if (TASK.test(text)) this.#markTask(item, queued);
    return item;
  }

  #markTask(item: Tokens.ListItem, queued: number): void {
    const entry = this.#queuedText(item.tokens[0], queued);
    const [raw, sign] = (entry && TASK.exec(entry.src)) ?? [];
    if (!entry || raw === undefined) return;
    item.task = true;
    item.checked = sign !== ' ';
    entry.src = entry.src.slice(raw.length);
    const checkbox: Tokens.Checkbox = { type: 'checkbox', raw, checked: item.checked };
    entry.tokens.push(checkbox);
  }

  /** The text of a paragraph that waits for its inline tokens; `queued` is where its container's texts begin. */
  #queuedText(token: Token | undefined, queued: number): { src: string; tokens: Token[] } | undefined {
    if (token?.type !== 'paragraph') return undefined;
    const { inlineQueue } = this.lexer;
    for (let index = queued; index < inlineQueue.length; index++)
      if (inlineQueue[index]?.tokens === token.tokens) return inlineQueue[index];
    return undefined;
  }

  /** Takes an alert's marker off its content; `false` where that leaves nothing or the marker is no paragraph's. */
  #dropMarker(tokens: Token[], queued: number): boolean {
    const entry = this.#queuedText(tokens[0], queued);
    if (!entry) return false;
    const rest = withoutMarker(entry.src);
    if (rest !== undefined) entry.src = rest;
    else if (tokens.some(({ type }, index) => index > 0 && type !== 'space')) tokens.shift();
    else return false;
    return true;
  }

  #identifyHeading(token: Tokens.Heading | undefined): Tokens.Heading | undefined {
    const list = token && this.lexer.templates && readHeadingAttributes(token.text);
    if (!token || list === undefined) return token;
    const text = token.text.slice(0, -list.length).trimEnd();
    const entry = this.lexer.inlineQueue.at(-1);
    if (entry) entry.src = text;
    const id = idOf(list);
    const effect = id === undefined ? 'hidden' : 'resolved';
    const leftovers = [{ code: 'kramdown-attributes', written: list.trim(), effect } as const];
    return { ...token, text, ...(id === undefined ? {} : { id }), leftovers } as Tokens.Heading & LeftoverToken;
  }

  #templateDefinition(src: string): Tokens.Def | undefined {
    const match = TEMPLATE_DEFINITION.exec(src);
    if (!match?.[2]?.includes('{')) return undefined;
    const [raw, label = '', target, title = ''] = match;
    const { text, leftovers } = resolveUrlTemplates(target, this.lexer.templates ?? {});
    const tag = this.lexer.label(label);
    return { type: 'def', raw, tag, href: text, title: decodeEscapes(title), leftovers } as Tokens.Def;
  }
}

/** Whether a blank line separates the item's blocks, or the item from the next one. */
function isLoose({ raw, tokens }: Tokens.ListItem, isLast: boolean): boolean {
  if (!isLast && BLANK_LINE_END.test(raw)) return true;
  return tokens.some(
    (token, index) =>
      index < tokens.length - 1 && ((token.type === 'space' && index > 0) || BLANK_LINE_END.test(token.raw)),
  );
}
