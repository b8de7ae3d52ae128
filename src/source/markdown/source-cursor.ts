import type { Place } from '../../model/problem.js';

/** How far ahead a piece is looked for first: what is asked for next mostly stands near. */
const NEAR = 10_000;

/** A search that goes further may read a whole block: after so many of them the block's own line has to do. */
const MAX_FAR_SEARCHES = 1000;

const LINE_END = 10;

/**
 * Finds the place of pieces of a block's source, asked for in about the order in which they stand. It goes on from
 * where the last one was, so that the second of two equal links is not taken for the first, and a long block is
 * read once.
 */
export class SourceCursor {
  #text = '';
  #at = 0;
  #line = 1;
  #lineStart = 0;
  /** Where the next search begins. */
  #next = 0;
  #farSearches = 0;

  /** Begins a block whose first line is `line`, 1-based. */
  start(text: string, line: number): void {
    this.#text = text;
    this.#at = this.#lineStart = this.#next = 0;
    this.#line = line;
  }

  /** The place `offset` characters into `raw`; where `raw` does not stand in the block as it is, the line of the last one found. */
  place(raw: string, offset = 0): Place {
    const found = this.#find(raw);
    if (found === -1) return { line: this.#line };
    this.#move(found);
    this.#next = found + 1;
    if (offset === 0) return { line: this.#line, column: found - this.#lineStart + 1 };
    let line = this.#line;
    let lineStart = this.#lineStart;
    for (let at = found; at < found + offset; at++)
      if (this.#text.charCodeAt(at) === LINE_END) {
        line++;
        lineStart = at + 1;
      }
    return { line, column: found + offset - lineStart + 1 };
  }

  #find(raw: string): number {
    const text = this.#text;
    const next = this.#next;
    const ahead = text.slice(next, next + NEAR + raw.length).indexOf(raw);
    if (ahead !== -1) return next + ahead;
    // What holds a piece that was asked for begins before it.
    const from = Math.max(0, next - NEAR);
    const behind = text.slice(from, next + raw.length).lastIndexOf(raw);
    if (behind !== -1) return from + behind;
    if (this.#farSearches++ >= MAX_FAR_SEARCHES) return -1;
    const far = text.indexOf(raw, next);
    return far === -1 ? text.lastIndexOf(raw, next) : far;
  }

  #move(to: number): void {
    for (; this.#at < to; this.#at++)
      if (this.#text.charCodeAt(this.#at) === LINE_END) {
        this.#line++;
        this.#lineStart = this.#at + 1;
      }
    for (; this.#at > to; this.#at--) if (this.#text.charCodeAt(this.#at - 1) === LINE_END) this.#line--;
    this.#lineStart = this.#text.lastIndexOf('\n', to - 1) + 1;
  }
}
