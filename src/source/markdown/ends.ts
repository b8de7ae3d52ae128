/** Finds the ends of what begins in one text; an end that does not come is searched for once, not for each beginning. */
export class Ends {
  /** The ends that are missing, and in how many characters at the end of the text. */
  readonly #missing = new Map<RegExp, number>();

  /** The next `end`, a global expression, behind the first `from` characters of `src`, the rest of the text. */
  find(end: RegExp, src: string, from: number): RegExpExecArray | undefined {
    if (src.length - from <= (this.#missing.get(end) ?? 0)) return undefined;
    end.lastIndex = from;
    const found = end.exec(src) ?? undefined;
    if (!found) this.#missing.set(end, src.length - from);
    return found;
  }
}
