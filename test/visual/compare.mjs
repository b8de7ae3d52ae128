/**
 * Compares the demo with the pictures in `baselines`. `--update` takes them anew, of all pages or of those that are
 * named behind it: look at every one before you commit it. What differs is left in `failed`, with the places marked.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import sharp from 'sharp';
import { PICTURE_FONT } from '../tools/browsers.mjs';
import { reportCounts } from '../tools/counts.mjs';
import { LOOKS, PAGES } from './pages.mjs';
import { launch, open, photograph } from './photograph.mjs';

const BASELINES = new URL('baselines/', import.meta.url);
const FAILED = new URL('failed/', import.meta.url);
/** How different a pixel may be, 0 to 1: browsers round edges of letters differently from one version to the next. */
const THRESHOLD = 0.25;

/** The share of pixels that may differ by more. A line that has moved is far above it. */
const TOLERANCE = 0.0004;

/** The demo's server, a plain script without types. @type {{ startServer: StartServer }} */
const { startServer } = await import(new URL('../../demo/server.mjs', import.meta.url).href);

/**
 * @typedef {(options: { port: number; host: string }) => Promise<{ url: string; close: () => Promise<void> }>} StartServer
 */

/** @typedef {{ ok: boolean; message: string; marked?: Buffer }} Verdict */

/** @param {Uint8Array} before @param {Uint8Array} after @returns {Verdict} */
export function comparePictures(before, after) {
  const some = PNG.sync.read(Buffer.from(before));
  const other = PNG.sync.read(Buffer.from(after));
  const { width, height } = some;
  if (width !== other.width || height !== other.height)
    return {
      ok: false,
      message: `it is ${String(other.width)} × ${String(other.height)}, no longer ${String(width)} × ${String(height)}`,
    };
  const marked = new PNG({ width, height });
  const count = pixelmatch(some.data, other.data, marked.data, width, height, { threshold: THRESHOLD });
  const share = count / (width * height);
  if (share <= TOLERANCE) return { ok: true, message: '' };
  return { ok: false, message: `${(share * 100).toFixed(2)}% of it differ`, marked: PNG.sync.write(marked) };
}

/** The same picture to the eye, in a quarter of the bytes. @param {Uint8Array} picture */
const compress = (picture) => sharp(picture).png({ palette: true, effort: 10, dither: 0 }).toBuffer();

/**
 * @param {string} name
 * @param {Uint8Array} picture
 * @returns {Promise<boolean>} whether it is another one than before
 */
async function updateBaseline(name, picture) {
  const baseline = new URL(`${name}.png`, BASELINES);
  // One that is as good as the same stays as it is, so that only what has changed is looked at.
  if (existsSync(baseline) && comparePictures(readFileSync(baseline), picture).ok) return false;
  writeFileSync(baseline, await compress(picture));
  return true;
}

/** @param {string} name @param {Uint8Array} picture @returns {string} what is wrong with it, empty where nothing is */
function check(name, picture) {
  const baseline = new URL(`${name}.png`, BASELINES);
  const { ok, message, marked } = existsSync(baseline)
    ? comparePictures(readFileSync(baseline), picture)
    : { ok: false, message: 'there is no picture to compare it with', marked: undefined };
  if (ok) return '';
  writeFileSync(new URL(`${name}.png`, FAILED), picture);
  if (marked) writeFileSync(new URL(`${name}-marked.png`, FAILED), marked);
  return message;
}

/** @param {readonly string[]} pages their names @param {boolean} update */
async function run(pages, update) {
  rmSync(FAILED, { recursive: true, force: true });
  for (const folder of [BASELINES, FAILED]) mkdirSync(folder, { recursive: true });
  const server = await startServer({ port: 0, host: '127.0.0.1' });
  const browser = await launch(server.url);
  let passed = 0;
  /** @type {string[]} */
  const failures = [];
  try {
    for (const page of pages) {
      const subject = PAGES[page] ?? { path: '/' };
      const tab = await browser.newPage();
      const client = await tab.createCDPSession();
      await open(tab, subject);
      for (const [suffix, look] of LOOKS) {
        if (subject.looks && !subject.looks.includes(suffix)) continue;
        const name = `${page}-${suffix}`;
        const picture = await photograph(tab, client, look, subject);
        if (update) {
          console.log(`${(await updateBaseline(name, picture)) ? '✎' : ' '} ${name}`);
          continue;
        }
        const message = check(name, picture);
        if (message) {
          console.error(`✗ ${name}: ${message}`);
          failures.push(`Picture ${name}: ${message}`);
        } else {
          passed += 1;
        }
      }
      await tab.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
  if (update) return 0;
  reportCounts({ name: 'Pictures', passed, failed: failures.length, skipped: 0, failures });
  if (failures.length > 0)
    console.error(
      `What differs is in ${fileURLToPath(FAILED)}. Where it is meant: npm run baselines, and look at each picture.`,
    );
  return failures.length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [flag, ...names] = process.argv.slice(2);
  const wanted = Object.keys(PAGES).filter((name) => names.length === 0 || names.includes(name));
  if (existsSync(PICTURE_FONT)) {
    process.exitCode = (await run(wanted, flag === '--update')) > 0 ? 1 : 0;
  } else {
    console.error(
      `Pictures are compared with Debian's fonts-dejavu-core only, which is not here: ${PICTURE_FONT}`,
    );
    process.exitCode = 1;
  }
}
