import type { Token, Tokens } from 'marked';
import { decodeReferences } from '../html/character-references.js';
import { isInlineLeftover, isNoteReference, isUnresolvedReference } from './tokens.js';

/**
 * The text content of inline tokens, as GitHub makes ids of it: code and links count with their text, tags and images
 * with nothing, character references as what they mean.
 */
export function plainText(tokens: readonly Token[]): string {
  let text = '';
  for (const token of tokens) text += textOf(token);
  return text;
}

function textOf(token: Token): string {
  if (isNoteReference(token)) return token.target ? String(token.target.note.number) : token.raw;
  if (isInlineLeftover(token)) return token.plain;
  if (isUnresolvedReference(token)) return token.raw;
  switch (token.type) {
    case 'text':
    case 'link':
    case 'strong':
    case 'em':
    case 'del':
      return childText(token);
    case 'escape':
    case 'codespan':
      return (token as Tokens.Codespan).text;
    default:
      return '';
  }
}

function childText(token: Token): string {
  if ('autolink' in token && token.autolink) return (token as Tokens.Link).text;
  return 'tokens' in token ? plainText(token.tokens ?? []) : decodeReferences((token as Tokens.Text).text);
}

/** The text that stands for a picture: that of its description, with line ends as spaces and tags as written. */
export function descriptionText(tokens: readonly Token[]): string {
  let text = '';
  for (const token of tokens) {
    if (token.type === 'br') text += ' ';
    else if (token.type === 'html' && !isInlineLeftover(token)) text += token.raw;
    else if (token.type === 'image') text += descriptionText((token as Tokens.Image).tokens);
    else text += 'tokens' in token ? descriptionText(token.tokens) : textOf(token);
  }
  return text.replaceAll('\n', ' ');
}
