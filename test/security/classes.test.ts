import { expect } from 'chai';
import '../../src/index.js';

/** What utility classes of a host do, with each way to leave the page: over everything, by offsets, by size, by moving. */
const HOST = `
  .fixed { position: fixed } .absolute { position: absolute } .inset-0 { inset: 0 }
  .above { z-index: 2147483647 } .away { inset-block-start: -9999px; block-size: 99999px; inset-inline: -9999px }
  .pulled { margin-block-start: -9999px; block-size: 99999px } .moved { transform: translateY(-300px); block-size: 600px }
`;

/** What `SECURITY.md` tells a host that has such classes to add. */
const ADVICE = 'doc-page { contain: layout; overflow: clip }';

const COVERS = ['fixed inset-0 above', 'fixed away above', 'absolute away above', 'pulled', 'moved above'];

describe('classes of the host in content', () => {
  const added: Element[] = [];
  afterEach(() => {
    for (const element of added.splice(0)) element.remove();
  });

  const add = <T extends Element>(element: T): T => {
    added.push(element);
    document.body.append(element);
    return element;
  };

  /** What is at a button of the host that stands before a page with a block of these classes, and at its text. */
  async function whatIsAt(
    classes: string,
    styles: string,
  ): Promise<{ button: Element; found: Element | null }> {
    add(document.createElement('style')).textContent = styles;
    const button = add(document.createElement('button'));
    button.textContent = 'Sign in';
    const page = add(document.createElement('doc-page'));
    page.markdown = `A text\n\n<div class="${classes}">Sign in again</div>\n\nThe end\n`;
    await page.updateComplete;
    expect(page.querySelector(`[class="${classes}"]`), 'the block').not.to.equal(null);
    button.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = button.getBoundingClientRect();
    return { button, found: document.elementFromPoint(left + width / 2, top + height / 2) };
  }

  it('lay an element over the host’s page, as the host’s own style sheet says', async () => {
    const { button, found } = await whatIsAt('fixed inset-0 above', HOST);
    expect(found).not.to.equal(button);
    expect(found?.closest('doc-page')).not.to.equal(null);
  });

  for (const classes of COVERS)
    it(`stay inside the page where the host does as advised: ${classes}`, async () => {
      const { button, found } = await whatIsAt(classes, HOST + ADVICE);
      expect(found).to.equal(button);
    });

  it('mean nothing where they stand in attribute lists of kramdown', async () => {
    const page = add(document.createElement('doc-page'));
    page.markdown = '# A {: .fixed}\n\nb\n{: .fixed .inset-0}\n\n*c*{: .above}\n';
    await page.updateComplete;
    expect(page.querySelector('.fixed, .inset-0, .above')).to.equal(null);
    expect(page.textContent).not.to.include('{:');
  });
});
