import { escapeMarkdown } from '../../model/escape-markdown.js';
import { attributeOf, hasClass, isElement, isVoid, namesOf, textOf, type HtmlNode } from './nodes.js';
import { formulaToMarkdown, isFormulaInLine } from './formula-markdown.js';
import { endTag, startTag } from './html-text.js';

/** Whether Markdown's signs are used for what it has signs for, or tags, which mean the same wherever they stand. */
export type Spelling = 'signs' | 'tags';

const INLINE = new Set(
  (
    'a abbr b bdi bdo br cite code data del dfn em i img input ins kbd mark q repo-link ruby s samp small span strike strong ' +
    'sub sup time tt u var wbr'
  ).split(' '),
);

/** Whether a node stands in a line of text. */
export const isInline = (node: HtmlNode): boolean =>
  !isElement(node) ||
  isFormulaInLine(node) ||
  (INLINE.has(node.localName ?? '') && [...node.childNodes].every(isInline));

/** The Markdown of inline nodes. */
export function inlineToMarkdown(nodes: Iterable<HtmlNode>, spelling: Spelling = 'signs'): string {
  let text = '';
  for (const node of nodes) {
    if (isElement(node)) {
      const span = spanToMarkdown(node, spelling);
      // Before a link it would make a picture of it.
      text = (span.startsWith('[') ? text.replace(/!$/, '\\!') : text) + span;
    } else if (node.nodeType === 3) {
      const written = escapeMarkdown(node.nodeValue ?? '');
      // The line that a break ends has ended.
      text += /(?:\\\n|<br>\n)$/.test(text) ? written.trimStart() : written;
    }
  }
  return text;
}

function spanToMarkdown(node: HtmlNode, spelling: Spelling): string {
  const content = (): string => inlineToMarkdown(node.childNodes, spelling);
  const tagged = (): string =>
    // Between inline tags Markdown is Markdown.
    isVoid(node) ? startTag(node) : startTag(node) + content() + endTag(node);
  const formula = isFormulaInLine(node) ? formulaToMarkdown(node) : undefined;
  if (formula !== undefined) return formula;
  if (node.localName === 'repo-link' && namesOf(node).length === 0) {
    const text = content();
    return text.startsWith('<a') ? tagged() : text;
  }
  if (hasClass(node, 'footnote-ref')) return `[^${textOf(node).trim()}]`;
  if (node.localName === 'a') return linkToMarkdown(node, spelling, content) ?? tagged();
  if (node.localName === 'img') return imageToMarkdown(node) ?? tagged();
  if (namesOf(node).length > 0) return tagged();
  switch (node.localName) {
    case 'em':
      return spelling === 'signs' ? `*${content()}*` : tagged();
    case 'strong':
      return spelling === 'signs' ? `**${content()}**` : tagged();
    case 'del':
      return spelling === 'signs' ? `~~${content()}~~` : tagged();
    case 'br':
      return spelling === 'signs' ? '\\\n' : '<br>\n';
    case 'code':
      return [...node.childNodes].every(({ nodeType }) => nodeType === 3) ? codeSpan(textOf(node)) : tagged();
    default:
      return tagged();
  }
}

function codeSpan(text: string): string {
  if (text.trim() === '') return `<code>${text}</code>`;
  const fence = '`'.repeat(Math.max(0, ...runsOf(text)) + 1);
  const space = /^`|`$|^ .* $/s.test(text) ? ' ' : '';
  return fence + space + text + space + fence;
}

/** The lengths of the runs of backticks in a text. */
export const runsOf = (text: string): number[] => [...text.matchAll(/`+/g)].map(([run]) => run.length);

function linkToMarkdown(node: HtmlNode, spelling: Spelling, content: () => string): string | undefined {
  const text = textOf(node);
  const isAddress = /^https?:\/\/\S+$/i.test(text) && attributeOf(node, 'href') === text;
  // The name of a link that shows an address alone is ours.
  const names = namesOf(node).filter((name) => name !== 'href' && !(name === 'aria-label' && isAddress));
  if (isAddress && names.length === 0 && !/[<>\\&]/.test(text))
    return /^[^*~`[\]()]+[\w/]$/.test(text) && spelling === 'signs' ? text : `<${text}>`;
  const target = targetOf(node, 'href');
  if (target === undefined || spelling === 'tags' || names.some((name) => name !== 'title')) return undefined;
  return `[${content()}](${target})`;
}

function imageToMarkdown(node: HtmlNode): string | undefined {
  const target = targetOf(node, 'src');
  if (target === undefined || namesOf(node).some((name) => !['src', 'alt', 'title'].includes(name)))
    return undefined;
  return `![${escapeMarkdown(attributeOf(node, 'alt') ?? '')}](${target})`;
}

/** What stands between the brackets of a link or picture. */
function targetOf(node: HtmlNode, name: 'href' | 'src'): string | undefined {
  const url = attributeOf(node, name);
  const title = attributeOf(node, 'title');
  if (url === undefined || /[\n<>\\]/.test(url) || (title !== undefined && /["\\&\n]/.test(title)))
    return undefined;
  const address = url === '' || /[\s()]/.test(url) ? `<${url}>` : url;
  return title === undefined ? address : `${address} "${title}"`;
}
