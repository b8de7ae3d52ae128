import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { PNG } from 'pngjs';
import type * as Server from '../../src/server/server.js';
import { enginesHere, openBrowser, type Browser, type Size } from './engines.mjs';
import { ensureBuilt, ROOT } from './install.mjs';
import { openSite, type Site } from './site.mjs';

/** Tall enough for the whole page, so that nobody has to scroll. */
const SIZES: readonly Size[] = [
  { width: 1280, height: 2400 },
  { width: 600, height: 2400 },
];

/** The largest part of the pixels that may differ. */
const TOLERANCE = 0.001;

/** What a channel may differ by before anybody sees it: the edges of letters differ by that much within one engine. */
const VISIBLE = 25;

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The part of a page's pixels that look different in another picture of it, from 0 to 1. */
function difference(some: Uint8Array, other: Uint8Array, height: number): number {
  const [a, b] = [PNG.sync.read(Buffer.from(some)), PNG.sync.read(Buffer.from(other))];
  expect([a.width, a.height]).to.deep.equal([b.width, b.height]);
  let count = 0;
  for (let pixel = 0; pixel < a.width * height; pixel++)
    if (
      [0, 1, 2].some(
        (channel) =>
          Math.abs((a.data[pixel * 4 + channel] ?? 0) - (b.data[pixel * 4 + channel] ?? 0)) > VISIBLE,
      )
    )
      count++;
  return count / (a.width * height);
}

describe('the prerendered seed page, saved', function () {
  this.timeout(300_000);
  let folder: string;
  let saved: string;
  let site: Site;

  before(async () => {
    await ensureBuilt();
    const { renderDocument } = (await import(`${ROOT}dist/server/server.js`)) as typeof Server;
    const seed = read('demo/about.md');
    const styles = { text: read('cdn/prose.css') };
    const prerendered = await renderDocument(seed, { styles, script: { src: '/cdn/doc-elements.js' } });
    folder = mkdtempSync(join(tmpdir(), 'doc-elements-saved-'));
    saved = join(folder, 'about.html');
    writeFileSync(saved, await renderDocument(seed, { styles }));
    site = await openSite({
      files: {
        '/about.md': seed,
        '/prerendered.html': prerendered,
        '/without-script.html': prerendered,
        '/live.html': prerendered.replace(
          /<doc-page[^]*<\/doc-page>/,
          '<doc-page src="about.md"></doc-page>',
        ),
      },
      folders: { '/cdn/': join(ROOT, 'cdn') },
      headers: (path): Record<string, string> =>
        path === '/without-script.html' ? { 'content-security-policy': "script-src 'none'" } : {},
    });
  });

  after(async () => {
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function shoot(browser: Browser, url: string): Promise<Uint8Array> {
    await browser.goTo(url);
    return browser.screenshot();
  }

  async function shootLive(browser: Browser, url: string): Promise<Uint8Array> {
    await browser.goTo(url);
    const deadline = Date.now() + 20_000;
    while ((await browser.evaluate(`document.querySelector('doc-page').matches(':state(ready)')`)) !== true)
      if (Date.now() > deadline) throw new Error(`${url} is not ready`);
    await browser.evaluate(
      `Promise.all([...document.querySelectorAll('doc-toc, repo-link')].map((element) => element.updateComplete))
        .then(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))))`,
    );
    return browser.screenshot();
  }

  it('looks like the live page in every engine, without script', async () => {
    for (const engine of await enginesHere()) {
      const browser = await openBrowser(engine);
      try {
        for (const size of SIZES) {
          await browser.resize(size);
          const live = await shootLive(browser, `${site.url}live.html`);
          const height = Number(
            await browser.evaluate(
              `Math.ceil(document.querySelector('main').getBoundingClientRect().bottom)`,
            ),
          );
          expect(height).to.be.within(500, size.height);
          const others = {
            'saved to disk': await shoot(browser, pathToFileURL(saved).href),
            'without script': await shoot(browser, `${site.url}without-script.html`),
            adopted: await shootLive(browser, `${site.url}prerendered.html`),
          };
          for (const [name, picture] of Object.entries(others)) {
            const differing = difference(live, picture, height);
            const place = `${engine}, ${String(size.width)} pixels wide`;
            expect(differing, `${place}, ${name}`).to.be.below(TOLERANCE);
          }
        }
      } finally {
        await browser.close();
      }
    }
  });
});
