import type { Tokens } from 'marked';
import { idOf, readAttributeLine, readHeadingAttributes } from './attribute-lists.js';
import { BLANK, DELIMITER_ROW, FOOTNOTE, RULE, startsBlock } from './block-starts.js';
import { normalizeLabel } from './brackets.js';
import { removeColumns } from './columns.js';
import { CONTAINER_START } from './containers.js';
import { ContainerTokenizer } from './container-tokenizer.js';
import { decodeEscapes } from './escapes.js';
import { findNote } from './footnotes.js';
import { resolveUrlTemplates } from './templates.js';
import type { Leftover } from './tokens.js';

/** Underlines a heading where there is text above it, and is text itself where there is none. */
const UNDERLINE = /^ {0,3}-+[ \t]*(?:\n|$)/;
const UNDERLINE_OF_EITHER = / {0,3}(?:=+|-+)[ \t]*(?:\n|$)/y;
/** Only spaces and tabs part the signs from the text, not a no-break space. */
const HEADING = /^ {0,3}#{1,6}(?:[ \t\n]|$)/;
/** A definition whose destination begins with a template. */
const TEMPLATE_DEFINITION =
  /^ {0,3}\[((?:\\[^]|[^[\]\\])+)\]:[ \t]*((?:\{\{[^}\n]*\}\}|\{%[^}\n]*%\}|[^\s<{])+)(?:[ \t]+"([^"\n]*)")?[ \t]*(?=\n|$)/;

/** A line that is a start tag, and what in it says that its content is Markdown: https://kramdown.gettalong.org/syntax.html#html-blocks. */
const START_TAG_LINE = /^ {0,3}<[a-z][^<>\n]*>[ \t]*\n/i;
const MARKDOWN_INSIDE = /[ \t]markdown(?:=(?:1|"(?:1|block|span)"|'(?:1|block|span)'))?[ \t>]/i;

const CONTAINER = new RegExp(CONTAINER_START, 'y');

/** Of no meaning in Unicode. */
const STAND_IN = '\uf8ff';

const NEWLINE = 10;
const SPACE = 32;
const HASH = 35;
const STAR = 42;
const DASH = 45;
const LESS_THAN = 60;
const COLON = 58;
const EQUALS = 61;
const BRACKET = 91;
const UNDERSCORE = 95;
const BACKTICK = 96;
const TILDE = 126;

/** The first character of `src` that is no space, from `at` on; a space where there are `most`. */
function firstCode(src: string, at = 0, most = Infinity): number {
  let index = at;
  while (index < at + most && src.charCodeAt(index) === SPACE) index++;
  return src.charCodeAt(index);
}

/** Characters of a line that the rules of blocks read; the longest line of real files has 3,196. */
const LONGEST_LINE = 1_000_000;

/** The first line below the start of a text that may be the underline of a heading, or what ends the search for one. */
export interface Underline {
  /** How many characters of the text are left at the line end before it. */
  readonly left: number;
  readonly found: boolean;
}

function findUnderline(src: string, hasContainers: boolean): Underline {
  for (let end = src.indexOf('\n'); end !== -1; end = src.indexOf('\n', end + 1)) {
    const code = firstCode(src, end + 1, 4);
    if (code === EQUALS || code === DASH) {
      UNDERLINE_OF_EITHER.lastIndex = end + 1;
      if (UNDERLINE_OF_EITHER.test(src)) return { left: src.length - end, found: true };
    }
    let isEnd = code === NEWLINE || Number.isNaN(code);
    if (code === COLON && hasContainers) {
      CONTAINER.lastIndex = end + 1;
      isEnd = CONTAINER.test(src);
    }
    if (isEnd) return { left: src.length - end, found: false };
  }
  return { left: 0, found: false };
}

/** How many cells a row has, at most. */
function countCells(row: string): number {
  const text = row.trim();
  let bars = 0;
  for (let at = text.indexOf('|'); at !== -1; at = text.indexOf('|', at + 1)) bars++;
  return bars + 1 - Number(text.startsWith('|')) - Number(text.length > 1 && text.endsWith('|'));
}

/** Blocks that hold text, where marked's own differ from GitHub's. */
export class BlockTokenizer extends ContainerTokenizer {
  /** marked takes a blank of one character for the line end of the block before; at the end of a text it may be a space. */
  override space(src: string): Tokens.Space | undefined {
    const token = super.space(src);
    const isMistaken =
      token?.raw.length === 1 && token.raw !== '\n' && this.lexer.state.lastToken !== undefined;
    return isMistaken ? undefined : token;
  }

  override code(src: string): Tokens.Code | undefined {
    return this.isAfterDefinition ? undefined : super.code(src);
  }

  /** Indentation before the fence is taken off each line in columns, and tabs in the code stay tabs. */
  override fences(src: string): Tokens.Code | undefined {
    const code = firstCode(src);
    if (code !== BACKTICK && code !== TILDE) return undefined;
    const match = this.rules.block.fences.exec(src);
    const token = match && super.fences(src);
    if (!token) return undefined;
    const lang = decodeEscapes((match[2] ?? '').trim());
    const indent = src.search(/[^ ]/);
    if (indent === 0) return { ...token, lang };
    const lines = (match[3] ?? '').split('\n').map((line) => removeColumns(line, indent, this.lexer.column));
    const text = lines.join('\n');
    return { ...token, lang, text: token.text.endsWith('\n') ? `${text}\n` : text };
  }

  override hr(src: string): Tokens.Hr | undefined {
    const code = firstCode(src);
    if (code !== DASH && code !== STAR && code !== UNDERSCORE) return undefined;
    const end = src.indexOf('\n');
    if (!RULE.test(end === -1 ? src : src.slice(0, end))) return undefined;
    return this.isAfterDefinition && UNDERLINE.test(src) ? undefined : super.hr(src);
  }

  override heading(src: string): Tokens.Heading | undefined {
    const mayBe = firstCode(src) === HASH && HEADING.test(src);
    return mayBe ? this.#identifyHeading(super.heading(src)) : undefined;
  }

  override lheading(src: string): Tokens.Heading | undefined {
    if (!this.#mayBeUnderlined(src)) return undefined;
    const token = super.lheading(src);
    const hasNote = token && this.lexer.hasNotes && findNote(token.raw) !== -1;
    return hasNote ? undefined : this.#identifyHeading(token);
  }

  /** A start tag that says so has Markdown behind it, as kramdown and Python-Markdown have it: its block is its own line. */
  override html(src: string): Tokens.HTML | undefined {
    if (firstCode(src) !== LESS_THAN) return undefined;
    // The rule for HTML looks for the end of its block, so it is not shown more than the line.
    const line = this.lexer.hasExtensions ? START_TAG_LINE.exec(src)?.[0] : undefined;
    return super.html(line !== undefined && MARKDOWN_INSIDE.test(line) ? line : src);
  }

  override def(src: string): Tokens.Def | undefined {
    // After another definition the paragraph is still open, so that indentation means nothing.
    const indent = this.isAfterDefinition ? (/^[ \t]*/.exec(src)?.[0] ?? '') : '';
    if (firstCode(src, indent.length) !== BRACKET) return undefined;
    const token = this.#definition(src.slice(indent.length));
    if (!token) return this.lexer.templates && this.#templateDefinition(src);
    // Contrary to its type, a definition without a title has `undefined` there.
    const { href = '', title = '' } = token as Partial<Tokens.Def>;
    return { ...token, raw: indent + token.raw, href: decodeEscapes(href), title: decodeEscapes(title) };
  }

  /** marked ends a destination at a no-break space; for GitHub it is a character of it like any other. */
  #definition(src: string): Tokens.Def | undefined {
    const lines = /^[^\n]*(?:\n[^\n]*){0,2}/.exec(src)?.[0] ?? '';
    if (!lines.includes('\u00a0')) return super.def(src);
    const token = super.def(lines.replaceAll('\u00a0', STAND_IN) + src.slice(lines.length));
    const back = (text: string | undefined): string => (text ?? '').replaceAll(STAND_IN, '\u00a0');
    return (
      token && {
        ...token,
        raw: back(token.raw),
        href: back(token.href),
        title: back(token.title),
        tag: back(token.tag),
      }
    );
  }

  /** A line of megabytes is a paragraph by itself: the rule for paragraphs takes the stack for each character of it. */
  override paragraph(src: string): Tokens.Paragraph | undefined {
    const end = src.indexOf('\n');
    const length = end === -1 ? src.length : end;
    if (length <= LONGEST_LINE) return super.paragraph(src);
    const text = src.slice(0, length);
    return { type: 'paragraph', raw: text, text, tokens: this.lexer.inline(text) };
  }

  override table(src: string): Tokens.Table | undefined {
    const token = this.#tableUntilBlock(src);
    if (!token || !this.lexer.templates) return token;
    // A row of nothing but `{% for … %}` is the generator's, not the table's.
    const leftovers: Leftover[] = [];
    const rows = token.rows.filter((row) => {
      const written = row.map(({ text }) => text).join('');
      const isLeftover = /^\{%[^]*%\}$/.test(written);
      if (isLeftover) leftovers.push({ code: 'template-leftover', written, effect: 'hidden' });
      return !isLeftover;
    });
    return leftovers.length > 0 ? Object.assign(token, { rows, leftovers }) : token;
  }

  /** Any block ends a table, also those that marked takes for a row: a lone tag, an empty list item; so does a line of tabs. */
  #tableUntilBlock(rest: string): Tokens.Table | undefined {
    const src = this.#withinLimit(rest);
    const token = src === undefined ? undefined : super.table(src);
    if (!token || token.rows.length === 0) return token;
    const lines = token.raw.split('\n');
    const { hasNotes, templates } = this.lexer;
    const endsTable = (line: string): boolean =>
      /^[ \t]+$/.test(line) ||
      startsBlock(line) ||
      (hasNotes && FOOTNOTE.test(line)) ||
      (templates !== undefined && readAttributeLine(line) !== undefined);
    const end = lines.findIndex((line, index) => index > 1 && endsTable(line));
    return end === -1 ? token : super.table(`${lines.slice(0, end).join('\n')}\n`);
  }

  /** `src` up to the row of its table whose missing cells would be too many; `undefined` where there is no table. */
  #withinLimit(src: string): string | undefined {
    const headEnd = src.indexOf('\n');
    const columnsEnd = src.indexOf('\n', headEnd + 1);
    const delimiters = src.slice(headEnd + 1, columnsEnd === -1 ? src.length : columnsEnd);
    // A line of nothing but dashes underlines a heading.
    if (headEnd === -1 || !DELIMITER_ROW.test(delimiters) || !/[:|]/.test(delimiters)) return undefined;
    const columns = countCells(src.slice(0, headEnd));
    for (let from = columnsEnd + 1; from > 0 && from < src.length;) {
      const end = src.indexOf('\n', from);
      const row = src.slice(from, end === -1 ? src.length : end);
      if (BLANK.test(row) || startsBlock(row)) break;
      const missing = columns - countCells(row);
      if (missing > 0 && !this.lexer.limits.takeCells(missing, row)) return src.slice(0, from);
      from = end + 1;
    }
    return src;
  }

  /** Whether there may be an underline below the start of `src`: most paragraphs have none. What one has found holds for the next. */
  #mayBeUnderlined(src: string): boolean {
    const { lexer } = this;
    if (!lexer.underline || src.length < lexer.underline.left)
      lexer.underline = findUnderline(src, lexer.hasExtensions);
    return lexer.underline.found;
  }

  #identifyHeading(token: Tokens.Heading | undefined): Tokens.Heading | undefined {
    const list = token && this.lexer.templates && readHeadingAttributes(token.text);
    if (!token || list === undefined) return token;
    const text = token.text.slice(0, -list.length).trimEnd();
    const entry = this.lexer.inlineQueue.at(-1);
    if (entry) entry.src = text;
    const id = idOf(list);
    const effect = id === undefined ? 'hidden' : 'resolved';
    const leftovers = [{ code: 'kramdown-attributes', written: list.trim(), effect } as const];
    return Object.assign(token, { text, leftovers }, id === undefined ? {} : { id });
  }

  #templateDefinition(src: string): Tokens.Def | undefined {
    const match = TEMPLATE_DEFINITION.exec(src);
    if (!match?.[2]?.includes('{')) return undefined;
    const [raw, label = '', target, title = ''] = match;
    const { text, leftovers } = resolveUrlTemplates(target, this.lexer.templates ?? {});
    const tag = normalizeLabel(label);
    return { type: 'def', raw, tag, href: text, title: decodeEscapes(title), leftovers } as Tokens.Def;
  }
}
