import { finish } from '../../../src/model/turns.js';
import { lexing, type Lexed, type LexOptions } from '../../../src/source/markdown/lexer.js';

/** Reads the texts of one page at once. */
export const lexMarkdown = (texts: readonly string[], options?: LexOptions): Lexed =>
  finish(lexing(texts, options));
