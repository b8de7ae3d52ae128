import { decodeEscapes } from './escapes.js';

/** What stands in the parentheses of an inline link. */
export interface LinkTarget {
  /** Decoded. */
  readonly href: string;
  /** Decoded; empty where there is none. */
  readonly title: string;
  /** Position after the closing parenthesis. */
  readonly end: number;
}

/** A destination with the position after it. */
export interface Destination {
  readonly text: string;
  readonly end: number;
}

const WHITE_SPACE = /[ \t\n\v\f\r]*/y;
/** `<…>`, without line ends. */
const ANGLED = /<((?:\\.|[^\n<>\\])*)>/y;
const TITLE = /"((?:\\[^]|[^"\\])*)"|'((?:\\[^]|[^'\\])*)'|\(((?:\\[^]|[^()\\])*)\)/y;

/** As deep as parentheses may nest in a destination; cmark's own limit. */
const MAX_PARENTHESES = 32;

const BACKSLASH = 92;
const OPEN = 40;
const CLOSE = 41;
const BRACE = 123;

function match(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at;
  return expression.exec(text);
}

const skipSpace = (text: string, at: number): number => at + (match(WHITE_SPACE, text, at)?.[0].length ?? 0);

/** Where the template at a position ends; the position itself where there is none. */
type TemplateEnd = (text: string, at: number) => number;

/**
 * Reads `(destination "title")` with its opening parenthesis at `at`. `templateEnd` lets templates, with their spaces
 * and quotes, be part of the destination.
 */
export function readTarget(text: string, at: number, templateEnd?: TemplateEnd): LinkTarget | undefined {
  const start = skipSpace(text, at + 1);
  const destination = readDestination(text, start, templateEnd);
  if (!destination) return undefined;
  const afterSpace = skipSpace(text, destination.end);
  const title = afterSpace > destination.end ? match(TITLE, text, afterSpace) : null;
  const end = title ? skipSpace(text, afterSpace + title[0].length) : afterSpace;
  if (text.charCodeAt(end) !== CLOSE) return undefined;
  return {
    href: decodeEscapes(destination.text),
    title: title ? decodeEscapes(title[1] ?? title[2] ?? title[3] ?? '') : '',
    end: end + 1,
  };
}

/** A destination in angle brackets, or one without white space whose parentheses are balanced; it may be empty. */
function readDestination(text: string, at: number, templateEnd?: TemplateEnd): Destination | undefined {
  const angled = match(ANGLED, text, at);
  if (angled) return { text: angled[1] ?? '', end: at + angled[0].length };
  if (text[at] === '<') return undefined;
  let depth = 0;
  let end = at;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === BRACE && templateEnd) end = Math.max(end, templateEnd(text, end) - 1);
    else if (code === BACKSLASH && /[!-/:-@[-`{-~]/.test(text[end + 1] ?? '')) end++;
    else if (code === OPEN && ++depth > MAX_PARENTHESES) return undefined;
    else if (code === CLOSE && depth-- === 0) {
      depth = 0;
      break;
    } else if (code <= 32 || code === 127) break;
  }
  return depth === 0 ? { text: text.slice(at, end), end } : undefined;
}
