import { join } from 'node:path';
import { expect } from 'chai';
import type { PageData } from '../../src/model/page-data.js';
import type * as Server from '../../src/server/server.js';
import { EVERY_SAMPLE } from '../block-samples.js';
import { enginesHere, openBrowser } from './engines.mjs';
import { ensureBuilt, ROOT } from './install.mjs';
import { openSite, type Site } from './site.mjs';

/** Not Hindi: October is spelled in one way by WebKitGTK and in another one by Node. */
const LANGUAGES = ['ar', 'de', 'en', 'fr', 'he', 'ja'];

/** What people read and hear, in the order of the document: on the live page, and on the one that Node wrote. */
const COMPARE = `customElements.whenDefined('doc-page')
  .then(() => document.querySelector('doc-page').updateComplete)
  .then(() => fetch(document.querySelector('doc-page').getAttribute('src').replace('.json', '.html')))
  .then((response) => response.text())
  .then((html) => {
    const wordsOf = (page) => {
      const words = [];
      const walker = page.ownerDocument.createTreeWalker(page, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        words.push(node.nodeType === Node.TEXT_NODE ? node.data : (node.getAttribute('aria-label') ?? ''));
      return words.filter((word) => word.trim() !== '');
    };
    const served = new DOMParser().parseFromString(html, 'text/html');
    return [document, served].map((each) => wordsOf(each.querySelector('doc-page')));
  })`;

describe('the words of a page that Node has written', function () {
  this.timeout(300_000);
  let site: Site;

  before(async () => {
    await ensureBuilt();
    const { renderDocument } = (await import(`${ROOT}dist/server/server.js`)) as typeof Server;
    const files: Record<string, string> = {};
    for (const lang of LANGUAGES) {
      const data: PageData = {
        lang,
        title: 'A page',
        body: 'See https://github.com/dotnet/roslyn/issues/5.[^1]\n\n> [!TIP]\n> Text.\n\n[^1]: A note.',
        sections: EVERY_SAMPLE.map(([kind, block]) => ({ heading: kind, blocks: [block] })),
      };
      files[`/${lang}.json`] = JSON.stringify(data);
      files[`/${lang}.html`] = await renderDocument(data);
      files[`/live-${lang}.html`] =
        `<!doctype html><title>Live</title><script type="module" src="/cdn/doc-elements.js"></script><doc-page src="/${lang}.json" heading-level="1"></doc-page>`;
    }
    site = await openSite({ files, folders: { '/cdn/': join(ROOT, 'cdn') } });
  });

  after(() => site.close());

  it('are those that every engine writes: dates, numbers and plural forms as well', async () => {
    for (const engine of await enginesHere()) {
      const browser = await openBrowser(engine);
      try {
        for (const lang of LANGUAGES) {
          await browser.goTo(`${site.url}live-${lang}.html`);
          const [live, served] = (await browser.evaluate(COMPARE)) as string[][];
          expect(served?.length, `${engine}, ${lang}`).to.be.above(100);
          expect(live, `${engine}, ${lang}`).to.deep.equal(served);
        }
      } finally {
        await browser.close();
      }
    }
  });
});
