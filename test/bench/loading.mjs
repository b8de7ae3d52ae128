/** How pages arrive: bytes, requests, rounds to the server, first paint, and whether anything moves. */
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { formatTable, median, short } from './statistics.mjs';

const head = (/** @type {string} */ rest) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>About</title>
<link rel="stylesheet" href="/cdn/prose.css">${rest}<body style="margin: 0"><main>`;
const SCRIPT = '<script type="module" src="/cdn/doc-elements.js"></script>';

/** @param {string} seed @param {string} prerendered @returns {Record<string, string>} */
export const pagesOf = (seed, prerendered) => ({
  '/static.html': `${head('')}${prerendered}`,
  '/prerendered.html': `${head(SCRIPT)}${prerendered}`,
  '/inline.html': `${head(SCRIPT)}<doc-page heading-level="1"><script type="text/markdown">${seed}</script></doc-page>`,
  '/src.html': `${head(SCRIPT)}<doc-page heading-level="1" src="/about.md"></doc-page>`,
  '/about.md': seed,
});

const isScript = (/** @type {{ path: string }} */ { path }) => path.endsWith('.js');

/** Bytes and requests of each way to the seed page, and of the alternatives' scripts. */
export async function bytesSuite(browser, server, folder) {
  const result = {};
  for (const name of ['prerendered', 'inline', 'src']) {
    server.take();
    const page = await browser.newPage();
    await page.goto(`${server.origin}/${name}.html`, { waitUntil: 'networkidle0' });
    await page.close();
    const served = server.take();
    const scripts = served.filter(isScript);
    result[name] = {
      scripts: scripts.length,
      scriptBytes: scripts.reduce((sum, { bytes }) => sum + bytes, 0),
      styleBytes: served
        .filter(({ path }) => path.endsWith('.css'))
        .reduce((sum, { bytes }) => sum + bytes, 0),
    };
  }
  const alternatives = {
    'marked alone': `import { marked } from 'marked'; window.x = marked;`,
    'Lit alone': `import { LitElement, html, css } from 'lit'; window.x = [LitElement, html, css];`,
    'Lit + marked + DOMPurify by hand': `import { LitElement, html, css } from 'lit'; import { marked } from 'marked'; import P from 'dompurify'; window.x = [LitElement, html, css, marked, P];`,
    'zero-md (base) + marked': `import Z from 'zero-md/src/zero-md-base.js'; import { marked } from 'marked'; window.x = [Z, marked];`,
    'md-block + marked': `import * as M from 'md-block/md-block.js'; import { marked } from 'marked'; window.x = [M, marked];`,
    'wa-markdown': `import '@awesome.me/webawesome/dist/components/markdown/markdown.js';`,
    'markdown-it': `import M from 'markdown-it'; window.x = M;`,
  };
  for (const [name, contents] of Object.entries(alternatives)) {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: folder },
      bundle: true,
      format: 'esm',
      minify: true,
      write: false,
      external: ['https://*'],
      logLevel: 'silent',
      outdir: join(folder, 'out'),
    });
    result[name] = {
      scripts: 1,
      scriptBytes: brotliCompressSync(outputFiles[0]?.contents ?? '').length,
      styleBytes: 0,
    };
  }
  console.log('\nScript of the seed page: kB (brotli), requests');
  console.log(
    formatTable(
      ['', 'kB', 'requests'],
      Object.entries(result).map(([name, { scripts, scriptBytes }]) => [
        name,
        short(scriptBytes / 1000),
        String(scripts),
      ]),
    ),
  );
  return result;
}

/** Rounds to the text, paints and shifts over a slow line. */
export async function loadSuite(browser, server, quick) {
  const LATENCY = 300;
  const samples = {};
  for (let round = 0; round < (quick ? 1 : 5); round++)
    for (const name of ['static', 'prerendered', 'inline', 'src']) {
      const page = await browser.newPage();
      await page.setViewport({ width: 412, height: 823 });
      const cdp = await page.createCDPSession();
      await cdp.send('Network.enable');
      await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await page.evaluateOnNewDocument(() => {
        window.shifts = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) window.shifts += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
        new PerformanceObserver((list) => {
          window.lcp = list.getEntries().at(-1).startTime;
        }).observe({ type: 'largest-contentful-paint', buffered: true });
        const look = () => {
          if (document.querySelector('h2')) window.textAt = performance.now();
          else requestAnimationFrame(look);
        };
        look();
      });
      server.delay(LATENCY);
      await page.goto(`${server.origin}/${name}.html`, { waitUntil: 'networkidle0' });
      server.delay(0);
      await new Promise((resolve) => setTimeout(resolve, 300));
      const figures = await page.evaluate(() => ({
        fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
        lcp: window.lcp,
        cls: window.shifts,
        textAt: window.textAt,
      }));
      const kept = (samples[name] ??= { fcp: [], lcp: [], cls: [], rounds: [] });
      for (const key of ['fcp', 'lcp', 'cls']) kept[key].push(figures[key]);
      kept.rounds.push(Math.floor(figures.textAt / LATENCY));
      await page.close();
    }
  const result = Object.fromEntries(
    Object.entries(samples).map(([name, kept]) => [
      name,
      Object.fromEntries(Object.entries(kept).map(([key, list]) => [key, median(list)])),
    ]),
  );
  console.log(
    `\nOver a line with ${LATENCY} ms to the server, at a quarter of the speed: ms, shift, rounds to the text`,
  );
  console.log(
    formatTable(
      ['', 'FCP', 'LCP', 'CLS', 'rounds'],
      Object.entries(result).map(([name, { fcp, lcp, cls, rounds }]) => [
        name,
        short(fcp),
        short(lcp),
        cls.toFixed(3),
        String(rounds),
      ]),
    ),
  );
  return result;
}
