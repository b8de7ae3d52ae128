import { escapeHtml } from '../../model/escape.js';
import type { Problem } from '../../model/problem.js';

/**
 * Changes between writing from left to right and from right to left that a paragraph may have: browsers, WebKit most of all, need
 * time that grows with the square of their number. Code, whose lines are short, may have more.
 */
const MAX_CHANGES = 1000;
const MAX_CHANGES_IN_CODE = 4000;

export const TOO_MANY_DIRECTIONS_IN_LINE: Problem = {
  code: 'limit-exceeded',
  severity: 'warning',
  message: `A line changes between writing to the left and to the right more than ${MAX_CHANGES} times: the rest of it is left out.`,
};

/** Characters in each of the paragraphs that a text with more is cut into. */
const SLICE = 500;

export const TOO_MANY_DIRECTIONS: Problem = {
  code: 'limit-exceeded',
  severity: 'warning',
  message: `A paragraph changes between writing to the left and to the right more than ${MAX_CHANGES} times: its block shows as text, in pieces.`,
};

const FROM_RIGHT = '\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufeff\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}';
const MARKS = '\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';
const REFERENCES = '&(?:lrm|rlm|#1[4-9]\\d\\d|#x0*[5-8][\\da-f]{2});';
const HAS_FROM_RIGHT = new RegExp(`[${FROM_RIGHT}${MARKS}]|${REFERENCES}`, 'iu');

/** What begins or ends a paragraph; what counts each time; digits, and letters of both directions, which count where they change. */
const PIECE = new RegExp(
  '(</?(?:address|article|aside|blockquote|caption|d[dlt]|details|div|fig(?:caption|ure)|footer|h[1-6r]|header|li|main|nav|ol|p|pre|' +
    `section|summary|table|t[dhr]|ul)\\b)|([${MARKS}([{]|${REFERENCES})|(\\p{N})|([${FROM_RIGHT}])|\\p{L}`,
  'giu',
);

/** Whether one of the paragraphs in `html` has more changes of direction than browsers bear. */
export const changesDirectionTooOften = (html: string): boolean => findTooMany(html) >= 0;

/** Where a paragraph in `html` has one change more than browsers bear; -1 where none has. */
function findTooMany(html: string): number {
  if (html.length < MAX_CHANGES || !HAS_FROM_RIGHT.test(html)) return -1;
  let changes = 0;
  let most = MAX_CHANGES;
  let wasFromRight = false;
  for (const { index, 1: block, 2: each, 3: digit, 4: fromRight } of html.matchAll(PIECE)) {
    if (block) {
      changes = 0;
      most = block.toLowerCase() === '<pre' ? MAX_CHANGES_IN_CODE : MAX_CHANGES;
    } else if (each) changes++;
    else if ((!digit && fromRight !== undefined) !== wasFromRight) {
      wasFromRight = !wasFromRight;
      changes++;
    }
    if (changes > most) return index;
  }
  return -1;
}

/** Plain text of one paragraph, such as a title, up to the place from which on browsers would be slow at it. */
export function limitDirections(text: string): string {
  // What looks like a tag is none.
  const end = findTooMany(text.replaceAll('<', ' '));
  return end < 0 ? text : text.slice(0, end);
}

/** A text as paragraphs that no browser is slow at. */
export function inSlices(text: string): string {
  let html = '';
  const slices = text.matchAll(new RegExp(`[^]{1,${SLICE}}`, 'gu'));
  for (const [slice] of slices) html += `<p>${escapeHtml(slice)}</p>\n`;
  return html;
}
