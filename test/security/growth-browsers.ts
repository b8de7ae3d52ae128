/* eslint-disable no-console -- what it finds is its output */
/**
 * As `growth.ts`, in browsers, from the text to the DOM: `BROWSERS=chromium npm run test:browsers -- --files
 * test/security/growth-browsers.ts` writes the slowest classes of hostile input, in milliseconds for 10,000 and 100,000
 * characters beside what Marked alone needs for plain text of that size, then inputs of megabytes. All classes are
 * measured at the smaller size, and those at the larger one that were slowest there.
 */
import { Marked } from 'marked';
import '../../src/index.js';
import { renderData } from '../../src/pipeline/data.js';
import { renderMarkdown } from '../../src/pipeline/markdown.js';
import { HOSTILE_INPUTS, type HostileInput } from './hostile-input.js';

const SIZES = [10_000, 100_000];

/** So many of the slowest are written, and measured at the next size. */
const SLOWEST = 12;

/** After so many milliseconds at one size no other class is begun, and what is missing is counted. */
const BUDGET = 20_000;

async function compile({ kind, text }: { kind: HostileInput['kind']; text: string }): Promise<number> {
  const start = performance.now();
  await (kind === 'markdown' ? renderMarkdown(text) : renderData(text));
  return performance.now() - start;
}

async function show({ kind, text }: { kind: HostileInput['kind']; text: string }): Promise<number> {
  const page = document.createElement('doc-page');
  document.body.append(page);
  await page.updateComplete;
  const start = performance.now();
  if (kind === 'markdown') page.markdown = text;
  else page.data = text;
  await page.updateComplete;
  const end = performance.now();
  page.remove();
  return end - start;
}

const LARGE: readonly (readonly [name: string, kind: HostileInput['kind'], text: () => string])[] = [
  ['one line of 10 MB', 'markdown', () => 'lorem ipsum '.repeat(850_000)],
  ['one word of 10 MB', 'markdown', () => 'a'.repeat(10_000_000)],
  ['HTML 100,000 deep', 'markdown', () => '<div>'.repeat(100_000)],
  ['HTML 100,000 deep, inline', 'markdown', () => `a ${'<b><i>'.repeat(50_000)}`],
  ['JSON 1,000,000 deep', 'json', () => '['.repeat(1_000_000) + ']'.repeat(1_000_000)],
  [
    'aliases of YAML that multiply',
    'markdown',
    () =>
      `---\na0: &a0 [x]\n${Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`).join('')}---\n`,
  ],
];

/** What a parser needs for text without any syntax, to tell a slow input from a slow machine. */
function parsePlainText(size: number): number {
  const source = 'lorem ipsum dolor sit amet\n\n'.repeat(size / 28);
  const marked = new Marked();
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    void marked.parse(source);
    return performance.now() - start;
  });
  return Math.min(...times);
}

interface Row {
  readonly input: HostileInput;
  readonly compiled: number;
  readonly shown: number;
}

const slowest = (rows: readonly Row[], column: 'compiled' | 'shown'): readonly Row[] =>
  [...rows].sort((one, other) => other[column] - one[column]).slice(0, SLOWEST);

describe('the growth of hostile input', function () {
  this.timeout(0);
  let inputs: readonly HostileInput[] = HOSTILE_INPUTS;
  for (const size of SIZES)
    it(`${size} characters`, async () => {
      const rows: Row[] = [];
      console.log(`${size} characters: begun`);
      const end = performance.now() + BUDGET;
      for (const input of inputs) {
        if (performance.now() > end) break;
        const source = { kind: input.kind, text: input.text(size) };
        const compiled = Math.min(await compile(source), await compile(source));
        rows.push({ input, compiled, shown: await show(source) });
      }
      console.log(
        `${size} characters: ${rows.length} of ${inputs.length} classes; plain text ${parsePlainText(size).toFixed(1)} ms`,
      );
      for (const column of ['compiled', 'shown'] as const)
        console.log(
          `${column}: ${slowest(rows, column)
            .map((row) => `${row[column].toFixed(0)} ms ${row.input.name}`)
            .join('; ')}`,
        );
      inputs = [...new Set([...slowest(rows, 'shown'), ...slowest(rows, 'compiled')])].map(
        ({ input }) => input,
      );
    });
  for (const [name, kind, text] of LARGE)
    it(name, async () => {
      console.log(`${name}: begun`);
      const source = { kind, text: text() };
      const compiled = await compile(source);
      console.log(`${name}: compiled ${compiled.toFixed(0)} ms, shown ${(await show(source)).toFixed(0)} ms`);
    });
});
