import { expect } from 'chai';
import type { DocPage } from '../../src/index.js';
import { labelsFor, LANGUAGES } from '../../src/model/labels-for.js';
import { closeFrames, open, settled } from './frame.js';

/** What each section of the page of features has to show, by the id of its heading. */
const SHOWN: Readonly<Record<string, string>> = {
  'feature-code': 'figcaption + pre .line[data-line] ~ mark.line',
  'feature-changes': 'ins.line',
  'feature-tabs': 'doc-code > doc-code',
  'feature-wide': 'doc-code[wrap]',
  'feature-long': 'doc-code[folded]',
  'feature-callouts': '.markdown-alert-caution',
  'feature-callout-tag': 'doc-callout[collapsible]',
  'feature-figures': 'figure > figcaption',
  'feature-tables': 'th[align="right"]',
  'feature-notes': '.task-list-item [data-footnote-ref]',
  'feature-math': 'doc-code > code.language-math',
  'feature-diagrams': 'code.language-mermaid',
  'feature-references': 'a[href="https://github.com/octo-org/octo-repo/issues/42"]',
  'feature-schemes': 'picture > source',
};

const byId = <Kind extends Element>(document: Document, id: string): Kind =>
  document.getElementById(id) as unknown as Kind;

/** What a visitor does with a field: chooses a value. */
function choose(field: HTMLInputElement | HTMLSelectElement, value: string): void {
  if (field.type === 'radio') field.click();
  else field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('the demo of features', function () {
  this.timeout(60_000);
  afterEach(closeFrames);

  it('shows each beside its source', async () => {
    const { document } = await open('/demo/features.html');
    const entries = [...document.querySelectorAll('.entry')];
    expect(entries.map((entry) => entry.getAttribute('aria-labelledby'))).to.deep.equal(Object.keys(SHOWN));
    for (const [id, selector] of Object.entries(SHOWN)) {
      const entry = byId(document, id).closest('.entry')!;
      const page = entry.querySelector<DocPage>('doc-page')!;
      expect(await page.toMarkdown(), id).to.equal(entry.querySelector('pre')!.textContent);
      expect(page.problems, id).to.deep.equal([]);
      expect(page.querySelector(selector), id).not.to.equal(null);
      // The list at the top leads to it.
      expect(document.querySelector(`.demo-parts [href="#${id}"]`)?.textContent, id).to.equal(
        byId(document, id).textContent,
      );
    }
  });

  it('marks in the contents what is read, and opens what is below it', async () => {
    const { document } = await open('/demo/reading.html');
    const page = byId<DocPage>(document, 'contents-page');
    const area = page.closest('.is-scrolling')!;
    page.scrollIntoView();
    const dunes = page.querySelector<HTMLElement>('doc-toc a[href="#dunes"]')!;
    expect(dunes.checkVisibility()).to.equal(false);
    // As long as the pages around it come in, it is moved away again.
    await settled(() => {
      area.scrollTop +=
        page.querySelector('#dunes')!.getBoundingClientRect().top - area.getBoundingClientRect().top;
      return page.querySelector('doc-toc [aria-current]') === dunes;
    });
    expect(page.querySelector('doc-toc [aria-current]')).to.equal(dunes);
    expect(dunes.checkVisibility()).to.equal(true);
  });

  it('makes ids by the rule that is chosen, and tells of a link to nothing', async () => {
    const { document } = await open('/demo/reading.html');
    const ids = byId<HTMLOutputElement>(document, 'links-ids');
    await settled(() => ids.value.includes('#'));
    expect(ids.value).to.equal('#v20----whats-new, #née--co_op');
    choose(document.querySelector('[name="slugs"][value="kramdown"]')!, 'kramdown');
    await settled(() => !ids.value.includes('----'));
    expect(ids.value).to.equal('#v20--whats-new, #née--co_op');
    const problems = byId<HTMLOutputElement>(document, 'links-problems');
    byId(document, 'links-page').querySelector<HTMLElement>('[href="#nee-co-op"]')!.click();
    byId(document, 'links-page').querySelector<HTMLElement>('[href="#nowhere"]')!.click();
    await settled(() => problems.value !== 'none');
    expect(problems.value).to.contain('#nowhere').and.not.to.contain('#nee-co-op');
  });

  it('gives headings of HTML ids, permalinks and a place in the contents', async () => {
    const { document } = await open('/demo/reading.html');
    const page = byId(document, 'reading-own').closest('.entry')!.querySelector('doc-page')!;
    const hrefs = (selector: string): (string | null)[] =>
      [...page.querySelectorAll(selector)].map((link) => link.getAttribute('href'));
    expect(hrefs('doc-toc a')).to.deep.equal(['#a-section', '#kept']);
    expect(hrefs('.heading-anchor')).to.deep.equal(['#a-section', '#kept']);
  });

  it('has every language to choose from, and speaks it', async () => {
    const { document } = await open('/demo/reading.html');
    const select = byId<HTMLSelectElement>(document, 'lang');
    expect([...select.options].map(({ value }) => value).sort()).to.deep.equal(['en', ...LANGUAGES].sort());
    const page = byId<DocPage>(document, 'lang-page');
    for (const lang of ['ja', 'ar', 'zh-Hant']) {
      choose(select, lang);
      const { alerts } = await labelsFor(lang);
      await settled(() => page.textContent.includes(alerts.warning));
      expect(page.textContent, lang).to.contain(alerts.warning);
      expect(page.querySelector('.markdown-alert-title')!.closest('[lang]')?.getAttribute('lang')).to.equal(
        lang,
      );
    }
  });

  it('writes a text that ends as what it is from the start', async () => {
    const { document } = await open('/demo/reading.html');
    const page = byId<DocPage>(document, 'stream-page');
    await settled(() => page.querySelector('doc-code') !== null);
    const prose = (): string =>
      [...page.querySelectorAll('p, li, td, code')].map((each) => each.outerHTML).join();
    const before = prose();
    byId<HTMLButtonElement>(document, 'stream-start').click();
    await settled(() => page.textContent.includes('a list grows') && !page.querySelector('table'));
    expect(page.querySelectorAll('table')).to.have.lengthOf(0);
    await until(() => !byId<HTMLButtonElement>(document, 'stream-start').disabled);
    expect(prose()).to.equal(before);
    expect(page.problems).to.deep.equal([]);
  });
});

/** Waits for what takes its time on a busy machine. */
async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 4 && !condition(); tries++) await settled(condition);
}
