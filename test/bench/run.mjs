/**
 * `npm run bench`: the library beside what people would take instead, and beside what no program can do without, in one
 * run on one machine. `--quick` takes less than a minute and fewer samples. `--json FILE` writes the figures down;
 * `--suite NAME`, which may be repeated, runs a part. `--write` brings a whole run into the README and the demo.
 *
 * Contenders take turns, in another order each time, with fresh elements; figures are medians, ratios are within one run.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { findChromium } from '../tools/browsers.mjs';
import { launchBrowser } from '../tools/launch.mjs';
import { install } from '../hosts/install.mjs';
import { enginesSuite } from './engines.mjs';
import { judge, verdicts } from './goals.mjs';
import { limitsSuite } from './limits.mjs';
import { bytesSuite, loadSuite } from './loading.mjs';
import { serve } from './serve.mjs';
import { formatTable, median, short, summarize } from './statistics.mjs';
import { writeFigures } from './write.mjs';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const { values: args } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    suite: { type: 'string', multiple: true },
    write: { type: 'boolean', default: false },
  },
});
const { quick } = args;
if (args.write && (quick || args.suite))
  throw new Error('--write wants a whole run: leave --quick and --suite away.');
/** A quick run begins nothing more after so many milliseconds, so that it ends within a minute or so. */
const QUICK = 45_000;
const started = Date.now();
const wanted = (/** @type {string} */ name, isLong = false) => {
  if (args.suite) return args.suite.includes(name);
  if (quick && isLong) return false;
  const isLate = quick && Date.now() - started > QUICK;
  if (isLate) console.log(`\nLeft out, as the minute is nearly over: ${name} (--suite ${name} measures it)`);
  return !isLate;
};

/** The contenders of a quick run: what is not safe, what is, and we. */
const FEW = ['marked + innerHTML (unsafe)', 'doc-elements', 'marked + setHTML', 'marked + DOMPurify'];

const PAGE = `<!doctype html><meta charset="utf-8"><title>bench</title>
<link rel="stylesheet" href="/cdn/prose.css"><link rel="stylesheet" href="/cdn/callouts.css">
<body style="margin: 0"><main></main>
<script type="module">import '/cdn/doc-elements.js'; import '/bench.js'; await bench.prepare(); window.isReady = true;</script>`;

async function launch() {
  const chromium = await findChromium();
  if (!chromium) throw new Error('The bench needs Chromium: install it, or set CHROME_PATH.');
  return launchBrowser({
    executablePath: chromium.executablePath,
    headless: chromium.headless,
    protocolTimeout: 600_000,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--js-flags=--expose-gc'],
  });
}

/** @param {readonly string[]} names @param {number} round */
const inTurns = (names, round) => names.map((_, index) => names[(index + round) % names.length] ?? '');

/** Opens the bench in a page, and gives what measures in it. @param {import('puppeteer-core').Browser} browser @param {string} origin */
async function open(browser, origin) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  await page.goto(`${origin}/`);
  await page.waitForFunction('window.isReady === true');
  const cdp =
    browser.connected && 'createCDPSession' in page && isChromium(browser)
      ? await page.createCDPSession()
      : undefined;
  // The thread's own time: what else the machine does in between does not count.
  await cdp?.send('Performance.enable', { timeDomain: 'threadTicks' });
  /** Milliseconds of CPU time the page's main thread has taken so far. */
  const cpu = async () => {
    if (!cdp) return NaN;
    const { metrics } = await cdp.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
  };
  const heap = async () => {
    await cdp?.send('HeapProfiler.collectGarbage');
    const { metrics } = (await cdp?.send('Performance.getMetrics')) ?? { metrics: [] };
    return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? NaN;
  };
  const clear = async () => {
    await page.evaluate(() => bench.clear());
    await page.evaluate(() => bench.frame());
    await cdp?.send('HeapProfiler.collectGarbage');
  };
  const style = (/** @type {string} */ css) =>
    page.evaluate((text) => (document.querySelector('main').style.cssText = text), css);
  return { page, cdp, cpu, heap, clear, style };
}

const isChromium = (/** @type {import('puppeteer-core').Browser} */ browser) =>
  browser.wsEndpoint().includes('devtools');

/** CPU time to the DOM without layout, and then of style, layout and paint. */
async function renderSuite(browser, origin, sizes) {
  const result = {};
  const bench = await open(browser, origin);
  const { page, cpu, clear, style } = bench;
  const warmUp = quick ? 400_000 : 1_000_000;
  const names = quick ? FEW : await page.evaluate(() => globalThis.bench.names);
  for (const size of sizes) {
    const large = size >= 1_000_000;
    const rounds = large ? (quick ? 2 : 3) : size === 'seed' ? (quick ? 8 : 25) : quick ? 4 : 9;
    const samples = {};
    await style('display: none');
    // Warm is what has been compiled: each runs alike often before anything counts.
    for (const name of names)
      await page.evaluate((...given) => globalThis.bench.warmUp(...given), name, size, large ? 0 : warmUp);
    for (let round = -1; round < rounds; round++)
      for (const name of inTurns(names, Math.max(round, 0))) {
        await clear();
        await style('display: none');
        const before = await cpu();
        const wall = await page.evaluate((...given) => globalThis.bench.render(...given), name, size);
        const toDom = (await cpu()) - before;
        await style('');
        await page.evaluate(() => globalThis.bench.clear());
        // Once more in sight: all that a reader waits for.
        const beforeAll = await cpu();
        await page.evaluate((...given) => globalThis.bench.render(...given), name, size);
        const layout = await page.evaluate(() => globalThis.bench.show());
        const shown = (await cpu()) - beforeAll;
        if (round < 0) continue;
        const kept = (samples[name] ??= { toDom: [], shown: [], layout: [], wall: [] });
        kept.toDom.push(Number.isNaN(toDom) ? wall : toDom);
        kept.shown.push(Number.isNaN(shown) ? wall + layout : shown);
        kept.layout.push(layout);
        kept.wall.push(wall);
      }
    result[size] = Object.fromEntries(
      Object.entries(samples).map(([name, kept]) => [
        name,
        Object.fromEntries(Object.entries(kept).map(([key, list]) => [key, summarize(list)])),
      ]),
    );
    printRender(size, result[size]);
  }
  await page.close();
  return result;
}

function printRender(size, contenders) {
  const base = contenders['marked + innerHTML (unsafe)'];
  const rows = Object.entries(contenders).map(([name, { toDom, shown, layout }]) => [
    name,
    short(toDom.median),
    short(toDom.median / base.toDom.median),
    short(shown.median),
    short(shown.median / base.shown.median),
    short(layout.median),
  ]);
  console.log(
    `\n${size === 'seed' ? 'The seed page' : `${size / 1000} KB`}: CPU ms, and as a ratio to the first`,
  );
  console.log(formatTable(['', 'to DOM', '×', 'shown', '×', 'layout'], rows));
}

/** The seed page in fresh pages, where nothing is compiled yet. */
async function coldSuite(browser, origin) {
  const names = ['marked + innerHTML (unsafe)', 'doc-elements', 'marked + DOMPurify'];
  const samples = {};
  for (let round = 0; round < (quick ? 3 : 9); round++)
    for (const name of inTurns(names, round)) {
      const { page, cpu } = await open(browser, origin);
      // The chunk is there, but has not run.
      await page.evaluate((path) => import(path), markdownChunk());
      await page.evaluate(() => bench.frame());
      const before = await cpu();
      await page.evaluate((...given) => globalThis.bench.render(...given), name, 'seed');
      await page.evaluate(() => bench.layout());
      (samples[name] ??= []).push((await cpu()) - before);
      await page.close();
    }
  return Object.fromEntries(Object.entries(samples).map(([name, list]) => [name, summarize(list)]));
}

const markdownChunk = () =>
  `/cdn/${/[\w-]+\/markdown\.js/.exec(readFileSync(join(ROOT, 'cdn/doc-elements.js'), 'utf8'))?.[0]}`;

/** Time to the first screen, and the longest task, of a page that is being rendered. */
async function firstScreenSuite(browser, origin, sizes) {
  const result = {};
  for (const size of sizes) {
    const { page, cdp, cpu, clear } = await open(browser, origin);
    // Once to warm up, with a page of one screen.
    await page.evaluate(() => bench.render('doc-elements', 20_000));
    const first = [];
    const total = [];
    const longest = [];
    for (let round = 0; round < (quick ? 1 : 3); round++) {
      await clear();
      const before = await cpu();
      first.push(await page.evaluate((given) => bench.firstScreen(given), size));
      total.push((await cpu()) - before);
      await clear();
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      longest.push(await page.evaluate((given) => bench.longestTask(given), size));
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    }
    result[size] = { first: median(first), total: median(total), longestThrottled: median(longest) };
    await page.close();
  }
  console.log('\nFirst screen: ms to it, CPU ms in all, longest task at a quarter of the speed');
  console.log(
    formatTable(
      ['', 'first', 'total', 'longest'],
      Object.entries(result).map(([size, { first, total, longestThrottled }]) => [
        `${Number(size) / 1000} KB`,
        short(first),
        short(total),
        short(longestThrottled),
      ]),
    ),
  );
  return result;
}

/** A whole new text with one word changed. */
async function updateSuite(browser, origin, sizes) {
  const result = {};
  for (const size of sizes) {
    const { page, cpu } = await open(browser, origin);
    await page.evaluate((given) => bench.render('doc-elements', given), size);
    await page.evaluate(() => bench.show());
    const samples = [];
    for (let round = 0; round < (quick ? 5 : 15); round++) {
      const before = await cpu();
      await page.evaluate((...given) => bench.update(...given), size, round);
      samples.push((await cpu()) - before);
    }
    result[size] = summarize(samples.slice(2));
    await page.close();
  }
  console.log('\nOne word changed in a text of this size: CPU ms');
  console.log(
    formatTable(
      ['', 'ms'],
      Object.entries(result).map(([size, { median }]) => [`${Number(size) / 1000} KB`, short(median)]),
    ),
  );
  return result;
}

async function streamSuite(browser, origin) {
  const { page, cpu, clear } = await open(browser, origin);
  const all = await page.evaluate(() => bench.streamNames);
  const names = quick ? all.filter((name) => name !== 'everything again') : all;
  const samples = {};
  for (let round = -1; round < (quick ? 1 : 4); round++)
    for (const name of inTurns(names, Math.max(round, 0))) {
      await clear();
      const before = await cpu();
      const times = await page.evaluate((given) => bench.stream(given), name);
      const total = (await cpu()) - before;
      if (round < 0 && name !== names[0]) continue;
      const tenth = Math.floor(times.length / 10);
      const sum = (list) => list.reduce((some, other) => some + other, 0);
      (samples[name] ??= []).push({ total, growth: sum(times.slice(-tenth)) / sum(times.slice(0, tenth)) });
    }
  const result = Object.fromEntries(
    Object.entries(samples).map(([name, list]) => [
      name,
      { total: summarize(list.map(({ total }) => total)), growth: median(list.map(({ growth }) => growth)) },
    ]),
  );
  console.log(
    '\n53 KB that arrive 100 characters at a time: CPU ms in all, the last tenth as a ratio to the first',
  );
  console.log(
    formatTable(
      ['', 'total', 'growth'],
      Object.entries(result).map(([name, { total, growth }]) => [name, short(total.median), short(growth)]),
    ),
  );
  await page.close();
  return result;
}

/** Many elements off screen, in CPU time and memory, beside as many elements that do nothing. */
async function manySuite(browser, origin) {
  const result = {};
  const cases = [
    ['plain-element', 1000],
    ['repo-link', 1000],
    ['plain-code', 500],
    ['doc-code', 500],
  ];
  for (let round = 0; round < (quick ? 2 : 5); round++)
    for (const [tag, count] of cases) {
      const { page, cpu, heap } = await open(browser, origin);
      await page.evaluate((given) => bench.many(given, 1), tag);
      await page.evaluate(() => bench.clear());
      const heapBefore = await heap();
      const before = await cpu();
      await page.evaluate((...given) => bench.many(...given), tag, count);
      const kept = (result[tag] ??= { cpu: [], heap: [] });
      kept.cpu.push((await cpu()) - before);
      kept.heap.push((await heap()) - heapBefore);
      await page.close();
    }
  const medians = Object.fromEntries(
    Object.entries(result).map(([tag, { cpu, heap }]) => [tag, { cpu: median(cpu), heap: median(heap) }]),
  );
  console.log('\nElements off screen: CPU ms, memory in kB');
  console.log(
    formatTable(
      ['', 'cpu', 'heap'],
      Object.entries(medians).map(([tag, { cpu, heap }]) => [tag, short(cpu), short(heap / 1000)]),
    ),
  );
  return medians;
}

function serverSuite() {
  const result = JSON.parse(
    execFileSync(process.execPath, [join(FOLDER, 'server-speed.mjs'), ...(quick ? ['--quick'] : [])], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
  console.log('\nServer: pages a second');
  console.log(
    formatTable(
      ['', 'marked.parse', 'renderPage', '×', 'marked.parse, then parse5', '×'],
      ['seed', 'withHtml', 'long'].map((name) => [
        name,
        short(result[name].bare),
        short(result[name].ours),
        short(result[name].ratio),
        short(result[name].parsed),
        short(result[name].parsedRatio),
      ]),
    ),
  );
  const peaks = Object.entries(result.memory.peakMegabytes).map(
    ([count, peak]) => `${short(peak)} MB for ${count} pages`,
  );
  console.log(`At most, where V8 has little room: ${peaks.join(', ')}`);
  return result;
}

function commandLineSuite() {
  const result = JSON.parse(
    execFileSync(
      process.execPath,
      [join(FOLDER, 'command-line.mjs'), ...(quick ? ['--pages', '2000', '--rounds', '1'] : [])],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
    ),
  );
  const { pages, pagesPerSecond, cpuSeconds, peakInLittle } = result;
  console.log(`\nThe command line, ${pages} pages: pages a second, CPU seconds`);
  console.log(
    formatTable(
      ['', 'pages/s', 'CPU s'],
      ['oneThread', 'twoWorkers'].map((name) => [name, short(pagesPerSecond[name]), short(cpuSeconds[name])]),
    ),
  );
  const peaks = Object.entries(peakInLittle).map(([count, peak]) => `${short(peak)} MB for ${count} pages`);
  console.log(`At most, where V8 has little room: ${peaks.join(', ')}`);
  return result;
}

const seed = readFileSync(join(ROOT, 'test/fixtures/pages/01-seed.md'), 'utf8');

await install(FOLDER);
if (!existsSync(join(ROOT, 'cdn/doc-elements.js')))
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: ROOT, stdio: 'inherit' });
const { outputFiles } = await build({
  entryPoints: [join(FOLDER, 'page.mjs')],
  bundle: true,
  format: 'esm',
  minify: true,
  write: false,
  target: 'es2022',
  logLevel: 'error',
});
const { renderPage } = await import('../../dist/server/server.js');
const prerendered = await renderPage(seed);
const server = await serve(ROOT, {
  '/': PAGE,
  '/bench.js': outputFiles[0]?.text ?? '',
  ...(await import('./loading.mjs')).pagesOf(
    seed,
    prerendered,
    readFileSync(join(ROOT, 'cdn/preload.html'), 'utf8'),
  ),
});
const browser = await launch();
const figures = {
  when: new Date().toISOString(),
  machine: `${cpus().length} × ${cpus()[0]?.model ?? ''}`.trim(),
  browser: await browser.version(),
  node: process.version,
  quick,
};
try {
  if (wanted('bytes')) figures.bytes = await bytesSuite(browser, server, FOLDER);
  if (wanted('render'))
    figures.render = await renderSuite(
      browser,
      server.origin,
      quick ? ['seed', 20_000, 200_000] : ['seed', 20_000, 200_000, 2_000_000],
    );
  if (wanted('cold')) figures.cold = await coldSuite(browser, server.origin);
  if (wanted('update'))
    figures.update = await updateSuite(
      browser,
      server.origin,
      quick ? [20_000, 2_000_000] : [20_000, 200_000, 2_000_000],
    );
  if (wanted('stream')) figures.stream = await streamSuite(browser, server.origin);
  if (wanted('limits', true)) figures.limits = await limitsSuite(() => open(browser, server.origin), quick);
  if (wanted('screen'))
    figures.firstScreen = await firstScreenSuite(
      browser,
      server.origin,
      quick ? [20_000, 1_000_000] : [20_000, 1_000_000, 10_000_000],
    );
  if (wanted('many')) figures.many = await manySuite(browser, server.origin);
  if (wanted('load')) figures.load = await loadSuite(browser, server, quick);
  if (wanted('server')) figures.server = serverSuite();
  if (wanted('engines', true)) figures.engines = await enginesSuite(server.origin, quick);
  if (wanted('command-line', true)) figures.commandLine = commandLineSuite();
} finally {
  await browser.close();
  server.close();
}

const goals = judge(figures);
console.log('\nGoals');
console.log(
  formatTable(
    ['', 'goal', 'measured', ''],
    goals.map(({ name, goal, value, met }) => [
      name,
      goal,
      value === undefined ? '–' : short(value),
      met === undefined ? 'not measured' : met ? 'met' : 'missed',
    ]),
  ),
);
console.log('');
for (const { number, met, missed, unmeasured } of verdicts(goals)) {
  const state = missed.length > 0 ? 'missed' : unmeasured > 0 ? 'not all measured' : 'met';
  const which = missed.map(({ name, value, goal }) => `${name} ${short(value)} (${goal})`).join('; ');
  console.log(
    `Goal ${number}: ${state}, ${met} of ${met + missed.length + unmeasured}${which && `: ${which}`}`,
  );
}
console.log(`\n${Math.round((Date.now() - started) / 1000)} s`);
if (args.json) writeFileSync(args.json, `${JSON.stringify({ ...figures, goals }, null, 1)}\n`);
if (args.write) await writeFigures({ ...figures, goals });
