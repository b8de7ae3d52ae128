import { Tokenizer, type Token, type Tokens } from 'marked';
import { calloutKind, calloutWord } from '../../model/callout.js';
import { alertKind, readAlertMarker, withoutMarker, type AlertMarker } from './alerts.js';
import { FOOTNOTE, QUOTE } from './block-starts.js';
import { groupCodes, tabOf } from './code-groups.js';
import { TAB_NAME, type ContainerSource } from './containers.js';
import type { DefinitionListSource, EntrySource } from './definition-list.js';
import { NOTE_COLUMNS, readNote } from './footnotes.js';
import type { DocLexer } from './lexer.js';
import { splitList, type ItemSource } from './list.js';
import { MARKER_COLUMNS, readQuote } from './quote.js';
import {
  hiddenBlock,
  textToken,
  type AlertQuote,
  type DefinitionEntry,
  type DefinitionList,
  type DetailsQuote,
  type NoteDefinition,
} from './tokens.js';

const TASK = /^\[([ xX])\][ \t]+(?=[^ \t\n])/;
const MARKER_START = /^ {0,3}(?:[*+-]|\d{1,9}[.)])(?:[ \t\n]|$)/;
const BLANK_LINE_END = /\n[ \t]*\n[ \t]*$/;
const LIST_IN_PARAGRAPH = /^ {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t\n]/;

/** A text that waits for its inline tokens. */
interface QueuedText {
  src: string;
  readonly tokens: Token[];
}

const capitalize = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The marker of an alert as GitHub has it and nobody else. */
function plainMarker(quote: string): AlertMarker | undefined {
  const kind = alertKind(quote);
  return kind && { kind, word: undefined, title: undefined, isCollapsible: false, isOpen: false };
}

/** `text` without the blank lines at its end. */
function trimBlankLines(text: string): string {
  let content = text.length;
  while (content > 0 && ' \t\n'.includes(text.charAt(content - 1))) content--;
  const end = text.indexOf('\n', content);
  return end === -1 ? text : text.slice(0, end);
}

/** Blocks that hold blocks: notes, quotes and lists, cut at the lines where cmark ends them. */
export class ContainerTokenizer extends Tokenizer {
  declare lexer: DocLexer;

  /** A definition of a note; called before all other blocks, so that it interrupts paragraphs. */
  note(src: string): NoteDefinition | undefined {
    if (!FOOTNOTE.test(src) || this.lexer.isTooDeep(src)) return undefined;
    const source = readNote(src);
    if (!source) return undefined;
    const tokens = this.lexer.nested(source.text, NOTE_COLUMNS);
    return { ...hiddenBlock(source.raw), note: this.lexer.notes.define(source.label, tokens) };
  }

  override blockquote(src: string): Tokens.Blockquote | AlertQuote | undefined {
    if (!QUOTE.test(src) || this.lexer.isTooDeep(src)) return undefined;
    const source = readQuote(src, this.lexer.column, this.lexer.hasNotes);
    if (!source) return undefined;
    const queued = this.lexer.inlineQueue.length;
    const tokens = this.lexer.nested(source.text, this.lexer.column + MARKER_COLUMNS);
    const quote: Tokens.Blockquote = { type: 'blockquote', ...source, tokens };
    const marker = this.lexer.hasExtensions ? readAlertMarker(source.raw) : plainMarker(source.raw);
    if (!marker || !this.#dropMarker(tokens, queued, marker.title !== undefined)) return quote;
    const { title, ...alert } = marker;
    return { ...quote, alert, title: title === undefined ? undefined : this.lexer.inline(title) };
  }

  /** What the container of a site generator stands for. */
  container(source: ContainerSource): Token {
    const { raw, name, text, isCollapsible, isOpen } = source;
    const title = source.title === undefined ? undefined : this.lexer.inline(source.title);
    const tokens = this.lexer.nested(text, this.lexer.column + source.columns);
    const quote: Tokens.Blockquote = { type: 'blockquote', raw, text, tokens };
    if (name === 'code-group') return groupCodes(raw, tokens) ?? { ...quote, transparent: true };
    if (name === TAB_NAME)
      return tabOf(source, tokens) ?? { ...quote, transparent: true, tokens: [titleOf(title), ...tokens] };
    const kind = calloutKind(name);
    if (!kind) {
      const details: DetailsQuote = { ...quote, details: title ?? [textToken(capitalize(name))], isOpen };
      return details;
    }
    const callout: AlertQuote = {
      ...quote,
      alert: { kind, word: calloutWord(name), isCollapsible, isOpen },
      title,
    };
    return callout;
  }

  definitionList({ raw, entries }: DefinitionListSource): DefinitionList {
    const read = entries.map((entry) => this.#entry(entry));
    return {
      type: 'blockquote',
      raw,
      text: raw,
      tokens: read.flatMap(({ tokens }) => tokens),
      entries: read,
    };
  }

  #entry({ isTerm, text, columns, isLoose }: EntrySource): DefinitionEntry {
    if (isTerm) return { isTerm, tokens: this.lexer.inline(text) };
    const tokens = this.lexer.nested(text, this.lexer.column + columns);
    if (!isLoose) withoutParagraphs(tokens);
    return { isTerm, tokens };
  }

  override list(src: string): Tokens.List | undefined {
    const { column, hasNotes } = this.lexer;
    if (!MARKER_START.test(src) || (this.isAfterDefinition && !LIST_IN_PARAGRAPH.test(src))) return undefined;
    if (this.lexer.isTooDeep(src)) return undefined;
    const source = splitList(src, column, hasNotes);
    if (!source) return undefined;
    const last = source.items.length - 1;
    const items = source.items.map((item, index) => this.#item(item, index === last));
    const loose = items.some((item, index) => isLoose(item, index === last));
    for (const item of items) {
      item.loose = loose;
      if (!loose) withoutParagraphs(item.tokens);
    }
    const raw = trimBlankLines(source.items.map((item) => item.raw).join(''));
    return {
      type: 'list',
      raw,
      ordered: source.ordered,
      start: source.ordered ? source.start : '',
      loose,
      items,
    };
  }

  /** Whether the line before is a definition's: what follows it goes on with its paragraph until a blank line. */
  protected get isAfterDefinition(): boolean {
    const last = this.lexer.state.lastToken;
    return last?.type === 'def' && (last as Tokens.Def).tag !== '';
  }

  #item(source: ItemSource, isLast: boolean): Tokens.ListItem {
    const text = isLast ? trimBlankLines(source.text) : source.text;
    const raw = isLast ? trimBlankLines(source.raw) : source.raw;
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
  #queuedText(token: Token | undefined, queued: number): QueuedText | undefined {
    if (token?.type !== 'paragraph') return undefined;
    const { inlineQueue } = this.lexer;
    for (let index = queued; index < inlineQueue.length; index++)
      if (inlineQueue[index]?.tokens === token.tokens) return inlineQueue[index];
    return undefined;
  }

  /** Takes an alert's marker off its content; `false` where that leaves nothing or the marker is no paragraph's. */
  #dropMarker(tokens: Token[], queued: number, hasTitle: boolean): boolean {
    const entry = this.#queuedText(tokens[0], queued);
    if (!entry) return false;
    const rest = withoutMarker(entry.src, hasTitle);
    if (rest !== undefined) entry.src = rest;
    else if (tokens.some(({ type }, index) => index > 0 && type !== 'space')) tokens.shift();
    else return false;
    return true;
  }
}

/** A title as a paragraph of its own. */
const titleOf = (tokens: Token[] = []): Token => ({
  type: 'paragraph',
  raw: '',
  text: '',
  tokens: [{ type: 'strong', raw: '', text: '', tokens }],
});

/** marked renders a paragraph of the type `text` without `<p>`. */
function withoutParagraphs(tokens: readonly Token[]): void {
  for (const token of tokens) if (token.type === 'paragraph') token.type = 'text';
}

/** Whether a blank line separates the item's blocks, or the item from the next one. */
function isLoose({ raw, tokens }: Tokens.ListItem, isLast: boolean): boolean {
  if (!isLast && BLANK_LINE_END.test(raw)) return true;
  return tokens.some(
    (token, index) =>
      index < tokens.length - 1 && ((token.type === 'space' && index > 0) || BLANK_LINE_END.test(token.raw)),
  );
}
