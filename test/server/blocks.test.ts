import { expect } from 'chai';
import { parseFragment, serialize } from 'parse5';
import { renderDocument, renderPage } from '../../src/server/server.js';
import { sanitizeHtml } from '../../src/server/sanitize.js';
import { toHtml } from '../../src/html/to-html.js';
import { fromJson } from '../../src/source/data.js';
import { blocksFromHtml } from '../../src/source/from-html.js';
import { EVERY_SAMPLE, SAMPLES } from '../block-samples.js';

/** HTML in one notation. */
const parsed = (html: string): string => serialize(parseFragment(html));

describe('blocks of data on the server', () => {
  for (const pictures of ['none', 'load'] as const)
    for (const [kind, block] of EVERY_SAMPLE)
      it(`pass the sanitizer as they are: ${kind}, pictures: ${pictures}`, () => {
        const html = toHtml(fromJson({ blocks: [block] }, { pictures }).page, { pictures });
        expect(parsed(sanitizeHtml(html))).to.equal(parsed(html));
      });

  it('are complete without script, and can be read back', async () => {
    const blocks = EVERY_SAMPLE.map(([, block]) => block);
    const html = await renderPage({ title: 'T', blocks });
    expect(blocksFromHtml(html)).to.deep.equal({ blocks, problems: [] });
  });

  it('have their raw HTML sanitized', async () => {
    const answer = 'a <b onclick="x()">b</b> <script>x()</script>';
    const html = await renderPage({ blocks: [{ kind: 'faq', questions: [{ question: 'q', answer }] }] });
    expect(html).to.contain('<b>b</b>').and.not.to.contain('onclick').and.not.to.contain('<script');
  });

  it('can be of a kind of the host’s own, whose HTML is sanitized too', async () => {
    const blocks = { 'my-map': { toHtml: () => '<p onclick="x()">map</p>' } };
    expect(await renderPage({ blocks: [{ kind: 'my-map' }] }, { blocks })).to.contain('<p>map</p>');
  });

  it('are described for search engines with the page and its place in the site', async () => {
    const html = await renderDocument(
      { title: 'T', blocks: [SAMPLES.faq] },
      { breadcrumbs: [{ name: 'Home', url: 'https://example.org/' }, { name: 'T' }] },
    );
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
    const data = JSON.parse(json) as { hasPart: object; breadcrumb: { itemListElement: object[] } };
    expect(data.hasPart).to.have.property('@type', 'FAQPage');
    expect(data.breadcrumb.itemListElement).to.have.lengthOf(2);
  });
});
