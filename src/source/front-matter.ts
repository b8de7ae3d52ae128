import type { Json } from '../model/page.js';
import type { Problem } from '../model/problem.js';
import { firstEntry, isEntryLine, opensMapping, splitEntries, type Fault } from './front-matter-entries.js';
import { readFlatYaml } from './front-matter-subset.js';
import type { Reading } from './front-matter-yaml.js';
import { countLines } from './lines.js';
import { limitMarksIn, TOO_MANY_MARKS } from './marks.js';

/** What stands before the text of a page, for the site generator. `raw + body` is the text, to the byte. */
export interface FrontMatter {
  readonly format: 'yaml' | 'toml' | 'none';
  /** Empty where there is none. Dates are text; `yes` and `no` are text, as in YAML 1.2. */
  readonly data: Readonly<Record<string, Json>>;
  /** The block with its fences, the line break behind it, and what stands before it (a byte order mark, blank lines). */
  readonly raw: string;
  readonly body: string;
  /** 1-based line of the text in which the body begins. */
  readonly bodyLine: number;
  readonly problems: readonly Problem[];
}

/**
 * Reads the front matter at the start of a text: YAML between `---` and `---` or `...`, TOML between `+++`. A byte
 * order mark and blank lines may stand before it. Two `---` around something else are thematic breaks: then
 * there is no front matter and the body is the whole text. Never rejects: `front-matter-invalid` says what is wrong and
 * where, and what could be read all the same is in `data`. Where the second fence is missing, well-known keys in the
 * first lines are taken for front matter, up to the first blank line (`front-matter-unclosed`).
 *
 * @param load Loads what reads all but the simplest front matter.
 */
export async function parseFrontMatter(text: string, load: LoadReader = loadReader): Promise<FrontMatter> {
  const opening = /^\ufeff?(?:[ \t]*(?:\r\n|\n|\r))*(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)/.exec(text);
  if (!opening) return withoutFrontMatter(text);
  const format = opening[1] === '---' ? 'yaml' : 'toml';
  const start = opening[0].length;
  const end = findFence(text, start, format);
  const closed = end && (await readBlock(text, format, start, end, load));
  if (closed) return closed;
  const run = findRun(text, start, format);
  const open = run && (await readBlock(text, format, start, run, load));
  if (!open) return withoutFrontMatter(text);
  const line = lineAt(text, start) - 1;
  const fence = opening[1] ?? '';
  const message = `The front matter does not end. Add a line with ${fence} behind it.`;
  return {
    ...open,
    problems: [
      { code: 'front-matter-unclosed', severity: 'warning', message, place: { line } },
      ...open.problems,
    ],
  };
}

const withoutFrontMatter = (text: string): FrontMatter => ({
  format: 'none',
  data: {},
  raw: '',
  body: text,
  bodyLine: 1,
  problems: [],
});

/** Where the inside of a block ends, and where the body begins. */
interface BlockEnd {
  readonly inside: number;
  readonly body: number;
}

async function readBlock(
  text: string,
  format: 'yaml' | 'toml',
  start: number,
  end: BlockEnd,
  load: LoadReader,
): Promise<FrontMatter | undefined> {
  const inside = text.slice(start, end.inside).replace(/\r\n?/g, '\n');
  const reading = await readInside(inside, format, load);
  if (!reading) return undefined;
  const line = lineAt(text, start);
  const problems = reading.faults.map((fault) => problemOf(fault, line));
  return {
    format,
    data: inside.includes('\\') ? unescaped(reading.data, line, problems) : reading.data,
    raw: text.slice(0, end.body),
    body: text.slice(end.body),
    bodyLine: lineAt(text, end.body),
    problems,
  };
}

/** Data whose escapes may have made marks that the text itself does not hold. */
function unescaped(data: FrontMatter['data'], line: number, problems: Problem[]): FrontMatter['data'] {
  const found: Problem[] = [];
  const limited = limitMarksIn(data, () => found.push({ ...TOO_MANY_MARKS, place: { line } }));
  problems.push(...found.slice(0, 1));
  return limited as FrontMatter['data'];
}

/** Reads what stands between two fences; `undefined` where it is no front matter. */
export type Reader = (inside: string) => Promise<Reading | undefined>;

/** Loads the reader of a format. */
export type LoadReader = (format: 'yaml' | 'toml') => Promise<Reader>;

const loadReader: LoadReader = async (format) =>
  format === 'yaml'
    ? (await import('./front-matter-yaml.js')).readYaml
    : (await import('./front-matter-toml.js')).readToml;

/** Most front matter is flat YAML, which is read at once. */
async function readInside(
  inside: string,
  format: 'yaml' | 'toml',
  load: LoadReader,
): Promise<Reading | undefined> {
  const flat = format === 'yaml' ? readFlatYaml(inside) : undefined;
  if (flat) return { data: flat, faults: [] };
  let read: Reader;
  try {
    read = await load(format);
  } catch {
    if (format === 'yaml' && !opensMapping(firstEntry(inside.split('\n')) ?? '')) return undefined;
    const message = 'The reader of the front matter could not be loaded: none of its values is known.';
    return { data: {}, faults: [{ line: 0, severity: 'warning', message }] };
  }
  return read(inside);
}

const problemOf = ({ line, column, severity, message }: Fault, firstLine: number): Problem => ({
  code: 'front-matter-invalid',
  severity,
  message,
  place: { line: firstLine + line, ...(column !== undefined && { column: column + 1 }) },
});

/** 1-based number of the line that begins at `index`. */
const lineAt = (text: string, index: number): number => {
  const before = text.slice(0, index);
  return 1 + countLines(before.includes('\r') ? before.replace(/\r\n?/g, '\n') : before);
};

/** Each line from `start` on, with where it begins and where the next one does. */
function* linesFrom(text: string, start: number): Generator<{ line: string; start: number; next: number }> {
  const pattern = /([^\r\n]*)(\r\n|\n|\r|$)/y;
  while (start < text.length) {
    pattern.lastIndex = start;
    const [whole, line = ''] = pattern.exec(text) ?? [''];
    yield { line, start, next: start + whole.length };
    start += whole.length;
  }
}

const CLOSING = { yaml: /^(?:---|\.\.\.)[ \t]*$/, toml: /^\+\+\+[ \t]*$/ };

function findFence(text: string, from: number, format: 'yaml' | 'toml'): BlockEnd | undefined {
  for (const { line, start, next } of linesFrom(text, from))
    if (CLOSING[format].test(line)) return { inside: start, body: next };
  return undefined;
}

/** Keys by which lines without a second fence are known to be front matter. */
const WELL_KNOWN = new Set(
  (
    'aliases author authors categories date description draft header id keywords lang lastmod layout linkTitle menu ' +
    'nav_order parent permalink redirect_from sidebar_label sidebar_position slug summary tags template title toc weight'
  ).split(' '),
);

/** Lines of keys up to the first blank one, where a well-known key is among them. */
function findRun(text: string, from: number, format: 'yaml' | 'toml'): BlockEnd | undefined {
  const lines: string[] = [];
  let end = from;
  for (const { line, next } of linesFrom(text, from)) {
    if (line.trim() === '' || CLOSING[format].test(line)) break;
    lines.push(line);
    end = next;
  }
  const keys =
    format === 'toml'
      ? lines.map((line) => /^([\w-]+)\s*=/.exec(line)?.[1] ?? '')
      : opensMapping(lines[0] ?? '') && lines.every(isEntryLine)
        ? splitEntries(lines).map(({ key }) => key)
        : [];
  return keys.some((key) => WELL_KNOWN.has(key)) ? { inside: end, body: end } : undefined;
}
