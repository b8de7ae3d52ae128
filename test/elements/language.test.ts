import { expect } from 'chai';
import '../../src/index.js';
import type { DocPage } from '../../src/elements/doc-page.js';
import type { PageData } from '../../src/model/page-data.js';
import { renderPage } from '../../src/server/server.js';
import { EVERY_SAMPLE } from '../block-samples.js';
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

/** Texts and accessible names, in the order of the document. */
const textOf = (root: Element): string[] => {
  const texts: string[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    texts.push(node instanceof Element ? (node.getAttribute('aria-label') ?? '') : (node.textContent ?? ''));
  return texts.filter((text) => text !== '');
};

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

  const FAILURES: readonly (readonly [lang: string, tag: 'doc-page' | 'doc-section', words: RegExp])[] = [
    ['tr', 'doc-page', /yüklenemedi: sunucunun yanıtı 404/],
    ['ar', 'doc-page', /تعذّر تحميل .*nowhere\.md: أجاب الخادم 404/],
    ['ja', 'doc-section', /を読み込めませんでした: サーバーの応答は 404/],
    ['de', 'doc-section', /konnte nicht geladen werden: Der Server antwortete 404/],
  ];
  for (const [lang, tag, words] of FAILURES)
    it(`tell why a ${tag} fails, in ${lang}; programs are told in English`, async () => {
      const host = fixture(`<div lang="${lang}"></div>`);
      const element = document.createElement(tag);
      let message = '';
      host.addEventListener('doc-error', (event) => {
        message = event.error.message;
      });
      element.src = '/nowhere.md';
      host.append(element);
      await element.updateComplete;
      const said = (): string =>
        (element.shadowRoot ?? element).querySelector('[role="alert"]')?.textContent ?? '';
      await until(() => words.test(said()), `the failure in ${lang}, not “${said()}”`);
      expect(message).to.contain('could not be loaded: the server answered 404');
    });

  for (const lang of ['ar', 'ja', 'de', 'pt-BR', 'zh-TW'])
    it(`are to the byte those that a server writes, in blocks and cards as well: ${lang}`, async () => {
      const blocks = EVERY_SAMPLE.map(([, block]) => block);
      const data: PageData = { lang, title: 'A page', sections: [{ heading: 'A section', blocks }] };
      const host = fixture('<div><doc-page></doc-page></div>');
      host.querySelector('doc-page')!.data = data;
      const page = await pageIn(host);
      const expected = document.createElement('div');
      // The same parser writes attributes in the same way.
      expected.append(
        new DOMParser().parseFromString(await renderPage(data), 'text/html').body.firstElementChild!,
      );
      const [live, served] = [page, expected.firstElementChild!].map((root) => textOf(root));
      expect(live).to.deep.equal(served);
    });

  it('are in the language of a card that asks, and of a link that is named after its address', async () => {
    const host = fixture(
      '<div lang="pl"><repo-link variant="card" repo="dotnet/roslyn"></repo-link><repo-link><a href="https://github.com/dotnet/roslyn/issues/1">https://github.com/dotnet/roslyn/issues/1</a></repo-link></div>',
    );
    const [card, link] = host.querySelectorAll('repo-link');
    card!.data = { stars: 22, archived: true, fetchedAt: '2026-11-12' };
    await card!.updateComplete;
    await until(() => card!.querySelector('.repo-stars') !== null, 'the facts');
    expect(card!.querySelector('.repo-stars')?.textContent).to.equal('22 gwiazdki');
    expect(card!.querySelector('.repo-archived')?.textContent).to.equal('Zarchiwizowane');
    expect(card!.querySelector('.repo-age')?.textContent).to.equal('Stan na 12 lis 2026');
    await until(() => link!.querySelector('a')?.hasAttribute('aria-label') === true, 'the name');
    expect(link!.querySelector('a')?.getAttribute('aria-label')).to.match(/^Zgłoszenie 1 w dotnet\/roslyn: /);
  });
});
