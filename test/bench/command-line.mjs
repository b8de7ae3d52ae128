/**
 * The command line on many pages: pages per second with one thread and with two workers, and the largest memory of the
 * process for few pages and for many.
 *
 *     node test/bench/command-line.mjs [--pages N]
 *
 * Prints one JSON object. It measures the build in `dist`; threads take turns, in pairs, so that their ratio is of one run.
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

/** Prints the process's largest memory, in kilobytes, when it ends. */
const PEAK = `data:text/javascript,${encodeURIComponent(
  "import { isMainThread } from 'node:worker_threads'; if (isMainThread) process.on('exit', () => console.log('peak', process.resourceUsage().maxRSS));",
)}`;

/** @param {string} folder @param {number} count */
function writePages(folder, count) {
  for (let page = 0; page < count; page++) {
    const inner = join(folder, String(Math.floor(page / PAGES_IN_FOLDER)));
    if (page % PAGES_IN_FOLDER === 0) mkdirSync(inner, { recursive: true });
    writeFileSync(join(inner, `page-${String(page)}.md`), `${seed}\n\nPage ${String(page)}.\n`);
  }
}

/** @param {string} folder @param {number} jobs @returns {Promise<{ seconds: number; peak: number }>} peak in MB */
function render(folder, jobs) {
  const start = performance.now();
  const args = [
    '--import',
    PEAK,
    PROGRAM,
    'render',
    folder,
    '--out',
    `${folder}-out`,
    '--jobs',
    String(jobs),
    '--quiet',
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (said += String(text)));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code !== 0) reject(new Error(`render ended with ${String(code)}`));
      const seconds = (performance.now() - start) / 1000;
      resolve({ seconds, peak: Number(/peak (\d+)/.exec(said)?.[1]) / 1024 });
    });
  });
}

const { values } = parseArgs({ options: { pages: { type: 'string', default: '10000' } } });
const many = Number(values.pages);
const few = Math.ceil(many / 10);
const folder = mkdtempSync(join(tmpdir(), 'doc-elements-bench-'));
try {
  writePages(join(folder, 'few'), few);
  writePages(join(folder, 'many'), many);
  const rounds = [];
  for (let round = 0; round < 3; round++)
    rounds.push([await render(join(folder, 'few'), 1), await render(join(folder, 'few'), 2)]);
  const rate = (/** @type {number} */ index) =>
    median(rounds.map((round) => few / (round[index]?.seconds ?? NaN)));
  const peakOfFew = (/** @type {number} */ index) => median(rounds.map((round) => round[index]?.peak ?? NaN));
  const alone = await render(join(folder, 'many'), 1);
  const workers = await render(join(folder, 'many'), 2);
  console.log(
    JSON.stringify({
      pagesPerSecond: { oneThread: rate(0), twoWorkers: rate(1) },
      speedup: median(rounds.map(([one, two]) => (one?.seconds ?? NaN) / (two?.seconds ?? NaN))),
      peakMegabytes: {
        oneThread: { [few]: peakOfFew(0), [many]: alone.peak },
        twoWorkers: { [few]: peakOfFew(1), [many]: workers.peak },
      },
    }),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
