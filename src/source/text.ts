import type { Problem } from '../model/problem.js';

/** Text as the parsers read it. */
export interface NormalizedText {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/**
 * Text without a byte order mark, with `\n` for each line break, and with U+FFFD for each NUL, as CommonMark has it.
 * Lines keep their numbers. Reports `text-nul` once, where the first one stands.
 */
export function normalizeText(text: string): NormalizedText {
  // The search for a character is many times as fast as an expression.
  if (!text.startsWith('\ufeff') && !text.includes('\r') && !text.includes('\0'))
    return { text, problems: [] };
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
