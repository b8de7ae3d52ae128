import type { Paint, Token } from '../../model/code-paint.js';

/** One highlight of the document for each paint, shared by all code in it. */
const highlights = new Map<Paint, Highlight>();

function highlightOf(paint: Paint): Highlight {
  const known = highlights.get(paint);
  if (known) return known;
  const highlight = new Highlight();
  // What the host paints over it, a search's hits, comes out on top.
  highlight.priority = -1;
  highlights.set(paint, highlight);
  CSS.highlights.set(`doc-${paint}`, highlight);
  return highlight;
}

/** Whether code can be painted without touching its text, and the reader has not chosen all colours themselves. */
export const canPaint = (): boolean =>
  typeof CSS === 'object' && 'highlights' in CSS && !matchMedia('(forced-colors: active)').matches;

/** What was painted, to be taken away or shown again. */
export class Painting {
  readonly #ranges: readonly (readonly [Paint, StaticRange])[];
  #isShown = false;

  constructor(ranges: readonly (readonly [Paint, StaticRange])[]) {
    this.#ranges = ranges;
  }

  show(): void {
    if (this.#isShown) return;
    this.#isShown = true;
    for (const [paint, range] of this.#ranges) highlightOf(paint).add(range);
  }

  hide(): void {
    if (!this.#isShown) return;
    this.#isShown = false;
    for (const [paint, range] of this.#ranges) highlightOf(paint).delete(range);
  }
}

/** Finds the places of tokens in the text of `root`, which stays as it is. Tokens are in the order of the text. */
export function paintTokens(root: Node, tokens: readonly Token[]): Painting {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const ranges: [Paint, StaticRange][] = [];
  let node = walker.nextNode() as Text | null;
  let start = 0;
  for (const { paint, from, to } of tokens) {
    let at = from;
    while (node && at < to) {
      const end = start + node.length;
      if (at < end) {
        const until = Math.min(to, end);
        ranges.push([
          paint,
          new StaticRange({
            startContainer: node,
            startOffset: at - start,
            endContainer: node,
            endOffset: until - start,
          }),
        ]);
        at = until;
      }
      if (at < to) {
        start = end;
        node = walker.nextNode() as Text | null;
      }
    }
  }
  return new Painting(ranges);
}
