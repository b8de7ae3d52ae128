/** The server's part, in a process of its own: pages per second, and the memory that many pages take. */
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { readFileSync } from 'node:fs';
import { Marked } from 'marked';
import { renderPage } from '../../dist/server/server.js';
import { median } from './statistics.mjs';
import { markdownOf } from './texts.mjs';

const seed = readFileSync(new URL('../fixtures/pages/01-seed.md', import.meta.url), 'utf8');
const withHtml = readFileSync(new URL('../fixtures/pages/08-details.md', import.meta.url), 'utf8');
const marked = new Marked();
const body = (/** @type {string} */ text) => text.replace(/^---\n[^]*?\n---\n/, '');

/** @param {string} text @param {number} milliseconds */
function parseFor(text, milliseconds) {
  const source = body(text);
  const start = performance.now();
  let pages = 0;
  while (performance.now() - start < milliseconds)
    for (let turn = 0; turn < 20; turn++, pages++) marked.parse(source);
  return (pages * 1000) / (performance.now() - start);
}

/** @param {string} text @param {number} milliseconds */
async function renderFor(text, milliseconds) {
  const start = performance.now();
  let pages = 0;
  while (performance.now() - start < milliseconds)
    for (let turn = 0; turn < 20; turn++, pages++) await renderPage(text);
  return (pages * 1000) / (performance.now() - start);
}

/** @param {string} text @param {number} rounds @param {number} milliseconds */
async function compare(text, rounds, milliseconds) {
  parseFor(text, milliseconds);
  await renderFor(text, milliseconds);
  const bare = [];
  const ours = [];
  for (let round = 0; round < rounds; round++) {
    bare.push(parseFor(text, milliseconds));
    ours.push(await renderFor(text, milliseconds));
  }
  return {
    bare: median(bare),
    ours: median(ours),
    ratio: median(ours.map((value, index) => value / (bare[index] ?? NaN))),
  };
}

async function peakOf(/** @type {number} */ pages) {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  for (let page = 0; page < pages; page++) {
    await renderPage(`${seed}\n\nPage ${page}.\n`);
    if (page % 100 === 0) peak = Math.max(peak, process.memoryUsage().rss);
  }
  return { pages, before, peak };
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

if (isMainThread) {
  const quick = process.argv.includes('--quick');
  const milliseconds = quick ? 300 : 1000;
  const rounds = quick ? 3 : 7;
  const result = {
    seed: await compare(seed, rounds, milliseconds),
    withHtml: await compare(withHtml, rounds, milliseconds),
    long: await compare(markdownOf(200_000), quick ? 1 : 3, milliseconds),
    ...(await compareWorkers(quick ? 2 : 5, milliseconds * 2)),
    memory: await peakOf(quick ? 2000 : 10_000),
  };
  console.log(JSON.stringify(result));
} else {
  const { milliseconds } = workerData;
  await renderFor(seed, milliseconds / 2);
  parentPort?.postMessage(await renderFor(seed, milliseconds));
}
