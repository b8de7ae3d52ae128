/** What is said about a line of code by the element around it. */
export type LineKind = 'mark' | 'ins' | 'del';

/** Code in lines, each with its line end, and what is said about some of them by their index. */
export interface CodeLines {
  readonly lines: readonly string[];
  readonly kinds: ReadonlyMap<number, LineKind>;
}

/** A comment that ends a line and says something about it: `// [!code ++]`, `<!-- [!code highlight:2] -->`. */
const NOTATION =
  /(?<![ \t])[ \t]*(?:\/\/|\/\*|<!--|\{\/\*|#|--|;|%|'|")[ \t]*\[!code[ \t]+(\+\+|--|hl|highlight|focus|error|warning)(?::(\d{1,4}))?\][ \t]*(?:(?:\*\/\}?|-->)[ \t]*)?(?=\n?$)/;
/** A line that is nothing but a comment about those that follow. */
const COMMENT =
  /^[ \t]*(?:\/\/|\/\*|<!--|\{\/\*|#|--|;|%)[ \t]*highlight-(next-line|start|end)[ \t]*(?:(?:\*\/\}?|-->)[ \t]*)?\n?$/;

/** Languages in which such comments are what the text is about. */
const ABOUT_ITSELF = /^(?:md|mdx|markdown)$/i;

/**
 * The lines of a code with what its comments say about them, in the notations of VitePress and Docusaurus. These
 * comments are instructions: they are taken off the text.
 */
export function readCodeLines(text: string, language: string, marked: ReadonlySet<number>): CodeLines {
  const kinds = new Map<number, LineKind>();
  let lines: readonly string[] = text.match(/[^\n]+\n?|\n/g) ?? [];
  for (const number of marked) if (number <= lines.length) kinds.set(number - 1, 'mark');
  if (/^diff$/i.test(language)) addDiff(lines, kinds);
  else if (!ABOUT_ITSELF.test(language)) {
    if (text.includes('[!code')) lines = readNotations(lines, kinds);
    if (text.includes('highlight-')) lines = readComments(lines, kinds);
  }
  return { lines, kinds };
}

/** The lines of a patch that come and go; `+++` and `---` name its files. */
function addDiff(lines: readonly string[], kinds: Map<number, LineKind>): void {
  for (const [index, line] of lines.entries())
    if (/^\+(?!\+\+ )/.test(line)) kinds.set(index, 'ins');
    else if (/^-(?!-- )/.test(line)) kinds.set(index, 'del');
}

/** Takes the notations off the lines. Where several hold for a line, the last one counts. */
function readNotations(lines: readonly string[], kinds: Map<number, LineKind>): readonly string[] {
  const open: { readonly kind: LineKind; readonly end: number }[] = [];
  return lines.map((line, index) => {
    const match = NOTATION.exec(line);
    if (match) {
      const kind = match[1] === '++' ? 'ins' : match[1] === '--' ? 'del' : 'mark';
      open.push({ kind, end: index + Number(match[2] ?? 1) });
    }
    while ((open.at(-1)?.end ?? Infinity) <= index) open.pop();
    const last = open.at(-1);
    if (last) kinds.set(index, last.kind);
    return match ? line.replace(NOTATION, '') : line;
  });
}

/** Takes the lines out that are comments about others; what is said about the rest moves up with it. */
function readComments(lines: readonly string[], kinds: Map<number, LineKind>): readonly string[] {
  const found = new Map(kinds);
  const kept: string[] = [];
  let isOpen = false;
  let isNext = false;
  kinds.clear();
  for (const [index, line] of lines.entries()) {
    const comment = COMMENT.exec(line)?.[1];
    if (comment === undefined) {
      const kind = found.get(index) ?? (isOpen || isNext ? 'mark' : undefined);
      if (kind) kinds.set(kept.length, kind);
      kept.push(line);
      isNext = false;
    } else if (comment === 'next-line') isNext = true;
    else isOpen = comment === 'start';
  }
  return kept;
}
