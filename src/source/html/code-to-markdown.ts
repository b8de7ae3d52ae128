import { FOLDED_LINES, LINE_CLASS } from '../../model/names.js';
import { runsOf } from './inline-to-markdown.js';
import { attributeOf, hasClass, isElement, namesOf, textOf, type HtmlNode } from './nodes.js';

/** What Markdown says of a code behind its fence. */
interface Code {
  readonly text: string;
  readonly info: string;
}

/** A `pre`, or a `doc-code` with all it says of its code, as fenced code; `undefined` where no fence can say it. */
export function codeToMarkdown(node: HtmlNode): string | undefined {
  const inner = [...node.childNodes].filter(isElement);
  if (node.localName === 'doc-code' && inner[0]?.localName === 'doc-code') {
    const fences = inner.map((each) => (each.localName === 'doc-code' ? readCode(each, true) : undefined));
    return fences.every((fence) => fence !== undefined) ? fences.map(format).join('\n\n') : undefined;
  }
  const code = node.localName === 'pre' ? readPre(node, []) : readCode(node, false);
  return code && format(code);
}

function format({ text, info }: Code): string {
  const sign = info.includes('`') ? '~' : '`';
  const longest =
    sign === '`'
      ? Math.max(2, ...runsOf(text))
      : Math.max(2, ...[...text.matchAll(/~+/g)].map(([run]) => run.length));
  const fence = sign.repeat(longest + 1);
  return `${fence}${info}\n${text}${text === '' ? '' : '\n'}${fence}`;
}

function readCode(node: HtmlNode, isTab: boolean): Code | undefined {
  const [content, ...others] = [...node.childNodes].filter(
    (child) => isElement(child) || textOf(child).trim() !== '',
  );
  if (!content || others.length > 0) return undefined;
  const parts = content.localName === 'figure' ? [...content.childNodes] : [content];
  const pre = parts.at(-1);
  const caption = parts.length > 1 ? parts[0] : undefined;
  if (pre?.localName !== 'pre' || parts.length > 2) return undefined;
  if (caption && caption.localName !== 'figcaption') return undefined;
  const title = caption && textOf(caption);
  const tab = attributeOf(node, 'tab');
  const numbers = attributeOf(node, 'numbers');
  const options = [
    ...(isTab && (tab ?? title) !== undefined ? [`tab="${quote(tab ?? title ?? '')}"`] : []),
    ...(title !== undefined && (!isTab || (tab !== undefined && tab !== title))
      ? [`title="${quote(title)}"`]
      : []),
    ...(numbers === undefined ? [] : [numbers === '' ? 'showLineNumbers' : `showLineNumbers=${numbers}`]),
    ...(attributeOf(node, 'wrap') === undefined ? [] : ['wrap']),
  ];
  const code = readPre(pre, options);
  if (!code) return undefined;
  const isFolded = attributeOf(node, 'folded') !== undefined;
  const isLong = code.text.split('\n').length > FOLDED_LINES;
  if (isFolded === isLong) return code;
  const option = isFolded ? 'fold' : 'nofold';
  return { ...code, info: code.info === '' ? valued(option) : `${code.info} ${option}` };
}

const quote = (text: string): string => text.replace(/["\\]/g, '\\$&');

function readPre(pre: HtmlNode, options: readonly string[]): Code | undefined {
  const [code, ...more] = [...pre.childNodes];
  if (code?.localName !== 'code' || more.length > 0 || namesOf(pre).length > 0) return undefined;
  const names = namesOf(code);
  const [, language = ''] = /^language-(\S+)$/.exec(attributeOf(code, 'class') ?? '') ?? [];
  if (names.length > 1 || (names.length === 1 && language === '')) return undefined;
  const text = textOf(code);
  const marked = markedLines(code);
  const [first = '', ...others] = [...options, ...(marked.length === 0 ? [] : [`{${marked.join(',')}}`])];
  const info = language === '' ? [valued(first), ...others] : [language, first, ...others];
  return { text: text.replace(/\n$/, ''), info: info.filter(Boolean).join(' ') };
}

/** An option that begins the line, where a word alone would be the language. */
const valued = (option: string): string => (/^[a-zA-Z]+$/.test(option) ? `${option}=true` : option);

/** The numbers of the lines that are marked. */
function markedLines(code: HtmlNode): number[] {
  const marked: number[] = [];
  let line = 1;
  for (const child of code.childNodes) {
    if (child.localName === 'mark' && hasClass(child, LINE_CLASS)) marked.push(line);
    line += textOf(child).split('\n').length - 1;
  }
  return marked;
}
