import { BLANK, FOOTNOTE, QUOTE, startsBlock } from './block-starts.js';
import { expandIndent, removeColumns } from './columns.js';
import { continueParagraph, endOfLazy, isLazy, OpenBlock } from './open-block.js';

/** A block quote cut out of a text. */
export interface QuoteSource {
  /** Its lines, to the byte, without the last line end. */
  readonly raw: string;
  /** Its content, without markers. */
  readonly text: string;
}

/** Columns of a quote's marker with the space after it, as most authors write it. */
export const MARKER_COLUMNS = 2;

/** Cuts out the quote that `src` begins with. `column` is where `src` stands on the author's line. */
export function readQuote(src: string, column: number, footnotes: boolean): QuoteSource | undefined {
  if (!QUOTE.test(src)) return undefined;
  const lines: string[] = [];
  const block = new OpenBlock(lines);
  let end = 0;
  for (let from = 0; from < src.length; from = end + 1) {
    const next = src.indexOf('\n', from);
    const line = src.slice(from, next === -1 ? src.length : next);
    let to = from + line.length;
    const marker = QUOTE.exec(line)?.[0].length;
    if (marker !== undefined) {
      const inner = removeColumns(line.slice(marker), 1, column + marker);
      const isContent = inner.includes('\t') && block.isFence;
      lines.push(isContent ? inner : expandIndent(inner, column + marker + 1));
    } else if (isLazy(line) && block.isParagraph) {
      to = endOfLazy(src, from);
      lines.push(src.slice(from, to));
    } else if (BLANK.test(line) || startsBlock(line) || (footnotes && FOOTNOTE.test(line))) break;
    else if (block.isParagraph) lines.push(continueParagraph(line));
    else break;
    end = to;
  }
  return { raw: src.slice(0, end), text: lines.join('\n') };
}
