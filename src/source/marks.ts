import type { Json } from '../model/page.js';
import type { Problem } from '../model/problem.js';

/**
 * Most characters that join the one before them. Unicode's Stream-Safe Text Format (UAX #15, section 13) allows as many
 * non-starters, which is more than any language has; browsers need time that grows with the square of their number.
 */
const MAX_JOINED = 30;

/** What joins the character before it: marks, skin tones, and what shows nothing itself. */
const JOINING = /[\p{M}\p{Cf}\p{Emoji_Modifier}]/uy;

/** One of them, as itself or as a numeric reference; or a letter, which a stacker before it puts under another. */
const UNIT = /&#(?:(\d{1,7})|x([\da-f]{1,6}));|[\p{M}\p{Cf}\p{Emoji_Modifier}\p{L}]/iuy;
const STACKER = /[\u1039\u17d2\u1a60]/;

export const TOO_MANY_MARKS: Omit<Problem, 'place'> = {
  code: 'limit-exceeded',
  severity: 'warning',
  message: `More than ${MAX_JOINED} marks, joiners or skin tones stand on one character: the others are left out.`,
};

/** `text` without the marks that are too many for one character; the text itself where none are. */
export const limitMarks = (text: string): string =>
  text.length > MAX_JOINED ? cut(cut(text, findMarks), findReferences) : text;

/** Data with each of its texts limited so; `tell` is called for each that was too much. */
export function limitMarksIn(data: Json, tell: () => void): Json {
  if (typeof data === 'string') {
    const limited = limitMarks(data);
    if (limited !== data) tell();
    return limited;
  }
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return (data as readonly Json[]).map((item) => limitMarksIn(item, tell));
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, limitMarksIn(value, tell)]));
}

/** Finds places, one of which at least lies in each run that is too long. */
type Search = (text: string) => Generator<number>;

/** Looks at one character of so many, and at others where that one joins: ordinary pages must not feel it. */
function* findMarks(text: string): Generator<number> {
  for (let at = MAX_JOINED; at < text.length; at += MAX_JOINED + 1) {
    if (!mayJoin(text.charCodeAt(at)) || !joinsAt(text, at)) continue;
    // An even distance, for stackers that have letters between them.
    if (joinsAt(text, at - MAX_JOINED / 2 + 1) || joinsAt(text, at + MAX_JOINED / 2 - 1))
      yield startOf(text, at);
  }
}

function* findReferences(text: string): Generator<number> {
  for (let at = text.indexOf('&#'); at !== -1; at = text.indexOf('&#', at + 2)) {
    const digits = text.slice(at + 2, at + 9);
    if (mayJoin(/^x/i.test(digits) ? parseInt(digits.slice(1), 16) : parseInt(digits, 10))) yield at;
  }
}

/** Before the first block of marks only the soft hyphen joins. */
const mayJoin = (code: number): boolean => code >= 0x300 || code === 0xad;

function cut(text: string, search: Search): string {
  let result = '';
  let copied = 0;
  let end = 0;
  for (const place of search(text)) {
    if (place < end) continue;
    const run = readRun(text, place);
    end = run.end;
    if (run.surplus === end) continue;
    result += text.slice(copied, run.surplus);
    copied = end;
  }
  return copied === 0 ? text : result + text.slice(copied);
}

/** Where the run around a place ends, and where in it there begin to be too many. */
function readRun(text: string, place: number): { surplus: number; end: number } {
  let end = place;
  while (end > 0 && joinsAt(text, end - 1)) end = startOf(text, end - 1);
  let surplus = end;
  let previous = '';
  for (let count = 1; ; count++) {
    UNIT.lastIndex = end;
    const unit = UNIT.exec(text);
    const character = unit && meaningOf(unit);
    if (!character || !(joinsAt(character, 0) || STACKER.test(previous))) return { surplus, end };
    previous = character;
    end = UNIT.lastIndex;
    if (count <= MAX_JOINED) surplus = end;
  }
}

function meaningOf([written, decimal, hexadecimal]: RegExpExecArray): string {
  const code = decimal ? Number(decimal) : hexadecimal ? parseInt(hexadecimal, 16) : undefined;
  if (code === undefined) return written;
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** Where the character begins of which the unit at `index` is one half, or all. */
function startOf(text: string, index: number): number {
  const isPair =
    (text.charCodeAt(index) & 0xfc00) === 0xdc00 && (text.charCodeAt(index - 1) & 0xfc00) === 0xd800;
  return isPair ? index - 1 : index;
}

function joinsAt(text: string, index: number): boolean {
  JOINING.lastIndex = startOf(text, index);
  return JOINING.test(text);
}
