import { escapeHtml } from '../../model/escape.js';
import { FOLDED_LINES, LINE_CLASS } from '../../model/names.js';
import type { CodeInfo } from './code-info.js';
import { readCodeLines, type CodeLines } from './code-lines.js';

/**
 * Code as the content of a `<doc-code>`, complete without it: the code in one piece, its title above it, elements
 * around the lines that something is said about. `text` ends with a line end unless it is empty.
 */
export function compileCode(text: string, info: CodeInfo): string {
  const { language, tab, title = tab, numbers, wrap } = info;
  const code = readCodeLines(text, language, info.marked);
  const isFolded = info.folded ?? code.lines.length > FOLDED_LINES;
  const options =
    (numbers === undefined ? '' : ` numbers="${numbers === 1 ? '' : numbers}"`) +
    (wrap ? ' wrap=""' : '') +
    (isFolded ? ' folded=""' : '') +
    (tab !== undefined && tab !== title ? ` tab="${escapeHtml(tab)}"` : '');
  const name = language === '' ? '' : ` class="language-${escapeHtml(language)}"`;
  const pre = `<pre><code${name}>${compileLines(code, numbers)}</code></pre>`;
  const content = title ? `<figure><figcaption>${escapeHtml(title)}</figcaption>${pre}</figure>` : pre;
  return `<doc-code${options}>${content}</doc-code>\n`;
}

/** A formula inside a line of text, complete without what draws it: its source. */
export const compileFormula = (tex: string, display: boolean): string =>
  `<doc-code><code class="language-math math-${display ? 'display' : 'inline'}">${escapeHtml(tex)}</code></doc-code>`;

function compileLines({ lines, kinds }: CodeLines, first: number | undefined): string {
  if (first === undefined && kinds.size === 0) return escapeHtml(lines.join(''));
  let html = '';
  for (const [index, line] of lines.entries()) {
    const kind = kinds.get(index) ?? (first === undefined ? undefined : 'span');
    const content = escapeHtml(line);
    const number = first === undefined ? '' : ` data-line="${first + index}"`;
    html += kind ? `<${kind} class="${LINE_CLASS}"${number}>${content}</${kind}>` : content;
  }
  return html;
}
