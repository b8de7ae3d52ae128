import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { integrity } from '../tools/published-files.mjs';
import { enginesHere, openBrowser, type Browser } from './engines.mjs';
import { ensureBuilt, ROOT } from './install.mjs';
import { openSite, type Site } from './site.mjs';

/** What a stranger adds to a file on its way. */
const ADDED = '\nwindow.changedCodeRan = true;\n';

const BODY = '<doc-page src="/about.md" heading-level="1"><p>fallback</p></doc-page>';

const STATE = `customElements.whenDefined('doc-page')
  .then(() => document.querySelector('doc-page').updateComplete)
  .then(() => ({
    ran: 'changedCodeRan' in window,
    text: document.querySelector('doc-page').textContent,
    failed: document.querySelector('doc-page').matches(':state(error)'),
  }))`;

interface State {
  readonly ran: boolean;
  readonly text: string;
  readonly failed: boolean;
}

describe('the integrity hashes of cdn/', function () {
  this.timeout(120_000);
  const browsers: Browser[] = [];
  let site: Site;

  before(async () => {
    await ensureBuilt();
    const read = (path: string): string => readFileSync(join(ROOT, 'cdn', path), 'utf8');
    const map = read('integrity.json');
    const hashes = (JSON.parse(map) as { integrity: Record<string, string> }).integrity;
    const chunk = Object.keys(hashes).find(
      (path) => path.endsWith('/markdown.js') && !path.includes('languages'),
    );
    const path = (chunk ?? '').slice('./cdn/'.length);
    const script = `<script type="module" src="cdn/doc-elements.js" integrity="${integrity(read('doc-elements.js'))}" crossorigin></script>`;
    const page = (head: string): string =>
      `<!doctype html><meta charset="utf-8"><title>Test</title>${head}<body>${BODY}`;
    const withMap = page(`<script type="importmap">${map}</script>${script}`);
    site = await openSite({
      files: {
        '/about.md': '# Title\n\nText of the page.\n',
        '/whole/index.html': withMap,
        '/changed/index.html': withMap,
        '/unchecked/index.html': page(script),
        [`/changed/cdn/${path}`]: read(path) + ADDED,
        [`/unchecked/cdn/${path}`]: read(path) + ADDED,
      },
      folders: Object.fromEntries(
        ['whole', 'changed', 'unchecked'].map((name) => [`/${name}/cdn/`, join(ROOT, 'cdn')]),
      ),
    });
  });
  after(async () => {
    await Promise.all([site.close(), ...browsers.map((browser) => browser.close())]);
  });

  it('let every chunk run that is as published, and none that is not, where an import map has them', async () => {
    for (const engine of await enginesHere()) {
      const browser = await openBrowser(engine);
      browsers.push(browser);
      const visit = async (name: string): Promise<State> => {
        await browser.goTo(`${site.url}${name}/`);
        return (await browser.evaluate(STATE)) as State;
      };
      const whole = await visit('whole');
      expect(whole, engine).to.include({ ran: false, failed: false });
      expect(whole.text, engine).to.include('Text of the page.');
      const changed = await visit('changed');
      expect(changed, engine).to.include({ ran: false, failed: true });
      expect(changed.text, engine).to.include('fallback');
      // What SECURITY.md says of the script's own hash.
      expect((await visit('unchecked')).ran, `${engine}, without the map`).to.equal(true);
    }
  });
});
