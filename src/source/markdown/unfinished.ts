import { matchFormula } from './formulas.js';

/**
 * A text that is still growing as it can be shown: what its end has begun and not finished is closed, where that is
 * what it will most likely become, or held back, where it cannot be told yet. So a code block is one from its first
 * line, bold text is bold before its stars are complete, a link is its text until its address has come, and signs that
 * will be markup are never seen.
 */
export function finishText(text: string): string {
  if (isInFrontMatter(text)) return '';
  const fence = openFence(text);
  if (fence !== undefined)
    return text.replace(PARTIAL_FENCE, (line) => (line.trim().startsWith(fence) ? '' : line));
  const formula = openFormula(text);
  if (formula !== undefined) return formula;
  const start = lastBlock(text);
  return text.slice(0, start) + finishBlock(text.slice(start));
}

const isInFrontMatter = (text: string): boolean =>
  /^\ufeff?(?:-{1,3}|\+{1,3})$/.test(text) ||
  (/^\ufeff?(?:---|\+\+\+)[ \t]*\r?\n/.test(text) && !/\n(?:---|\.\.\.|\+\+\+)[ \t]*(?:\r?\n|$)/.test(text));

const PARTIAL_FENCE = /\n {0,3}(?:`{1,}|~{1,})$/;

/** The sign of the fence that is open at the end; `undefined` where none is. */
function openFence(text: string): string | undefined {
  let open: string | undefined;
  for (const line of linesWithFences(text)) {
    const [, run, info = ''] = FENCE.exec(line) ?? [];
    if (run === undefined) continue;
    if (open === undefined) {
      if (run.startsWith('~') || !info.includes('`')) open = run;
    } else if (run.startsWith(open.slice(0, 1)) && run.length >= open.length && info.trim() === '')
      open = undefined;
  }
  return open?.[0];
}

const FORMULA_LINE = /^ {0,3}\$\$[ \t]*$/gm;

/** A text whose last formula is open, with that formula closed, or left out where nothing of it is there. */
function openFormula(text: string): string | undefined {
  if (!text.includes('$$')) return undefined;
  const lines = [...text.matchAll(FORMULA_LINE)];
  const last = lines.at(-1);
  if (!last || lines.length % 2 === 0) return undefined;
  const tex = text.slice(last.index + last[0].length).replace(/\n[ \t]*\$?$/, '');
  return text.slice(0, last.index) + (tex.trim() === '' ? '' : `$$${tex}\n$$\n`);
}

const FENCE = /^ {0,3}(?:(?:[-*+>]|\d+[.)]) +)*(`{3,}(?!`)|~{3,}(?!~))(.*)$/;

/** The lines that may be fences. To look at each line takes much longer, and is done whenever a text grows. */
function* linesWithFences(text: string): Generator<string> {
  let [ticks, tildes] = [text.indexOf('```'), text.indexOf('~~~')];
  while (ticks !== -1 || tildes !== -1) {
    const at = ticks === -1 || (tildes !== -1 && tildes < ticks) ? tildes : ticks;
    const end = text.indexOf('\n', at);
    yield text.slice(text.lastIndexOf('\n', at) + 1, end === -1 ? text.length : end);
    if (end === -1) return;
    if (ticks !== -1 && ticks < end) ticks = text.indexOf('```', end);
    if (tildes !== -1 && tildes < end) tildes = text.indexOf('~~~', end);
  }
}

/** Where the last block may begin: behind the last blank line. */
function lastBlock(text: string): number {
  for (let end = text.lastIndexOf('\n'); end > 0;) {
    const before = text.lastIndexOf('\n', end - 1);
    if (before === -1) return 0;
    if (/^[ \t]*\r?$/.test(text.slice(before + 1, end))) return end + 1;
    end = before;
  }
  return 0;
}

/** A line that is nothing but the beginning of markup. */
const MARKERS = /(?:^|\n)[ \t]*(?:[#>*+\-=_~:|!`[\]]+|\d{1,9}[.)]?)[ \t]*$/;

function finishBlock(block: string): string {
  // Indented code shows what it holds.
  if (/^(?: {4}|\t)/.test(block)) return block;
  if (isUnfinishedTable(block)) return '';
  const shown = block.replace(MARKERS, '');
  const line = shown.lastIndexOf('\n') + 1;
  // What is open in the lines before stays open over a line break, except where a line is a block of its own.
  const from = /^[ \t]*(?:#{1,6} |[-*+] |\d{1,9}[.)] |\|)/.test(shown.slice(line)) ? line : 0;
  return shown.slice(0, from) + finishInline(shown.slice(from));
}

/** A line of cells is a table only if the line below says so. */
function isUnfinishedTable(block: string): boolean {
  const [head = '', rule, ...rest] = block.split('\n');
  if (!/^ {0,3}\|/.test(head) || rest.length > 0) return false;
  if (rule === undefined) return true;
  return /^[ |:-]*$/.test(rule) && cells(rule) < cells(head);
}

const cells = (row: string): number =>
  row
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .filter((cell) => /\S/.test(cell)).length;

/** Longer than most formulas in a line are: what is open for so long is a sign of a currency or a variable. */
const LONGEST_FORMULA = 60;

const OPENERS = /\$+|`+|!?\[|\](?:\[[^\]]*\])?|\*\*|__|~~|[*_]|~$|\\[^]|<[^\s>]*/g;

/** Emphasis that is open, or where a link began. */
interface Open {
  readonly sign: string;
  readonly at: number;
}

/** Where more is open, the outermost is text, as it will be when the text is complete; nobody has so much in each other. */
const MOST_OPEN = 50;

function push(open: Open[], opened: Open): void {
  if (open.length === MOST_OPEN) open.shift();
  open.push(opened);
}

/** Closes or takes away what inline markup has begun. */
function finishInline(text: string): string {
  const open: Open[] = [];
  const lastTagEnd = text.lastIndexOf('>');
  OPENERS.lastIndex = 0;
  for (let match = OPENERS.exec(text); match; match = OPENERS.exec(text)) {
    const [sign] = match;
    const at = match.index;
    const end = at + sign.length;
    if (sign.startsWith('$')) {
      const formula = matchFormula(text, at);
      if (formula) OPENERS.lastIndex = formula.end;
      else if (mayBecomeFormula(text, at, end)) return closeAll(text.slice(0, at), open);
    } else if (sign.startsWith('`')) {
      const close = closingTicks(text, end, sign.length);
      if (close === undefined)
        return end === text.length
          ? closeAll(text.slice(0, at), open)
          : closeAll(`${text.trimEnd().replace(/(?<!`)`+$/, '')}${sign}`, open);
      OPENERS.lastIndex = close;
    } else if (sign.startsWith('\\')) continue;
    else if (sign === '~') return closeAll(text.slice(0, at), open);
    else if (sign.startsWith('<')) {
      if (/^<[a-z/!]/i.test(sign) && at > lastTagEnd) return closeAll(text.slice(0, at), open);
    } else if (sign.endsWith('[')) push(open, { sign, at });
    else if (sign.startsWith(']')) {
      const link = open.map(({ sign: other }) => other.endsWith('[')).lastIndexOf(true);
      if (link < 0) continue;
      const { sign: opener, at: begin } = open[link] ?? { sign: '', at: 0 };
      const address = text.startsWith('](', at) ? text.indexOf(')', end) : 0;
      // The address may still be on its way.
      if (address === -1 || at === text.length - 1) {
        const label = text.slice(begin + opener.length, at);
        return closeAll(text.slice(0, begin) + (opener === '![' ? '' : label), open.slice(0, link));
      }
      if (address > 0) OPENERS.lastIndex = address + 1;
      open.length = link;
    } else emphasize(text, sign, at, open);
  }
  return closeAll(text, open);
}

/** Whether a formula may have begun that has not ended; an amount of money has not. */
const mayBecomeFormula = (text: string, at: number, end: number): boolean =>
  text.length - at <= LONGEST_FORMULA &&
  !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) &&
  !/[\s\d]/.test(text.charAt(end)) &&
  !text.includes('$', end);

function closingTicks(text: string, from: number, length: number): number | undefined {
  for (const { 0: run, index } of text.slice(from).matchAll(/`+/g))
    if (run.length === length) return from + index + length;
  return undefined;
}

/** Opens or closes emphasis, by what stands beside the sign. */
function emphasize(text: string, sign: string, at: number, open: Open[]): void {
  const before = text[at - 1] ?? ' ';
  const after = text[at + sign.length] ?? ' ';
  const match = open.map(({ sign: other }) => other).lastIndexOf(sign);
  if (match >= 0 && /\S/.test(before)) open.length = match;
  else if (/\S/.test(after) && (!sign.startsWith('_') || !/[\p{L}\p{N}]/u.test(before)))
    push(open, { sign, at });
  // A sign at the very end may open what comes next.
  else if (at + sign.length === text.length && /[\s(]/.test(before)) push(open, { sign, at });
}

/** The text with what is open closed, from the innermost on; a link without an address is its text. */
function closeAll(text: string, open: readonly Open[]): string {
  let result = text;
  let closers = '';
  for (const { sign, at } of [...open].reverse()) {
    const inside = result.slice(at + sign.length);
    if (sign === '![') result = result.slice(0, at);
    else if (sign === '[' || inside.trim() === '') result = result.slice(0, at) + inside;
    else closers += sign;
  }
  if (closers === '') return result;
  // Half of the sign that closes may be here already; no sign closes behind a space.
  const [first = ''] = closers;
  const bare = result.trimEnd();
  return (bare.endsWith(first) ? bare.replace(/(?<![*_~])[*_~]+$/, '') : bare) + closers;
}
