/**
 * Takes the two pictures of the README, of the demo's About page in light and in dark. Unlike the pictures that are
 * compared they have the fonts of the machine: take them on one with good ones, after a build, and look at them.
 */
import { writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { findChromium } from '../tools/browsers.mjs';
import { launchBrowser } from '../tools/launch.mjs';

const ASSETS = new URL('../../demo/assets/', import.meta.url);

/** In CSS pixels, and how many of the picture's there are to one of them. */
const VIEW = { width: 1280, height: 930, deviceScaleFactor: 1.4 };

/** The demo's server, a plain script without types. @type {{ startServer: import('./compare.mjs').StartServer }} */
const { startServer } = await import(new URL('../../demo/server.mjs', import.meta.url).href);

const found = await findChromium();
if (!found) throw new Error('There is no Chromium to take pictures with.');
const server = await startServer({ port: 0, host: '127.0.0.1' });
const browser = await launchBrowser({
  ...found,
  args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--disable-lcd-text', '--lang=en-US'],
});
try {
  const page = await browser.newPage();
  await page.setViewport(VIEW);
  for (const scheme of ['light', 'dark']) {
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    await page.goto(new URL('about.html', server.url).href, { waitUntil: 'networkidle0' });
    const picture = await page.screenshot({ type: 'png' });
    const small = await sharp(picture).png({ palette: true, effort: 10, dither: 0 }).toBuffer();
    writeFileSync(new URL(`readme-${scheme}.png`, ASSETS), small);
  }
} finally {
  await browser.close();
  await server.close();
}
