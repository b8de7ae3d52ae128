/** An address found in running text. */
export interface Address {
  /** Where it ends in the text. */
  readonly end: number;
  /** What its link has before it: `http://` or nothing. */
  readonly prefix: string;
}

const SCHEME = /(?:https?|ftp):\/\//iy;
/** Anything but white space and punctuation may be part of a host's name. */
const HOST_CHARACTER = /[^\s\p{P}$+<=>^`|~]/uy;
const URL_BODY = /[^\s<]*/y;

const SEMICOLON = 59;

/** The URL that begins at `start`: with a scheme that browsers load, or with `www.`. */
export function matchUrl(text: string, start: number): Address | undefined {
  SCHEME.lastIndex = start;
  const scheme = SCHEME.exec(text)?.[0].length ?? 0;
  if (scheme === 0 && !text.startsWith('www.', start)) return undefined;
  const hostEnd = skipHost(text, start + scheme);
  if (hostEnd === undefined) return undefined;
  URL_BODY.lastIndex = hostEnd;
  URL_BODY.exec(text);
  const end = trimEnd(text, start, URL_BODY.lastIndex);
  return end > start + scheme ? { end, prefix: scheme === 0 ? 'http://' : '' } : undefined;
}

/** The end of a host's name; nothing where it is none, or has an underscore in its last two parts. */
function skipHost(text: string, start: number): number | undefined {
  let at = start;
  let underscores = 0;
  let underscoresBefore = 0;
  while (at < text.length) {
    const character = text[at];
    if (character === '.') {
      underscoresBefore = underscores;
      underscores = 0;
    } else if (character === '_') underscores++;
    else if (character !== '-') {
      HOST_CHARACTER.lastIndex = at;
      if (!HOST_CHARACTER.test(text)) break;
      at = HOST_CHARACTER.lastIndex;
      continue;
    }
    if (at === start) return undefined;
    at++;
  }
  return at === start || underscores + underscoresBefore > 0 ? undefined : at;
}

/** Takes punctuation that ends a sentence rather than the URL off its end. */
function trimEnd(text: string, start: number, end: number): number {
  let unbalanced = 0;
  for (let at = start; at < end; at++) {
    if (text[at] === '(') unbalanced--;
    else if (text[at] === ')') unbalanced++;
  }
  for (let at = end; at > start;) {
    const character = text[at - 1] ?? '';
    if (character === ')') {
      if (unbalanced-- <= 0) return at;
      at--;
    } else if (text.charCodeAt(at - 1) === SEMICOLON) at = skipReference(text, start, at);
    else if ('?!.,:*_~\'"'.includes(character)) at--;
    else return at;
  }
  return start;
}

/** The position before the character reference, or before the lone semicolon, that ends at `end`. */
function skipReference(text: string, start: number, end: number): number {
  let at = end - 2;
  while (at > start && /[a-zA-Z]/.test(text[at] ?? '')) at--;
  return at < end - 2 && text[at] === '&' ? at : end - 1;
}
