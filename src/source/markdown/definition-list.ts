import { BLANK, DELIMITER_ROW, SETEXT, startsBlock } from './block-starts.js';
import { measureIndent, removeColumns } from './columns.js';

/** A term, or what is said of the terms before it. */
export interface EntrySource {
  readonly isTerm: boolean;
  /** Inline Markdown of a term, blocks of what is said. */
  readonly text: string;
  /** How many columns stand before the text. */
  readonly columns: number;
  /** Whether its paragraphs are ones, as blank lines tell, or its text stands by itself. */
  readonly isLoose: boolean;
}

/** A definition list, cut out of a text. */
export interface DefinitionListSource {
  /** To the byte, without the last line end. */
  readonly raw: string;
  readonly entries: readonly EntrySource[];
}

const MARKER = /^ {0,3}:[ \t]+(?=[^ \t])/;
/** What a term does not begin with: a table's row, a definition of a link or note, code, a container of a site generator. */
const NO_TERM = /^(?: {4}| {0,3}(?:\t|\||\[[^\]]*\]:|[:!?=]{3}|\$\$|\{[{%:]))/;
/** Lines that are the terms of one definition at most: a paragraph of more is one. */
const MOST_TERMS = 8;
/** Columns of indentation that keep a line in what is said, at most. */
const MOST_COLUMNS = 4;

/** Whether there may be a definition list in a text, or in a quote or list of it. */
export const mayHaveDefinitions = (text: string): boolean =>
  (text.includes(': ') || text.includes(':\t')) && /^[ \t>*+\-\d.)]*:[ \t]/m.test(text);

const isTerm = (line: string): boolean =>
  !BLANK.test(line) &&
  !NO_TERM.test(line) &&
  !startsBlock(line) &&
  !SETEXT.test(line) &&
  !DELIMITER_ROW.test(line) &&
  !MARKER.test(line);

/** Reads the lines of a text one by one. */
class Lines {
  constructor(
    readonly text: string,
    public at = 0,
  ) {}

  get line(): string | undefined {
    if (this.at >= this.text.length) return undefined;
    const end = this.text.indexOf('\n', this.at);
    return this.text.slice(this.at, end === -1 ? undefined : end);
  }

  next(): void {
    const end = this.text.indexOf('\n', this.at);
    this.at = end === -1 ? this.text.length : end + 1;
  }

  /** Goes on behind blank lines; how many there were. */
  skipBlank(): number {
    let count = 0;
    while (this.line !== undefined && BLANK.test(this.line)) {
      this.next();
      count++;
    }
    return count;
  }
}

/** The terms that stand at `at`, up to the marker of what is said of them; `undefined` where there are none. */
function readTerms(
  text: string,
  at: number,
): { readonly terms: readonly string[]; readonly end: number } | undefined {
  const lines = new Lines(text, at);
  const terms: string[] = [];
  for (let { line } = lines; line !== undefined && isTerm(line); { line } = lines) {
    if (terms.length === MOST_TERMS) return undefined;
    terms.push(line.trim());
    lines.next();
  }
  const { at: end } = lines;
  if (terms.length === 0) return undefined;
  if (lines.line === '') lines.next();
  return lines.line !== undefined && MARKER.test(lines.line) ? { terms, end } : undefined;
}

/** The columns that a marker takes with the space behind it. */
function columnsOf(marker: string): number {
  const colon = marker.indexOf(':') + 1;
  return colon + measureIndent(marker, colon, colon).columns;
}

/**
 * The definition list that `src` begins with, as PHP Markdown Extra writes it (https://michelf.ca/projects/php-markdown/extra/#def-list),
 * and with it kramdown, goldmark and Python-Markdown: lines of terms, then lines that begin with a colon and a space.
 */
export function readDefinitionList(src: string): DefinitionListSource | undefined {
  const entries: EntrySource[] = [];
  const lines = new Lines(src);
  let end = 0;
  for (let found = readTerms(src, 0); found; found = readTerms(src, lines.at)) {
    for (const text of found.terms) entries.push({ isTerm: true, text, columns: 0, isLoose: false });
    lines.at = found.end;
    let isApart = lines.skipBlank() > 0;
    for (let marker = MARKER.exec(lines.line ?? ''); marker; marker = MARKER.exec(lines.line ?? '')) {
      const entry = readEntry(lines, marker[0]);
      entries.push({ ...entry, isTerm: false, isLoose: entry.isLoose || isApart });
      end = lines.at;
      isApart = lines.skipBlank() > 0;
    }
  }
  return entries.length > 0 ? { raw: src.slice(0, end).replace(/\n$/, ''), entries } : undefined;
}

/** What is said, from its marker on: the rest of the line, and the lines that go on with it. */
function readEntry(lines: Lines, marker: string): Omit<EntrySource, 'isTerm'> {
  const columns = Math.min(columnsOf(marker), MOST_COLUMNS);
  const texts = [(lines.line ?? '').slice(marker.length)];
  let isLoose = false;
  lines.next();
  for (;;) {
    const { at } = lines;
    const blank = lines.skipBlank();
    const { line } = lines;
    const isInside = line !== undefined && measureIndent(line, 0).columns >= columns;
    // A line of a paragraph may stand where it likes, unless it is the next term.
    const isLazy =
      line !== undefined && blank === 0 && isTerm(line) && readTerms(lines.text, at)?.terms.length !== 1;
    if (!isInside && !isLazy) {
      lines.at = at;
      return { text: texts.join('\n'), columns, isLoose };
    }
    isLoose ||= blank > 0;
    for (let count = 0; count < blank; count++) texts.push('');
    texts.push(isInside ? removeColumns(line, columns, 0) : line);
    lines.next();
  }
}
