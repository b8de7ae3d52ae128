/** What the reader sees, in the same coordinates as the headings' positions (CSS pixels from the top of the window). */
export interface ReadingView {
  /** A heading that has come up to this line, or above it, has been reached. */
  readonly line: number;
  /** Lower edge of what is visible. */
  readonly bottom: number;
  /** Whether the reader has scrolled to the very end, where the last headings can come no higher. */
  readonly atEnd: boolean;
}

/**
 * Index of the heading whose section is being read: the last one that has been reached, at the end of the
 * page the last one in sight; `undefined` above the first.
 *
 * `topAt` gives the top of a heading by its index, `undefined` for one that is not rendered. Headings stand in
 * document order, so it is asked about few of them: measuring one inside a skipped section makes the browser
 * lay that section out.
 */
export function currentSection(
  count: number,
  topAt: (index: number) => number | undefined,
  { line, bottom, atEnd }: ReadingView,
): number | undefined {
  const reached = atEnd ? Math.max(line, bottom - 1) : line;
  let low = 0;
  let high = count - 1;
  let found: number | undefined;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const probe = lastRendered(topAt, middle, low);
    if (probe === undefined) {
      low = middle + 1;
      continue;
    }
    if (probe.top <= reached) {
      found = probe.index;
      low = middle + 1;
    } else {
      high = probe.index - 1;
    }
  }
  return found;
}

/** The last rendered heading from `first` to `last`. */
function lastRendered(
  topAt: (index: number) => number | undefined,
  last: number,
  first: number,
): { index: number; top: number } | undefined {
  for (let index = last; index >= first; index--) {
    const top = topAt(index);
    if (top !== undefined) return { index, top };
  }
  return undefined;
}
