import { Lexer } from 'marked';

/*
 * What a line begins with, as cmark sees it. Each expression looks at one line, without its line end,
 * whose indentation counts from the container the line is in.
 */

export const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
export const HEADING = /^ {0,3}#{1,6}(?:[ \t]|$)/;
/** Without groups that repeat, at which WebKit is slow where a long line is no rule after all. */
export const RULE = /^ {0,3}(?:-[ \t]*-[ \t]*-[- \t]*|_[ \t]*_[ \t]*_[_ \t]*|\*[ \t]*\*[ \t]*\*[* \t]*)$/;
export const SETEXT = /^ {0,3}(?:=+|-+)[ \t]*$/;
export const QUOTE = /^ {0,3}>/;
export const LIST_MARKER = /^( {0,3})([*+-]|\d{1,9}[.)])(?=[ \t]|$)/;
/** `[^label]: `, with the label. */
export const FOOTNOTE = /^ {0,3}\[\^([^\]\s]+)\]:[ \t]*/;
export const BLANK = /^[ \t]*$/;
/** The line under a table's head. */
export const DELIMITER_ROW = /^(?: {0,3}\|)?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/;

const HTML_TAGS =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
  'fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|' +
  'menuitem|meta|nav|noframes|ol|optgroup|option|p|param|search|section|source|summary|table|tbody|td|tfoot|th|thead|' +
  'title|tr|track|ul';
const HTML = new RegExp(
  `^ {0,3}<(?:(?:script|pre|style|textarea)(?:[ \\t>]|$)|!--|\\?|![A-Za-z]|!\\[CDATA\\[|/?(?:${HTML_TAGS})(?:[ \\t]|/?>|$))`,
  'i',
);
const TAG = /^ {0,3}<\/?[a-zA-Z]/;
const INLINE_TAG = Lexer.rules.inline.gfm.tag;

/**
 * Whether a block of HTML begins. A tag of any name does where it stands alone on its line,
 * unless the line can only go on with a paragraph.
 */
export function startsHtml(line: string, inParagraph = false): boolean {
  if (!line.includes('<')) return false;
  if (HTML.test(line)) return true;
  if (inParagraph || !TAG.test(line)) return false;
  const rest = line.trim();
  return INLINE_TAG.exec(rest)?.[0].length === rest.length;
}

/** Whether the line begins a block rather than going on with the paragraph of a container that it left. */
export const startsBlock = (line: string): boolean =>
  QUOTE.test(line) ||
  LIST_MARKER.test(line) ||
  HEADING.test(line) ||
  FENCE.test(line) ||
  RULE.test(line) ||
  startsHtml(line);
