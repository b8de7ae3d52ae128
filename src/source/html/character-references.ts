/*
 * Of HTML's 2,231 named references we know those that text and URLs of real pages use: a name for each ASCII character
 * (they can hide a URL's scheme), Latin 1, Greek and common typography. Any other name stays as written: the whole
 * table weighs 30 KB.
 */
const LATIN_CAPITALS =
  'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ' +
  'ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN';
const GREEK_CAPITALS =
  'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho sigmaf Sigma Tau ' +
  'Upsilon Phi Chi Psi Omega';

const range = (first: number, names: string): [string, string][] =>
  names.split(' ').map((name, index) => [name, String.fromCharCode(first + index)]);

const pairs = (names: string): [string, string][] =>
  // eslint-disable-next-line regexp/no-super-linear-move -- it reads the tables above and nothing else
  Array.from(names.matchAll(/([A-Za-z]+)([^ ])/g), ([, name = '', character = '']) => [name, character]);

/** Names that need no semicolon. */
const legacy = new Map([
  ...range(
    160,
    'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute ' +
      `micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest ${LATIN_CAPITALS} ` +
      `szlig ${LATIN_CAPITALS.toLowerCase().replace('times', 'divide')} yuml`,
  ),
  ...pairs('amp& AMP& lt< LT< gt> GT> quot" QUOT" COPY© REG®'),
]);

const named = new Map([
  ...legacy,
  // The Greek small letters stand 32 places after the capitals; U+03A2 is a gap that only the small letters fill.
  ...range(0x391, GREEK_CAPITALS),
  ...range(0x3b1, GREEK_CAPITALS.toLowerCase()),
  ...pairs(
    "excl! num# dollar$ percnt% apos' lpar( rpar) ast* plus+ comma, period. sol/ colon: semi; equals= quest? commat@ " +
      'lsqb[ bsol\\ rsqb] Hat^ lowbar_ grave` lcub{ verbar| rcub} Tab\t NewLine\n ' +
      'ndash– mdash— lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ dagger† bull• hellip… lsaquo‹ rsaquo› euro€ trade™ ' +
      'larr← uarr↑ rarr→ darr↓ harr↔ rArr⇒ minus− infin∞ asymp≈ ne≠ le≤ ge≥ check✓ star☆ hearts♥ OEligŒ oeligœ ' +
      'ScaronŠ scaronš YumlŸ fnofƒ ensp\u2002 emsp\u2003 thinsp\u2009 zwnj\u200c zwj\u200d lrm\u200e rlm\u200f',
  ),
]);

/** What the references `&#128;` to `&#159;` mean: Windows-1252, as the web always had it. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function fromNumber(code: number): string {
  if (code >= 0x80 && code < 0xa0) return WINDOWS_1252.charAt(code - 0x80);
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)
    ? '\ufffd'
    : String.fromCodePoint(code);
}

/** The longest legacy name that `name` begins with, decoded, and the rest of it as written. */
function fromPrefix(name: string): string | undefined {
  for (let length = Math.min(name.length, 6); length > 1; length--) {
    const character = legacy.get(name.slice(0, length));
    if (character !== undefined) return character + name.slice(length);
  }
  return undefined;
}

/**
 * The characters that HTML text means: numeric character references and the common named ones are decoded.
 * `context` decides what a name without its semicolon means: in an attribute's value, `?a=1&copy=2` stays a URL.
 */
export function decodeReferences(text: string, context: 'text' | 'attribute' = 'text'): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(?:x([\da-f]+)|(\d+));?|([a-z][a-z\d]*)(;?)(?=(=?)))/gi,
    (
      written,
      hex: string | undefined,
      decimal: string | undefined,
      name: string | undefined = '',
      semicolon: string,
      equals: string,
    ) => {
      if (hex ?? decimal) return fromNumber(hex ? parseInt(hex, 16) : Number(decimal));
      if (semicolon) return named.get(name) ?? written;
      const decoded = context === 'text' ? fromPrefix(name) : equals ? undefined : legacy.get(name);
      return decoded ?? written;
    },
  );
}
