import {
  defaultTreeAdapter as tree,
  html as names,
  parseFragment,
  type DefaultTreeAdapterTypes,
} from 'parse5';
import { ALLOWED, type AllowList } from '../model/allow-list.js';
import { escapeHtml } from '../model/escape.js';
import {
  fateOf,
  isCheckbox,
  NAMING_ATTRIBUTES,
  restrictAttribute,
  restrictName,
  restrictRelation,
} from '../model/restrict.js';

type ParentNode = DefaultTreeAdapterTypes.ParentNode;
type Element = DefaultTreeAdapterTypes.Element;

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** A parser drops the line break these begin with. */
const DROPS_LINE_BREAK = new Set(['pre', 'listing', 'textarea']);

/**
 * HTML that strangers wrote, as text that any browser may insert: parsed as browsers parse it, held against the same
 * allow-list as in the browser, and written anew. Every element that opens closes. Like theirs, this sanitizer reads
 * `<noscript>` as if there were no scripts.
 */
export const sanitizeHtml = (html: string, list: AllowList = ALLOWED): string =>
  serializeChildren(parseFragment(html, { scriptingEnabled: false }), list);

function serializeChildren(parent: ParentNode, list: AllowList): string {
  let html = '';
  for (const node of parent.childNodes) {
    if (tree.isTextNode(node)) html += escapeText(node.value);
    else if (tree.isElementNode(node)) html += serializeElement(node, list);
  }
  return html;
}

function serializeElement(element: Element, list: AllowList): string {
  const name = element.tagName;
  const fate = element.namespaceURI === names.NS.HTML ? fateOf(name, list) : 'drop';
  if (fate === 'drop') return '';
  if (fate === 'unwrap') return serializeChildren(element, list);
  const attributes = restrictAttributes(element, list);
  if (!attributes) return '';
  let tag = `<${name}`;
  for (const [attribute, value] of attributes)
    tag += value === '' ? ` ${attribute}=""` : ` ${attribute}="${escapeHtml(value)}"`;
  if (VOID.has(name)) return `${tag}>`;
  const content = serializeChildren(element, list);
  const lineBreak = DROPS_LINE_BREAK.has(name) && content.startsWith('\n') ? '\n' : '';
  return `${tag}>${lineBreak}${content}</${name}>`;
}

/** The attributes that stay; `undefined` where the element must not. */
function restrictAttributes({ tagName, attrs }: Element, list: AllowList): Map<string, string> | undefined {
  const kept = new Map<string, string>();
  for (const { name, value } of attrs) {
    const allowed = restrictAttribute(tagName, name, value, list);
    if (allowed !== undefined) kept.set(name, allowed);
  }
  for (const naming of NAMING_ATTRIBUTES) {
    const name = kept.get(naming);
    if (name) kept.set(naming, restrictName(tagName, kept, name));
  }
  if (tagName === 'input') {
    if (!isCheckbox(kept.get('type'))) return undefined;
    kept.set('disabled', '');
  }
  const target = kept.get('target');
  const relation = target === undefined ? undefined : restrictRelation(target, kept.get('rel') ?? '');
  if (relation !== undefined) kept.set('rel', relation);
  return kept;
}

const escapeText = (text: string): string =>
  /[&<>\u00a0]/.test(text)
    ? text
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/\u00a0/g, '&nbsp;')
    : text;
