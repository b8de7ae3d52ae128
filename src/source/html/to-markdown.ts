import { guardParagraph } from '../../model/escape-markdown.js';
import { codeToMarkdown } from './code-to-markdown.js';
import { formulaBlock, formulaOf } from './formula-markdown.js';
import { endTag, htmlText, startTag } from './html-text.js';
import { inlineToMarkdown, isInline, type Spelling } from './inline-to-markdown.js';
import {
  attributeOf,
  classesOf,
  hasClass,
  isElement,
  makeElement,
  namesOf,
  textOf,
  type HtmlNode,
} from './nodes.js';
import { tableToMarkdown } from './table-to-markdown.js';

/*
 * HTML as Markdown of which the same HTML comes. What Markdown has a sign for is written with it, all else stays HTML,
 * which is Markdown too.
 */

/** Nodes that stand next to each other: one block, or what makes a line of text. */
export interface Group {
  readonly nodes: readonly HtmlNode[];
  readonly isBlock: boolean;
  /** Whether it is a list with the other one of two signs, which keeps it apart from the list before it. */
  readonly otherSign: boolean;
}

/** What stands in an element, block by block; lines of text count as blocks. */
export function groupsOf(nodes: Iterable<HtmlNode>): Group[] {
  const groups: Group[] = [];
  let line: HtmlNode[] = [];
  const endLine = (): void => {
    if (line.some((node) => isElement(node) || textOf(node).trim() !== ''))
      groups.push({ nodes: line, isBlock: false, otherSign: false });
    line = [];
  };
  for (const node of nodes) {
    if (isInline(node)) line.push(node);
    else {
      endLine();
      const before = groups.at(-1);
      const otherSign = isList(node) && before?.nodes[0]?.localName === node.localName && !before?.otherSign;
      groups.push({ nodes: [node], isBlock: true, otherSign });
    }
  }
  endLine();
  return groups;
}

/** The Markdown of what stands in an element. `separator` stands between blocks. */
export function contentToMarkdown(
  nodes: Iterable<HtmlNode>,
  spelling: Spelling = 'signs',
  separator = '\n\n',
): string {
  const blocks = groupsOf(nodes).map((group) => groupToMarkdown(group, spelling));
  return blocks.filter((block) => block !== '').join(separator);
}

const isList = ({ localName }: HtmlNode): boolean => localName === 'ul' || localName === 'ol';

/** The Markdown of a block, or of a line of text. */
export function groupToMarkdown({ nodes, isBlock, otherSign }: Group, spelling: Spelling = 'signs'): string {
  const [node] = nodes;
  return isBlock && node ? blockToMarkdown(node, spelling, otherSign) : lineToMarkdown(nodes, spelling);
}

const lineToMarkdown = (nodes: Iterable<HtmlNode>, spelling: Spelling): string =>
  guardParagraph(inlineToMarkdown(nodes, spelling).trim());

function blockToMarkdown(node: HtmlNode, spelling: Spelling, otherSign: boolean): string {
  const name = node.localName ?? '';
  const natural = (): string | undefined => {
    if (isList(node)) return listToMarkdown(node, spelling, otherSign);
    if (name === 'doc-code') return codeToMarkdown(node);
    if (hasClass(node, 'doc-formula')) return formulaBlock(formulaOf(node));
    if (hasClass(node, 'markdown-alert')) return alertToMarkdown(node, spelling);
    if (namesOf(node).length > 0) return undefined;
    if (name === 'p') return lineToMarkdown(node.childNodes, spelling);
    if (/^h[1-6]$/.test(name)) return headingToMarkdown(node, spelling);
    if (name === 'blockquote') return prefix(contentToMarkdown(node.childNodes, spelling), '> ', '> ');
    if (name === 'pre') return codeToMarkdown(node);
    if (name === 'table') return tableToMarkdown(node, spelling);
    if (name === 'figure') return figureToMarkdown(node);
    return name === 'hr' ? '---' : undefined;
  };
  return natural() ?? containerToMarkdown(node, spelling);
}

/** A heading with its signs; its id, if any, is that of its text. */
export const headingToMarkdown = (node: HtmlNode, spelling: Spelling = 'signs'): string => {
  const text = inlineToMarkdown(node.childNodes, spelling).trim().replace(/\s+/g, ' ');
  return `${'#'.repeat(Number(node.localName?.charAt(1)))} ${text.replace(/(^|\s)(#+)$/, '$1\\$2')}`.trim();
};

function listToMarkdown(node: HtmlNode, spelling: Spelling, otherSign: boolean): string | undefined {
  const isTasks = hasClass(node, 'contains-task-list');
  if (
    namesOf(node).some(
      (name) => !(name === 'start' && node.localName === 'ol') && !(name === 'class' && isTasks),
    )
  )
    return undefined;
  const items = [...node.childNodes].filter((child) => isElement(child) || textOf(child).trim() !== '');
  const isTask = (item: HtmlNode): boolean => isTasks && hasClass(item, 'task-list-item');
  if (items.length === 0) return undefined;
  if (items.some((item) => item.localName !== 'li' || (namesOf(item).length > 0 && !isTask(item))))
    return undefined;
  const isLoose = items.some((item) => [...item.childNodes].some((child) => child.localName === 'p'));
  const first = Number(attributeOf(node, 'start') ?? '1');
  const lines = items.map((item, index) => {
    const bullet = otherSign ? '*' : '-';
    const mark = node.localName === 'ol' ? `${first + index}${otherSign ? ')' : '.'} ` : `${bullet} `;
    const task = isTask(item) ? takeCheckbox(item) : undefined;
    const content = contentToMarkdown(task?.content ?? item.childNodes, spelling, isLoose ? '\n\n' : '\n');
    return prefix((task ? `[${task.isDone ? 'x' : ' '}] ` : '') + content, mark, ' '.repeat(mark.length));
  });
  return lines.join(isLoose ? '\n\n' : '\n');
}

/** The box that a task begins with, and what stands behind it. */
function takeCheckbox(
  item: HtmlNode,
): { readonly isDone: boolean; readonly content: HtmlNode[] } | undefined {
  const [first, ...others] = [...item.childNodes];
  if (first?.localName === 'input')
    return { isDone: attributeOf(first, 'checked') !== undefined, content: others };
  const inside = first?.localName === 'p' ? takeCheckbox(first) : undefined;
  return first && inside && { isDone: inside.isDone, content: [makeElement('p', inside.content), ...others] };
}

/** Lines with something before each; empty ones stay empty but for that. */
export const prefix = (text: string, first: string, rest: string): string =>
  text
    .split('\n')
    .map((line, index) => (index === 0 ? first + line : line === '' ? rest.trimEnd() : rest + line))
    .join('\n');

/** An alert as GitHub writes it; by its second spelling as a container, which can have any title. */
function alertToMarkdown(node: HtmlNode, spelling: Spelling): string | undefined {
  const kind = classesOf(node)
    .find((name) => name.startsWith('markdown-alert-'))
    ?.slice('markdown-alert-'.length);
  if (kind === undefined || namesOf(node).some((name) => name !== 'class' && name !== 'open'))
    return undefined;
  const children = [...node.childNodes];
  const head = children.find(isElement);
  const word = head && hasClass(head, 'markdown-alert-name') ? attributeOf(head, 'value') : undefined;
  const title =
    head && hasClass(head, 'markdown-alert-title') ? inlineToMarkdown(head.childNodes).trim() : undefined;
  const content = contentToMarkdown(
    children.filter((child) => child !== head || (word === undefined && title === undefined)),
    spelling,
  );
  const isFolding = node.localName === 'details';
  const isOpen = attributeOf(node, 'open') !== undefined;
  if (spelling !== 'tags') {
    const sign = isFolding ? (isOpen ? '+' : '-') : '';
    const marker = `[!${(word ?? kind).toUpperCase()}]${sign}${title === undefined ? '' : ` ${title}`}`;
    return prefix(`${marker}\n${content}`.trim(), '> ', '> ');
  }
  const options = isFolding ? ` {collapsible${isOpen ? ' open' : ''}}` : '';
  const colons = ':'.repeat(Math.max(2, ...[...content.matchAll(/^:+/gm)].map(([run]) => run.length)) + 1);
  return `${colons} ${word ?? kind}${title === undefined ? '' : ` ${title}`}${options}\n${content}\n${colons}`;
}

/** A picture with its title below it. */
function figureToMarkdown(node: HtmlNode): string | undefined {
  const [image, caption, ...others] = [...node.childNodes].filter(isElement);
  if (image?.localName !== 'img' || caption?.localName !== 'figcaption' || others.length > 0)
    return undefined;
  const title = textOf(caption);
  const [, written] = /^(!\[.*\]\(.*)\)$/s.exec(inlineToMarkdown([image])) ?? [];
  return written === undefined || /["\\&\n]/.test(title) ? undefined : `${written} "${title}")`;
}

/** HTML that Markdown has no sign for: its tags, and between them Markdown where there can be any. */
function containerToMarkdown(node: HtmlNode, spelling: Spelling): string {
  const groups = groupsOf(node.childNodes);
  const [first, ...others] = groups;
  const summary = first?.nodes[0]?.localName === 'summary' ? first.nodes[0] : undefined;
  const isContainer = CONTAINERS.has(node.localName ?? '') && groups.some(({ isBlock }) => isBlock);
  if (!isContainer || spelling === 'tags') return closedHtml([node]);
  const content = contentToMarkdown(
    (summary ? others : groups).flatMap(({ nodes }) => nodes),
    spelling,
  );
  const head = summary ? `\n${htmlText(summary)}` : '';
  return content === '' ? closedHtml([node]) : `${startTag(node)}${head}\n\n${content}\n\n${endTag(node)}`;
}

/** Elements that Markdown may stand in, between their tags. */
export const CONTAINERS = new Set('article aside center details div footer header main section'.split(' '));

/** Names of elements that begin a block of HTML wherever they stand; any other does where its tag is alone on its line. */
const BEGINNERS =
  /^(?:address|article|aside|blockquote|center|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|menu|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/;

/** A block as HTML alone, or what stands in a line outside of any paragraph. */
export function closedHtml(nodes: readonly HtmlNode[]): string {
  const html = nodes
    .map((node) => htmlText(node))
    .join('')
    .trim();
  const first = nodes.find((node) => isElement(node) || textOf(node).trim() !== '');
  if (!first || !isElement(first) || BEGINNERS.test(first.localName ?? '')) return html;
  const tag = startTag(first);
  const rest = html.slice(tag.length);
  return rest === '' ? html : `${tag}\n${rest.replace(/^\s+/, '')}`;
}
