import { expect } from 'chai';
import '../../src/index.js';
import { sinkReady } from '../../src/dom/sink.js';
import { renderPage } from '../../src/server/page.js';
import type { Allow } from '../../src/model/allow.js';
import { isAllowedAttribute, type AllowList } from '../../src/model/allow-list.js';
import type { PageData } from '../../src/model/page-data.js';
import { ASKED, GIVEN } from './everything-asked.js';
import { findHarm, stolen, takeEvents, watchGlobals } from './harness.js';
import { provoke } from './provoke.js';
import { findResidues } from './residues.js';
import { VECTORS, type Vector } from './vectors.js';

const BATCH = 60;
const nativeSetHtml = Object.getOwnPropertyDescriptor(Element.prototype, 'setHTML');

type Mount = (vector: Vector) => Promise<HTMLElement>;

async function mountClient({ kind, text }: Vector, allow: Allow | '' = ''): Promise<HTMLElement> {
  const page = document.createElement('doc-page');
  page.allow = allow;
  if (kind === 'data') page.data = text;
  else page.markdown = text;
  document.body.append(page);
  await page.updateComplete;
  return page;
}

async function mountServer({ kind, text }: Vector, allow: Allow | '' = ''): Promise<HTMLElement> {
  const html = await renderPage(kind === 'data' ? (JSON.parse(text) as PageData) : text, { allow });
  const container = document.createElement('div');
  document.body.append(container);
  container.innerHTML = html;
  const page = container.querySelector('doc-page');
  await page?.updateComplete;
  return container;
}

const MODES: readonly [name: string, mount: Mount, purified?: boolean, given?: AllowList][] = [
  ['the element', (vector) => mountClient(vector)],
  ['the element with DOMPurify', (vector) => mountClient(vector), true],
  ['the server', (vector) => mountServer(vector)],
  [
    'the element of a host that asks for everything',
    (vector) => mountClient(vector, ASKED),
    false,
    GIVEN.list,
  ],
  ['the same with DOMPurify', (vector) => mountClient(vector, ASKED), true, GIVEN.list],
  [
    'the server of a host that asks for everything',
    (vector) => mountServer(vector, ASKED),
    false,
    GIVEN.list,
  ],
];

it('there are at least 500 vectors', () => expect(VECTORS.length).to.be.at.least(500));

it('a host that asks for everything is given what is harmless, and told what not', () => {
  const refused = GIVEN.problems.map(({ message }) => message).join();
  expect(refused)
    .to.include('<script>')
    .and.include('onclick')
    .and.include('srcdoc')
    .and.include('<doc-page>');
  expect(isAllowedAttribute('my-map', 'src', GIVEN.list)).to.equal(true);
  expect(isAllowedAttribute('p', 'tabindex', GIVEN.list)).to.equal(true);
});

it('the harness sees what a trusted page runs, loads, changes and leaves', async () => {
  const page = document.createElement('doc-page');
  page.trusted = true;
  page.markdown =
    '<p onclick="hit()" style="position: fixed">a</p>\n\n<dialog>b</dialog>\n\n<link rel="stylesheet" href="/__steal.css">';
  stolen();
  document.body.append(page);
  await page.updateComplete;
  const residues = findResidues(page).join();
  await provoke(page);
  expect(takeEvents()).to.include('a script ran');
  expect(residues).to.include('attribute onclick').and.include('<dialog>').and.include('overlay');
  const requests: string[] = [];
  for (let tries = 0; requests.length === 0 && tries < 300; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    requests.push(...stolen());
  }
  expect(requests.join()).to.include('/__steal.css');
  page.remove();
});

it('the harness follows links, and sees what is changed', async () => {
  const changes = watchGlobals();
  const root = document.createElement('div');
  root.innerHTML = `<a href="javascript:hit(),void(window.pollutedByLink=1)">a</a>`;
  document.body.append(root);
  await provoke(root);
  await new Promise((resolve) => setTimeout(resolve, 50));
  root.remove();
  expect(takeEvents()).to.include('a script ran');
  expect(changes()).to.deep.equal(['a change of window.pollutedByLink']);
  Reflect.deleteProperty(window, 'pollutedByLink');
  expect(changes()).to.deep.equal([]);
});

for (const [mode, mount, purified, given] of MODES)
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
        const changes = watchGlobals();
        for (const vector of VECTORS.slice(from, from + BATCH))
          found.push(...(await findHarm(vector.name, () => mount(vector), given)));
        await new Promise((resolve) => setTimeout(resolve, 100));
        expect([...found, ...takeEvents(), ...stolen(), ...changes()]).to.deep.equal([]);
      });
  });
