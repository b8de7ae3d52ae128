import { expect } from 'chai';
import '../../src/index.js';
import { sinkReady } from '../../src/dom/sink.js';
import { renderPage } from '../../src/server/page.js';
import type { PageData } from '../../src/model/page-data.js';
import { findHarm, stolen, takeEvents } from './harness.js';
import { provoke } from './provoke.js';
import { findResidues } from './residues.js';
import { VECTORS, type Vector } from './vectors.js';

const BATCH = 60;
const nativeSetHtml = Object.getOwnPropertyDescriptor(Element.prototype, 'setHTML');

async function mountClient({ kind, text }: Vector): Promise<HTMLElement> {
  const page = document.createElement('doc-page');
  if (kind === 'data') page.data = text;
  else page.markdown = text;
  document.body.append(page);
  await page.updateComplete;
  return page;
}

async function mountServer({ kind, text }: Vector): Promise<HTMLElement> {
  const html = await renderPage(kind === 'data' ? (JSON.parse(text) as PageData) : text);
  const container = document.createElement('div');
  document.body.append(container);
  container.innerHTML = html;
  const page = container.querySelector('doc-page');
  await page?.updateComplete;
  return container;
}

const MODES: readonly [name: string, mount: (vector: Vector) => Promise<HTMLElement>, purified: boolean][] = [
  ['the element', mountClient, false],
  ['the element with DOMPurify', mountClient, true],
  ['the server', mountServer, false],
];

it('there are at least 500 vectors', () => expect(VECTORS.length).to.be.at.least(500));

it('the harness sees what a trusted page runs and leaves', async () => {
  const page = document.createElement('doc-page');
  page.trusted = true;
  page.markdown = '<p onclick="hit()" style="position: fixed">a</p>\n\n<dialog>b</dialog>';
  document.body.append(page);
  await page.updateComplete;
  const residues = findResidues(page).join();
  await provoke(page);
  expect(takeEvents()).to.include('a script ran');
  expect(residues).to.include('attribute onclick').and.include('<dialog>').and.include('overlay');
  page.remove();
});

for (const [mode, mount, purified] of MODES)
  describe(`vectors through ${mode}`, () => {
    before(async function () {
      this.timeout(60_000);
      if (purified && !nativeSetHtml) this.skip();
      if (purified) Reflect.deleteProperty(Element.prototype, 'setHTML');
      await sinkReady();
    });
    after(() => {
      if (nativeSetHtml) Object.defineProperty(Element.prototype, 'setHTML', nativeSetHtml);
    });

    for (let from = 0; from < VECTORS.length; from += BATCH)
      it(`do nothing, ${from} to ${Math.min(from + BATCH, VECTORS.length) - 1}`, async function () {
        this.timeout(120_000);
        const found: string[] = [];
        for (const vector of VECTORS.slice(from, from + BATCH))
          found.push(...(await findHarm(vector.name, () => mount(vector))));
        await new Promise((resolve) => setTimeout(resolve, 100));
        expect([...found, ...takeEvents(), ...stolen()]).to.deep.equal([]);
      });
  });
