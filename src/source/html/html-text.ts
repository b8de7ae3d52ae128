import { escapeHtml } from '../../model/escape.js';
import { attributeOf, isElement, isVoid, namesOf, type HtmlNode } from './nodes.js';

/** Signs that a reader of Markdown might take for a template, in HTML too. */
const guardBraces = (html: string): string => html.replace(/\{(?=[{%:#.]|\s[#.])/g, '&#123;');

/** A start tag. */
export function startTag(node: HtmlNode): string {
  const attributes = namesOf(node).map(
    (name) => ` ${name}="${guardBraces(escapeHtml(attributeOf(node, name) ?? '')).replace(/\n/g, '&#10;')}"`,
  );
  return `<${node.localName ?? ''}${attributes.join('')}>`;
}

export const endTag = (node: HtmlNode): string => (isVoid(node) ? '' : `</${node.localName ?? ''}>`);

/** Text in one line. */
export const inOneLine = (text: string): string => text.replace(/(?<!\s)\s*\n\s*/g, ' ');

/** A node as HTML, without blank lines, which would end it among Markdown. */
export function htmlText(node: HtmlNode, isPreformatted = false): string {
  if (node.nodeType === 3) {
    const text = guardBraces(escapeHtml(node.nodeValue ?? '')).replaceAll('\u00a0', '&nbsp;');
    return isPreformatted
      ? text.replace(/\n(?=[ \t]*(?:\n|$))/g, '&#10;')
      : text.replace(/(?<![ \t])[ \t]*\n[ \t\n]*/g, '\n');
  }
  if (!isElement(node)) return '';
  const isPre = isPreformatted || node.localName === 'pre';
  const content = [...node.childNodes].map((child) => htmlText(child, isPre)).join('');
  // Where the tag of one element follows that of another, a line end may have come of either.
  return startTag(node) + (isPre ? content : content.replace(/\n{2,}/g, '\n')) + endTag(node);
}
