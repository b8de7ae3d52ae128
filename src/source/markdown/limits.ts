import type { Finding } from './problems.js';
import { quote } from './quotation.js';

/** What a page may have too much of. */
export type Limit = 'depth' | 'cells' | 'references' | 'notes';

/** Cells that the rows of all tables may lack: each is ten characters and more that nobody wrote. */
const MAX_MISSING_CELLS = 4000;

/** Characters that references to definitions may put into any page, and for each character of its text. */
const MIN_EXPANSION = 50_000;
const EXPANSION_FACTOR = 4;

/** References to notes that are linked from the note, in any page, and one more for so many characters. */
const MIN_BACK_LINKS = 100;
const CHARACTERS_FOR_BACK_LINK = 100;

const EFFECTS: Readonly<Record<Limit, string>> = {
  depth: 'Quotes, lists or emphasis stand deeper in each other than 50 levels: what is deeper shows as text.',
  cells: 'The rows of a table lack more cells than can be filled in: the rest of it shows as text.',
  references:
    'Links refer to definitions so often that the page would be many times its source: the others show as text.',
  notes:
    'Notes are referred to so often that the page would be many times its source: not all references are linked from their note.',
};

/** A limit that was met, and what met it first. */
export interface LimitMet {
  readonly finding: Finding;
  readonly written: string;
}

/**
 * Keeps a page in proportion to its text: nesting, references and short rows let a few characters stand for many. No
 * real page comes near these limits.
 */
export class Limits {
  #cells = MAX_MISSING_CELLS;
  #expansion = MIN_EXPANSION;
  #backLinks = MIN_BACK_LINKS;
  #expanded = 0;
  readonly #met = new Map<Limit, string>();

  /** The page has a text of this length. */
  grow(length: number): void {
    this.#expansion += EXPANSION_FACTOR * length;
    this.#backLinks += length / CHARACTERS_FOR_BACK_LINK;
  }

  /** Counts what another part of the page has taken. Gives whether no limit is met by both together. */
  join(other: Limits): boolean {
    this.#cells -= MAX_MISSING_CELLS - other.#cells;
    this.#expansion -= other.#expanded;
    this.#expanded += other.#expanded;
    return this.#met.size === 0 && other.#met.size === 0 && this.#cells >= 0 && this.#expansion > 0;
  }

  /** Whether a row that lacks `count` cells may have them; `row` is what it is written as. */
  takeCells(count: number, row: string): boolean {
    if (this.#cells >= count) {
      this.#cells -= count;
      return true;
    }
    return this.meet('cells', row);
  }

  /** Whether a reference to a definition may be replaced by these texts. */
  takeExpansion(href: string, title: string, written: string): boolean {
    if (this.#expansion <= 0) return this.meet('references', written);
    const text = href + title;
    // As it will be encoded and escaped, at most.
    const growth = /[^ -~]/.test(text) ? 9 : /[&<>"']/.test(text) ? 6 : 1;
    this.#expansion -= text.length * growth;
    this.#expanded += text.length * growth;
    return true;
  }

  /** Whether one more reference may be linked from its note. */
  takeBackLink(written: string): boolean {
    return this.#backLinks-- > 0 || this.meet('notes', written);
  }

  /** Notes that a limit was met; always `false`. */
  meet(limit: Limit, written: string): false {
    if (!this.#met.has(limit)) this.#met.set(limit, written.slice(0, 200).trim().split('\n', 1)[0] ?? '');
    return false;
  }

  /** The limits that were met, each with what met it first. */
  *findings(): Generator<LimitMet> {
    for (const [limit, written] of this.#met)
      yield {
        written,
        finding: {
          code: 'limit-exceeded',
          severity: 'warning',
          message: `${EFFECTS[limit]} It begins at ${quote(written)}`,
        },
      };
  }
}
