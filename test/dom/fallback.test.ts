import { expect } from 'chai';
import { removeFallback } from '../../src/dom/fallback.js';
import { hasContent } from '../../src/dom/has-content.js';
import { appendParts } from '../../src/dom/parts.js';
import { sinkReady } from '../../src/dom/sink.js';
import { find, mount, removeFixtures } from './fixture.js';

const page = (html: string) => find(mount(`<doc-page>${html}</doc-page>`), 'doc-page');

describe('hasContent', () => {
  afterEach(removeFixtures);

  const cases: [html: string, expected: boolean][] = [
    ['', false],
    [' \n ', false],
    ['<!-- comment -->', false],
    ['text', true],
    ['<p>x</p>', true],
    ['<script type="text/markdown"># A</script><style></style><template><p>x</p></template>', false],
    ['<span slot="loading">Wait</span>', false],
    ['<span slot="loading">Wait</span><p>x</p>', true],
  ];
  for (const [html, expected] of cases)
    it(`${html || 'nothing'}: ${String(expected)}`, () => expect(hasContent(page(html))).to.equal(expected));
});

describe('removeFallback', () => {
  before(() => sinkReady());
  afterEach(removeFixtures);

  it('removes what stood in for the content, and nothing else', () => {
    const root = page(
      'text<p>fallback</p><!-- c --><b slot="footer">f</b><script type="text/markdown">m</script><style></style>',
    );
    const part = {
      key: 'lead',
      tag: 'div',
      attributes: {},
      html: '<p>new</p>',
      rawHtml: false,
      parts: [],
    } as const;
    appendParts(root, [part]);
    removeFallback(root);
    expect([...root.childNodes].map((node) => node.nodeName.toLowerCase()).join(' ')).to.equal(
      'b script style div',
    );
    expect(find(root, 'div').textContent).to.equal('new');
  });
});
