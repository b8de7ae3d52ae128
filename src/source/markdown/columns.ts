const TAB_STOP = 4;
/** Indentation that makes code. */
const CODE_COLUMNS = 4;
const TAB = 9;
const SPACE = 32;

/** The indentation of a line: how many characters it has and how many columns it takes. */
export interface Indentation {
  readonly length: number;
  readonly columns: number;
}

/** Measures the spaces and tabs at `from`; `column` is where that is on the line as the author wrote it. */
export function measureIndent(line: string, column: number, from = 0): Indentation {
  let columns = 0;
  let at = from;
  for (; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === SPACE) columns++;
    else if (code === TAB) columns += TAB_STOP - ((column + columns) % TAB_STOP);
    else break;
  }
  return { length: at - from, columns };
}

/**
 * `line` with its indentation in spaces as far as it decides what kind of block the line is in; tabs after that are
 * an indented code's own and stay.
 */
export function expandIndent(line: string, column: number): string {
  if (!/^ *\t/.test(line)) return line;
  const { length, columns } = measureIndent(line, column);
  if (columns < CODE_COLUMNS) return ' '.repeat(columns) + line.slice(length);
  return ' '.repeat(CODE_COLUMNS) + removeColumns(line, CODE_COLUMNS, column);
}

/**
 * `line` without its first `columns` columns of indentation, or without all of it where it has less. A tab that is
 * taken in part leaves the rest of its columns as spaces; the tabs after it stay tabs.
 */
export function removeColumns(line: string, columns: number, column: number): string {
  let taken = 0;
  let at = 0;
  while (at < line.length && taken < columns) {
    const code = line.charCodeAt(at);
    if (code === SPACE) taken++;
    else if (code === TAB) taken += TAB_STOP - ((column + taken) % TAB_STOP);
    else break;
    at++;
  }
  return taken > columns ? ' '.repeat(taken - columns) + line.slice(at) : line.slice(at);
}
