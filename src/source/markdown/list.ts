import { BLANK, FENCE, FOOTNOTE, LIST_MARKER, RULE, startsBlock } from './block-starts.js';
import { expandIndent, measureIndent, removeColumns } from './columns.js';
import { continueParagraph, endOfLazy, isLazy, OpenBlock } from './open-block.js';

/** A list item cut out of its list. */
export interface ItemSource {
  /** Its lines, to the byte, with their line ends and the blank lines after them. */
  readonly raw: string;
  /** Its content, without marker and indentation. */
  readonly text: string;
  /** Where its content stands on the author's line, in columns. */
  readonly column: number;
}

/** A list cut into items. */
export interface ListSource {
  readonly ordered: boolean;
  /** The number of the first item. */
  readonly start: number;
  readonly items: readonly ItemSource[];
}

interface Marker {
  /** What the items of a list have in common: the bullet, or what stands after the number. */
  readonly kind: string;
  readonly number: number;
  /** Columns before the item's content. */
  readonly offset: number;
  /** The rest of the line. */
  readonly content: string;
}

/** More columns than this between marker and content belong to the content: it is indented code. */
const MAX_MARKER_SPACE = 4;

function readMarker(line: string, column: number): Marker | undefined {
  const match = LIST_MARKER.exec(line);
  if (!match || RULE.test(line)) return undefined;
  const [, indent = '', marker = ''] = match;
  const width = indent.length + marker.length;
  const rest = line.slice(width);
  const space = measureIndent(rest, column + width);
  const isBlank = space.length === rest.length;
  const offset = width + (isBlank || space.columns > MAX_MARKER_SPACE ? 1 : space.columns);
  return {
    kind: marker.charAt(marker.length - 1),
    number: marker.length > 1 ? Number(marker.slice(0, -1)) : 0,
    offset,
    content: expandIndent(removeColumns(rest, offset - width, column + width), column + offset),
  };
}

/** The line at `from`, without its line end. */
function lineAt(text: string, from: number): string {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.slice(from) : text.slice(from, end);
}

/**
 * Cuts the list that `src` begins with into its items. `column` is where `src` stands on the author's line;
 * `footnotes` tells whether definitions of notes end an item.
 */
export function splitList(src: string, column: number, footnotes: boolean): ListSource | undefined {
  const first = readMarker(lineAt(src, 0), column);
  if (!first) return undefined;
  const items: ItemSource[] = [];
  let at = 0;
  for (let marker: Marker | undefined = first; marker?.kind === first.kind;) {
    const item = readItem(src, at, marker, column, footnotes);
    items.push(item);
    at += item.raw.length;
    marker = at < src.length ? readMarker(lineAt(src, at), column) : undefined;
  }
  return { ordered: first.kind === '.' || first.kind === ')', start: first.number, items };
}

const isFence = (line: string): boolean => FENCE.test(expandIndent(line, 0));

/**
 * A fence's line with as many spaces as characters stand before the fence. That is how cmark counts what it takes off
 * the lines of the code: a tab that is partly the item's indentation counts as one.
 */
function indentByCharacters(line: string, inner: string): string {
  const content = inner.replace(/^[ \t]+/, '');
  const taken = inner.length - content.length;
  const isPartial = inner.startsWith(' ') && !line.endsWith(inner);
  const partial = isPartial ? (/^ */.exec(inner)?.[0].length ?? 0) - 1 : 0;
  return ' '.repeat(taken - partial) + content;
}

function readItem(src: string, from: number, marker: Marker, column: number, footnotes: boolean): ItemSource {
  const { offset } = marker;
  const lines = [marker.content];
  const block = new OpenBlock(lines);
  let at = from + lineAt(src, from).length + 1;
  // An item begins with one blank line at most.
  const isEmpty = BLANK.test(marker.content) && BLANK.test(lineAt(src, at));
  while (at < src.length) {
    const line = lineAt(src, at);
    const isBlank = BLANK.test(line);
    if (isEmpty && !isBlank) break;
    let to = at + line.length;
    if (isLazy(line) && block.isParagraph) {
      to = endOfLazy(src, at);
      lines.push(src.slice(at, to));
    } else if (isBlank || measureIndent(line, column).columns >= offset) {
      const inner = removeColumns(line, offset, column);
      const hasTab = line.includes('\t');
      if (hasTab && block.isFence) lines.push(inner);
      else if (hasTab && !block.isNested && isFence(inner)) lines.push(indentByCharacters(line, inner));
      else lines.push(expandIndent(inner, column + offset));
    } else if (startsBlock(line) || (footnotes && FOOTNOTE.test(line))) break;
    else if (block.isParagraph) lines.push(continueParagraph(line));
    else break;
    at = to + 1;
  }
  return { raw: src.slice(from, at), text: lines.join('\n'), column: column + offset };
}
