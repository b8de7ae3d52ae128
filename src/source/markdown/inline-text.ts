const NEWLINE = 10;
const SPACE = 32;
const DOLLAR = 36;
const BACKTICK = 96;
const TILDE = 126;

/** Begins something else than text. */
const MARKUP = 1;
/** First letter of `http://`, `https://`, `ftp://` or `www.`. */
const ADDRESS = 2;
/** May begin a hard line break. */
const SPACES = 3;
/** Begins templates and attribute lists. */
const TEMPLATE = 4;

/** What an ASCII character may begin; 0 where it is only text. */
const KINDS = new Uint8Array(128);
for (const [characters, kind] of [
  ['\\<![`*_~$', MARKUP],
  ['hHfFw', ADDRESS],
  [' ', SPACES],
  ['{', TEMPLATE],
] as const)
  for (const character of characters) KINDS[character.charCodeAt(0)] = kind;

const ADDRESS_START = /(?:https?|ftp):\/\/|www\./iy;

const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

/**
 * Whether a URL may begin at `at`: `http://`, `https://` and `ftp://` after anything but a letter,
 * `www.` only after white space or what emphasis and parentheses begin with.
 */
export function isAddressStart(text: string, at: number): boolean {
  if (KINDS[text.charCodeAt(at)] !== ADDRESS) return false;
  ADDRESS_START.lastIndex = at;
  const match = ADDRESS_START.exec(text)?.[0];
  if (match === undefined) return false;
  if (match.length > 4) return at === 0 || !isLetter(text.charCodeAt(at - 1));
  return match === 'www.' && (at === 0 || /[\s*_~(]/.test(text.charAt(at - 1)));
}

/**
 * Where the text that begins at `start` ends: at the first character after it that may begin something else,
 * a template among them where there are `templates`.
 */
export function textEnd(text: string, start: number, templates: boolean): number {
  let at = start + 1;
  const first = text.charCodeAt(start);
  // A run of backticks, tildes or dollars that began nothing is text as a whole.
  if (first === BACKTICK || first === TILDE || first === DOLLAR) while (text.charCodeAt(at) === first) at++;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = code < 128 ? KINDS[code] : 0;
    if (kind === 0) continue;
    if (kind === MARKUP || (kind === TEMPLATE && templates)) return at;
    if (kind === ADDRESS && isAddressStart(text, at)) return at;
    if (kind !== SPACES || text.charCodeAt(at + 1) !== SPACE) continue;
    let end = at + 2;
    while (text.charCodeAt(end) === SPACE) end++;
    if (text.charCodeAt(end) === NEWLINE) return at;
    at = end - 1;
  }
  return at;
}
