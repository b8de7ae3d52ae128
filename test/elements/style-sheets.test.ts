import { expect } from 'chai';
import '../../src/define/doc-page.js';
import type { DocPage } from '../../src/elements/doc-page.js';
import { SHEETS } from '../../src/model/sheets.js';
import { clearFixtures, fixture } from './fixture.js';

const ALERT = '> [!NOTE]\n> Text.\n';

/** A shadow root of its own, so that no test sees what another one's page has brought. */
function room(): ShadowRoot {
  return fixture('<div></div>').attachShadow({ mode: 'open' });
}

async function show(root: ShadowRoot, markdown: string): Promise<DocPage> {
  const page = document.createElement('doc-page');
  page.markdown = markdown;
  root.append(page);
  await page.updateComplete;
  return page;
}

/** Links a sheet of the library, as a host does. */
async function link(root: Node, name: string): Promise<HTMLLinkElement> {
  const element = document.createElement('link');
  element.rel = 'stylesheet';
  element.href = `/src/styles/${name}.css`;
  const loaded = new Promise((resolve, reject) => {
    element.onload = resolve;
    element.onerror = reject;
  });
  root.appendChild(element);
  await loaded;
  return element;
}

const rulesOf = (sheet: CSSStyleSheet | null | undefined): string[] =>
  [...(sheet?.cssRules ?? [])].map(({ cssText }) => cssText);

describe('the style sheets of a page', () => {
  afterEach(clearFixtures);

  it('are those its content needs', async () => {
    const root = room();
    await show(root, 'Text.');
    expect(root.adoptedStyleSheets).to.have.lengthOf(1);
    await show(root, 'More.');
    expect(root.adoptedStyleSheets).to.have.lengthOf(1);
    const page = await show(root, ALERT);
    expect(root.adoptedStyleSheets).to.have.lengthOf(2);
    expect(getComputedStyle(page.querySelector('.markdown-alert')!).borderTopStyle).to.equal('solid');
  });

  it('are those that authored content needs', async () => {
    const root = room();
    const page = document.createElement('doc-page');
    const alert = document.createElement('div');
    alert.className = 'markdown-alert';
    page.append(alert);
    root.append(page);
    await page.updateComplete;
    expect(getComputedStyle(alert).borderTopStyle).to.equal('solid');
  });

  it('apply in one order, whichever is needed first', async () => {
    const root = room();
    const other = new CSSStyleSheet();
    root.adoptedStyleSheets.push(other);
    await Promise.all([show(root, ALERT), show(root, 'Text.')]);
    const [first, prose, callouts] = root.adoptedStyleSheets;
    expect(first).to.equal(other);
    expect(rulesOf(prose).join()).to.include('--doc-prose-sheet');
    expect(rulesOf(callouts).join()).to.include('--doc-callouts-sheet');
  });

  it('are those that the host links, and no other', async () => {
    const root = room();
    const linked = await link(root, 'prose');
    await show(root, ALERT);
    expect(
      root.adoptedStyleSheets.map((sheet) => rulesOf(sheet).join().includes('--doc-callouts-sheet')),
    ).to.deep.equal([true]);
    const adopting = room();
    await show(adopting, 'Text.');
    expect(rulesOf(linked.sheet)).to.deep.equal(rulesOf(adopting.adoptedStyleSheets[0]));
  });

  it('come to a shadow root whose document has them', async () => {
    const linked = await link(document.head, 'prose');
    const root = room();
    await show(root, 'Text.');
    linked.remove();
    expect(root.adoptedStyleSheets).to.have.lengthOf(1);
  });

  for (const name of Object.keys(SHEETS))
    it(`are told by a property: ${name}`, async () => {
      const root = room();
      await link(root, name);
      const page = document.createElement('doc-page');
      root.append(page);
      expect(getComputedStyle(page).getPropertyValue(`--doc-${name}-sheet`)).to.equal('1');
    });
});
