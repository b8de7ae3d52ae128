const NAMES = String.raw`(?:[\w$*{}, \t]|\n(?![ \t]*\n)){1,300}?[ \t\n]from[ \t]*`;
const IMPORT = new RegExp(
  String.raw`(?:import[ \t](?:${NAMES})?|export[ \t]${NAMES})(["'])[^"'\n]+\1[ \t]*(?:;[ \t]*)?(?:\n|$)`,
  'y',
);
const CONSTANT = /export[ \t]+(?:const|let)[ \t]+[\w$]+[ \t]*=/y;
const BLANK_LINE = /\n[ \t]*(?:\n|$)/g;

/** Whether there may be lines in a text that {@link readModuleLines} reads. */
export const mayHaveModuleLines = (text: string): boolean =>
  (text.includes('import') || text.includes('export')) && /^(?:im|ex)port[ \t][^\n]*[{'"=]/m.test(text);

/**
 * Reads the lines of JavaScript that MDX runs and does not show, where `src` begins with them and they are a block of their own:
 * imports, exports of what another module has, and constants (https://mdxjs.com/docs/what-is-mdx/#esm). None goes on over a blank line.
 */
export function readModuleLines(src: string): string | undefined {
  let end = 0;
  for (IMPORT.lastIndex = 0; IMPORT.test(src);) end = IMPORT.lastIndex;
  CONSTANT.lastIndex = end;
  if (CONSTANT.test(src)) {
    BLANK_LINE.lastIndex = end;
    end = BLANK_LINE.exec(src)?.index ?? src.length;
  }
  const isBlock = /^[ \t]*(?:\n|$)/.test(src.slice(end, end + 80));
  return end > 0 && isBlock ? src.slice(0, end).trimEnd() : undefined;
}
