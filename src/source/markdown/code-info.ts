/** What the line behind a fence says about its code. */
export interface CodeInfo {
  /** The language, as its author wrote it; empty where none is named. */
  readonly language: string;
  /** What stands above the code: mostly the name of a file. */
  readonly title?: string;
  /** The name of its tab, beside the fences next to it. */
  readonly tab?: string;
  /** Numbers of the lines that are marked, from 1. */
  readonly marked: ReadonlySet<number>;
  /** The number of the first line, where lines are numbered. */
  readonly numbers?: number;
  /** Whether long lines go on in the next one. */
  readonly wrap: boolean;
  /** Whether only the beginning is shown at first; undefined leaves it to the length. */
  readonly folded?: boolean;
}

/** More lines than any block has that is read: a range up to them costs nothing. */
const MOST_LINES = 100_000;

/** A language right before what is no part of its name: `js{1,3}`, `ts:line-numbers`. */
const LANGUAGE = /^[\w#+.-]+(?=\{[\d,\s-]*\}|:(?:no-)?line-numbers\b)/;
/** Where no language is named: an option with its value, or what stands in brackets, is none. */
const NO_LANGUAGE = /^(?:[A-Za-z][\w-]*=|\[|\{(?:[\d,\s-]*\}|[A-Za-z_][\w-]*=))/;
/** Names alone, such as `showLineNumbers`; `{…}` or `=…` behind them is a value. */
const OPTION =
  /^:?([A-Za-z][\w-]*)(?:[=:](?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|([^\s"']+))|\{(\d+)\})?(?=[\s{:]|$)/;
const LABEL = /^\[((?:[^[\]]|\[[^[\]]*\])+)\]/;
const BRACES = /^\{([^{}]*)\}(?:#\w+)?/;
/** One of Hugo's attributes: `hl_lines=[2,"4-6"]`, `linenos=table`, `"title"="a"`. */
const ATTRIBUTE = /"?(?<![\w-])([A-Za-z_][\w-]*)"?\s*=\s*(\[[^[\]]*\]|"[^"]*"|'[^']*'|[^\s,]+)/g;

type Draft = { -readonly [Key in keyof Omit<CodeInfo, 'marked'>]: CodeInfo[Key] } & {
  /** The first and the last line of what is marked. */
  readonly ranges: (readonly [from: number, to: number])[];
};

/**
 * Reads the line behind a fence as authors write it for Docusaurus (`js title="a" {1,3} showLineNumbers`), VitePress
 * (`js{1,3}:line-numbers [a]`), Hugo (`go {linenos=true,hl_lines=["1-3"]}`), rehype-pretty-code and Material for MkDocs.
 * What none of them knows says nothing here either.
 */
export function readCodeInfo(info: string): CodeInfo {
  const language = NO_LANGUAGE.test(info) ? '' : (LANGUAGE.exec(info)?.[0] ?? /^\S*/.exec(info)?.[0] ?? '');
  const draft: Draft = { language, ranges: [], wrap: false };
  let rest = info.slice(language.length);
  for (;;) {
    rest = rest.trimStart();
    if (rest === '') break;
    rest = rest.slice(readPart(rest, draft));
  }
  const { ranges, ...known } = draft;
  return { ...known, marked: linesOf(ranges) };
}

/** Reads what `rest` begins with, and tells how much of it that is. */
function readPart(rest: string, draft: Draft): number {
  const label = LABEL.exec(rest);
  if (label) {
    draft.title ??= label[1] ?? '';
    return label[0].length;
  }
  const braces = BRACES.exec(rest);
  if (braces) {
    readBraces(braces[1] ?? '', draft);
    return braces[0].length;
  }
  const option = OPTION.exec(rest);
  if (!option) return /^\S[^\s{[]*/.exec(rest)?.[0].length ?? 1;
  const [whole, name = '', double, single, plain, number] = option;
  readOption(name, double ?? single ?? plain ?? number, draft);
  return whole.length;
}

function readBraces(content: string, draft: Draft): void {
  if (/^[\d,\s-]*$/.test(content)) addLines(content, draft);
  else
    for (const [, name = '', value = ''] of content.matchAll(ATTRIBUTE))
      readOption(name, unquote(value), draft);
}

const unquote = (value: string): string => value.replace(/^(["'])([^]*)\1$/, '$2');

function readOption(name: string, written: string | undefined, draft: Draft): void {
  const value = written?.replace(/\\(["'\\])/g, '$1');
  const isOn = value !== 'false';
  switch (name.toLowerCase()) {
    case 'title':
    case 'caption':
    case 'filename':
    case 'file':
      if (value) draft.title = value;
      break;
    case 'tab':
      if (value) draft.tab = value;
      break;
    case 'showlinenumbers':
    case 'line-numbers':
    case 'linenumbers':
    case 'linenums':
    case 'numberlines':
    case 'linenos':
      if (isOn) draft.numbers = firstNumber(value) ?? draft.numbers ?? 1;
      else delete draft.numbers;
      break;
    case 'linenostart':
      draft.numbers = firstNumber(value) ?? draft.numbers ?? 1;
      break;
    case 'no-line-numbers':
      delete draft.numbers;
      break;
    case 'hl_lines':
      addLines((value ?? '').replace(/["'[\]]/g, ' '), draft);
      break;
    case 'wrap':
      draft.wrap = isOn;
      break;
    case 'fold':
    case 'folded':
      draft.folded = isOn;
      break;
    case 'nofold':
      draft.folded = false;
      break;
  }
}

const firstNumber = (value: string | undefined): number | undefined =>
  value !== undefined && /^\d{1,6}$/.test(value) ? Number(value) : undefined;

/** Adds the lines of a list such as `1,3-5` or `1 3-5`. */
function addLines(list: string, { ranges }: Draft): void {
  for (const [, from = '', to = from] of list.matchAll(/(\d{1,6})(?:\s*-\s*(\d{1,6}))?/g))
    ranges.push([Number(from), Math.min(Number(to), MOST_LINES)]);
}

/** The lines in ranges, each of which is met once, however many ranges it is in. */
function linesOf(ranges: Draft['ranges']): ReadonlySet<number> {
  const lines = new Set<number>();
  let next = 0;
  for (const [from, to] of ranges.sort(([one], [other]) => one - other)) {
    for (let line = Math.max(from, next); line <= to; line++) lines.add(line);
    next = Math.max(next, to + 1);
  }
  return lines;
}
