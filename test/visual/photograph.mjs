/** Takes pictures of pages that are the same on every machine with the same Chromium: one set of fonts, nothing that moves. */
import { fileURLToPath } from 'node:url';
import { findChromium } from '../tools/browsers.mjs';
import { launchBrowser } from '../tools/launch.mjs';

/** How much of a page a picture shows, in pixels: longer ones are cut, because the rest looks like what is above it. */
const AREA = 1_300_000;

/** How high the window is, in pixels. */
const SCREEN = 900;

/** Text runs and edges must not depend on the screen or on the fonts of the machine. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--hide-scrollbars',
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--disable-font-subpixel-positioning',
  '--force-color-profile=srgb',
  '--no-first-run',
  '--disable-background-networking',
  '--lang=en-US',
];

/** The demo's host, whatever port it is at: messages that name it look the same. */
const HOST = 'http://demo.test/';

/** @param {string} server its address @returns {Promise<import('puppeteer-core').Browser>} */
export async function launch(server) {
  const found = await findChromium();
  if (!found) throw new Error('There is no Chromium to take pictures with.');
  const fonts = fileURLToPath(new URL('fonts.conf', import.meta.url));
  const resolve = `--host-resolver-rules=MAP demo.test 127.0.0.1:${new URL(server).port}`;
  return launchBrowser({
    ...found,
    env: { ...process.env, ...found.env, FONTCONFIG_FILE: fonts },
    args: [...ARGS, resolve],
  });
}

/** The day on which pictures are taken, for what tells since when something is known. */
const TODAY = Date.UTC(2026, 10, 26, 12);

/** What is out of sight is not laid out, and stays so in a picture of the whole page: here everything is in sight. */
const EVERYTHING_IN_SIGHT =
  'doc-section { content-visibility: visible !important } * { caret-color: transparent !important }';

/**
 * Opens a page as wide as a desk and brings everything in it.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {import('./pages.mjs').Subject} subject
 */
export async function open(page, { path, drawings = 0 }) {
  await page.evaluateOnNewDocument(setDay, TODAY);
  await page.setViewport({ width: 1440, height: SCREEN });
  await page.goto(new URL(path, HOST).href, { waitUntil: 'load', timeout: 30_000 });
  await page.evaluate(scrollThrough);
  await page.waitForNetworkIdle({ idleTime: 200, timeout: 20_000 });
  await page.waitForFunction(hasDrawings, { timeout: 30_000, polling: 100 }, drawings);
  for (const frame of page.frames()) await frame.evaluate(addStyles, EVERYTHING_IN_SIGHT);
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {import('puppeteer-core').CDPSession} client
 * @param {import('./pages.mjs').Look} look
 * @param {import('./pages.mjs').Subject} subject
 * @returns {Promise<Uint8Array>} PNG of the page that is open
 */
export async function photograph(page, client, look, { isWhole }) {
  const { width, scheme = 'light', forcedColors, rtl, print } = look;
  await client.send('Emulation.setEmulatedMedia', {
    media: print ? 'print' : 'screen',
    features: [
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
      { name: 'forced-colors', value: forcedColors ? 'active' : 'none' },
    ],
  });
  await page.setViewport({ width, height: SCREEN });
  await page.evaluate(
    (dir) => {
      document.documentElement.dir = dir;
    },
    rtl ? 'rtl' : '',
  );
  await page.waitForFunction(haveScheme, { timeout: 30_000, polling: 100 }, scheme);
  await page.evaluate(comeToRest);
  await page.evaluate(markDrawings, scheme);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const most = isWhole ? height : Math.max(1200, Math.round(AREA / width));
  const clip = { x: 0, y: 0, width, height: Math.min(height, most) };
  // What Chromium captures beyond the viewport it lays out anew, which moves some pages from right to left aside.
  return page.screenshot({ clip, captureBeyondViewport: clip.height > SCREEN, type: 'png' });
}

/** The clock goes on from that day. Runs in the page. @param {number} today */
function setDay(today) {
  const { Date } = globalThis;
  const ahead = today - Date.now();
  const now = () => Date.now() + ahead;
  globalThis.Date = new Proxy(Date, {
    construct: (target, args) => Reflect.construct(target, args.length > 0 ? args : [now()]),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
}

/** Whether all is drawn that is to be. Runs in the page. @param {number} count */
function hasDrawings(count) {
  const codes = [...document.querySelectorAll('doc-code')];
  return codes.filter(({ shadowRoot }) => shadowRoot?.querySelector('.rendered')).length >= count;
}

/** Whether diagrams are those of the scheme: others are drawn when it changes. Runs in the page. @param {string} scheme */
function haveScheme(scheme) {
  const drawn = [...document.querySelectorAll('doc-code')].flatMap(
    ({ shadowRoot }) => shadowRoot?.querySelector('.rendered img') ?? [],
  );
  return drawn.every((each) => (each.getAttribute('data-scheme') ?? scheme) === scheme);
}

/** Tells drawings of one scheme from those that come later. Runs in the page. @param {string} scheme */
function markDrawings(scheme) {
  for (const { shadowRoot } of document.querySelectorAll('doc-code'))
    shadowRoot?.querySelector('.rendered img')?.setAttribute('data-scheme', scheme);
}

/** Brings what loads when it is near the screen. Runs in the page. */
async function scrollThrough() {
  for (let top = 0; top < document.documentElement.scrollHeight && top < 8000; top += 450) {
    window.scrollTo(0, top);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  window.scrollTo(0, 0);
}

/** Constructed, so that no policy on inline styles applies. Runs in the page. @param {string} text */
function addStyles(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
}

/** Waits until every page has its content and nothing has moved for a moment. Runs in the page. */
async function comeToRest() {
  await document.fonts.ready;
  const end = performance.now() + 8000;
  let before = -1;
  for (let still = 0; still < 2 && performance.now() < end;) {
    await new Promise((resolve) => setTimeout(resolve, 60));
    const busy = [...document.querySelectorAll('doc-page')].some((page) => page.matches(':state(loading)'));
    const height = document.documentElement.scrollHeight;
    still = height === before && !busy ? still + 1 : 0;
    before = height;
  }
}
