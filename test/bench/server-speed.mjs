/** The server's part, in a process of its own: pages per second, and the memory that many pages take. */
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Marked } from 'marked';
import { parseFragment } from 'parse5';
import { renderPage } from '../../dist/server/server.js';
import { median } from './statistics.mjs';
import { markdownOf } from './texts.mjs';

const seed = readFileSync(new URL('../fixtures/pages/01-seed.md', import.meta.url), 'utf8');
const withHtml = readFileSync(new URL('../fixtures/pages/08-details.md', import.meta.url), 'utf8');
const marked = new Marked();
const body = (/** @type {string} */ text) => text.replace(/^---\n[^]*?\n---\n/, '');

/** Milliseconds until the most of what runs has been compiled for good, before anything counts. */
const WARM_UP = 2000;

/** Pages a second. @param {(text: string) => unknown} render @param {string} text @param {number} milliseconds */
async function rateOf(render, text, milliseconds) {
  const start = performance.now();
  let pages = 0;
  while (performance.now() - start < milliseconds)
    for (let turn = 0; turn < 20; turn++, pages++) await render(text);
  return (pages * 1000) / (performance.now() - start);
}

/**
 * `parsed` is what no server can do without that sanitizes as browsers read: `marked.parse`, and one parse of what it
 * writes by the HTML standard. Nothing is looked at, left out, or written anew in it yet.
 *
 * @param {string} text
 * @param {number} rounds
 * @param {number} milliseconds
 */
async function compare(text, rounds, milliseconds) {
  const source = body(text);
  const contenders = {
    bare: () => marked.parse(source),
    ours: () => renderPage(text),
    parsed: () => parseFragment(String(marked.parse(source))),
  };
  /** @type {Record<keyof typeof contenders, number[]>} */
  const rates = { bare: [], ours: [], parsed: [] };
  for (let round = -1; round < rounds; round++)
    for (const name of /** @type {(keyof typeof contenders)[]} */ (Object.keys(contenders))) {
      const rate = await rateOf(contenders[name], text, round < 0 ? WARM_UP : milliseconds);
      if (round >= 0) rates[name].push(rate);
    }
  const toBare = (/** @type {number[]} */ list) =>
    median(list.map((value, index) => value / (rates.bare[index] ?? NaN)));
  return {
    bare: median(rates.bare),
    ours: median(rates.ours),
    ratio: toBare(rates.ours),
    parsed: median(rates.parsed),
    parsedRatio: toBare(rates.parsed),
  };
}

/**
 * Megabytes of room for what V8 keeps, and for what is new: what one page takes, and not more. V8 cleans up when its room
 * gets short, so that a process with much room grows whatever it does.
 */
const LITTLE = ['--max-old-space-size=24', '--max-semi-space-size=1'];

/** The largest memory, in megabytes, of a process that does nothing but render so many pages in little room. */
function peakOf(/** @type {number} */ pages) {
  const args = [...LITTLE, fileURLToPath(import.meta.url), '--pages', String(pages)];
  return Number(execFileSync(process.execPath, args, { encoding: 'utf8' })) / 1024;
}

/** Few pages and ten times as many, each in a process of its own. */
function compareMemory(/** @type {number} */ pages) {
  const few = peakOf(pages / 10);
  const many = peakOf(pages);
  return { pages, peakMegabytes: { [pages / 10]: few, [pages]: many }, growth: many / few };
}

const inWorkers = (/** @type {number} */ count, /** @type {number} */ milliseconds) =>
  Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise((resolve, reject) => {
          const worker = new Worker(new URL(import.meta.url), { workerData: { milliseconds } });
          worker.once('message', resolve);
          worker.once('error', reject);
        }),
    ),
  ).then((rates) => rates.reduce((sum, rate) => sum + Number(rate), 0));

/** One worker and two in turns: pages per second. */
async function compareWorkers(/** @type {number} */ rounds, /** @type {number} */ milliseconds) {
  const one = [];
  const two = [];
  for (let round = 0; round < rounds; round++) {
    one.push(await inWorkers(1, milliseconds));
    two.push(await inWorkers(2, milliseconds));
  }
  return {
    oneWorker: median(one),
    twoWorkers: median(two),
    speedup: median(two.map((rate, index) => rate / (one[index] ?? NaN))),
  };
}

const pages = process.argv.indexOf('--pages') + 1;
if (pages > 0) {
  for (let page = 0; page < Number(process.argv[pages]); page++)
    await renderPage(`${seed}\n\nPage ${page}.\n`);
  console.log(process.resourceUsage().maxRSS);
} else if (isMainThread) {
  const quick = process.argv.includes('--quick');
  const milliseconds = quick ? 300 : 1000;
  const rounds = quick ? 3 : 7;
  const result = {
    seed: await compare(seed, rounds, milliseconds),
    withHtml: await compare(withHtml, rounds, milliseconds),
    long: await compare(markdownOf(200_000), quick ? 1 : 3, milliseconds),
    ...(await compareWorkers(quick ? 2 : 5, milliseconds * 2)),
    memory: compareMemory(quick ? 2000 : 10_000),
  };
  console.log(JSON.stringify(result));
} else {
  const { milliseconds } = workerData;
  await rateOf(renderPage, seed, milliseconds / 2);
  parentPort?.postMessage(await rateOf(renderPage, seed, milliseconds));
}
