import type { Json } from '../model/page.js';

/** A top-level key with the lines that belong to it. */
export interface Entry {
  readonly key: string;
  /** 0-based line of the key in the block. */
  readonly line: number;
  /** The line of the key and those up to the next key. */
  readonly lines: readonly string[];
}

/** Something wrong in a block of front matter, at a place in it. */
export interface Fault {
  /** 0-based line in the block. */
  readonly line: number;
  /** 0-based column. */
  readonly column?: number;
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

const KEY = /^(?:"([^"]*)"|'([^']*)'|([\p{L}_][\p{L}\p{M}\p{N}_.-]*)) ?:(?!\/\/)(.*)$/u;
const BELONGS = /^(?:\s|-(?:\s|$)|[\]}#])/;

/** The first line that is neither blank nor a comment. */
export const firstEntry = (lines: readonly string[]): string | undefined =>
  lines.find((line) => !/^\s*(?:#|$)/.test(line));

const isBlank = (line: string): boolean => line.trim() === '';

/** Whether a line could be the first of a mapping: `key:`, with quotes or indentation, or `{`. */
export const opensMapping = (line: string): boolean => KEY.test(line.trimStart()) || line.startsWith('{');

/** Whether a line is a top-level key, or could belong to one above it. */
export const isEntryLine = (line: string): boolean => KEY.test(line) || BELONGS.test(line);

/**
 * Whether lines that are no valid YAML are meant as front matter all the same, rather than as text between two
 * thematic breaks: most of them are keys or belong to one, and none begins a new paragraph.
 */
export function looksLikeMapping(lines: readonly string[]): boolean {
  let strange = 0;
  let known = 0;
  let afterBlank = false;
  for (const line of lines) {
    if (!isBlank(line)) {
      if (isEntryLine(line)) known++;
      else if (afterBlank) return false;
      else strange++;
    }
    afterBlank = isBlank(line);
  }
  return strange <= known;
}

/** Cuts a block at its top-level keys. What stands before the first, if it is no comment, belongs to none. */
export function splitEntries(lines: readonly string[]): Entry[] {
  const entries: { key: string; line: number; lines: string[] }[] = [];
  lines.forEach((text, line) => {
    const match = KEY.exec(entries.length === 0 ? text.trimStart() : text);
    if (match) entries.push({ key: match[1] ?? match[2] ?? match[3] ?? '', line, lines: [text.trimStart()] });
    else entries.at(-1)?.lines.push(text);
  });
  return entries;
}

/** What the author meant by an entry that is no YAML: its text, in one line. */
export function salvageText({ lines }: Entry): Json {
  const [first = '', ...rest] = lines;
  const value = (KEY.exec(first)?.[4] ?? '').trim();
  const more = rest.filter((line) => !isBlank(line) && !line.startsWith('#')).map((line) => line.trim());
  const text = [/^[|>][+-]?\d?$/.test(value) ? '' : value, ...more].filter((part) => part !== '').join(' ');
  return text === '' ? null : text.replace(/^(["'])(.*)\1$/s, '$2');
}

/** What is wrong with an entry that YAML refuses, and what to do; `reason` is the parser's word for it. */
export function explainEntry(entry: Entry, reason: string): Omit<Fault, 'severity'> {
  const { key, line, lines } = entry;
  const value = (KEY.exec(lines[0] ?? '')?.[4] ?? '').trim();
  const tab = lines.findIndex((text) => /^ *\t/.test(text));
  const loose = lines.findIndex((text, index) => index > 0 && !isBlank(text) && !BELONGS.test(text));
  const at = (index: number, what: string) => ({
    line: line + index,
    message: `The front matter is not valid YAML: ${what}`,
  });
  if (tab >= 0) return at(tab, 'a tab indents this line. Indent it with spaces.');
  if (loose >= 0) return at(loose, `this line is no key. If it continues the value of “${key}”, indent it.`);
  const quoted = `Put the value of “${key}” in quotes`;
  if (/^["']/.test(value)) return at(0, `the quotes around the value of “${key}” do not fit. Check them.`);
  if (/:(?:\s|$)/.test(value)) return at(0, `a colon inside a value begins another one. ${quoted}.`);
  const sign = /^(?:\{[{%]|[@`%*&!{[])/.exec(value)?.[0];
  if (sign !== undefined)
    return at(0, `“${sign}” at the start of a value has a meaning of its own. ${quoted} if it is text.`);
  return at(0, `the value of “${key}” cannot be read (${reason}). Its text is used as it stands.`);
}
