/** How pages arrive: bytes, requests, rounds to the server, first paint, and whether anything moves. */
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { formatTable, median, short } from './statistics.mjs';

const head = (/** @type {string} */ rest) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>About</title>
<link rel="stylesheet" href="/cdn/prose.css">${rest}<body style="margin: 0"><main>`;
const SCRIPT = '<script type="module" src="/cdn/doc-elements.js"></script>';
/** The script comes when all has been painted and read for a while. */
const LATE_SCRIPT =
  '<script>addEventListener("load", () => setTimeout(() => import("/cdn/doc-elements.js"), 400))</script>';
/** What the README gives to who wants the text a round earlier. @param {string} preload `cdn/preload.html` */
const linked = (preload) => preload.replaceAll('href="', 'href="/');
const DOCSIFY = '/test/bench/node_modules/docsify';

/** What an author writes by hand: the same headings and texts, without what is ours. @param {string} prerendered */
const authored = (prerendered) =>
  prerendered
    .replace(/<doc-toc[^]*?<\/doc-toc>/, '')
    .replace(/<a class="heading-anchor"[^]*?<\/a>/g, '')
    .replace(/<doc-page[^>]*>/, '<doc-page heading-links="none" toc="none" class="doc-page">');

/** @param {string} seed @param {string} prerendered @param {string} preload @returns {Record<string, string>} */
export const pagesOf = (seed, prerendered, preload) => ({
  '/upgraded.html': `${head(LATE_SCRIPT)}${prerendered}`,
  '/authored.html': `${head(LATE_SCRIPT)}${authored(prerendered)}`,
  '/docsify.html': `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>About</title>
<link rel="stylesheet" href="${DOCSIFY}/dist/themes/core.min.css"><body><div id="app"></div>
<script>window.$docsify = { homepage: 'about.md', loadSidebar: false };</script><script src="${DOCSIFY}/dist/docsify.min.js"></script>`,
  '/static.html': `${head('')}${prerendered}`,
  '/prerendered.html': `${head(SCRIPT)}${prerendered}`,
  '/inline.html': `${head(linked(preload) + SCRIPT)}<doc-page heading-level="1"><script type="text/markdown">${seed}</script></doc-page>`,
  '/src.html': `${head(linked(preload) + SCRIPT)}<doc-page heading-level="1" src="/about.md"></doc-page>`,
  '/about.md': seed,
});

/** The ways a page can come: those of ours, the same HTML alone, and docsify, whose pages are a site of its own. */
const LOADED = ['static', 'prerendered', 'upgraded', 'authored', 'inline', 'src', 'docsify'];

/** @param {readonly string[]} names @param {number} round */
const inTurns = (names, round) => names.map((_, index) => names[(index + round) % names.length] ?? '');

const isScript = (/** @type {{ path: string }} */ { path }) => path.endsWith('.js');

/** Bytes and requests of each way to the seed page, and of the alternatives' scripts. */
export async function bytesSuite(browser, server, folder) {
  const result = {};
  for (const name of ['prerendered', 'inline', 'src', 'docsify']) {
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
    'marked + DOMPurify': `import { marked } from 'marked'; import P from 'dompurify'; window.x = [marked, P];`,
    'streaming-markdown': `import * as S from 'streaming-markdown'; window.x = S;`,
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

/**
 * Requests one after the other until the text was there: the longest chain of those of which each was asked for when the
 * one before had been answered. It is the same on a slow machine.
 *
 * @param {number} moment
 * @param {readonly import('./serve.mjs').Served[]} served
 */
function roundsTo(moment, served) {
  let rounds = 0;
  let end = -Infinity;
  for (const { from, to } of [...served].sort((one, other) => one.to - other.to)) {
    if (from < end || to > moment) continue;
    rounds++;
    end = to;
  }
  return rounds;
}

/** Rounds to the text, paints and shifts over a slow line. */
export async function loadSuite(browser, server, quick) {
  const LATENCY = 300;
  const samples = {};
  for (let round = 0; round < (quick ? 1 : 7); round++)
    for (const name of inTurns(LOADED, round)) {
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
        new MutationObserver((_, observer) => {
          if (!document.querySelector('h2')) return;
          window.textAt = performance.timeOrigin + performance.now();
          observer.disconnect();
        }).observe(document, { childList: true, subtree: true });
      });
      server.take();
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
      kept.rounds.push(roundsTo(figures.textAt, server.take()));
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
