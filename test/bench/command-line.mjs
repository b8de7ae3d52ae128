/**
 * The command line on many pages: pages per second with one thread and with two workers, and the largest memory of the
 * process for few pages and for ten times as many.
 *
 *     node test/bench/command-line.mjs [--pages N] [--rounds N]
 *
 * Prints one JSON object. It measures the build in `dist`; threads take turns, in pairs, so that their ratio is of one run.
 * V8 cleans up when its room gets short, so that a process grows for as long as it has room: memory is measured in little.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { median } from './statistics.mjs';

const PROGRAM = fileURLToPath(new URL('../../dist/server/cli/doc-elements.js', import.meta.url));
const seed = readFileSync(new URL('../fixtures/pages/01-seed.md', import.meta.url), 'utf8');

const PAGES_IN_FOLDER = 100;

/** Prints the process's largest memory, in kilobytes, and its CPU time, in microseconds, when it ends. */
const COSTS = `data:text/javascript,${encodeURIComponent(
  "import { isMainThread } from 'node:worker_threads'; if (isMainThread) process.on('exit', () => { const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage(); console.log('costs', maxRSS, userCPUTime + systemCPUTime); });",
)}`;

/** Megabytes of room for what V8 keeps, and for what is new: what one page takes, and not more. */
const LITTLE = ['--max-old-space-size=24', '--max-semi-space-size=1'];

/** @param {string} folder @param {number} count */
function writePages(folder, count) {
  for (let page = 0; page < count; page++) {
    const inner = join(folder, String(Math.floor(page / PAGES_IN_FOLDER)));
    if (page % PAGES_IN_FOLDER === 0) mkdirSync(inner, { recursive: true });
    writeFileSync(join(inner, `page-${String(page)}.md`), `${seed}\n\nPage ${String(page)}.\n`);
  }
}

/**
 * @param {string} folder
 * @param {number} jobs
 * @param {readonly string[]} [flags] of Node
 * @returns {Promise<{ seconds: number; peak: number; cpu: number }>} peak in MB, CPU time in seconds
 */
function render(folder, jobs, flags = []) {
  const out = `${folder}-out`;
  const start = performance.now();
  const args = ['render', folder, '--out', out, '--jobs', String(jobs), '--quiet'];
  const child = spawn(process.execPath, [...flags, '--import', COSTS, PROGRAM, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (said += String(text)));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code !== 0) reject(new Error(`render ended with ${String(code)}`));
      const seconds = (performance.now() - start) / 1000;
      const [, peak, cpu] = /costs (\d+) (\d+)/.exec(said) ?? [];
      rmSync(out, { recursive: true, force: true });
      resolve({ seconds, peak: Number(peak) / 1024, cpu: Number(cpu) / 1e6 });
    });
  });
}

const { values } = parseArgs({
  options: { pages: { type: 'string', default: '10000' }, rounds: { type: 'string', default: '3' } },
});
const many = Number(values.pages);
const few = Math.ceil(many / 10);
const folder = mkdtempSync(join(tmpdir(), 'doc-elements-bench-'));
try {
  writePages(join(folder, 'few'), few);
  writePages(join(folder, 'many'), many);
  const rounds = [];
  for (let round = 0; round < Number(values.rounds); round++)
    rounds.push([await render(join(folder, 'many'), 1), await render(join(folder, 'many'), 2)]);
  const of = (/** @type {number} */ index, /** @type {'seconds' | 'cpu' | 'peak'} */ key) =>
    median(rounds.map((round) => round[index]?.[key] ?? NaN));
  const fewInLittle = await render(join(folder, 'few'), 1, LITTLE);
  const manyInLittle = await render(join(folder, 'many'), 1, LITTLE);
  console.log(
    JSON.stringify({
      pages: many,
      pagesPerSecond: { oneThread: many / of(0, 'seconds'), twoWorkers: many / of(1, 'seconds') },
      speedup: median(rounds.map(([one, two]) => (one?.seconds ?? NaN) / (two?.seconds ?? NaN))),
      cpuSeconds: { oneThread: of(0, 'cpu'), twoWorkers: of(1, 'cpu') },
      peakMegabytes: { oneThread: of(0, 'peak'), twoWorkers: of(1, 'peak') },
      peakInLittle: { [few]: fewInLittle.peak, [many]: manyInLittle.peak },
      growth: manyInLittle.peak / fewInLittle.peak,
    }),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
