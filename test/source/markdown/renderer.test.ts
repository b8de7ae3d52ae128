import { expect } from 'chai';
import { lexMarkdown } from './lex.js';
import { tokensOf } from '../../../src/source/markdown/runs.js';
import { TokenCompiler } from '../../../src/source/markdown/token-compiler.js';
import type { RenderContext } from '../../../src/source/markdown/options.js';
import { parseRepository } from '../../../src/model/repository.js';
import { compile } from './compile.js';

const CONTEXT: RenderContext = {
  resolveUrl: (url) => url,
  repositoryOf: () => undefined,
  rewriteHtml: (html) => html,
  wrapLinks: (html) => html,
  report: () => undefined,
};

describe('DocRenderer', () => {
  const unsafe: readonly (readonly [string, string])[] = [
    ['[a](javascript:b)', 'a'],
    ['[*a*](JaVaScRiPt:b)', '<em>a</em>'],
    ['[a](javascript&colon;b)', 'a'],
    ['[a](&#106;avascript:b)', 'a'],
    ['[a](java\\script:b)', '<a href="java%5Cscript:b">a</a>'],
    ['[a](<java\tscript:b>)', 'a'],
    ['[a][b]\n\n[b]: vbscript:c', 'a'],
    ['![a *b*](data:text/html,c)', 'a b'],
    ['<javascript:a>', 'javascript:a'],
    ['[a](ttps://b)', 'a'],
  ];
  for (const [text, html] of unsafe)
    it(`shows ${JSON.stringify(text)} without an unsafe URL`, () => {
      const compiled = compile(text);
      expect(compiled.html).to.equal(`<p>${html}</p>\n`);
      const codes = html.includes('<a') ? [] : ['url-unsafe'];
      expect(compiled.problems.map(({ code }) => code)).to.deep.equal(codes);
    });

  it('keeps raster images in data URLs', () => {
    expect(compile('![a](data:image/png;base64,AA==)').html).to.contain('src="data:image/png;base64,AA=="');
  });

  const escaped: readonly (readonly [string, string])[] = [
    ['a < b & "c" > d', '<p>a &lt; b &amp; &quot;c&quot; &gt; d</p>\n'],
    ['&copy; &amp;lt; &#60; &nope &#99999999;', '<p>&copy; &amp;lt; &#60; &amp;nope &amp;#99999999;</p>\n'],
    ['`<b> &amp;`', '<p><code>&lt;b&gt; &amp;amp;</code></p>\n'],
    ['![a](b.png "c & d")', '<figure><img src="b.png" alt="a"><figcaption>c &amp; d</figcaption></figure>\n'],
    ['![a](b.png "c") d', '<p><img src="b.png" alt="a" title="c"> d</p>\n'],
    [
      '```"><b>\na<b\n```',
      '<doc-code><pre><code class="language-&quot;&gt;&lt;b&gt;">a&lt;b\n</code></pre></doc-code>\n',
    ],
    ['```a&quot;\\* c\n```', '<doc-code><pre><code class="language-a&quot;*"></code></pre></doc-code>\n'],
    ['[a](b"c<d "e\\"f&lt;")', '<p><a href="b%22c%3Cd" title="e&quot;f&lt;">a</a></p>\n'],
    ['![a"b<c](d)', '<p><img src="d" alt="a&quot;b&lt;c"></p>\n'],
    ['![&amp;lt; &copy=1](a)', '<p><img src="a" alt="&amp;lt; &amp;copy=1"></p>\n'],
    ['[a](b%20c%2%zz)', '<p><a href="b%20c%2%zz">a</a></p>\n'],
    ['[a](😀\ud800)', '<p><a href="%F0%9F%98%80%EF%BF%BD">a</a></p>\n'],
    ['<kbd>a & b</kbd> <code>c < d</code>', '<p><kbd>a &amp; b</kbd> <code>c &lt; d</code></p>\n'],
  ];
  for (const [text, html] of escaped)
    it(`escapes ${JSON.stringify(text)}`, () => {
      expect(compile(text).html).to.equal(html);
    });

  describe('asks the page', () => {
    it('where URLs lead', () => {
      const resolveUrl = (url: string, use: string): string => `/${use}/${url}`;
      const { html } = compile('[a](b) ![c](d) <https://e.co>', { context: { resolveUrl } });
      expect(html).to.contain('href="/link/b"').and.to.contain('src="/image/d"');
      expect(html).to.contain('href="/link/https://e.co"');
    });

    const repositories: readonly (readonly [string, string])[] = [
      ['[a](/repo)', '<repo-link><a href="/repo">a</a></repo-link>'],
      ['[![a](b) c](/repo)', '<repo-link><a href="/repo"><img src="b" alt="a"> c</a></repo-link>'],
      ['[![a](b)](/repo)', '<a href="/repo"><img src="b" alt="a"></a>'],
      ['[![a](b) ![c](d)](/repo)', '<a href="/repo"><img src="b" alt="a"> <img src="d" alt="c"></a>'],
      ['[a](/other)', '<a href="/other">a</a>'],
    ];
    for (const [text, html] of repositories)
      it(`whether ${text} is a repository's`, () => {
        const repositoryOf = (url: string) =>
          url === '/repo' ? parseRepository('https://github.com/o/n') : undefined;
        expect(compile(text, { context: { repositoryOf } }).html).to.equal(`<p>${html}</p>\n`);
      });

    it("to rewrite the author's HTML", () => {
      const rewriteHtml = (html: string, block: boolean): string => `{${String(block)} ${html.trim()}}`;
      const { html, rawHtml } = compile('<div>\n\na <b>c\n', { context: { rewriteHtml } });
      expect(html).to.equal('{true <div>}<p>a {false <b>}c</p>\n');
      expect(rawHtml).to.equal(true);
    });
  });

  it("tells the author's HTML from Markdown's", () => {
    expect(compile('# a\n\n*b* `<c>` &lt;d> [^e]').rawHtml).to.equal(false);
    expect(compile('- a <!-- b -->').rawHtml).to.equal(true);
  });

  const headings: readonly (readonly [string, boolean])[] = [
    ['> # a', true],
    ['- a\n  ===', true],
    ['<div>\n<H2 id="b">a</H2>\n</div>', true],
    ['<header>', false],
    ['a', false],
  ];
  for (const [text, expected] of headings)
    it(`${expected ? 'sees a' : 'sees no'} heading in ${JSON.stringify(text)}`, () => {
      const [token] = tokensOf(lexMarkdown([text]).texts[0] ?? []);
      expect(token && new TokenCompiler(CONTEXT).block(token, 1).headings).to.equal(expected);
    });
});

describe('TokenCompiler.heading', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      '# `a<b>` *c* **d** ~~e~~',
      '<code>a&lt;b&gt;</code> <em>c</em> <strong>d</strong> <del>e</del>',
      'a<b> c d e',
    ],
    ['# [a](b) <c@d.co>', '<a href="b">a</a> <a href="mailto:c@d.co">c@d.co</a>', 'a c@d.co'],
    ['# ![a](b) c', '<img src="b" alt="a"> c', 'c'],
    ['# a <kbd>b</kbd><!-- c -->', 'a <kbd>b</kbd><!-- c -->', 'a b'],
    ['# a &amp; \\* &copy;', 'a &amp; * &copy;', 'a & * ©'],
    ['# ?a=1&copy=2 &#35 &amp;lt;', '?a=1&amp;copy=2 &amp;#35 &amp;lt;', '?a=1&copy=2 &#35 &lt;'],
    ['# a {{ page.b }} {% c %}', 'a v ', 'a v'],
    ['a\nb\n===', 'a\nb', 'a\nb'],
    [
      '# a[^1]\n\n[^1]: b',
      'a<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" data-footnote-ref aria-describedby="footnote-label">1</a></sup>',
      'a1',
    ],
    ['#', '', ''],
  ];
  for (const [markdown, html, text] of cases)
    it(`compiles ${JSON.stringify(markdown)}`, () => {
      const [token] = tokensOf(lexMarkdown([markdown], { variables: { b: 'v' } }).texts[0] ?? []);
      if (token?.type !== 'heading') throw new Error('no heading');
      const compiled = new TokenCompiler(CONTEXT).heading(token as never, 1);
      expect(compiled).to.include({ html, text, id: undefined });
    });

  it("gives the author's id", () => {
    const [token] = tokensOf(lexMarkdown(['## a {#b .c}']).texts[0] ?? []);
    expect(new TokenCompiler(CONTEXT).heading(token as never, 1)).to.include({
      html: 'a',
      text: 'a',
      id: 'b',
    });
  });
});
