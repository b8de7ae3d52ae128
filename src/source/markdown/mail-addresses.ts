import type { Token, Tokens } from 'marked';
import { addressToken, textToken } from './tokens.js';

/** A mail address in running text. */
interface MailAddress {
  readonly start: number;
  readonly end: number;
  readonly href: string;
}

const LOCAL_PART = /[\w.+-]/;
const SCHEME = /(?<![a-zA-Z\d])(?:mailto|xmpp):$/i;
const LONGEST_SCHEME = 'mailto:'.length;
const HOST = /(?:[\w-]|\.(?=[a-zA-Z\d]))+/y;
const XMPP_HOST = /(?:[\w/-]|\.(?=[a-zA-Z\d]))+/y;

/** The addresses in `text`, `mailto:` and `xmpp:` with an address among them. What looks like `name@1.2.3` is none. */
export function matchMailAddresses(text: string): MailAddress[] {
  const addresses: MailAddress[] = [];
  let from = 0;
  for (let sign = text.indexOf('@'); sign !== -1; sign = text.indexOf('@', Math.max(from, sign + 1))) {
    const address = matchMailAddress(text, from, sign);
    if (!address) continue;
    addresses.push(address);
    from = address.end;
  }
  return addresses;
}

/** The address around the `@` at `sign`, none of it before `from`. */
function matchMailAddress(text: string, from: number, sign: number): MailAddress | undefined {
  let start = sign;
  while (start > from && LOCAL_PART.test(text.charAt(start - 1))) start--;
  if (start === sign) return undefined;
  const before = text.slice(Math.max(from, start - LONGEST_SCHEME - 1), start);
  const scheme = before.endsWith(':') ? (SCHEME.exec(before)?.[0] ?? '') : '';
  const expression = scheme.toLowerCase() === 'xmpp:' ? XMPP_HOST : HOST;
  expression.lastIndex = sign + 1;
  const host = expression.exec(text)?.[0] ?? '';
  const end = sign + 1 + host.length;
  // A host has a dot and ends with a letter.
  if (!/\.[a-zA-Z\d]/.test(host) || !/[a-zA-Z]$/.test(host) || text[end] === '@') return undefined;
  start -= scheme.length;
  const address = text.slice(start, end);
  return { start, end, href: scheme ? address : `mailto:${address}` };
}

/** Whether a token reads on in an address: text, and what editors escape in one. CommonMark wants `<foo\+@bar.example>` to stay text. */
const isText = (token: Token | undefined): token is Tokens.Text | Tokens.Escape =>
  token?.type === 'text' || (token?.type === 'escape' && '_.-@'.includes((token as Tokens.Escape).text));

/**
 * Makes links of the mail addresses in a run, in place. It works on the tokens and not on the source, as in cmark:
 * escapes and neighbouring pieces of text read as one text.
 */
export function linkMailAddresses(tokens: Token[]): void {
  for (let from = 0; from < tokens.length; from++) {
    let text = '';
    let to = from;
    for (let token = tokens[to]; isText(token); token = tokens[++to]) text += token.text;
    const addresses = text.includes('@') ? matchMailAddresses(text) : [];
    if (addresses.length === 0) {
      from = to;
      continue;
    }
    const pieces: Token[] = [];
    let end = 0;
    for (const address of addresses) {
      if (address.start > end) pieces.push(textToken(text.slice(end, address.start)));
      const raw = text.slice(address.start, address.end);
      pieces.push(addressToken(raw, raw, address.href));
      end = address.end;
    }
    if (end < text.length) pieces.push(textToken(text.slice(end)));
    tokens.splice(from, to - from, ...pieces);
    from += pieces.length;
  }
}
