import { BLANK, DELIMITER_ROW, FENCE, HEADING, RULE, SETEXT, startsHtml } from './block-starts.js';

/** An open block of fenced code. */
interface OpenFence {
  readonly closing: RegExp;
  /** Columns before it. A line with four less is outside of the fence's container. */
  readonly indent: number;
}

const MARKER = /^ {0,3}(?:>[ \t]?|(?:[*+-]|\d{1,9}[.)])(?:[ \t]+|$))/;

/** So much indentation that a line stays text however many containers take their part of it. */
const LAZY = ' '.repeat(64);

/** A line that goes on with the paragraph of a container it left, such that nothing takes it for the start of a block. */
export const continueParagraph = (line: string): string =>
  isLazy(line) ? line : LAZY + line.replace(/^[ \t]+/, '');

/** Whether an outer container's paragraph goes on with this line already: then so does the paragraph inside. */
export const isLazy = (line: string): boolean => line.startsWith(LAZY);

/** Whether such a line begins there, with a word behind the indentation. */
const isLazyAt = (text: string, index: number): boolean =>
  text.startsWith(LAZY, index) && text.charCodeAt(index + LAZY.length) > 0x20;

/** Where the lazy lines end of which the first begins at `from`: many together take hardly longer than one. */
export function endOfLazy(text: string, from: number): number {
  let end = text.indexOf('\n', from);
  if (isLazyAt(text, from)) while (end !== -1 && isLazyAt(text, end + 1)) end = text.indexOf('\n', end + 1);
  return end === -1 ? text.length : end;
}

/**
 * Which kind of block is innermost at the end of a container's lines: whether a line that leaves the container can
 * go on with a paragraph in it, and whether tabs are content. Lines are read when a question is asked, as few ask.
 */
export class OpenBlock {
  readonly #lines: readonly string[];
  #read = 0;
  #fence: OpenFence | undefined;
  #kind: 'none' | 'paragraph' | 'html' | 'table' = 'none';
  /** Columns before the content of the innermost list item. */
  #base = 0;

  /**
   * `lines` come without the container's own indentation and markers; more may be added to it at any time. Several lazy ones may
   * be one of them.
   */
  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  get isParagraph(): boolean {
    this.#readLines();
    return this.#kind === 'paragraph';
  }

  get isFence(): boolean {
    this.#readLines();
    return this.#fence !== undefined;
  }

  /** Whether the last line with content may be in an item of a list inside the container. */
  get isNested(): boolean {
    this.#readLines();
    return this.#base > 0;
  }

  #readLines(): void {
    for (; this.#read < this.#lines.length; this.#read++) this.#readLine(this.#lines[this.#read] ?? '');
  }

  #readLine(line: string): void {
    const blank = BLANK.test(line);
    if (this.#fence) {
      if (blank) return;
      const closed = this.#fence.closing.test(line);
      const left = line.search(/[^ \t]/) < this.#fence.indent - 3;
      if (!closed && !left) return;
      this.#fence = undefined;
      if (closed) return;
    }
    if (blank) this.#kind = 'none';
    else if (this.#kind !== 'html' && !isLazy(line)) this.#readContent(line);
  }

  #readContent(line: string): void {
    const content = this.#skipMarkers(line).replace(/^[ \t]+/, '');
    const fence = FENCE.exec(content)?.[1];
    const inParagraph = this.#kind === 'paragraph';
    if (fence) {
      const closing = new RegExp(`^[ \\t]*${fence.charAt(0)}{${fence.length},}[ \\t]*$`);
      this.#fence = { closing, indent: line.length - content.length };
      this.#kind = 'none';
    } else if (content === '' || HEADING.test(content) || RULE.test(content)) this.#kind = 'none';
    else if (inParagraph && SETEXT.test(content)) this.#kind = 'none';
    else if (inParagraph && DELIMITER_ROW.test(content)) this.#kind = 'table';
    else if (startsHtml(content, inParagraph)) this.#kind = content.includes('-->') ? 'none' : 'html';
    else if (this.#kind !== 'table' && (inParagraph || !this.#isIndentedCode(line, content)))
      this.#kind = 'paragraph';
  }

  #isIndentedCode(line: string, content: string): boolean {
    const indent = line.length - content.length;
    if (indent < this.#base) this.#base = 0;
    return indent - this.#base >= 4;
  }

  /** `line` without the markers of the quotes and list items that begin on it. */
  #skipMarkers(line: string): string {
    let rest = line;
    for (let marker = MARKER.exec(rest); marker && !RULE.test(rest); marker = MARKER.exec(rest)) {
      rest = rest.slice(marker[0].length);
      this.#kind = 'none';
      this.#base = line.length - rest.length;
    }
    return rest;
  }
}
