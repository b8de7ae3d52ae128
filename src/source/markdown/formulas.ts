import type { Tokens } from 'marked';

/** A formula in a text. */
interface FoundFormula {
  readonly tex: string;
  /** Whether it stands on lines of its own. */
  readonly display: boolean;
  /** Where it ends, its last dollar included. */
  readonly end: number;
}

const DOLLAR = 36;
const BACKSLASH = 92;
const BACKTICK = 96;

const WORD = /[\p{L}\p{N}]/u;

/**
 * The formula that the dollar at `at` begins, by GitHub's rules: `$…$` has no white space inside its dollars, `$$…$$`
 * may have, `` $`…`$ `` may hold any sign. No letter or digit stands right before or behind a formula, which leaves
 * prices and shell variables alone. A backslash takes its meaning from a dollar. What cannot end a formula may begin
 * one, so the search ends at the next dollar.
 */
export function matchFormula(text: string, at: number): FoundFormula | undefined {
  if (at > 0 && (text.charCodeAt(at - 1) === DOLLAR || WORD.test(text.charAt(at - 1)))) return undefined;
  const signs = countDollars(text, at);
  const from = at + signs;
  if (signs === 1 && text.charCodeAt(from) === BACKTICK) return matchQuoted(text, from + 1);
  if (signs > 2 || (signs === 1 && !/\S/.test(text.charAt(from)))) return undefined;
  const to = nextDollars(text, from, signs);
  if (to === -1 || countDollars(text, to) !== signs || WORD.test(text.charAt(to + signs))) return undefined;
  const tex = text.slice(from, to);
  if (signs === 1 ? !/\S$/.test(tex) : tex.trim() === '') return undefined;
  return { tex: tex.trim(), display: signs === 2, end: to + signs };
}

/** Where the formula at `at` ends, or behind the dollars that begin none. */
export const formulaEnd = (text: string, at: number): number =>
  matchFormula(text, at)?.end ?? at + countDollars(text, at);

function matchQuoted(text: string, from: number): FoundFormula | undefined {
  const to = text.indexOf('`', from);
  if (to <= from || text.charCodeAt(to + 1) !== DOLLAR) return undefined;
  return { tex: text.slice(from, to).trim(), display: false, end: to + 2 };
}

function countDollars(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === DOLLAR) end++;
  return end - at;
}

/** The next run of at least so many dollars that no backslash takes the meaning from. */
function nextDollars(text: string, from: number, signs: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === DOLLAR && (signs === 1 || text.charCodeAt(at + 1) === DOLLAR)) return at;
  }
  return -1;
}

/** `$$` alone on a line, to the next such line. */
const ALONE = /^ {0,3}\$\$[ \t]*\n([^]*?)\n[ \t]*\$\$[ \t]*(?:\n|$)/;
const START = /^ {0,3}\$\$(?!\$)/;
const BLANK_LINE = /\n[ \t]*\n/;
const LINE_END = /[ \t]*(?:\n|$)/y;

/**
 * The formula that is a block at the start of `src`: a code in the language `math`. It stands between lines of `$$`, or
 * begins a line with `$$` and ends one with it, without a blank line.
 */
export function readFormulaBlock(src: string): Tokens.Code | undefined {
  const start = START.exec(src)?.[0].length;
  if (start === undefined) return undefined;
  const alone = ALONE.exec(src);
  if (alone) return codeOf(alone[0], alone[1] ?? '');
  const to = nextDollars(src, start, 2);
  const tex = src.slice(start, to);
  LINE_END.lastIndex = to + 2;
  const end = to === -1 || BLANK_LINE.test(tex) ? null : LINE_END.exec(src);
  return end ? codeOf(src.slice(0, LINE_END.lastIndex), tex) : undefined;
}

function codeOf(raw: string, tex: string): Tokens.Code | undefined {
  const text = tex.trim();
  return text === '' ? undefined : { type: 'code', raw, lang: 'math', text };
}
