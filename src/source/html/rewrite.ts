import { escapeHtml } from '../../model/escape.js';
import { readSrcset } from '../../model/srcset.js';
import { RAW_TEXT_ELEMENTS } from './scan-end.js';
import { readAttributes, Scanner } from './scan.js';

/** New values of attributes by name; `undefined` takes the attribute away. */
export type AttributeChanges = Readonly<Record<string, string | undefined>>;

/** Looks at a start tag, its name in lower case and its decoded attributes, and returns what changes, if anything. */
export type TagVisitor = (
  name: string,
  attributes: ReadonlyMap<string, string>,
) => AttributeChanges | undefined;

/** What a URL in an attribute leads to: another page, or something shown in this one. */
export type UrlResolver = (url: string, use: 'link' | 'image') => string | undefined;

/** The current start tag of `scanner` with its attributes changed. */
function changeTag({ html, start, end, name, attributes }: Scanner, changes: AttributeChanges): string {
  const added = new Set(Object.keys(changes));
  let changed = '';
  let last = start;
  let lastEnd = start + 1 + name.length;
  for (const attribute of attributes) {
    if (Object.hasOwn(changes, attribute.name)) {
      const value = changes[attribute.name];
      // Only the first attribute of a name counts: the others must not take its place when it goes.
      const stays = added.delete(attribute.name) && value !== undefined;
      changed += html.slice(last, stays ? attribute.start : lastEnd);
      if (stays) changed += `${attribute.name}="${escapeHtml(value)}"`;
      last = attribute.end;
    }
    lastEnd = attribute.end;
  }
  changed += html.slice(last, lastEnd);
  for (const key of added) {
    const value = changes[key];
    if (value !== undefined) changed += ` ${key}="${escapeHtml(value)}"`;
  }
  return changed + html.slice(lastEnd, end);
}

/** Changes attributes of the start tags in a piece of HTML; all other bytes stay as they are. */
export function rewriteHtml(html: string, visit: TagVisitor): string {
  if (!html.includes('<')) return html;
  const scanner = new Scanner(html);
  let rewritten = '';
  let last = 0;
  for (let kind = scanner.next(true); kind; kind = scanner.next(true)) {
    if (kind !== 'start') continue;
    const { name } = scanner;
    if (RAW_TEXT_ELEMENTS.has(name)) scanner.rawText = name;
    const changes = visit(name, readAttributes(scanner.attributes));
    if (!changes) continue;
    rewritten += html.slice(last, scanner.start) + changeTag(scanner, changes);
    last = scanner.end;
  }
  return rewritten + html.slice(last);
}

export const URL_ATTRIBUTES: ReadonlyMap<string, 'link' | 'image'> = new Map([
  ['href', 'link'],
  ['cite', 'link'],
  ['longdesc', 'link'],
  ['src', 'image'],
  ['poster', 'image'],
  ['background', 'image'],
]);

/** What stands in a text that has one of them, or a `srcset`. */
const MAY_HOLD_URL = new RegExp([...URL_ATTRIBUTES.keys()].join('|'), 'i');

/** A `srcset` with each URL resolved; a candidate whose URL the resolver answers with `undefined` goes. */
export function resolveSrcset(srcset: string, resolveUrl: UrlResolver): string {
  let changed = '';
  let last = 0;
  for (const { url, start, end } of readSrcset(srcset)) {
    const resolved = resolveUrl(url, 'image');
    changed += srcset.slice(last, start);
    if (resolved !== undefined)
      changed += resolved.replace(/ /g, '%20').replace(/,$/, '%2C') + srcset.slice(start + url.length, end);
    last = end;
  }
  return changed + srcset.slice(last);
}

/**
 * Raw HTML of a page with its URLs resolved: links, images and every candidate of a `srcset`.
 * An attribute whose URL the resolver answers with `undefined` is taken away.
 */
export const resolveUrls = (html: string, resolveUrl: UrlResolver): string => {
  if (!MAY_HOLD_URL.test(html)) return html;
  return rewriteHtml(html, (_name, attributes) => {
    const changes: Record<string, string | undefined> = {};
    for (const [name, value] of attributes) {
      const use = URL_ATTRIBUTES.get(name);
      if (!use && name !== 'srcset') continue;
      const resolved = use ? resolveUrl(value.trim(), use) : resolveSrcset(value, resolveUrl);
      if (resolved !== value) changes[name] = resolved;
    }
    return changes;
  });
};
