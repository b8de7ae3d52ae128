/** The three engines behind one small interface, for tests that look at whole pages as a visitor gets them. */
import {
  CHROMIUM_ARGS,
  findChromium,
  findEngines,
  findFirefox,
  findWebKit,
  NO_BROWSER,
  wantedEngines,
} from '../tools/browsers.mjs';
import { launchBrowser } from '../tools/launch.mjs';
import { setViewport, startWebKit } from '../tools/webdriver.mjs';
import { NOTHING_SKIPPED } from './install.mjs';

/** @typedef {import('../tools/browsers.mjs').Engine} Engine */
/** @typedef {{ width: number; height: number }} Size in CSS pixels */

/**
 * @typedef {object} Browser
 * @property {(size: Size) => Promise<void>} resize
 * @property {(url: string) => Promise<void>} goTo Resolves when the page has loaded.
 * @property {(expression: string) => Promise<unknown>} evaluate
 * @property {() => Promise<Uint8Array>} screenshot What is in view, as PNG.
 * @property {() => Promise<void>} close
 */

/** The largest window a test asks for. */
const SCREEN = { width: 1600, height: 2400 };

/** The engines to test in; those that are missing are named, and in CI they are a failure. @returns {Promise<Engine[]>} */
export async function enginesHere() {
  const found = await findEngines();
  const wanted = wantedEngines();
  const missing = wanted.filter((engine) => !found.includes(engine));
  if (missing.length > 0) {
    const message = `Not installed, so not tested: ${missing.join(', ')}.`;
    if (NOTHING_SKIPPED) throw new Error(`${message}\n${NO_BROWSER}`);
    process.stderr.write(`${message}\n`);
  }
  return wanted.filter((engine) => found.includes(engine));
}

/** @param {import('puppeteer-core').LaunchOptions} options @returns {Promise<Browser>} */
async function startWithPuppeteer(options) {
  const browser = await launchBrowser(options);
  const page = await browser.newPage();
  return {
    resize: (size) => page.setViewport(size),
    goTo: async (url) => {
      await page.goto(url, { waitUntil: 'load' });
    },
    evaluate: (expression) => page.evaluate(expression),
    screenshot: () => page.screenshot({ type: 'png' }),
    close: () => browser.close(),
  };
}

/** @type {Record<Engine, () => Promise<Browser>>} */
const STARTERS = {
  async chromium() {
    return startWithPuppeteer({ ...(await findChromium()), args: CHROMIUM_ARGS });
  },
  firefox() {
    return startWithPuppeteer({ browser: 'firefox', executablePath: findFirefox() ?? '' });
  },
  async webkit() {
    const found = findWebKit();
    if (!found) throw new Error('WebKitGTK is not there');
    const { session, stop } = await startWebKit(found, SCREEN);
    return {
      async resize(size) {
        if (!(await setViewport(session, size)))
          throw new Error(`WebKitGTK has no window of ${String(size.width)} × ${String(size.height)}`);
      },
      async goTo(url) {
        await session.goTo(url);
      },
      evaluate: (expression) => session.execute(`return ${expression}`),
      screenshot: () => session.screenshot(),
      close: stop,
    };
  },
};

/** @param {Engine} engine @returns {Promise<Browser>} */
export const openBrowser = (engine) => STARTERS[engine]();
