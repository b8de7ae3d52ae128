import { OPTIONAL_END } from './element-names.js';
import { OpenElements } from './open-elements.js';
import { Scanner } from './scan.js';
import type { FoundHeading, HeadingVisitor } from './serialize.js';
import { changeHeading, findHeadings, isHeading, readHeading, serialize } from './serialize.js';
import { buildTree } from './tree-builder.js';
import type { NodeWriter } from './tree.js';

/** A heading and the id it got. */
export interface NamedHeading extends FoundHeading {
  readonly id: string | undefined;
}

/** A heading that is a child of the root, or all that stands between two of them. */
export type RootPiece =
  | { readonly kind: 'heading'; readonly heading: NamedHeading }
  | {
      readonly kind: 'prose';
      /** Every element that opens in it closes in it. */
      readonly html: string;
      /** The headings inside its elements, in document order. */
      readonly headings: readonly NamedHeading[];
    };

/** An element, comment or tag that the author left open. */
export interface UnclosedTag {
  /** The element's name; `!--` for a comment. */
  readonly name: string;
  /** Where it begins in the text that was fed. */
  readonly start: number;
}

/**
 * Parses HTML as a browser parses the content of a `div`, and cuts it between the nodes of the root.
 *
 * Blocks are fed one after the other. While nothing that stood before changes how the next block is parsed, the state
 * is *clean*: the HTML so far and the HTML to come can be parsed apart. Otherwise the blocks to come belong to the
 * same parse, until the state is clean again. `take` hands out what was parsed since the last time.
 */
export class RootNodes {
  #open = new OpenElements();
  #scanner = new Scanner();
  /** A construct without an end is read again only when the text has doubled: long ones stay cheap. */
  #nextRead = 0;
  #isFlattened = false;

  /** `write` writes what is handed out. */
  constructor(private readonly write: NodeWriter = serialize) {}

  /**
   * Whether what was fed and what will be fed can be parsed apart. `true` is certain; `false` may, in a tag or comment
   * that spans blocks, last longer than it must.
   */
  get clean(): boolean {
    return !this.#scanner.pending && this.#open.isClean;
  }

  /** Whether an element that was read stands too deep to be one. */
  get isFlattened(): boolean {
    return this.#isFlattened || this.#open.isFlattened;
  }

  /** Adds HTML without NUL and with LF line ends. `isWhole` is for blocks of our compiler's without headings. */
  feed(html: string, isWhole = false): void {
    const scanner = this.#scanner;
    if (isWhole && !scanner.pending && !scanner.rawText) {
      if (this.#open.insertWhole(html, scanner.offset + scanner.end)) {
        scanner.skip(html.length);
        return;
      }
    }
    scanner.append(html);
    if (scanner.pending < this.#nextRead) return;
    buildTree(this.#open, scanner, false);
    this.#nextRead = 2 * scanner.pending;
  }

  /** What the author left open so far, outermost first; elements that need no end tag do not count. */
  unclosed(): UnclosedTag[] {
    const { stack, formatting } = this.#open;
    const scanner = this.#scanner;
    const elements = new Set([...stack.slice(1), ...formatting]);
    const tags: UnclosedTag[] = [];
    for (const element of elements) {
      if (!element || OPTIONAL_END.has(element.name)) continue;
      tags.push({ name: element.name.slice(element.name.indexOf('/') + 1), start: element.start });
    }
    const rest = /^<(!--|[a-z][^\t\n\f\r />]*)/i.exec(scanner.html.slice(scanner.end));
    if (rest?.[1]) tags.push({ name: rest[1].toLowerCase(), start: scanner.offset + scanner.end });
    return tags;
  }

  /**
   * Ends the parse and hands out the root's nodes; feeding begins anew. `changeHeading` is asked about each heading
   * in document order: its id, and the level of a heading inside an element, are written into the HTML.
   */
  take(visit?: HeadingVisitor): RootPiece[] {
    const open = this.#open;
    buildTree(open, this.#scanner, true);
    this.#isFlattened ||= open.isFlattened;
    this.#open = new OpenElements();
    this.#scanner = new Scanner();
    this.#nextRead = 0;

    const pieces: RootPiece[] = [];
    let html = '';
    let headings: NamedHeading[] = [];
    const endProse = (): void => {
      if (html) pieces.push({ kind: 'prose', html, headings });
      html = '';
      headings = [];
    };
    for (const node of open.root.children) {
      const isRoot = isHeading(node);
      const named = findHeadings(node).map((element): NamedHeading => {
        const heading = readHeading(element, this.write);
        const change = visit?.(heading, isRoot);
        if (change) changeHeading(element, change);
        return { id: change?.id, ...heading };
      });
      if (isRoot) {
        endProse();
        pieces.push(...named.map((heading) => ({ kind: 'heading' as const, heading })));
      } else {
        headings.push(...named);
        html += this.write(node);
      }
    }
    endProse();
    return pieces;
  }
}
