import { escapeHtml } from '../../model/escape.js';
import type { Problem } from '../../model/problem.js';
import { countTags } from '../html/count-tags.js';
import { changesDirectionTooOften, inSlices, TOO_MANY_DIRECTIONS } from './directions.js';
import type { Piece, TakePiece, TextPiece } from './pieces.js';

/**
 * Tags that any page may have, and more for each character of its text. The densest pages known, change logs of commits, have
 * one for seven characters.
 */
const MIN_TAGS = 10_000;
const TAGS_FOR_CHARACTER = 0.2;

/** A table scrolls by itself: browsers take their time for a box that does, as for so many other elements. */
const TAGS_FOR_TABLE = 4;

/** How many tags there are in HTML, with what tables count. */
export function weighTags(html: string): number {
  let tags = countTags(html);
  for (let at = html.indexOf('<table'); at !== -1; at = html.indexOf('<table', at + 1))
    tags += TAGS_FOR_TABLE;
  return tags;
}

export const TOO_MANY_ELEMENTS: Problem = {
  code: 'limit-exceeded',
  severity: 'warning',
  message:
    'The page has more elements than a browser shows without delay, and hardly any text in them: this block shows as text, and so do others that are too much.',
};

/** How many elements a page may have in proportion to its text: browsers take their time for each. */
export class ElementBudget {
  #tags = MIN_TAGS;

  /** The page has a text of this length. */
  grow(length: number): void {
    this.#tags += TAGS_FOR_CHARACTER * length;
  }

  /** Whether the page may have so many tags more, which it then has. */
  take(tags: number): boolean {
    const left = this.#tags - tags;
    if (left < 0) return false;
    this.#tags = left;
    return true;
  }

  /**
   * Passes on the pieces that are added, with those that are too much as plain text, neighbours in one paragraph. `report`
   * is told what is too much, and the line of the first; `line` is that of the first piece. `end` says that no more come.
   */
  keep(
    line: number,
    report: (problem: Problem, line: number) => void,
    pass: TakePiece,
  ): { readonly add: TakePiece; readonly end: () => void } {
    let text: TextPiece | undefined;
    let at = line;
    const end = (): void => {
      if (text) pass(asText(text));
      text = undefined;
    };
    const add: TakePiece = (piece) => {
      const isText = piece.kind === 'heading' || piece.kind === 'html';
      if (isText && ((text && piece.html === '') || !this.take(piece.tags))) {
        if (!text) report(TOO_MANY_ELEMENTS, at);
        text = joined(text, piece);
      } else {
        end();
        if (isText && piece.turnsTooOften) {
          report(TOO_MANY_DIRECTIONS, at);
          pass(asText(joined(undefined, piece), true));
        } else pass(piece);
      }
      at += linesOf(piece);
    };
    return { add, end };
  }
}

/** How many line ends a piece has; a block of data that stands in the text has those of what stands for it. */
function linesOf(piece: Piece): number {
  if ('lines' in piece) return piece.lines;
  return piece.kind === 'block' ? (piece.fallback?.lines ?? 0) : 0;
}

const joined = (before: TextPiece | undefined, { markdown, lines }: TextPiece): TextPiece => ({
  kind: 'html',
  html: '',
  rawHtml: false,
  headings: false,
  markdown: (before?.markdown ?? '') + markdown,
  lines: (before?.lines ?? 0) + lines,
  tags: 0,
  turnsTooOften: false,
});

function asText(piece: TextPiece, sliced = changesDirectionTooOften(piece.markdown)): TextPiece {
  const text = piece.markdown.trim();
  return { ...piece, html: sliced ? inSlices(text) : `<p>${escapeHtml(text)}</p>\n` };
}
