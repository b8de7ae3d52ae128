import { escapeHtml } from '../../model/escape.js';
import { isInline } from './inline-to-markdown.js';
import { attributeOf, hasClass, isElement, isVoid, namesOf, type HtmlNode } from './nodes.js';

/**
 * A text that two pieces of HTML share exactly when a reader gets the same from both: without white space that shows
 * nothing, and without what depends on the page around them: ids of headings, numbers of notes.
 */
export function normalHtml(nodes: Iterable<HtmlNode>, isPreformatted = false): string {
  let html = '';
  let afterBlock = true;
  const list = [...nodes];
  for (const node of list) {
    const isText = node.nodeType === 3;
    if (!isText && !isElement(node)) continue;
    const isBlock = isElement(node) && (!isInline(node) || node.localName === 'br');
    if (isBlock && !isPreformatted) html = html.trimEnd();
    const text = isText
      ? normalText(node.nodeValue ?? '', isPreformatted)
      : normalElement(node, isPreformatted);
    html += (afterBlock || html.endsWith(' ')) && isText && !isPreformatted ? text.trimStart() : text;
    if (text !== '') afterBlock = isBlock;
  }
  return html;
}

const normalText = (text: string, isPreformatted: boolean): string =>
  escapeHtml(isPreformatted ? text : text.replace(/[ \t\n\f\r]+/g, ' '));

function normalElement(node: HtmlNode, isPreformatted: boolean): string {
  const name = node.localName ?? '';
  if (hasClass(node, 'footnote-ref')) return '[^]';
  const isHeading = /^h[1-6]$/.test(name);
  const attributes = namesOf(node)
    .filter((attribute) => !(isHeading && attribute === 'id'))
    .sort()
    .map((attribute) => ` ${attribute}="${escapeHtml(attributeOf(node, attribute) ?? '')}"`);
  if (isVoid(node)) return `<${name}${attributes.join('')}>`;
  const content = normalHtml(node.childNodes, isPreformatted || name === 'pre');
  const inside = isInline(node) || isPreformatted || name === 'pre' ? content : content.trim();
  // Below the title no heading is of its level.
  const tag = name === 'h1' ? 'h2' : name;
  return `<${tag}${attributes.join('')}>${inside}</${tag}>`;
}
