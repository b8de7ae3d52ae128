/*
 * Attribute lists as kramdown (`{: .class #id}`) and Python-Markdown (`{ .class #id }`) have them. Their classes mean
 * nothing to us; an id on a heading does.
 */

const ITEM = String.raw`(?:[.#][\w:.-]+|[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{}]+))`;
/** Begins with an item, a named list, or one of kramdown's own words: `{:else}` of another language does not. */
const KRAMDOWN = String.raw`\{::?[ \t]*(?:/?toc|/\w*|(?:[\w-]+(?::[ \t]*|[ \t]+|(?=[.#])))?${ITEM})(?:[ \t]+(?:${ITEM}|[\w-]+(?!=)))*[ \t]*/?\}`;
const PYTHON = String.raw`\{[ \t]*${ITEM}(?:[ \t]+${ITEM})*[ \t]*\}`;

const LINE = new RegExp(String.raw`^ {0,3}${KRAMDOWN}[ \t]*(?=\n|$)`);
const SPAN = new RegExp(`^(?:${KRAMDOWN}|${PYTHON})`);
const SPAN_ALONE = new RegExp(`^${KRAMDOWN}`);
const HEADING_END = new RegExp(String.raw`(?<![ \t])[ \t]+(?:${KRAMDOWN}|${PYTHON})[ \t]*$`);
const ID = /[{\s:]#([\w:.-]+)/;
const CONTENTS_LIST = /^ {0,3}(?:[*+-]|\d{1,9}[.)])[ \t][^\n]*\n {0,3}\{:\/?toc[^}\n]*\}[ \t]*(?=\n|$)/;

/** The attribute list that is all of the first line of `src`. */
export const readAttributeLine = (src: string): string | undefined => LINE.exec(src)?.[0];

/** The attribute list that `src` begins with: right after an element of either kind, elsewhere only kramdown's. */
export const readSpanAttributes = (src: string, afterElement: boolean): string | undefined =>
  (afterElement ? SPAN : SPAN_ALONE).exec(src)?.[0];

/** The attribute list at the end of a heading's text, with the white space before it. */
export const readHeadingAttributes = (text: string): string | undefined =>
  text.endsWith('}') ? HEADING_END.exec(text)?.[0] : undefined;

/** kramdown's place for a generated table of contents: a list of one item that `{:toc}` follows. */
export const readContentsList = (src: string): string | undefined => CONTENTS_LIST.exec(src)?.[0];

/** The id in an attribute list. */
export const idOf = (list: string): string | undefined => ID.exec(list)?.[1];
