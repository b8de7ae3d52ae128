/**
 * The text of a `<script type="text/markdown">` without the indentation it has for standing in HTML: what all lines
 * have in common is cut off. Text behind the opening tag counts as not indented; a line break right behind it and
 * the white space before the closing tag go. Blank lines do not count. Tabs and spaces are taken as they are: lines that
 * begin with the one and with the other have nothing in common.
 */
export function dedent(text: string): string {
  const lines = text.split('\n');
  const [first = '', ...rest] = lines;
  const margin = commonIndentation(rest);
  const cut = rest.map((line) => (line.startsWith(margin) ? line.slice(margin.length) : unindent(line)));
  if (cut.length > 0 && isBlank(cut.at(-1) ?? '')) cut[cut.length - 1] = '';
  if (isBlank(first)) return cut.join('\n');
  return [first.replace(/^[ \t]+/, ''), ...cut].join('\n');
}

const isBlank = (line: string): boolean => /^[ \t]*\r?$/.test(line);

/** A blank line that is shorter than the margin: only its line break stays. */
const unindent = (line: string): string => line.replace(/^[ \t]+/, '');

function commonIndentation(lines: readonly string[]): string {
  let common: string | undefined;
  for (const line of lines) {
    if (isBlank(line)) continue;
    const indentation = /^[ \t]*/.exec(line)?.[0] ?? '';
    common = common === undefined ? indentation : commonPrefix(common, indentation);
    if (common === '') break;
  }
  return common ?? '';
}

function commonPrefix(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}
