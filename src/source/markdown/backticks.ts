const BACKTICK = 96;

/** Finds code spans in a text, each length of backtick run searched to the end at most once. */
export class BacktickRuns {
  readonly #text: string;
  /** Lengths of runs that have no closing run any more. */
  readonly #unclosed = new Set<number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The position after the code span, or after the run of backticks that opens none, at `at`. */
  skip(at: number): number {
    const end = this.#runEnd(at);
    const length = end - at;
    if (this.#unclosed.has(length)) return end;
    for (let next = this.#text.indexOf('`', end); next !== -1;) {
      const nextEnd = this.#runEnd(next);
      if (nextEnd - next === length) return nextEnd;
      next = this.#text.indexOf('`', nextEnd);
    }
    this.#unclosed.add(length);
    return end;
  }

  #runEnd(at: number): number {
    let end = at;
    while (this.#text.charCodeAt(end) === BACKTICK) end++;
    return end;
  }
}
