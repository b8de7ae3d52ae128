import type { Part } from '../model/part.js';
import { keepPlace } from './keep-place.js';
import { listRows } from './long-list.js';
import { createParts, partsOf, remember, type PatchOptions } from './parts.js';
import { patchParts } from './patch-parts.js';
import type { BrowserRest } from './rest.js';
import { toFragment, type Trust } from './sink.js';

/** Characters of HTML that are parsed in one go: about two screens. */
const ROW = 1 << 14;

/** Milliseconds that it may take to bring content in, of the 50 from which on a task is a long one. */
const MOST = 20;

/**
 * Milliseconds each time for what is there already, from which on fewer and larger rows are better: the page answers late
 * anyway. WebKit makes all boxes of an element with slots anew when a child is added, so that many small rows would take the
 * square of the time: two minutes for two megabytes.
 */
const MOST_AGAIN = 200;

/** How much of the time beyond that is for what comes. */
const SHARE = 2;

/** Milliseconds from one frame to the next, which may pass before the browser begins to show something. */
const FRAME = 17;

/** Rows of a table of contents that come at a time. Each time all of it is laid out, and each row is as well. */
const LIST_ROWS = 3;

export interface ArrivalOptions extends PatchOptions {
  readonly rest: Pick<BrowserRest, 'next' | 'isHurried'>;
  /** Characters of HTML that are there already, of the same parts. Default 0. */
  readonly shown?: number;
  /** Called whenever more has come in. */
  readonly onMore?: () => void;
}

/** A part that has begun to come, or with no `part` the page itself, and those of its child parts that are missing. */
interface Open {
  readonly element: Element;
  readonly part: Part | undefined;
  readonly missing: readonly Part[];
}

/**
 * Brings the parts of a long page into an element that holds nothing else, or the beginning of them: what they begin with
 * at once, the rest bit by bit. Elements are made ahead, in rows, and come in many at a time: with each time the browser
 * looks through all that is there already, so it is twice as much as the time before, as long as that does not take too long,
 * and more where most of the time goes into looking.
 */
export class Arrival {
  /** Characters to bring in the next time; those that are made for it. */
  #size = ROW;
  #made = 0;
  /** Milliseconds for a character at best, to bring it in and to show it. */
  #least = Infinity;
  /** What is made next, each with the element it belongs to. */
  #row: { readonly parent: Element; readonly part: Part }[] = [];
  #rowSize = 0;
  /** What is made, by the element it belongs to. */
  readonly #waiting = new Map<Element, Element[]>();
  /** What has come bit by bit, and will have come as a whole with the next time. */
  readonly #whole = new Map<Element, Part>();
  /** What came last into each element. */
  readonly #last = new Map<Element, Element>();
  readonly #root: Element;
  readonly #parts: readonly Part[];
  readonly #options: ArrivalOptions;

  constructor(root: Element, parts: readonly Part[], options: ArrivalOptions) {
    this.#root = root;
    this.#parts = parts;
    this.#options = options;
  }

  get #trusted(): Trust {
    return this.#options.trusted ?? false;
  }

  /** All that is missing has come, or is about to come. */
  get #isHurried(): boolean {
    return this.#options.rest.isHurried;
  }

  /** Brings in all that is missing at once. */
  finish(): void {
    this.#patch(this.#parts);
  }

  /** Resolves when all is there, which is at once when `rest` is hurried; rejects where `rest` does. */
  async inTurns(): Promise<void> {
    const { rest, shown = 0 } = this.#options;
    const begun = beginningOf(this.#parts, shown + ROW);
    this.#patch(begun);
    const open = openParts({ element: this.#root, part: undefined }, this.#parts, begun);
    await rest.next();
    for (const { element, part, missing } of open) {
      if (part && isList(part)) await this.#addItems(element, part);
      else await this.#add(element, missing);
      if (part) this.#whole.set(element, part);
    }
    if (this.#isHurried) {
      this.finish();
    } else {
      this.#make();
      this.#insert();
    }
  }

  #patch(parts: readonly Part[]): void {
    const toc = partsOf(this.#root).find(({ localName }) => localName === 'doc-toc');
    const patch = (): void => patchParts(this.#root, parts, { trusted: this.#trusted });
    if (toc) keepPlace(toc, patch);
    else patch();
  }

  /** Adds parts behind those that an element has. A long one comes by its child parts. */
  async #add(parent: Element, parts: readonly Part[]): Promise<void> {
    for (const part of parts) {
      if (this.#isHurried) return;
      if (part.parts.length === 0 || sizeOf(part) <= ROW) {
        this.#row.push({ parent, part });
        this.#rowSize += sizeOf(part);
        if (this.#rowSize >= ROW) await this.#next();
        continue;
      }
      this.#row.push({ parent, part: { ...part, parts: [] } });
      this.#rowSize += part.html.length;
      const element = this.#make();
      if (!element) continue;
      await this.#add(element, part.parts);
      this.#whole.set(element, part);
    }
  }

  /** Adds the entries that a table of contents does not have yet. */
  async #addItems(toc: Element, part: Part): Promise<void> {
    const list = toc.querySelector('ol');
    for (const [index, { items, html }] of listRows(part.html, ROW).slice(1).entries()) {
      if (this.#isHurried || !list) return;
      const row = toFragment(items, { trusted: this.#trusted, rawHtml: false }).firstElementChild;
      keepPlace(toc, () => list.append(...(row?.childNodes ?? [])));
      remember(toc, { ...part, html }, this.#trusted);
      await this.#options.rest.next(index % LIST_ROWS === LIST_ROWS - 1);
    }
  }

  async #next(): Promise<void> {
    const { rest } = this.#options;
    this.#make();
    await rest.next();
    if (this.#made < this.#size || this.#isHurried) return;
    const made = this.#made;
    const start = performance.now();
    this.#insert();
    const inserted = performance.now() - start;
    await rest.next(true);
    this.#resize(made, inserted, Math.max(inserted, performance.now() - start - FRAME));
  }

  /** Chooses what comes the next time by how long it took to bring in `made` characters, and to show them as well. */
  #resize(made: number, inserted: number, shown: number): void {
    this.#least = Math.min(this.#least, shown / made);
    const again = shown - made * this.#least;
    const size = Math.max((made * MOST) / inserted, (SHARE * (again - MOST_AGAIN)) / this.#least);
    this.#size = Math.max(ROW, Math.min(2 * made, size));
  }

  /** Makes the elements of the row; gives the last one. */
  #make(): Element | undefined {
    const row = this.#row.splice(0);
    const elements = createParts(
      row.map(({ part }) => part),
      this.#trusted,
    );
    for (const [index, { parent }] of row.entries()) {
      const waiting = this.#waiting.get(parent) ?? [];
      this.#waiting.set(parent, waiting);
      waiting.push(...elements.slice(index, index + 1));
    }
    this.#made += this.#rowSize;
    this.#rowSize = 0;
    return elements.at(-1);
  }

  /** Brings in what is made. */
  #insert(): void {
    for (const [parent, elements] of this.#waiting) {
      const row = parent.ownerDocument.createDocumentFragment();
      for (const element of elements) row.append(element);
      parent.insertBefore(row, this.#end(parent));
      const last = elements.at(-1);
      if (last) this.#last.set(parent, last);
    }
    this.#waiting.clear();
    for (const [element, part] of this.#whole) remember(element, part, this.#trusted);
    this.#whole.clear();
    this.#made = 0;
    this.#options.onMore?.();
  }

  /** What stands behind the parts of an element, whatever others have done to them meanwhile. */
  #end(parent: Element): Node | null {
    const last = this.#last.get(parent);
    const end = last?.parentNode === parent ? last : partsOf(parent).at(-1);
    return end?.nextSibling ?? null;
  }
}

const isList = ({ tag }: Part): boolean => tag === 'doc-toc';

/** Characters of HTML in parts, without tables of contents: these come by themselves. */
export const sizeOfParts = (parts: readonly Part[]): number =>
  parts.reduce((sum, part) => sum + (isList(part) ? 0 : sizeOf(part)), 0);

const sizeOf = ({ html, parts }: Part): number => html.length + sizeOfParts(parts);

/** About `size` characters of what parts begin with, and a table of contents that begins as well. */
function beginningOf(parts: readonly Part[], size: number): Part[] {
  const begun: Part[] = [];
  let left = size;
  for (const part of parts) {
    if (left <= 0) break;
    if (isList(part)) {
      begun.push(beginningOfList(part));
      continue;
    }
    const length = sizeOf(part);
    const isDivided = length > left && part.parts.length > 0;
    begun.push(isDivided ? { ...part, parts: beginningOf(part.parts, left - part.html.length) } : part);
    left -= length;
  }
  return begun;
}

function beginningOfList(part: Part): Part {
  if (part.html.length <= ROW) return part;
  const [first] = listRows(part.html, ROW);
  return first ? { ...part, html: first.html } : part;
}

/** What of an element's parts is not there yet where only `begun` are, in document order. */
function openParts(
  { element, part }: Omit<Open, 'missing'>,
  parts: readonly Part[],
  begun: readonly Part[],
): Open[] {
  const there = partsOf(element);
  const inside = begun.flatMap((beginning, index) => {
    const child = there[index];
    const whole = parts[index];
    if (!child || !whole || whole === beginning) return [];
    return openParts({ element: child, part: whole }, whole.parts, beginning.parts);
  });
  return [...inside, { element, part, missing: parts.slice(begun.length) }];
}
