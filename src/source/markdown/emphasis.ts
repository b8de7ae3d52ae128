import { matchUrl } from './autolinks.js';
import { BacktickRuns } from './backticks.js';
import { angledLength, type Brackets, type Surroundings } from './brackets.js';
import { findNext, isAddressStart } from './inline-text.js';

/** Emphasized text. Positions count in the text of the run. */
export interface Emphasized {
  readonly kind: 'em' | 'strong' | 'del';
  /** Where the content starts and ends. */
  readonly from: number;
  readonly to: number;
  /** Where the closing signs end. */
  readonly end: number;
}

/** A run of equal signs that may open or close emphasis. */
interface Delimiters {
  readonly code: number;
  readonly at: number;
  readonly length: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  /** How many of its signs closed something, from its start on. */
  closed: number;
  /** How many are left. */
  left: number;
  previous: Delimiters | undefined;
  next: Delimiters | undefined;
}

/** What decides where emphasis is: its signs, and what binds tighter. */
const SIGN = /[*_~{\\`$<[]|(?:https?|ftp):\/\/|www\./gi;

const BANG_TO_TILDE = /[!-/:-@[-`{-~]/;
const SPACE = /\s/;
const PUNCTUATION = /[\p{P}\p{S}]/u;

const DOLLAR = 36;
const STAR = 42;
const LESS_THAN = 60;
const OPEN = 91;
const BACKSLASH = 92;
const UNDERSCORE = 95;
const BACKTICK = 96;
const BRACE = 123;
const TILDE = 126;

/**
 * Finds the emphasized, strong and struck texts of a run in one pass, by CommonMark's algorithm with delimiters, keyed
 * by where their first sign stands. Code, tags, links and, unless `inLink`, addresses bind tighter.
 */
export function matchEmphasis(
  text: string,
  brackets: Brackets,
  surroundings: Surroundings,
  inLink: boolean,
): ReadonlyMap<number, Emphasized> {
  const found = new Map<number, Emphasized>();
  const first = findDelimiters(text, brackets, surroundings, inLink);
  /** For each kind of closer, where those begin that are not known to open nothing for it. */
  const bottoms = new Map<number, number>();
  for (let closer = first; closer;) {
    if (!closer.canClose) {
      closer = closer.next;
      continue;
    }
    const kind = (closer.code * 3 + (closer.length % 3)) * 2 + Number(closer.canOpen);
    const opener = findOpener(closer, bottoms.get(kind) ?? 0);
    if (!opener) {
      bottoms.set(kind, closer.at);
      const { next } = closer;
      if (!closer.canOpen) remove(closer);
      closer = next;
      continue;
    }
    // What stands between the two opens and closes nothing any more.
    opener.next = closer;
    closer.previous = opener;
    if (closer.code !== TILDE || closer.length === opener.length) pair(opener, closer, found);
    else opener.left = closer.left = 0;
    if (opener.left === 0) remove(opener);
    if (closer.left > 0) continue;
    const { next } = closer;
    remove(closer);
    closer = next;
  }
  return found;
}

function findOpener(closer: Delimiters, bottom: number): Delimiters | undefined {
  for (let opener = closer.previous; opener && opener.at >= bottom; opener = opener.previous)
    if (opener.code === closer.code && opener.canOpen && mayPair(opener, closer)) return opener;
  return undefined;
}

/** Signs that could both open and close pair only where their numbers leave no doubt. */
const mayPair = (opener: Delimiters, closer: Delimiters): boolean =>
  !(closer.canOpen || opener.canClose) ||
  closer.length % 3 === 0 ||
  (opener.length + closer.length) % 3 !== 0;

function pair(opener: Delimiters, closer: Delimiters, found: Map<number, Emphasized>): void {
  const isDouble = opener.left >= 2 && closer.left >= 2;
  const signs = isDouble ? 2 : 1;
  const start = opener.at + opener.closed + opener.left - signs;
  const to = closer.at + closer.closed;
  opener.left -= signs;
  closer.left -= signs;
  closer.closed += signs;
  const kind = opener.code === TILDE ? 'del' : isDouble ? 'strong' : 'em';
  found.set(start, { kind, from: start + signs, to, end: to + signs });
}

function remove({ previous, next }: Delimiters): void {
  if (previous) previous.next = next;
  if (next) next.previous = previous;
}

/** The first of the text's delimiters, which lead to each other. */
function findDelimiters(
  text: string,
  brackets: Brackets,
  surroundings: Surroundings,
  inLink: boolean,
): Delimiters | undefined {
  const { templateEnd, formulaEnd } = surroundings;
  const backticks = new BacktickRuns(text);
  let first: Delimiters | undefined;
  let last: Delimiters | undefined;
  for (let at = findNext(SIGN, text, 0); at < text.length; at = findNext(SIGN, text, at + 1)) {
    const code = text.charCodeAt(at);
    if (code === STAR || code === UNDERSCORE || code === TILDE) {
      const delimiters = readDelimiters(text, at, code);
      at += delimiters.length - 1;
      if (!delimiters.canOpen && !delimiters.canClose) continue;
      delimiters.previous = last;
      if (last) last.next = delimiters;
      first ??= delimiters;
      last = delimiters;
    } else if (code === BRACE && templateEnd) at = Math.max(at, templateEnd(text, at) - 1);
    else if (code === BACKSLASH && BANG_TO_TILDE.test(text.charAt(at + 1))) at++;
    else if (code === BACKTICK) at = backticks.skip(at) - 1;
    else if (code === DOLLAR && formulaEnd) at = formulaEnd(text, at) - 1;
    else if (code === LESS_THAN) at += Math.max(0, angledLength(text, at, surroundings) - 1);
    else if (code === OPEN) at = (brackets.constructAt(at)?.end ?? at + 1) - 1;
    else if (!inLink && isAddressStart(text, at) && !brackets.isOpenAt(at))
      at = (matchUrl(text, at)?.end ?? at + 1) - 1;
  }
  return first;
}

function readDelimiters(text: string, at: number, code: number): Delimiters {
  let end = at + 1;
  while (text.charCodeAt(end) === code) end++;
  const length = end - at;
  const before = characterBefore(text, at, code !== TILDE);
  const after = characterAfter(text, end, code !== TILDE);
  const isLeft = opensAt(before, after);
  const isRight = opensAt(after, before);
  const isStrict = code === UNDERSCORE;
  const isDelimiter = code !== TILDE || length <= 2;
  return {
    code,
    at,
    length,
    canOpen: isDelimiter && isLeft && !(isStrict && isRight && !PUNCTUATION.test(before)),
    canClose: isDelimiter && isRight && !(isStrict && isLeft && !PUNCTUATION.test(after)),
    closed: 0,
    left: length,
    previous: undefined,
    next: undefined,
  };
}

/** Whether signs between `outer` and `inner` may belong to what is on the side of `inner`. */
const opensAt = (outer: string, inner: string): boolean =>
  !SPACE.test(inner) && !(PUNCTUATION.test(inner) && !SPACE.test(outer) && !PUNCTUATION.test(outer));

/** The character before `at`, a line end where there is none; as for GitHub, emphasis sees through tildes. */
function characterBefore(text: string, at: number, skipsTildes: boolean): string {
  let before = at - 1;
  if (skipsTildes) while (text.charCodeAt(before) === TILDE) before--;
  if (before < 0) return '\n';
  const code = text.charCodeAt(before);
  const isTrail = code >= 0xdc00 && code <= 0xdfff && before > 0;
  return String.fromCodePoint(text.codePointAt(isTrail ? before - 1 : before) ?? code);
}

function characterAfter(text: string, end: number, skipsTildes: boolean): string {
  let after = end;
  if (skipsTildes) while (text.charCodeAt(after) === TILDE) after++;
  return after < text.length ? String.fromCodePoint(text.codePointAt(after) ?? 10) : '\n';
}
