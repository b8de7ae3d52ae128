import { expect } from 'chai';
import '../../src/define/doc-page.js';
import type { DocPage } from '../../src/elements/doc-page.js';
import { renderPage } from '../../src/server/page.js';
import { SAMPLES } from '../block-samples.js';
import { clearFixtures, fixture, until } from './fixture.js';

const scriptOf = (page: Element): HTMLScriptElement | null =>
  page.querySelector('script[type="application/ld+json"]');

const read = (page: Element): Record<string, unknown> =>
  JSON.parse(scriptOf(page)?.textContent ?? '') as Record<string, unknown>;

describe('schema.org data of a doc-page', () => {
  afterEach(clearFixtures);

  it('are written on request only, and taken away again', async () => {
    const page = fixture<DocPage>('<doc-page></doc-page>');
    page.data = { title: 'One </script>', blocks: [SAMPLES.faq] };
    await page.updateComplete;
    expect(scriptOf(page)).to.equal(null);
    page.setAttribute('json-ld', '');
    await until(() => scriptOf(page) !== null, 'the data');
    expect(read(page)).to.include({ '@type': 'AboutPage', name: 'One </script>' });
    expect(read(page)['hasPart']).to.have.property('@type', 'FAQPage');
    page.removeAttribute('json-ld');
    await until(() => scriptOf(page) === null, 'the end of the data');
    expect(page.querySelector('.doc-faq, .doc-questions')).not.to.equal(null);
  });

  it('are data that a strict policy lets pass, and nothing else is', async () => {
    const { sinkPolicy } = await import('../../src/dom/trusted-types.js');
    // A string by its type, an object of the browser's where it has trusted types.
    const script: unknown = sinkPolicy().createScript('{"a": 1}');
    expect(String(script)).to.equal('{"a": 1}');
    expect(() => sinkPolicy().createScript('alert(1)')).to.throw(SyntaxError);
  });

  it('are of its children where those are the page', async () => {
    const written = await renderPage({ title: 'One', blocks: [SAMPLES.faq] });
    for (const html of [written, '<doc-page><h1>One</h1><p>Text.</p></doc-page>']) {
      const page = fixture<DocPage>(html.replace('<doc-page', '<doc-page json-ld'));
      await until(() => scriptOf(page) !== null, 'the data');
      expect(read(page)).to.include({ '@type': 'AboutPage', name: 'One' });
      if (html === written) expect(read(page)['hasPart']).to.have.property('@type', 'FAQPage');
      page.querySelector('h1')!.textContent = 'Two';
      page.append(document.createElement('p'));
      await until(() => read(page)['name'] === 'Two', 'the new data');
      page.jsonLd = false;
      await until(() => scriptOf(page) === null, 'the end of the data');
    }
  });

  it('follow the page and name its canonical address', async () => {
    const link = document.createElement('link');
    link.rel = 'canonical';
    link.href = 'https://example.org/about';
    document.head.append(link);
    const page = fixture<DocPage>('<doc-page json-ld></doc-page>');
    page.markdown = '# One';
    await until(() => scriptOf(page) !== null, 'the data');
    expect(read(page)).to.include({ name: 'One', url: 'https://example.org/about' });
    page.markdown = '# Two';
    await until(() => scriptOf(page)?.textContent.includes('Two') ?? false, 'the new data');
    expect(page.querySelectorAll('script')).to.have.lengthOf(1);
    link.remove();
  });
});
