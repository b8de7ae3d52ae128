import type { HtmlReader } from './reader.js';

/** The reader of HTML where there is some: whoever compiles a text has loaded it then. */
export function readerOf(reader: HtmlReader | undefined): HtmlReader {
  if (!reader) throw new Error('The text holds HTML, and what reads HTML was not loaded.');
  return reader;
}
