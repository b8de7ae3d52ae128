import type { HtmlPiece, TextPiece, WholeRun } from './pieces.js';

/** What a run was compiled to as a whole; `undefined` where something in it depends on what stands around it. */
export function wholeOf([heading, ...pieces]: readonly TextPiece[]): WholeRun | undefined {
  if (heading?.kind !== 'heading' || heading.rawHtml || heading.turnsTooOften) return undefined;
  if (!pieces.every(isPlain)) return undefined;
  let { lines, tags } = heading;
  for (const piece of pieces) {
    lines += piece.lines;
    tags += piece.tags;
  }
  return { kind: 'run', pieces: [heading, ...pieces], lines, tags };
}

const isPlain = (piece: TextPiece): piece is HtmlPiece =>
  piece.kind === 'html' && !piece.rawHtml && !piece.headings && !piece.turnsTooOften;
