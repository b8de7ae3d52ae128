import { escapeHtml } from '../../model/escape.js';
import { attributeOf, isElement, textOf, type HtmlNode } from './nodes.js';

/*
 * HTML as Markdown of which the same HTML comes. What Markdown has a sign for is written with it, all else stays HTML,
 * which is Markdown too.
 */

const INLINE = new Set(
  'a abbr b bdi bdo br cite code data del dfn em i img input ins kbd mark q repo-link s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

/** The Markdown of what stands in an element. */
export function contentToMarkdown(nodes: Iterable<HtmlNode>): string {
  const blocks: string[] = [];
  let line: HtmlNode[] = [];
  const endLine = (): void => {
    const text = inlineToMarkdown(line).trim();
    if (text !== '') blocks.push(guardStart(text));
    line = [];
  };
  for (const node of nodes) {
    if (isElement(node) && !INLINE.has(node.localName ?? '')) {
      endLine();
      blocks.push(blockToMarkdown(node));
    } else line.push(node);
  }
  endLine();
  return blocks.filter((block) => block !== '').join('\n\n');
}

function blockToMarkdown(node: HtmlNode): string {
  if (
    (node.getAttributeNames?.() ?? []).some(
      (name) =>
        !(name === 'start' && node.localName === 'ol') &&
        !(name === 'id' && /^h\d$/.test(node.localName ?? '')),
    )
  )
    return toHtml(node);
  switch (node.localName) {
    case 'p':
      return guardStart(inlineToMarkdown(node.childNodes).trim());
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return `${'#'.repeat(Number(node.localName.charAt(1)))} ${inlineToMarkdown(node.childNodes).trim()}`;
    case 'ul':
    case 'ol':
      return listToMarkdown(node) ?? toHtml(node);
    case 'blockquote':
      return prefix(contentToMarkdown(node.childNodes), '> ', '> ');
    case 'pre':
      return codeToMarkdown(node) ?? toHtml(node);
    case 'doc-code': {
      const [pre, ...others] = [...node.childNodes];
      return (pre?.localName === 'pre' && others.length === 0 && codeToMarkdown(pre)) || toHtml(node);
    }
    case 'hr':
      return '---';
    default:
      return toHtml(node);
  }
}

function listToMarkdown(node: HtmlNode): string | undefined {
  const items = [...node.childNodes].filter((child) => isElement(child) || textOf(child).trim() !== '');
  if (items.some((item) => item.localName !== 'li' || (item.getAttributeNames?.() ?? []).length > 0))
    return undefined;
  const loose = items.some((item) => [...item.childNodes].some((child) => child.localName === 'p'));
  const first = Number(attributeOf(node, 'start') ?? '1');
  const lines = items.map((item, index) => {
    const mark = node.localName === 'ol' ? `${first + index}. ` : '- ';
    const content = contentToMarkdown(item.childNodes);
    return prefix(
      loose ? content : content.replace(/\n\n(?=(?:[-*+]|\d+\.) )/g, '\n'),
      mark,
      ' '.repeat(mark.length),
    );
  });
  return lines.join(loose ? '\n\n' : '\n');
}

const prefix = (text: string, first: string, rest: string): string =>
  text
    .split('\n')
    .map((line, index) => (index === 0 ? first + line : line === '' ? rest.trimEnd() : rest + line))
    .join('\n');

function codeToMarkdown(node: HtmlNode): string | undefined {
  const [code, ...others] = [...node.childNodes];
  if (!code || others.length > 0 || code.localName !== 'code') return undefined;
  const [, language = ''] = /^language-(\S+)$/.exec(attributeOf(code, 'class') ?? '') ?? [];
  const text = textOf(code).replace(/\n$/, '');
  const fence = '`'.repeat(longestRun(text, 2) + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

const longestRun = (text: string, least: number): number =>
  Math.max(least, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));

/** The Markdown of inline nodes. */
export function inlineToMarkdown(nodes: Iterable<HtmlNode>): string {
  let text = '';
  for (const node of nodes) {
    if (isElement(node)) text += spanToMarkdown(node);
    else if (node.nodeType === 3) {
      const written = escapeText(node.nodeValue ?? '');
      // The line that a break ends has ended.
      text += text.endsWith('\\\n') ? written.trimStart() : written;
    }
  }
  return text;
}

function spanToMarkdown(node: HtmlNode): string {
  const names = node.getAttributeNames?.() ?? [];
  const content = (): string => inlineToMarkdown(node.childNodes);
  if (node.localName === 'repo-link') return content();
  if (
    node.localName === 'a' &&
    names.includes('href') &&
    names.every((name) => name === 'href' || name === 'title')
  ) {
    const href = attributeOf(node, 'href') ?? '';
    const title = attributeOf(node, 'title');
    if (!/[\s()<>"\\]/.test(href) && !title?.includes('"'))
      return `[${content()}](${href}${title === undefined ? '' : ` "${title}"`})`;
  }
  const name = names.length > 0 ? '' : node.localName;
  switch (name) {
    case 'em':
      return `*${content()}*`;
    case 'strong':
      return `**${content()}**`;
    case 'del':
      return `~~${content()}~~`;
    case 'br':
      return '\\\n';
    case 'code': {
      const text = textOf(node);
      const fence = '`'.repeat(longestRun(text, 0) + 1);
      const space = /^`|`$|^ .* $/.test(text) ? ' ' : '';
      return fence + space + text + space + fence;
    }
    default:
      // Between inline tags Markdown is Markdown.
      return VOID.has(node.localName ?? '')
        ? startTag(node)
        : `${startTag(node)}${content()}</${node.localName ?? ''}>`;
  }
}

/** Text whose signs mean nothing. */
const escapeText = (text: string): string =>
  text.replace(/[\\`*[\]<~]|&(?=#?\w+;)/g, '\\$&').replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_');

/** A paragraph must not begin as another block does. */
const guardStart = (text: string): string =>
  text
    .replace(/^(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|=+$|-+$|:::)/gm, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/gm, '$1\\$2');

const VOID = new Set('br hr img input wbr col source track'.split(' '));

function startTag(node: HtmlNode): string {
  const attributes = (node.getAttributeNames?.() ?? []).map(
    (attribute) => ` ${attribute}="${escapeHtml(attributeOf(node, attribute) ?? '')}"`,
  );
  return `<${node.localName ?? ''}${attributes.join('')}>`;
}

/** A block as HTML, without blank lines, which would end it. */
function toHtml(node: HtmlNode): string {
  if (node.nodeType === 3) return escapeHtml(node.nodeValue ?? '').replace(/\n(?=[ \t]*\n)/g, '&#10;');
  if (!isElement(node)) return '';
  const content = VOID.has(node.localName ?? '')
    ? ''
    : `${[...node.childNodes].map(toHtml).join('')}</${node.localName ?? ''}>`;
  return startTag(node) + content;
}
