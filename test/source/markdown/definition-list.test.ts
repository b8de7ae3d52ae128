import { expect } from 'chai';
import { fromMarkdown } from '../../../src/source/markdown.js';
import { compile } from './compile.js';

describe('definition lists', () => {
  for (const [what, markdown, html] of [
    ['a term and what is said of it', 'A\n: b', '<dl>\n<dt>A</dt>\n<dd>b</dd>\n</dl>'],
    [
      'several of both',
      'A\nB\n: c\n:   d *e*\n\nF `g`\n: h',
      '<dl>\n<dt>A</dt>\n<dt>B</dt>\n<dd>c</dd>\n<dd>d <em>e</em></dd>\n<dt>F <code>g</code></dt>\n<dd>h</dd>\n</dl>',
    ],
    [
      'paragraphs, where blank lines are',
      'A\n\n: b\n\n    c\n\nD',
      '<dl>\n<dt>A</dt>\n<dd><p>b</p>\n<p>c</p>\n</dd>\n</dl>\n<p>D</p>',
    ],
    [
      'blocks in what is said',
      'A\n:   - b\n    - c\n\n    ```\n    d\n    ```',
      '<dl>\n<dt>A</dt>\n<dd><ul>\n<li>b</li>\n<li>c</li>\n</ul>\n<doc-code><pre><code>d\n</code></pre></doc-code>\n</dd>\n</dl>',
    ],
    [
      'all blank lines of code',
      'A\n: ```\n  b\n\n\n  c\n  ```',
      '<dl>\n<dt>A</dt>\n<dd><doc-code><pre><code>b\n\n\nc\n</code></pre></doc-code>\n</dd>\n</dl>',
    ],
    [
      'lines that go on without indentation',
      'A\n: b\nc\n\nD',
      '<dl>\n<dt>A</dt>\n<dd>b\nc</dd>\n</dl>\n<p>D</p>',
    ],
    [
      'the next term right behind',
      'A\n: b\nC\n: d',
      '<dl>\n<dt>A</dt>\n<dd>b</dd>\n<dt>C</dt>\n<dd>d</dd>\n</dl>',
    ],
    ['lists in quotes', '> A\n> : b', '<blockquote>\n<dl>\n<dt>A</dt>\n<dd>b</dd>\n</dl>\n</blockquote>'],
    ['a tab behind the colon', 'A\n:\tb\n\n\tc', '<dl>\n<dt>A</dt>\n<dd><p>b</p>\n<p>c</p>\n</dd>\n</dl>'],
  ] as const)
    it(`have ${what}`, () => {
      expect(compile(markdown).html.trim()).to.equal(html);
    });

  for (const [what, markdown, html] of [
    ['a colon without a space', 'A\n:b', '<p>A\n:b</p>'],
    ['a colon with nothing behind', 'A\n: ', '<p>A\n:</p>'],
    ['a colon that follows nothing', ': a', '<p>: a</p>'],
    ['a colon below a heading', '# A\n: b', '<h1>A</h1>\n<p>: b</p>'],
    [
      'a colon below code',
      '```\na\n```\n: b',
      '<doc-code><pre><code>a\n</code></pre></doc-code>\n<p>: b</p>',
    ],
    ['a colon far below', 'A\n\n\n: b', '<p>A</p>\n<p>: b</p>'],
    [
      'the caption of a table',
      '| A |\n| - |\n| b |\n\n: c',
      '<table>\n<thead>\n<tr>\n<th>A</th>\n</tr>\n</thead>\n<tbody><tr>\n<td>b</td>\n</tr>\n</tbody></table>\n<p>: c</p>',
    ],
    ['the end of a long paragraph', `${'A\n'.repeat(9)}: b`, `<p>${'A\n'.repeat(9)}: b</p>`],
  ] as const)
    it(`are not ${what}`, () => {
      expect(compile(markdown).html.trim()).to.equal(html);
    });

  it('see the definitions of links and notes, and keep all Markdown', async () => {
    const markdown = '# T\n\nA [b]\n: c[^d] e\n\n[b]: https://example.org\n\n[^d]: f\n';
    const { page } = await fromMarkdown(markdown);
    const [prose] = page.lead;
    expect(prose).to.include({ kind: 'prose' });
    expect(prose && 'html' in prose ? prose.html : '')
      .to.contain('<dt>A <a href="https://example.org">b</a></dt>')
      .and.to.contain('<dd>c<sup');
    expect(prose && 'markdown' in prose ? prose.markdown : '').to.contain('A [b]\n: c[^d] e');
    expect(page.footnotes).to.have.length(1);
  });
});
