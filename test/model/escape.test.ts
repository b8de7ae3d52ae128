import { expect } from 'chai';
import { escapeHtml } from '../../src/model/escape.js';

describe('escapeHtml', () => {
  const cases: [text: string, html: string][] = [
    ['', ''],
    ['plain text', 'plain text'],
    ['a < b > c', 'a &lt; b &gt; c'],
    ['R&D', 'R&amp;D'],
    ['&amp;', '&amp;amp;'],
    ['say "hi"', 'say &quot;hi&quot;'],
    ["it's", 'it&#39;s'],
    ['<img src=x onerror="a()">', '&lt;img src=x onerror=&quot;a()&quot;&gt;'],
    ['日本語 \u00a0 é 😀', '日本語 \u00a0 é 😀'],
    ['a\nb\tc', 'a\nb\tc'],
    ['<<', '&lt;&lt;'],
  ];
  for (const [text, html] of cases)
    it(`writes ${JSON.stringify(text)} as ${JSON.stringify(html)}`, () => {
      expect(escapeHtml(text)).to.equal(html);
    });

  it('gives the same answer on every call', () => {
    expect([escapeHtml('<'), escapeHtml('<'), escapeHtml('a'), escapeHtml('<')]).to.deep.equal([
      '&lt;',
      '&lt;',
      'a',
      '&lt;',
    ]);
  });
});
