import { expect } from 'chai';
import '../../src/index.js';
import type { DocPage } from '../../src/index.js';
import { clearFixtures, fixture } from './fixture.js';

const UNTITLED = 'Before.\n\n## A\n\n### B\n\n## C\n\nText.\n';
const TITLED = '# Title\n\n## A\n\n### B\n';

/** A page under a heading of its host. */
const under = (host: string, attributes = ''): DocPage =>
  fixture(`<main>${host}<doc-page ${attributes}></doc-page></main>`).querySelector('doc-page')!;

const headings = (page: Element): string[] =>
  [...page.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(
    ({ localName, textContent }) => `${localName} ${textContent}`,
  );

async function render(page: DocPage, markdown: string): Promise<string[]> {
  page.markdown = markdown;
  await page.updateComplete;
  return headings(page);
}

describe('the level of a title that is left to the place', () => {
  afterEach(clearFixtures);

  it('is that of the sections of a text without one', async () => {
    const page = under('<h1>Host</h1>');
    expect(await render(page, UNTITLED)).to.deep.equal(['h2 A', 'h3 B', 'h2 C']);
    expect(page.querySelectorAll('doc-toc a')).to.have.length(3);
  });

  it('is that of the title where there is one', async () => {
    expect(await render(under('<h1>Host</h1>'), TITLED)).to.deep.equal(['h2 Title', 'h3 A', 'h4 B']);
  });

  it('is that of the sections of page data without one', async () => {
    const page = under('<h2>Host</h2>');
    page.data = { sections: [{ heading: 'A', body: 'Text.' }] };
    await page.updateComplete;
    expect(headings(page)).to.deep.equal(['h3 A']);
  });

  it('is left out where no heading of the host comes before, so that a page has no two titles', async () => {
    expect(await render(under(''), UNTITLED)).to.deep.equal(['h2 A', 'h3 B', 'h2 C']);
  });

  it('is left out where the host has said it', async () => {
    const page = under('<h1>Host</h1>', 'heading-level="2"');
    expect(await render(page, UNTITLED)).to.deep.equal(['h3 A', 'h4 B', 'h3 C']);
  });

  it('is that of a title from front matter or the host', async () => {
    const page = under('<h1>Host</h1>');
    expect(await render(page, `---\ntitle: T\n---\n${UNTITLED}`)).to.include.members(['h2 T', 'h3 A']);
    expect(await render(under('<h1>Host</h1>', 'heading="T"'), UNTITLED)).to.include('h3 A');
  });

  it('follows a text that gets a title, and one that loses it', async () => {
    const page = under('<h1>Host</h1>');
    await render(page, UNTITLED);
    expect(await render(page, `# T\n\n${UNTITLED}`)).to.deep.equal(['h2 T', 'h3 A', 'h4 B', 'h3 C']);
    expect(await render(page, UNTITLED)).to.deep.equal(['h2 A', 'h3 B', 'h2 C']);
  });

  it('holds for a text that comes in pieces, and keeps what is finished', async () => {
    const page = under('<h1>Host</h1>');
    page.appendMarkdown('Before.\n\n## A\n\nText.\n\n');
    await page.updateComplete;
    const first = page.querySelector('h2')!;
    page.appendMarkdown('## C\n\nMore.\n', true);
    await page.updateComplete;
    expect(headings(page)).to.deep.equal(['h2 A', 'h2 C']);
    expect(page.querySelector('h2')).to.equal(first);
  });

  it('holds for the beginning of a long text, and for the rest', async () => {
    const page = under('<h1>Host</h1>');
    const count = 440;
    page.markdown = Array.from({ length: count }, (_, at) => `## S ${at}\n\n${'words '.repeat(80)}\n`).join(
      '\n',
    );
    const seen = new Set<string>();
    const observer = new MutationObserver(() => {
      for (const heading of headings(page)) seen.add(heading.slice(0, 5));
    });
    observer.observe(page, { childList: true });
    await page.updateComplete;
    observer.disconnect();
    expect([...seen]).to.deep.equal(['h2 S ']);
    expect(headings(page)).to.have.length(count);
  });

  it('is found with one look at each of the sections that come at once', async () => {
    const host = fixture('<main><h1>Host</h1></main>');
    const warm = document.createElement('doc-section');
    warm.data = { heading: 'First', body: 'Text.' };
    host.append(warm);
    await warm.updateComplete;
    // eslint-disable-next-line @typescript-eslint/unbound-method -- it is put back as it was
    const { matches } = Element.prototype;
    let looks = 0;
    Element.prototype.matches = function (this: Element, selector: string) {
      if (selector.includes('complementary')) looks++;
      return matches.call(this, selector);
    } as typeof matches;
    try {
      const sections = Array.from({ length: 100 }, (_, index) => {
        const section = document.createElement('doc-section');
        section.data = { heading: `Section ${index}`, body: 'Text.' };
        return section;
      });
      host.append(...sections);
      await Promise.all(sections.map(({ updateComplete }) => updateComplete));
      expect(sections.every((section) => section.querySelector('h2') !== null)).to.equal(true);
    } finally {
      Element.prototype.matches = matches;
    }
    expect(looks).to.be.below(1000);
  });
});
