import type { Token, Tokens } from 'marked';
import type { Lexed } from './lexer.js';

/** A heading that may be known by its pictures alone. */
const MAY_BE_PICTURE = /!\[|\{/;

/**
 * Whether what reads HTML has something to do in texts without a tag of the author's: it finds the headings that stand in
 * other blocks, and names those that have no text.
 */
export const needsHtmlReader = ({ texts, notes }: Pick<Lexed, 'texts' | 'notes'>): boolean =>
  texts.some((runs) => runs.some((run) => run.needsHtmlReader)) ||
  notes.some(({ tokens }) => hasHeading(tokens));

/** The same of one root token. */
export const mayNeedHtmlReader = (token: Token): boolean =>
  token.type === 'heading' ? MAY_BE_PICTURE.test(token.raw) : hasHeading([token]);

const hasHeading = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => {
    if (token.type === 'heading') return true;
    if (token.type === 'list') return (token as Tokens.List).items.some((item) => hasHeading(item.tokens));
    return token.type === 'blockquote' && hasHeading((token as Tokens.Blockquote).tokens);
  });
