import { inOneLine } from './html-text.js';
import { inlineToMarkdown, isInline, type Spelling } from './inline-to-markdown.js';
import { attributeOf, isElement, namesOf, type HtmlNode } from './nodes.js';

const elementsIn = (node: HtmlNode): HtmlNode[] => [...node.childNodes].filter(isElement);

const RULES: Readonly<Record<string, string>> = { left: ':---', center: ':---:', right: '---:' };

/** A table as rows between pipes; `undefined` where it is more than that: spans, cells of several blocks, a caption. */
export function tableToMarkdown(table: HtmlNode, spelling: Spelling): string | undefined {
  const [head, body, ...others] = elementsIn(table);
  if (head?.localName !== 'thead' || others.length > 0 || (body && body.localName !== 'tbody'))
    return undefined;
  const [header, ...more] = elementsIn(head);
  if (!header || more.length > 0) return undefined;
  const rows = [header, ...(body ? elementsIn(body) : [])].map((row, index) =>
    cellsOf(row, index === 0 ? 'th' : 'td'),
  );
  const columns = rows[0];
  if (!columns || columns.length === 0) return undefined;
  const lines: string[] = [];
  for (const [index, cells] of rows.entries()) {
    if (cells?.length !== columns.length) return undefined;
    lines.push(line(cells.map((cell) => cellToMarkdown(cell, spelling))));
    if (index === 0) lines.push(line(cells.map((cell) => RULES[attributeOf(cell, 'align') ?? ''] ?? '---')));
  }
  return lines.join('\n');
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The cells of a row, where they are as plain as Markdown's. */
function cellsOf(row: HtmlNode, name: 'th' | 'td'): HtmlNode[] | undefined {
  const cells = elementsIn(row);
  const isPlain = cells.every(
    (cell) =>
      cell.localName === name &&
      namesOf(cell).every((attribute) => attribute === 'align') &&
      [...cell.childNodes].every(isInline),
  );
  return isPlain && namesOf(row).length === 0 ? cells : undefined;
}

const cellToMarkdown = (cell: HtmlNode, spelling: Spelling): string =>
  inOneLine(inlineToMarkdown(cell.childNodes, spelling).replace(/\\\n/g, '<br>'))
    .replace(/\|/g, '\\|')
    .trim();
