import { escapeHtml } from '../../model/escape.js';
import { decodeReferences } from './character-references.js';
import { RAW_TEXT_ELEMENTS } from './scan-end.js';
import { readAttributes, Scanner } from './scan.js';

/** What a link to a repository is read out as; `undefined` for a link to anything else. Given the value of `href`. */
export type LinkDescriber = (href: string) => string | undefined;

/** What may stand in a link in a line; a link around more is a block of the author's own. */
const PHRASING = new Set(
  'abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
);
const VOID = new Set(['br', 'img', 'wbr']);

const BARE_URL = /^\s*https?:\/\/\S+\s*$/i;

/** A link that is open. */
interface OpenLink {
  readonly start: number;
  /** What it is called where its text is its address. */
  readonly description: string;
  readonly isNamed: boolean;
  readonly inside: string[];
  text: string;
}

/**
 * Puts the links to repositories in an author's HTML into `<repo-link>`, as those in Markdown are. Only a link that
 * ends where it should, with text in it and whole phrases, gets one: around such a link a tag changes nothing else.
 */
export function wrapLinks(html: string, describe: LinkDescriber): string {
  // What is in pictures of that kind is none of HTML's.
  if (!/<a[\s/]/i.test(html) || /<(?:svg|math)\b/i.test(html)) return html;
  const scanner = new Scanner(html);
  let wrapped = '';
  let last = 0;
  let depth = 0;
  let isInLink = false;
  let link: OpenLink | undefined;
  for (let kind = scanner.next(true); kind; kind = scanner.next(true)) {
    const { name, end } = scanner;
    if (kind === 'text') {
      if (link) link.text += scanner.text;
    } else if (kind === 'start') {
      if (RAW_TEXT_ELEMENTS.has(name)) scanner.rawText = name;
      if (name === 'a') {
        link = isInLink || depth > 0 ? undefined : openLink(scanner, describe);
        isInLink = true;
      } else if (name === 'repo-link') {
        depth++;
        link = undefined;
      } else if (PHRASING.has(name)) link?.inside.push(name);
      else if (!VOID.has(name)) link = undefined;
    } else if (kind === 'end') {
      if (name === 'a') {
        isInLink = false;
        if (link?.inside.length === 0 && link.text.trim() !== '') {
          wrapped += `${html.slice(last, link.start)}<repo-link>${named(link, html.slice(link.start, end))}</repo-link>`;
          last = end;
        }
        link = undefined;
      } else if (name === 'repo-link') {
        depth = Math.max(0, depth - 1);
        link = undefined;
      } else if (link && link.inside.pop() !== name) link = undefined;
    }
  }
  return wrapped + html.slice(last);
}

function openLink(scanner: Scanner, describe: LinkDescriber): OpenLink | undefined {
  const attributes = readAttributes(scanner.attributes);
  const description = describe(attributes.get('href') ?? '');
  if (description === undefined) return undefined;
  return { start: scanner.start, description, isNamed: attributes.has('aria-label'), inside: [], text: '' };
}

/** A link whose text is nothing but its address is read out as what it leads to. */
function named({ description, isNamed, text }: OpenLink, html: string): string {
  const shown = decodeReferences(text).trim();
  if (isNamed || !BARE_URL.test(shown)) return html;
  return `${html.slice(0, 2)} aria-label="${escapeHtml(`${description}: ${shown}`)}"${html.slice(2)}`;
}
