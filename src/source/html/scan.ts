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

const TAB = 9;
const LINE_FEED = 10;
const FORM_FEED = 12;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const BANG = 33;
const QUOTE = 34;
const APOSTROPHE = 39;
const SLASH = 47;
const EQUALS = 61;
const GREATER_THAN = 62;
const QUESTION = 63;

/** White space is HTML's: JavaScript's \s matches more. */
const isSpace = (code: number): boolean =>
  code === SPACE || code === LINE_FEED || code === TAB || code === FORM_FEED || code === CARRIAGE_RETURN;

const isUpper = (code: number): boolean => code > 64 && code < 91;
const isLetter = (code: number): boolean => (code > 96 && code < 123) || isUpper(code);

/** Lower case as HTML compares names: other alphabets stay as they are. */
const lowerCase = (name: string): string => name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

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
  attributes: readonly ScannedAttribute[] = [];
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

  /** Leaves out text of this length: it comes behind what was read, and nothing is left to read. */
  skip(length: number): void {
    this.append('');
    this.offset += length;
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
    const markup = findMarkup(html, start);
    let end = markup === -1 ? html.length : markup;
    if (final) {
      const left = html.length - end;
      if (left === 1 || (left === 2 && html.charCodeAt(end + 1) === SLASH)) end = html.length;
    } else if (markup === -1) {
      // A character reference may go on in the next piece.
      const tail = html.slice(Math.max(start, end - 40));
      const reference = tail.lastIndexOf('&');
      if (reference !== -1 && /^&[#\w]*$/.test(tail.slice(reference))) end += reference - tail.length;
      if (end === start) return -1;
    }
    return end === start ? 0 : end;
  }

  #markup(final: boolean): TokenKind | undefined {
    const { html, start } = this;
    const code = html.charCodeAt(start + 1);
    if (isLetter(code)) return this.#tag(start + 1, 'start');
    if (code === SLASH) {
      if (html.length === start + 2) return undefined;
      if (isLetter(html.charCodeAt(start + 2))) return this.#tag(start + 2, 'end');
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
    const nameStop = nameEnd(html, nameStart, false);
    const attributes: ScannedAttribute[] = [];
    const end = readTagRest(html, nameStop, attributes);
    if (end === 0) return undefined;
    this.name = nameAt(html, nameStart, nameStop);
    this.selfClosing = html.charCodeAt(end - 2) === SLASH && end - 2 >= (attributes.at(-1)?.end ?? nameStop);
    this.attributes = attributes;
    this.rawText = '';
    return this.#to(end, kind);
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

/** Where markup begins, or what may be the beginning of it at the end of the text; -1 where there is none. */
function findMarkup(html: string, from: number): number {
  for (let at = html.indexOf('<', from); at !== -1; at = html.indexOf('<', at + 1)) {
    const code = html.charCodeAt(at + 1);
    if (isLetter(code) || code === SLASH || code === BANG || code === QUESTION || Number.isNaN(code))
      return at;
  }
  return -1;
}

/** Where the name ends that begins at `from`: of an attribute also before `=`, unless it begins with that. */
function nameEnd(html: string, from: number, isAttribute: boolean): number {
  let end = from;
  for (; end < html.length; end++) {
    const code = html.charCodeAt(end);
    if (code === GREATER_THAN || code === SLASH || isSpace(code)) break;
    if (isAttribute && code === EQUALS && end > from) break;
  }
  return end;
}

/** The name from `start` to `end` in lower case. */
function nameAt(html: string, start: number, end: number): string {
  const name = html.slice(start, end);
  for (let at = start; at < end; at++) if (isUpper(html.charCodeAt(at))) return lowerCase(name);
  return name;
}

/** Reads a tag behind its name, adds its attributes to `attributes` and returns where it ends; 0 where it does not. */
function readTagRest(html: string, from: number, attributes: ScannedAttribute[]): number {
  for (let at = from; ;) {
    let code = html.charCodeAt(at);
    while (code === SLASH || isSpace(code)) code = html.charCodeAt(++at);
    if (code === GREATER_THAN) return at + 1;
    const attribute = readAttribute(html, at);
    // Nothing goes on after the last `>`: an attribute that ends with the text belongs to an unfinished tag.
    if (attribute.end >= html.length) return 0;
    at = attribute.end;
    attributes.push(attribute);
  }
}

/** The attribute that begins at `start`; one that ends with the text may not be whole. */
function readAttribute(html: string, start: number): ScannedAttribute {
  let end = nameEnd(html, start, true);
  const name = nameAt(html, start, end);
  const equals = skipSpace(html, end);
  if (html.charCodeAt(equals) !== EQUALS) return { name, rawValue: '', start, end };
  const from = skipSpace(html, equals + 1);
  const quote = html.charCodeAt(from);
  if (quote === QUOTE || quote === APOSTROPHE) {
    end = html.indexOf(quote === QUOTE ? '"' : "'", from + 1);
    if (end === -1) end = html.length;
    return { name, rawValue: html.slice(from + 1, end), start, end: end + 1 };
  }
  for (end = from; end < html.length; end++) {
    const code = html.charCodeAt(end);
    if (code === GREATER_THAN || isSpace(code)) break;
  }
  return { name, rawValue: html.slice(from, end), start, end };
}

function skipSpace(html: string, from: number): number {
  let at = from;
  while (isSpace(html.charCodeAt(at))) at++;
  return at;
}

/** The decoded attributes of a scanned tag; of two with one name the first counts, as in HTML. */
export function readAttributes(scanned: readonly ScannedAttribute[]): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const { name, rawValue } of scanned)
    if (!attributes.has(name)) attributes.set(name, decodeReferences(rawValue, 'attribute'));
  return attributes;
}

/** The attributes of one start tag as written. */
export function scanTag(tag: string): readonly ScannedAttribute[] {
  const attributes: ScannedAttribute[] = [];
  readTagRest(tag, nameEnd(tag, 1, false), attributes);
  return attributes;
}

/** The decoded attributes of one start tag as written. */
export const readTag = (tag: string): Map<string, string> => readAttributes(scanTag(tag));
