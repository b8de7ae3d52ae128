const DOLLAR = 36;
const BACKTICK = 96;
const TILDE = 126;

/** What may begin something else than text: markup, a hard line break, an address. */
const SIGN = /[\\<![`*_~$]|(?<! ) {2,}\n|(?:https?|ftp):\/\/|www\./gi;
const SIGN_OR_TEMPLATE = new RegExp(`[{]|${SIGN.source}`, SIGN.flags);

const ADDRESS_START = /(?:https?|ftp):\/\/|www\./iy;

/** Where a global expression finds something, from `from` on; the end of the text where it does not. */
export function findNext(expression: RegExp, text: string, from: number): number {
  expression.lastIndex = from;
  return expression.exec(text)?.index ?? text.length;
}

const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

/**
 * Whether a URL may begin at `at`: `http://`, `https://` and `ftp://` after anything but a letter,
 * `www.` only after white space or what emphasis and parentheses begin with.
 */
export function isAddressStart(text: string, at: number): boolean {
  if (!isLetter(text.charCodeAt(at))) return false;
  ADDRESS_START.lastIndex = at;
  const match = ADDRESS_START.exec(text)?.[0];
  if (match === undefined) return false;
  if (match.length > 4) return at === 0 || !isLetter(text.charCodeAt(at - 1));
  return at === 0 || /[\s*_~(]/.test(text.charAt(at - 1));
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
  const sign = templates ? SIGN_OR_TEMPLATE : SIGN;
  for (; ; at++) {
    at = findNext(sign, text, at);
    if (!isLetter(text.charCodeAt(at)) || isAddressStart(text, at)) return at;
  }
}
