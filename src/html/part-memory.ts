import { commonEnds } from '../model/common-ends.js';
import { outline } from '../model/outline.js';
import type { HeadingLevel, Section } from '../model/page.js';
import type { Part } from '../model/part.js';
import { count, tallyOf, type Counted, type Tally } from '../model/tally.js';

/** What a section is compiled by, beside itself: one that is the same object was read by the same options. */
export interface SectionPlace {
  /** The level it renders at; for all topmost ones together that of the title. */
  readonly level: HeadingLevel;
  readonly permalinks: boolean;
}

/** A page, and what its topmost sections were compiled to. */
interface KnownPage {
  readonly page: Counted;
  readonly tally: Tally;
  /** `undefined` where the parts say nothing of another page. */
  readonly place: SectionPlace | undefined;
  readonly parts: readonly Part[];
}

const NOTHING: Counted = { preamble: [], lead: [], sections: [] };

const isSamePlace = (some: SectionPlace | undefined, other: SectionPlace | undefined): boolean =>
  some?.level === other?.level && some?.permalinks === other?.permalinks;

/**
 * What a page that changes was compiled to the last time. What has not changed is the same part again; of the topmost
 * sections those are looked at that have changed.
 */
export class PartMemory {
  #last: KnownPage = { page: NOTHING, tally: tallyOf(NOTHING), place: undefined, parts: [] };
  #toc: { readonly page: Counted; readonly key: string; readonly part: Part | undefined } | undefined;
  readonly #inner = new WeakMap<Section, SectionPlace & { readonly part: Part }>();
  readonly #others = new Map<string, Part>();

  tally(page: Counted): Tally {
    const { gone, come } = this.#changeTo(page);
    return count(come, count(gone, { ...this.#last.tally }, -1));
  }

  /** The table of contents, which `make` makes where the headings are others; the rest of what decides it is in `key`. */
  toc(page: Counted, key: string, make: () => Part | undefined): Part | undefined {
    const known = this.#toc;
    const isKnown = known?.page === this.#last.page && known.key === key && this.#hasSameHeadings(page);
    const part = isKnown ? known.part : make();
    this.#toc = { page, key, part };
    return part;
  }

  /** The topmost sections: which are to be compiled, and the parts of those before and behind them. */
  sections(
    page: Counted,
    place: SectionPlace,
  ): {
    readonly head: readonly Part[];
    readonly changed: readonly Section[];
    readonly tail: readonly Part[];
  } {
    const { place: before, parts } = this.#last;
    if (!isSamePlace(place, before)) return { head: [], changed: page.sections, tail: [] };
    const { head, tail, come } = this.#changeTo(page);
    return { head: parts.slice(0, head), changed: come.sections, tail: parts.slice(parts.length - tail) };
  }

  /** The page is compiled. */
  learn(page: Counted, place: SectionPlace | undefined, parts: readonly Part[]): void {
    this.#last = { page, tally: this.tally(page), place, parts };
  }

  /** The part of a section in another one, or of a topmost one whose place has changed. */
  inner(section: Section, place: SectionPlace): Part | undefined {
    const known = this.#inner.get(section);
    return isSamePlace(known, place) ? known?.part : undefined;
  }

  learnInner(section: Section, { level, permalinks }: SectionPlace, part: Part): void {
    this.#inner.set(section, { level, permalinks, part });
  }

  /** A part that is no section, as the same object where it says the same. */
  keep(part: Part): Part {
    const before = this.#others.get(part.key);
    const isSame =
      before?.html === part.html && before.rawHtml === part.rawHtml && before.sanitized === part.sanitized;
    if (isSame) return before;
    this.#others.set(part.key, part);
    return part;
  }

  #hasSameHeadings(page: Counted): boolean {
    const { gone, come } = this.#changeTo(page);
    const [before, after] = [outline(gone), outline(come)];
    const { head } = commonEnds(
      before,
      after,
      (some, other) => some?.id === other?.id && some?.text === other?.text && some?.level === other?.level,
    );
    return before.length === after.length && head === after.length;
  }

  #changeTo({ preamble, lead, sections }: Counted) {
    const before = this.#last.page;
    const { head, tail } = commonEnds(before.sections, sections);
    const changed = (all: readonly Section[]) => all.slice(head, all.length - tail);
    return {
      head,
      tail,
      gone: { ...before, sections: changed(before.sections) },
      come: { preamble, lead, sections: changed(sections) },
    };
  }
}
