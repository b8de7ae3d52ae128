import { expect } from 'chai';
import { sanitizeHtml } from '../../src/server/sanitize.js';
import { SANITIZER_CASES } from '../sanitizer-cases.js';

describe('sanitizeHtml', () => {
  for (const [name, html, expected] of SANITIZER_CASES)
    it(`${expected === '=' ? 'keeps' : 'treats'} ${name} as the browser's sink does`, () =>
      expect(sanitizeHtml(html)).to.equal(expected === '=' ? html : expected));

  const written: [name: string, html: string, expected: string][] = [
    ['closes what was left open', '<div><b>x', '<div><b>x</b></div>'],
    ['keeps the line break a parser would drop', '<pre>\n\nx</pre>', '<pre>\n\nx</pre>'],
    ['escapes what could become a tag', '<p>a &lt;b> &amp;amp;</p>', '<p>a &lt;b&gt; &amp;amp;</p>'],
    ['drops comments', 'a<!-- <script> -->b', 'ab'],
  ];
  for (const [name, html, expected] of written) it(name, () => expect(sanitizeHtml(html)).to.equal(expected));

  it('flattens nothing that was flattened before, whatever stands around it', () => {
    const flattened = '<div>'.repeat(100) + 'x' + '</div>'.repeat(100);
    const around = `<section><blockquote>${flattened}</blockquote></section>`;
    expect(sanitizeHtml(around)).to.equal(around);
  });

  it('is stable: what it has written stays as it is', () => {
    for (const [, html] of SANITIZER_CASES) {
      const once = sanitizeHtml(html);
      expect(sanitizeHtml(once)).to.equal(once);
    }
  });
});
