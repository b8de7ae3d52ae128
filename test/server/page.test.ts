import { expect } from 'chai';
import type { Problem } from '../../src/model/problem.js';
import { prerenderDocument, renderDocument, renderPage } from '../../src/server/server.js';

const TEXT = '---\ntitle: A & B\nlang: de\n---\n## One\n\nText.\n\n## Two\n\nText.\n';

describe('renderPage', () => {
  it('writes a page that is complete without script', async () => {
    const html = await renderPage(TEXT);
    expect(html).to.match(
      /^<doc-page lang="de" dir="ltr" class="doc-page"><div class="doc-header" slot="header"><h1>A &amp; B<\/h1><\/div>/,
    );
    expect(html).to.contain('<doc-toc slot="toc" data-doc-chrome=""><nav aria-label="Auf dieser Seite">');
    expect(html)
      .to.contain('<h2 id="one">One</h2>')
      .and.to.match(/<\/doc-page>$/);
  });

  it('takes page data', async () => {
    const data = { title: 'A', sections: [{ heading: 'One', body: 'Text.' }] };
    expect(await renderPage(data))
      .to.contain('<h1>A</h1>')
      .and.to.contain('<h2 id="one">One</h2>');
  });

  it('takes the JSON of page data, and tells what is wrong with it', async () => {
    const text = '{"sections": [{"heading": "One"}]}';
    expect(await renderPage(text, { format: 'json' })).to.contain('<h2 id="one">One</h2>');
    const told: string[] = [];
    await renderPage('{', { format: 'json', onProblems: ([problem]) => told.push(problem?.code ?? '') });
    expect(told).to.deep.equal(['data-not-json']);
  });

  it('sanitizes the author’s HTML, unless it is trusted', async () => {
    const text = 'a <span onclick="x()">b</span>';
    expect(await renderPage(text)).to.contain('<span>b</span>');
    expect(await renderPage(text, { trusted: true })).to.contain('onclick');
  });

  it('keeps what the host has added to the list, and tells what it may not', async () => {
    const text = 'a <my-map lat="1" onclick="x()">b</my-map>';
    const told: (readonly Problem[])[] = [];
    const onProblems = (problems: readonly Problem[]) => told.push(problems);
    expect(await renderPage(text, { allow: 'my-map=lat', onProblems })).to.contain(
      '<my-map lat="1">b</my-map>',
    );
    expect(told).to.deep.equal([]);
    const html = await renderPage(text, { allow: { 'my-map': ['onclick'], script: [] }, onProblems });
    expect(html).to.contain('<my-map>b</my-map>');
    expect(told.flat().map(({ code }) => code)).to.deep.equal(['allow-refused', 'allow-refused']);
    expect(told[0]?.[0]?.message).to.include('onclick of <my-map>');
  });

  it('tells the element what to leave alone', async () => {
    const html = await renderPage(TEXT, { headingLinks: false, toc: 'none', headingLevel: 2 });
    expect(html).to.match(
      /^<doc-page lang="de" dir="ltr" heading-links="none" heading-level="2" toc="none" class="doc-page">/,
    );
    expect(html).not.to.contain('heading-anchor').and.not.to.contain('doc-toc');
  });

  it('tells problems, once and only where there are any', async () => {
    const told: (readonly Problem[])[] = [];
    const onProblems = (problems: readonly Problem[]) => told.push(problems);
    await renderPage('fine', { onProblems });
    await renderPage('[x](javascript:y) [z](javascript:y)', { onProblems });
    expect(told.map((problems) => problems.map(({ code }) => code))).to.deep.equal([
      ['url-unsafe', 'url-unsafe'],
    ]);
  });
});

describe('renderDocument', () => {
  it('writes a complete document without anything in line that a policy would forbid', async () => {
    const html = await renderDocument(TEXT, {
      url: 'https://example.org/about',
      siteName: 'Site',
      styles: { href: 'prose.css' },
      script: { src: 'doc-elements.js', integrity: 'sha384-x' },
      markdown: 'about.md',
    });
    const document = new DOMParser().parseFromString(html, 'text/html');
    expect(document.doctype?.name).to.equal('html');
    expect(document.documentElement.lang).to.equal('de');
    expect(document.title).to.equal('A & B · Site');
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).to.equal(
      'https://example.org/about',
    );
    expect(document.querySelector('link[type="text/markdown"]')?.getAttribute('href')).to.equal('about.md');
    expect(document.querySelector('meta[property="og:title"]')?.getAttribute('content')).to.equal('A & B');
    const scripts = [...document.scripts].map(({ type, src }) => [type, src !== '']);
    expect(scripts).to.deep.equal([
      ['module', true],
      ['application/ld+json', false],
    ]);
    expect(document.querySelector('style')).to.equal(null);
    expect(document.querySelector('main > doc-page > doc-section')).not.to.equal(null);
  });

  it('describes the page as schema.org data that cannot end its element', async () => {
    const html = await renderDocument('---\ntitle: "</script><b>"\ndescription: D\n---\n');
    const document = new DOMParser().parseFromString(html, 'text/html');
    const data = JSON.parse(
      document.querySelector('script[type="application/ld+json"]')?.textContent ?? '',
    ) as unknown;
    expect(data).to.deep.equal({
      '@context': 'https://schema.org',
      '@type': 'AboutPage',
      name: '</script><b>',
      description: 'D',
    });
    expect(document.querySelector('body b')).to.equal(null);
  });

  it('puts styles in line on request and tells their hash', async () => {
    const { html, styleHashes } = await prerenderDocument(TEXT, { styles: { text: 'p { color: red }' } });
    expect(html).to.contain('<style>p { color: red }</style>');
    const digest = new Uint8Array(
      await crypto.subtle.digest('SHA-256', new TextEncoder().encode('p { color: red }')),
    );
    expect(styleHashes).to.deep.equal([`'sha256-${btoa(String.fromCharCode(...digest))}'`]);
  });

  const sheetsOf = (html: string) =>
    [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('link[rel=stylesheet]')].map(
      (sheet) => sheet.getAttribute('href'),
    );

  it('links the sheets for what the page holds, in the order in which they apply, and no other', async () => {
    const styles = { href: '../cdn/prose.css?v=1' };
    expect(sheetsOf(await renderDocument('Text.', { styles }))).to.deep.equal(['../cdn/prose.css?v=1']);
    const rich = '> [!NOTE]\n> Text.[^1]\n\n```js\ncode\n```\n\n- [x] Done\n\n[^1]: Note.';
    expect(sheetsOf(await renderDocument(rich, { styles }))).to.deep.equal([
      '../cdn/prose.css?v=1',
      '../cdn/tasks.css?v=1',
      '../cdn/footnotes.css?v=1',
      '../cdn/callouts.css?v=1',
      '../cdn/code.css?v=1',
    ]);
    expect(sheetsOf(await renderDocument(rich, { styles: { href: 'site.css' } }))).to.deep.equal([
      'site.css',
    ]);
  });

  it('puts those of the sheets in line that the page needs', async () => {
    const styles = { text: { code: 'code {}', prose: 'p {}', math: 'math {}' } };
    expect(await renderDocument('`code`\n\n    more', { styles })).to.contain('<style>p {}\ncode {}</style>');
  });

  it('is described by how its text begins where the page has no description', async () => {
    const description = async (text: string) =>
      new DOMParser()
        .parseFromString(await renderDocument(text), 'text/html')
        .querySelector('meta[name=description]')
        ?.getAttribute('content');
    expect(
      await description('# A\n\n![badge](x.svg)\n\nText & *more* <b>text</b>[^1].\n\n[^1]: Note.'),
    ).to.equal('Text & more text.');
    expect(await description(`# A\n\n## B\n\n${'First sentence of the text. '.repeat(9)}`)).to.equal(
      Array(5).fill('First sentence of the text.').join(' '),
    );
    expect(await description(`word ${'longer '.repeat(40)}`))
      .to.match(/^word (?:longer )+longer…$/)
      .and.have.lengthOf.below(161);
    expect(await description('---\ntitle: A\n---\n')).to.equal(undefined);
  });

  it('has a title and a language where the page names none', async () => {
    const html = await renderDocument('text', { siteName: 'Site' });
    expect(html).to.contain('<html lang="en" dir="ltr">').and.to.contain('<title>Site</title>');
  });
});
