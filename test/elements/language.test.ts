import { expect } from 'chai';
import '../../src/define/doc-page.js';
import type { DocPage } from '../../src/elements/doc-page.js';
import { clearFixtures, fixture, until } from './fixture.js';

const TEXT = '## Eins\n\n> [!WARNING]\n> Text.[^1]\n\n## Zwei\n\n- [x] Text\n\n[^1]: Note.\n';

const pageIn = async (host: HTMLElement): Promise<DocPage> => {
  const page = host.querySelector('doc-page')!;
  await page.updateComplete;
  return page;
};

/** The words of the library's own in a page. */
const wordsOf = (page: Element): (string | null | undefined)[] => [
  page.querySelector('nav')?.getAttribute('aria-label'),
  page.querySelector('.heading-anchor')?.getAttribute('aria-label'),
  page.querySelector('.markdown-alert-title')?.textContent,
  page.querySelector('input')?.getAttribute('aria-label'),
  page.querySelector('.footnotes .sr-only')?.textContent,
  page.querySelector('[data-footnote-backref]')?.getAttribute('aria-label'),
];

const GERMAN = [
  'Auf dieser Seite',
  'Link zu diesem Abschnitt: Eins',
  'Warnung',
  'Erledigte Aufgabe',
  'Fußnoten',
  'Zurück zum Verweis 1',
];

describe('the words of a page', () => {
  afterEach(clearFixtures);

  it('are in the language that its front matter names', async () => {
    const host = fixture('<div lang="fr"><doc-page></doc-page></div>');
    host.querySelector('doc-page')!.markdown = `---\nlang: de\n---\n${TEXT}`;
    expect(wordsOf(await pageIn(host))).to.deep.equal(GERMAN);
  });

  it('are in the language that it stands in, where it names none', async () => {
    const host = fixture('<div lang="de-CH"><doc-page></doc-page></div>');
    host.querySelector('doc-page')!.markdown = TEXT;
    expect(wordsOf(await pageIn(host))).to.deep.equal(GERMAN);
  });

  it('follow the language around it, not that of the page before', async () => {
    const host = fixture('<div lang="fr"><doc-page></doc-page></div>');
    const page = host.querySelector('doc-page')!;
    page.markdown = `---\nlang: de\n---\n${TEXT}`;
    await page.updateComplete;
    page.markdown = TEXT;
    expect(wordsOf(await pageIn(host))[0]).to.equal('Sur cette page');
  });

  it('are in the language around a shadow root', async () => {
    const host = fixture('<div lang="he"></div>');
    const page = document.createElement('doc-page');
    page.markdown = TEXT;
    host.attachShadow({ mode: 'open' }).append(page);
    await page.updateComplete;
    expect(wordsOf(page)[0]).to.equal('בדף זה');
  });

  it('are in the language of authored children', async () => {
    const host = fixture('<div lang="ja"><doc-page><h2>一</h2><h2>二</h2></doc-page></div>');
    const [toc, permalink] = wordsOf(await pageIn(host));
    expect([toc, permalink]).to.deep.equal(['このページの内容', 'この節へのリンク: 一']);
  });

  it('are in the language of a page that fails', async () => {
    const host = fixture('<div lang="tr"><doc-page src="/nowhere.md"></doc-page></div>');
    const page = await pageIn(host);
    await until(
      () => page.shadowRoot?.querySelector('[part="retry"]')?.textContent === 'Yeniden dene',
      'the button in Turkish',
    );
  });
});
