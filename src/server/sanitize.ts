import { decodeHTML, decodeHTMLAttribute } from 'entities/decode';
import { ALLOWED, type AllowList } from '../model/allow-list.js';
import { escapeHtml } from '../model/escape.js';
import {
  fateOf,
  isCheckbox,
  isOwnElement,
  MAX_OWN_DEPTH,
  NAMING_ATTRIBUTES,
  restrictAttribute,
  restrictName,
  restrictRelation,
} from '../model/restrict.js';
import { HTML_READER, type HtmlReader } from '../source/html/reader.js';
import { RootNodes } from '../source/html/root-nodes.js';
import { scanTag } from '../source/html/scan.js';
import { parseTree } from '../source/html/tree-builder.js';
import { isComment, isForeign, isWhole, type TreeElement, type TreeNode } from '../source/html/tree.js';

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** A parser drops the line break these begin with. */
const DROPS_LINE_BREAK = new Set(['pre', 'listing', 'textarea']);

/**
 * HTML that strangers wrote, as text that any browser may insert: parsed as browsers parse it, held against the same
 * allow-list as in the browser, and written anew. Every element that opens closes. Like theirs, this sanitizer reads
 * `<noscript>` as if there were no scripts.
 *
 * Its safety does not rest on the parser: every tag it writes is an allowed element's with the attributes that passed,
 * all else is escaped text, and no element is allowed whose text could be read as anything but that.
 */
export const sanitizeHtml = (html: string, list: AllowList = ALLOWED): string =>
  serializeNodes(parseTree(html, true), list, 0);

/** Reads HTML that strangers wrote, such that what is read is what {@link sanitizeHtml} makes of it, in one parse. */
export const sanitizingReader = (list: AllowList = ALLOWED): HtmlReader => ({
  ...HTML_READER,
  createNodes: () => new RootNodes((node) => serializeNodes([node], list, 0)),
  sanitizes: true,
});

/** `depth` is the number of our own elements around. */
function serializeNodes(nodes: readonly TreeNode[], list: AllowList, depth: number): string {
  let html = '';
  for (const node of nodes)
    html += typeof node === 'string' ? writeText(node) : serializeElement(node, list, depth);
  return html;
}

function serializeElement(element: TreeElement, list: AllowList, around: number): string {
  const { name, children } = element;
  if (isWhole(element)) return element.tag;
  if (isComment(element) || isForeign(element)) return '';
  const fate = fateOf(name, list);
  if (fate === 'drop') return '';
  const depth = around + Number(isOwnElement(name));
  if (fate === 'unwrap' || depth > MAX_OWN_DEPTH) return serializeNodes(children, list, around);
  const attributes = restrictAttributes(element, list);
  if (attributes === undefined) return '';
  if (VOID.has(name)) return `<${name}${attributes}>`;
  const content = serializeNodes(children, list, depth);
  const lineBreak = DROPS_LINE_BREAK.has(name) && content.startsWith('\n') ? '\n' : '';
  return `<${name}${attributes}>${lineBreak}${content}</${name}>`;
}

/** The attributes that stay, as written in a tag; `undefined` where the element must not. */
function restrictAttributes({ name: element, tag }: TreeElement, list: AllowList): string | undefined {
  // Most tags are a name between angle brackets.
  if (tag.length === element.length + 2 && element !== 'input') return '';
  const kept = new Map<string, string>();
  const gone = new Set<string>();
  for (const { name, rawValue } of scanTag(tag)) {
    if (kept.has(name) || gone.has(name)) continue;
    const value = rawValue.includes('&') ? decodeHTMLAttribute(rawValue) : rawValue;
    const allowed = restrictAttribute(element, name, value, list);
    if (allowed === undefined) gone.add(name);
    else kept.set(name, allowed);
  }
  for (const naming of NAMING_ATTRIBUTES) {
    const name = kept.get(naming);
    if (name) kept.set(naming, restrictName(element, kept, name));
  }
  if (element === 'input') {
    if (!isCheckbox(kept.get('type'))) return undefined;
    kept.set('disabled', '');
  }
  const target = kept.get('target');
  const relation = target === undefined ? undefined : restrictRelation(target, kept.get('rel') ?? '');
  if (relation !== undefined) kept.set('rel', relation);
  let written = '';
  for (const [name, value] of kept) written += ` ${name}="${escapeHtml(value)}"`;
  return written;
}

/** A text of HTML in one notation. */
function writeText(html: string): string {
  const text = html.includes('&') ? decodeHTML(html) : html;
  return /[&<>\u00a0]/.test(text)
    ? text
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/\u00a0/g, '&nbsp;')
    : text;
}
