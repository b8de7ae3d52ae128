import type { Token, Tokens } from 'marked';
import { replaceShortcodes, type Emoji } from '../shortcodes.js';
import { decodeReferencesStrictly } from './escapes.js';
import { isFormula, isInlineLeftover, isNoteReference, isUnresolvedReference } from './tokens.js';

/**
 * The text content of inline tokens, as GitHub makes ids of it: code and links count with their text, tags and images
 * with nothing, character references as what they mean.
 */
export const plainText = (tokens: readonly Token[]): string => joinText(tokens, FOR_IDS);

/** The same as people read it: without the numbers of notes, with emoji for their names. */
export const readableText = (tokens: readonly Token[], emoji: Emoji | undefined): string =>
  joinText(tokens, { notes: false, emoji }).trim();

/** How a text is read. */
interface Reading {
  /** Whether the numbers of notes count. */
  readonly notes: boolean;
  readonly emoji?: Emoji | undefined;
}

const FOR_IDS: Reading = { notes: true };

function joinText(tokens: readonly Token[], reading: Reading): string {
  let text = '';
  for (const token of tokens) text += textOf(token, reading);
  return text;
}

function textOf(token: Token, reading: Reading): string {
  if (isNoteReference(token)) {
    if (!token.target) return token.raw;
    return reading.notes ? String(token.target.note.number) : '';
  }
  if (isInlineLeftover(token)) return token.plain;
  if (isFormula(token)) return token.tex;
  if (isUnresolvedReference(token)) return token.raw;
  switch (token.type) {
    case 'text':
    case 'link':
    case 'strong':
    case 'em':
    case 'del':
      return childText(token, reading);
    case 'escape':
    case 'codespan':
      return (token as Tokens.Codespan).text;
    default:
      return '';
  }
}

function childText(token: Token, reading: Reading): string {
  if ('autolink' in token && token.autolink) return (token as Tokens.Link).text;
  if ('tokens' in token) return joinText(token.tokens ?? [], reading);
  return replaceShortcodes(decodeReferencesStrictly((token as Tokens.Text).text), reading.emoji);
}

/** The text that stands for a picture: that of its description, with line ends as spaces and tags as written. */
export const descriptionText = (tokens: readonly Token[], emoji: Emoji | undefined): string =>
  joinDescription(tokens, { notes: true, emoji }).replaceAll('\n', ' ');

function joinDescription(tokens: readonly Token[], reading: Reading): string {
  let text = '';
  for (const token of tokens) {
    if (token.type === 'br') text += ' ';
    else if (token.type === 'html' && !isInlineLeftover(token)) text += token.raw;
    else if (token.type === 'image') text += joinDescription((token as Tokens.Image).tokens, reading);
    else text += 'tokens' in token ? joinDescription(token.tokens ?? [], reading) : textOf(token, reading);
  }
  return text;
}
