/* eslint-disable no-console -- what it finds is its output */
/**
 * As `growth.ts`, in browsers, from the text to the DOM: `npm run test:browsers -- --files
 * test/security/growth-browsers.ts` writes the slowest classes of hostile input, in milliseconds for 10,000 and 100,000
 * characters, then inputs of megabytes.
 */
import '../../src/index.js';
import { renderData } from '../../src/pipeline/data.js';
import { renderMarkdown } from '../../src/pipeline/markdown.js';
import { HOSTILE_INPUTS, type HostileInput } from './hostile-input.js';

const SIZES = [10_000, 100_000];

/** So many of the slowest are written. */
const SLOWEST = 12;

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

describe('the growth of hostile input', function () {
  this.timeout(0);
  for (const size of SIZES)
    it(`${size} characters`, async () => {
      const rows: [name: string, compiled: number, shown: number][] = [];
      for (const { name, kind, text } of HOSTILE_INPUTS) {
        const source = { kind, text: text(size) };
        rows.push([name, Math.min(await compile(source), await compile(source)), await show(source)]);
      }
      for (const column of [1, 2] as const) {
        rows.sort((a, b) => b[column] - a[column]);
        console.log(
          `${size} characters, ${column === 1 ? 'compiled' : 'shown'}: ${rows
            .slice(0, SLOWEST)
            .map((row) => `${row[column].toFixed(0)} ms ${row[0]}`)
            .join('; ')}`,
        );
      }
    });
  for (const [name, kind, text] of LARGE)
    it(name, async () => {
      const source = { kind, text: text() };
      const compiled = await compile(source);
      console.log(`${name}: compiled ${compiled.toFixed(0)} ms, shown ${(await show(source)).toFixed(0)} ms`);
    });
});
