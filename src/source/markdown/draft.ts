import type { Block, Heading, Prose } from '../../model/page.js';
import type { HtmlPiece, TextPiece } from './pieces.js';

/** The blocks of an open section, and prose under construction. */
export class Draft {
  readonly #blocks: Block[] = [];
  #html = '';
  #markdown: string;
  #rawHtml = false;
  #sanitized = false;
  #headings: Heading[] = [];
  #pieces: TextPiece[] | undefined;

  /** `markdown` is that of the heading above it, the first of `pieces`. */
  constructor(markdown = '', pieces?: readonly TextPiece[]) {
    this.#markdown = markdown;
    this.#pieces = pieces && [...pieces];
  }

  /**
   * What it is made of, from the heading of its section on; `undefined` where that does not tell all. While it does, the
   * pieces behind the heading are not put together: for a section that is known they never are.
   */
  get pieces(): readonly TextPiece[] | undefined {
    return this.#pieces;
  }

  /** Adds a piece that depends on nothing around it. */
  add(piece: HtmlPiece): void {
    if (this.#pieces) {
      this.#pieces.push(piece);
      return;
    }
    this.#html += piece.html;
    this.#markdown += piece.markdown;
  }

  /** Adds HTML of the author's own, and the headings that stay in it, to what is written out. */
  addRawHtml(html: string, headings: readonly Heading[], sanitized: boolean): void {
    this.#html += html;
    this.#headings.push(...headings);
    this.#rawHtml = true;
    this.#sanitized = sanitized;
  }

  /** Adds the Markdown of what {@link addRawHtml} adds. */
  addMarkdown(markdown: string): void {
    this.#markdown += markdown;
  }

  addBlock(block: Block): void {
    this.endProse();
    this.#blocks.push(block);
  }

  /** What comes is no part of the prose so far. */
  endProse(): void {
    this.#blocks.push(...this.#prose());
    [this.#html, this.#markdown] = ['', ''];
    this.#rawHtml = this.#sanitized = false;
    this.#headings = [];
    this.#pieces = undefined;
  }

  /** What comes is no piece that tells all. */
  writeOut(): void {
    for (const piece of this.#pieces?.slice(1) ?? []) {
      this.#html += piece.html;
      this.#markdown += piece.markdown;
    }
    this.#pieces = undefined;
  }

  finish(): Block[] {
    return [...this.#blocks, ...this.#prose()];
  }

  #prose(): Prose[] {
    this.writeOut();
    const [html, markdown] = [this.#html, this.#markdown];
    if (!html && !markdown) return [];
    const prose: Prose = { kind: 'prose', html, rawHtml: this.#rawHtml, markdown, headings: this.#headings };
    return [this.#sanitized ? { sanitized: true, ...prose } : prose];
  }
}
