/** Goals 1 to 5 in Firefox and WebKit, which tell no CPU time: by the clock, in pages whose clocks are exact. */
import { findFirefox, findWebKit } from '../tools/browsers.mjs';
import { launchBrowser } from '../tools/launch.mjs';
import { startWebKit } from '../tools/webdriver.mjs';
import { formatTable, median, short, summarize } from './statistics.mjs';

const STREAMS = ['doc-elements', 'the last block again'];

/** Milliseconds that one measurement may take. */
const LONGEST = 240_000;

/**
 * Calls functions of the bench in a page.
 *
 * @typedef {(method: string, ...args: readonly unknown[]) => Promise<any>} Call
 * @typedef {{ version: string; call: Call; close: () => Promise<void> }} Engine
 */

/** @param {string} origin @returns {Promise<Engine | undefined>} */
async function openFirefox(origin) {
  const executablePath = findFirefox();
  if (!executablePath) return undefined;
  const browser = await launchBrowser({
    browser: 'firefox',
    executablePath,
    headless: true,
    protocolTimeout: LONGEST,
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  await page.goto(`${origin}/`);
  await page.waitForFunction('window.isReady === true');
  return {
    version: await browser.version(),
    call: (method, ...args) => page.evaluate((name, given) => globalThis.bench[name](...given), method, args),
    close: () => browser.close(),
  };
}

/** @param {string} origin @returns {Promise<Engine | undefined>} */
async function openWebKit(origin) {
  const found = findWebKit();
  if (!found) return undefined;
  const { session, stop } = await startWebKit(found, { width: 1280, height: 900 });
  await session.send('POST', '/timeouts', { script: LONGEST, pageLoad: 60_000 });
  await session.goTo(`${origin}/`);
  const run = (/** @type {string} */ expression) =>
    session.send('POST', '/execute/async', {
      script: `const done = arguments[0];
        const isReady = async () => { while (!window.isReady) await new Promise((go) => setTimeout(go, 20)); };
        isReady().then(() => ${expression}).then((value) => done(JSON.stringify(value ?? null)), (error) => done(JSON.stringify({ failed: String(error) })));`,
      args: [],
    });
  return {
    version: `WebKitGTK ${session.version}`,
    async call(method, ...args) {
      const value = JSON.parse(
        String(await run(`bench[${JSON.stringify(method)}](...${JSON.stringify(args)})`)),
      );
      if (value?.failed) throw new Error(`${method}: ${value.failed}`);
      return value;
    },
    close: stop,
  };
}

/** `largest` is up to how many characters both are rendered: in WebKit marked alone takes 160 seconds for 2 MB, and 40 for 1 MB. */
const ENGINES = {
  firefox: { title: 'Firefox', open: openFirefox, largest: 2_000_000 },
  webkit: { title: 'WebKit', open: openWebKit, largest: 200_000 },
};

const sum = (/** @type {readonly number[]} */ list) => list.reduce((some, other) => some + other, 0);

/** How often a measurement is begun again whose browser has gone. */
const ATTEMPTS = 2;

/**
 * Takes measurements each in a browser of its own: WebKitGTK goes at times under texts of many megabytes, and takes what it
 * has not told with it.
 *
 * @param {string} title @param {() => Promise<Engine | undefined>} open
 */
const measurer =
  (title, open) =>
  /** @template Result @param {string} what @param {(engine: Engine) => Promise<Result>} measure @returns {Promise<Result | undefined>} */
  async (what, measure) => {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      /** @type {Engine | undefined} */
      let engine;
      try {
        engine = await open();
        if (engine) return await measure(engine);
        return undefined;
      } catch (error) {
        const reason =
          error instanceof Error ? [error.message, error.cause].filter(Boolean).join(': ') : error;
        console.log(`\n${title}, ${what}, broke off: ${String(reason)}`);
      } finally {
        await engine?.close().catch(() => undefined);
      }
    }
    return undefined;
  };

/** @param {Call} call @param {number | 'seed'} size @param {boolean} quick */
async function measureRender(call, size, quick) {
  const isLarge = size !== 'seed' && size >= 1_000_000;
  // Each call is answered before a connection that waits for it is given up.
  const [calls, rounds] = isLarge ? [3, 1] : [1, size === 'seed' ? 25 : quick ? 3 : 9];
  /** @type {Record<string, { toDom: number[]; shown: number[] }>} */
  const all = {};
  for (let done = 0; done < calls; done++)
    for (const [name, { toDom, shown }] of Object.entries(await call('timeBoth', size, rounds))) {
      const kept = (all[name] ??= { toDom: [], shown: [] });
      kept.toDom.push(...toDom);
      kept.shown.push(...shown);
    }
  return Object.fromEntries(
    Object.entries(all).map(([name, { toDom, shown }]) => [
      name,
      { toDom: summarize(toDom), shown: summarize(shown) },
    ]),
  );
}

/** @param {Call} call */
async function measureStreams(call) {
  /** @type {Record<string, { total: number[]; growth: number[] }>} */
  const streams = {};
  for (let round = 0; round < 3; round++)
    for (const name of STREAMS) {
      await call('clear');
      const times = await call('stream', name);
      const tenth = Math.floor(times.length / 10);
      const kept = (streams[name] ??= { total: [], growth: [] });
      kept.total.push(sum(times));
      kept.growth.push(sum(times.slice(-tenth)) / sum(times.slice(0, tenth)));
    }
  return Object.fromEntries(
    Object.entries(streams).map(([name, { total, growth }]) => [
      name,
      { total: summarize(total), growth: median(growth) },
    ]),
  );
}

/** What could not be measured is left out. @param {ReturnType<typeof measurer>} measured @param {number} largest @param {boolean} quick */
async function measureAll(measured, largest, quick) {
  /** @type {any} */
  const result = { render: {}, update: {}, firstScreen: {}, stream: {} };
  /** @type {(number | 'seed')[]} */
  const sizes = quick ? ['seed', 200_000] : ['seed', 20_000, 200_000, 2_000_000];
  for (const size of sizes) {
    if (size !== 'seed' && size > largest) continue;
    const render = await measured(`rendering ${size}`, ({ call }) => measureRender(call, size, quick));
    if (render) result.render[size] = render;
  }
  if (quick) return result;
  for (const size of [20_000, 2_000_000]) {
    const times = await measured(`one word of ${size}`, ({ call }) => call('timeUpdates', size, 12));
    if (times) result.update[size] = summarize(times);
  }
  for (const size of [20_000, 10_000_000]) {
    const times = await measured(`the first screen of ${size}`, async ({ call }) => {
      const first = await call('timeFirstScreens', size, size > 1e6 ? 1 : 5);
      return size > 1e6 ? [...first, ...(await call('timeFirstScreens', size, 1))] : first;
    });
    if (times) result.firstScreen[size] = { first: median(times) };
  }
  result.stream = (await measured('streaming', ({ call }) => measureStreams(call))) ?? {};
  return result;
}

/** What each engine that is there takes; an engine that breaks is told, and does not end the run. @param {string} origin @param {boolean} quick */
export async function enginesSuite(origin, quick) {
  /** @type {Record<string, any>} */
  const result = {};
  for (const [name, { title, open, largest }] of Object.entries(ENGINES)) {
    const measured = measurer(title, () => open(origin));
    const version = await measured('its version', async (engine) => engine.version);
    if (version === undefined) {
      console.log(`\n${title} is not installed, or does not start, so not measured.`);
      continue;
    }
    result[name] = { version, ...(await measureAll(measured, largest, quick)) };
    printEngine(result[name]);
  }
  return result;
}

function printEngine({ version, render }) {
  const rows = Object.entries(render).map(([size, list]) => {
    const [base, ours] = [list['marked + innerHTML (unsafe)'], list['doc-elements']];
    return [
      size === 'seed' ? 'seed page' : `${Number(size) / 1000} KB`,
      short(base.toDom.median),
      short(ours.toDom.median),
      short(ours.toDom.median / base.toDom.median),
      short(base.shown.median),
      short(ours.shown.median),
      short(ours.shown.median / base.shown.median),
    ];
  });
  console.log(`\n${version}: ms by the clock, marked + innerHTML and doc-elements`);
  console.log(formatTable(['', 'to DOM', 'ours', '×', 'shown', 'ours', '×'], rows));
}
