import { decodeReferences } from './character-references.js';
import { findCommentEnd, findRawTextEnd } from './scan-end.js';

/** What the scanner read; `cdata` only where the reader said that the content is SVG or MathML. */
export type TokenKind = 'text' | 'start' | 'end' | 'comment' | 'cdata';

/** An attribute as it stands in a tag; offsets count from the beginning of the scanned text. */
export interface ScannedAttribute {
  /** In lower case. */
  readonly name: string;
  /** The value as written, without quotes; empty where there is none. */
  readonly rawValue: string;
  readonly start: number;
  readonly end: number;
}

// White space is HTML's: JavaScript's \s matches more.
const MARKUP = /<(?:[a-z/!?]|$)/gi;
const TAG_NAME = /[^\t\n\f\r />]+/y;
const BETWEEN_ATTRIBUTES = /[\t\n\f\r /]*/y;
const ATTRIBUTE =
  /([^\t\n\f\r />][^\t\n\f\r />=]*)(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"?|'([^']*)'?|([^\t\n\f\r >]*)))?/y;

/** Lower case as HTML compares names: other alphabets stay as they are. */
const lowerCase = (name: string): string =>
  /[A-Z]/.test(name) ? name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : name;

/**
 * Reads HTML token by token, as the HTML standard's tokenizer does; expects text without NUL and with LF line ends.
 * Text may arrive in pieces: what may go on in the next piece is not read before that comes.
 */
export class Scanner {
  /** What is being read; a new piece replaces what was read already. */
  html = '';
  /** Where the current token begins and ends. */
  start = 0;
  end = 0;
  /** How much was dropped before `html`. */
  offset = 0;
  /** The current tag's name in lower case. */
  name = '';
  /** Whether the current tag ends with `/>`. */
  selfClosing = false;
  attributes: ScannedAttribute[] = [];
  /** What the current comment lacks to be closed: the text ended in it. */
  missing = '';
  /** The element whose text content comes next: the reader sets it after a start tag, its end tag clears it. */
  rawText = '';
  /** Set by the reader: `<![CDATA[` begins text here instead of a comment. */
  foreign = false;

  constructor(html = '') {
    this.html = html;
  }

  /** The current token as written. */
  get text(): string {
    return this.html.slice(this.start, this.end);
  }

  /** How much is left to read. */
  get pending(): number {
    return this.html.length - this.end;
  }

  append(html: string): void {
    this.offset += this.end;
    this.html = (this.end ? this.html.slice(this.end) : this.html) + html;
    this.start = this.end = 0;
  }

  /**
   * Reads one token. `undefined` means that the rest of the text is no whole token; with `final`, when no more text
   * comes, that it is a tag without its end, which HTML drops, or that there is none.
   */
  next(final = false): TokenKind | undefined {
    for (;;) {
      this.start = this.end;
      if (!this.pending) return undefined;
      if (this.rawText) {
        const kind = this.#rawText(final);
        if (kind ?? this.rawText) return kind;
      }
      const text = this.#text(final);
      if (text !== 0) return text > 0 ? this.#to(text, 'text') : undefined;
      if (!this.html.startsWith('</>', this.start)) return this.#markup(final);
      this.end += 3;
    }
  }

  #to(end: number, kind: TokenKind): TokenKind {
    this.end = end;
    return kind;
  }

  /** The end of the text that begins here; 0 where markup begins, -1 where more of the text is needed. */
  #text(final: boolean): number {
    const { html, start } = this;
    MARKUP.lastIndex = start;
    const markup = MARKUP.exec(html);
    let end = markup?.index ?? html.length;
    if (final) {
      const tail = html.slice(end);
      if (tail === '<' || tail === '</') end = html.length;
    } else if (!markup) {
      // A character reference may go on in the next piece.
      const reference = html.lastIndexOf('&');
      if (reference >= Math.max(start, end - 40) && /^&[#\w]*$/.test(html.slice(reference))) end = reference;
      if (end === start) return -1;
    }
    return end === start ? 0 : end;
  }

  #markup(final: boolean): TokenKind | undefined {
    const { html, start } = this;
    const isTag = /[a-z]/i;
    if (isTag.test(html.charAt(start + 1))) return this.#tag(start + 1, 'start');
    if (html.charAt(start + 1) === '/') {
      if (html.length === start + 2) return undefined;
      if (isTag.test(html.charAt(start + 2))) return this.#tag(start + 2, 'end');
    }
    let end: number;
    let kind: TokenKind = 'comment';
    let closing = '>';
    if (html.startsWith('<!--', start)) {
      closing = '-->';
      end = findCommentEnd(html, start);
    } else if (this.foreign && html.startsWith('<![CDATA[', start)) {
      kind = 'cdata';
      end = html.indexOf(']]>', start) + 3;
      if (end === 2) end = 0;
    } else {
      // Declarations, processing instructions and other nonsense are comments up to the next `>`.
      end = html.indexOf('>', start) + 1;
    }
    this.missing = end ? '' : closing;
    return end || final ? this.#to(end || html.length, kind) : undefined;
  }

  #tag(nameStart: number, kind: TokenKind): TokenKind | undefined {
    const { html } = this;
    TAG_NAME.lastIndex = nameStart;
    TAG_NAME.test(html);
    let end = TAG_NAME.lastIndex;
    const name = html.slice(nameStart, end);
    const attributes: ScannedAttribute[] = [];
    for (;;) {
      const last = end;
      BETWEEN_ATTRIBUTES.lastIndex = end;
      BETWEEN_ATTRIBUTES.test(html);
      end = BETWEEN_ATTRIBUTES.lastIndex;
      if (html.charAt(end) === '>') {
        this.selfClosing = end > last && html.charAt(end - 1) === '/';
        break;
      }
      ATTRIBUTE.lastIndex = end;
      const match = ATTRIBUTE.exec(html);
      // Nothing goes on after the last `>`: an attribute that ends with the text belongs to an unfinished tag.
      if (!match || ATTRIBUTE.lastIndex === html.length) return undefined;
      const start = end;
      end = ATTRIBUTE.lastIndex;
      const rawValue = match[2] ?? match[3] ?? match[4] ?? '';
      attributes.push({ name: lowerCase(match[1] ?? ''), rawValue, start, end });
    }
    this.name = lowerCase(name);
    this.attributes = attributes;
    this.rawText = '';
    return this.#to(end + 1, kind);
  }

  /** The text content of the element `rawText`, or nothing where its end tag begins. */
  #rawText(final: boolean): TokenKind | undefined {
    const { html, start, rawText } = this;
    let end = findRawTextEnd(html, start, rawText);
    if (end === start) this.rawText = '';
    if (end === -1 && final) end = html.length;
    return end > start ? this.#to(end, 'text') : undefined;
  }
}

/** The decoded attributes of a scanned tag; of two with one name the first counts, as in HTML. */
export function readAttributes(scanned: readonly ScannedAttribute[]): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const { name, rawValue } of scanned)
    if (!attributes.has(name)) attributes.set(name, decodeReferences(rawValue, 'attribute'));
  return attributes;
}

/** The decoded attributes of one start tag as written. */
export function readTag(tag: string): Map<string, string> {
  const scanner = new Scanner(tag);
  scanner.next();
  return readAttributes(scanner.attributes);
}
