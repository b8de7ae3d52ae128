/* eslint-disable no-console -- what it finds is its output */
/**
 * As `growth.ts`, in browsers, from the text to what the reader sees: for each class of hostile input how long the page
 * answers nobody at most, in milliseconds, while it is compiled, sanitized, inserted, enhanced and painted. `BROWSERS=webkit
 * npm run growth:browsers` writes a table for one engine, the slowest last; `ONLY='part of a name'`, `SIZE=10000` and
 * `PART=1/4`, every fourth class, in the environment choose. Where a goal is missed, the line ends with what the page's HTML takes
 * in a document of its own, without our elements and styles: what the engine is slow at by itself.
 */
import { executeServerCommand } from '@web/test-runner-commands';
import '../../src/index.js';
import type { GrowthChoice } from '../tools/growth.mjs';
import { HOSTILE_INPUTS, LARGE_INPUTS, type HostileInput } from './hostile-input.js';
import { longestPause } from './longest-pause.js';

/** What no class of that many characters may keep the page busy, in milliseconds. */
const GOALS: readonly (readonly [size: number, goal: number])[] = [
  [10_000, 200],
  [100_000, 1000],
];

/** A class that comes near its goal is measured so often, and the best counts: the others have the machine too. */
const TIMES = 3;

interface Row {
  readonly name: string;
  readonly cells: readonly number[];
  /** Without our elements and styles, of the largest size that misses its goal. */
  readonly bare?: number;
}

const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);

/** Until what was inserted is painted, and what follows at leisure is done too. */
async function settled(): Promise<void> {
  await frame();
  await frame();
  await new Promise((resolve) => setTimeout(resolve, 30));
}

/** Shows a text in a page of its own, and gives the page, which is gone by then. */
async function show(kind: HostileInput['kind'], text: string): Promise<Element> {
  const page = document.createElement('doc-page');
  document.body.append(page);
  if (kind === 'markdown') page.markdown = text;
  else page.data = text;
  await page.updateComplete;
  await settled();
  page.remove();
  return page;
}

/** How long a document without our elements and styles takes to show HTML. */
async function measureBare(html: string): Promise<number> {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const pause = await longestPause(async () => {
    frame.contentDocument?.body.setHTMLUnsafe(html);
    await settled();
  });
  frame.remove();
  return pause;
}

async function measure(kind: HostileInput['kind'], text: string, goal: number): Promise<number> {
  let best = Infinity;
  for (let times = 0; times < TIMES && best > goal / 2; times++)
    best = Math.min(best, await longestPause(() => show(kind, text)));
  return best;
}

function report(sizes: readonly string[], rows: readonly Row[]): void {
  console.log(`${sizes.map((size) => size.padStart(9)).join('')}  ms`);
  const slowest = ({ cells }: Row): number => cells.at(-1) ?? 0;
  for (const { name, cells, bare } of [...rows].sort((one, other) => slowest(one) - slowest(other)))
    console.log(
      `${cells.map((cell) => cell.toFixed(0).padStart(9)).join('')}  ${name}${bare === undefined ? '' : `  (bare: ${bare.toFixed(0)})`}`,
    );
}

describe('the growth of hostile input', function () {
  this.timeout(0);
  let only: GrowthChoice;
  before(async () => {
    only = await executeServerCommand<GrowthChoice, undefined>('growth');
    // The chunks come first.
    await show('markdown', '# a\n\n<b>b</b>\n\n```js\nc\n```\n\n|d|\n|-|\n');
    await show('json', '{"title":"a"}');
  });
  const chosen = <T extends { name: string }>(inputs: readonly T[]): readonly T[] =>
    inputs
      .filter(({ name }) => name.includes(only.name))
      .filter((_, index) => index % only.parts === only.part - 1);

  it('of each class', async () => {
    const goals = GOALS.filter(([size]) => only.size === 0 || size === only.size);
    const rows: Row[] = [];
    for (const { name, kind, text } of chosen(HOSTILE_INPUTS)) {
      const cells: number[] = [];
      for (const [size, goal] of goals) cells.push(await measure(kind, text(size), goal));
      const [missed] = goals.filter(([, goal], index) => (cells[index] ?? 0) > goal).slice(-1);
      const bare = missed ? { bare: await measureBare((await show(kind, text(missed[0]))).innerHTML) } : {};
      rows.push({ name, cells, ...bare });
    }
    report(
      goals.map(([size]) => `${size / 1000} k`),
      rows,
    );
  });

  it('of megabytes', async () => {
    const rows: Row[] = [];
    if (only.size === 0)
      for (const { name, kind, text } of chosen(LARGE_INPUTS)) {
        console.log(`${name} begins`);
        rows.push({ name, cells: [await measure(kind, text(), 1000)] });
      }
    report(['large'], rows);
  });
});
