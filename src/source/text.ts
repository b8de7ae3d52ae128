import type { Problem } from '../model/problem.js';
import type { Ask } from './known-text.js';
import { limitMarks, TOO_MANY_MARKS } from './marks.js';

/** Text as the parsers read it. */
export interface NormalizedText {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/**
 * Text without a byte order mark, with `\n` for each line break, and with U+FFFD for each NUL, as CommonMark has it.
 * Marks that are too many for one character are left out. Lines keep their numbers. Reports `text-nul` and `limit-exceeded`
 * once each, where the first one stands.
 */
export function normalizeText(source: string, ask: Ask = (question) => question(source)): NormalizedText {
  if (!ask(isUnusual)) return { text: source, problems: [] };
  const { text, problems } = withoutNul(source);
  const limited = limitMarks(text);
  if (limited === text) return { text, problems };
  let same = 0;
  while (text.charCodeAt(same) === limited.charCodeAt(same)) same++;
  const line = text.slice(0, same).split('\n').length;
  return { text: limited, problems: [...problems, { ...TOO_MANY_MARKS, place: { line } }] };
}

/** Whether there may be something to change in a text. The search for a character is many times as fast as an expression. */
const isUnusual = (text: string): boolean =>
  text.includes('\r') || text.includes('\0') || text.includes('\ufeff') || limitMarks(text) !== text;

function withoutNul(text: string): NormalizedText {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const first = plain.indexOf('\0');
  if (first < 0) return { text: plain, problems: [] };
  const before = plain.slice(0, first);
  const line = before.split('\n').length;
  const column = first - before.lastIndexOf('\n');
  const count = plain.split('\0').length - 1;
  const what = count === 1 ? 'a NUL character' : `${count} NUL characters`;
  const message = `The text holds ${what}, shown as \ufffd: remove them, or check that the file is text in UTF-8.`;
  return {
    text: plain.replaceAll('\0', '\ufffd'),
    problems: [{ code: 'text-nul', severity: 'warning', message, place: { line, column } }],
  };
}
