import { expect } from 'chai';
import { parseFragment, serialize } from 'parse5';
import { renderDocument, renderPage } from '../../src/server/server.js';
import { sanitizeHtml } from '../../src/server/sanitize.js';
import { toHtml } from '../../src/html/to-html.js';
import { fromJson } from '../../src/source/data.js';
import { blocksFromHtml } from '../../src/source/from-html.js';
import type { BlockData } from '../../src/model/blocks.js';
import type { PageData } from '../../src/model/page-data.js';
import { EVERY_SAMPLE, SAMPLES } from '../block-samples.js';

/** HTML in one notation. */
const parsed = (html: string): string => serialize(parseFragment(html));

/** A text with half a character at its end, where it is of any form. */
const broken = (value: unknown): unknown =>
  typeof value === 'string' && !/^[a-z-]+$|^\d{4}-|^\d{4}$/.test(value) ? `${value}\ud800` : value;

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

  it('are not harmed by half a character in any text', async () => {
    const blocks = EVERY_SAMPLE.map(
      ([, block]) => JSON.parse(JSON.stringify(block), (_, value) => broken(value)) as BlockData,
    );
    const html = await renderDocument({ title: 'T', blocks });
    expect(html).to.contain('https://doi.org/10.5281/zenodo.1234567%EF%BF%BD');
  });

  it('can be of a kind of the host’s own, whose HTML is sanitized too', async () => {
    const blocks = {
      'my-map': {
        toHtml: () =>
          '<p onclick="x()">map</p><script>x()</script><iframe src="/x"></iframe><a href="javascript:x()">a</a></div></doc-section>',
      },
    };
    const page: PageData = {
      sections: [{ heading: 'One', blocks: [{ kind: 'my-map' }] }, { heading: 'Two' }],
    };
    const html = await renderPage(page, { blocks });
    expect(html)
      .to.contain('<p>map</p>')
      .and.not.to.match(/onclick|<script|<iframe|javascript:/);
    // It cannot end what is around it.
    expect(html.match(/<\/doc-section>/g)).to.have.lengthOf(2);
    expect(await renderPage(page, { blocks, trusted: true })).to.contain('<p onclick="x()">map</p>');
  });

  it('tell of a kind of the host’s own that fails, and show the rest', async () => {
    const failing = {
      'my-map': {
        toHtml: () => {
          throw new Error('no tiles');
        },
      },
      'my-list': { toHtml: () => undefined as unknown as string },
    };
    const messages: string[] = [];
    const html = await renderPage(
      { body: 'Text.', blocks: [{ kind: 'my-map' }, { kind: 'my-list' }, SAMPLES.faq] },
      {
        blocks: failing,
        onProblems: (problems) =>
          messages.push(...problems.map(({ code, message }) => `${code}: ${message}`)),
      },
    );
    expect(html).to.contain('<p>Text.</p>').and.to.contain('Because.').and.not.to.contain('undefined');
    expect(messages).to.have.lengthOf(2);
    expect(messages[0]).to.match(/^block-invalid: .*“my-map” is not shown: no tiles\./);
    expect(messages[1]).to.match(/^block-invalid: .*“my-list” is not shown: its toHtml gave no text/);
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
