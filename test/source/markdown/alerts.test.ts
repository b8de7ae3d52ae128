import { expect } from 'chai';
import { alertKind } from '../../../src/source/markdown/alerts.js';
import { compile } from './compile.js';

describe('alerts', () => {
  for (const kind of ['note', 'tip', 'important', 'warning', 'caution']) {
    it(`are of the kind ${kind}, in any case`, () => {
      for (const name of [kind, kind.toUpperCase(), kind.charAt(0).toUpperCase() + kind.slice(1)])
        expect(alertKind(`> [!${name}]\n> a`)).to.equal(kind);
    });

    it(`are titled ${kind}`, () => {
      const title = kind.charAt(0).toUpperCase() + kind.slice(1);
      expect(compile(`> [!${kind}]\n> a`).html).to.equal(
        `<section class="markdown-alert markdown-alert-${kind}">` +
          `<p class="markdown-alert-title" data-doc-chrome>${title}</p>\n<p>a</p>\n</section>\n`,
      );
    });
  }

  const content: readonly (readonly [string, string, string])[] = [
    ['a list', '> [!NOTE]\n> - a', '<ul>\n<li>a</li>\n</ul>'],
    ['blocks after a blank line', '> [!NOTE]\n>\n> # a', '<h1>a</h1>'],
    [
      'code',
      '> [!NOTE]\n> ```js\n> a\n> ```',
      '<doc-code><pre><code class="language-js">a\n</code></pre></doc-code>',
    ],
    ['lazy lines', '> [!NOTE]\na', '<p>a</p>'],
    ['a marker with spaces behind it', '>  [!NOTE]  \n> a', '<p>a</p>'],
    [
      'an alert',
      '> [!NOTE]\n> a\n>\n> > [!TIP]\n> > b',
      '<p>a</p>\n<section class="markdown-alert markdown-alert-tip"><p class="markdown-alert-title" data-doc-chrome>Tip</p>\n<p>b</p>\n</section>',
    ],
  ];
  for (const [title, text, html] of content)
    it(`hold ${title}`, () => {
      const start =
        '<section class="markdown-alert markdown-alert-note"><p class="markdown-alert-title" data-doc-chrome>Note</p>\n';
      expect(compile(text).html).to.equal(`${start}${html}\n</section>\n`);
    });

  for (const text of [
    '> [!OTHER]\n> a',
    '> a\n> [!NOTE]',
    '> [!NOTE]',
    '> \\[!NOTE]\n> a',
    '>     [!NOTE]\n> a',
  ])
    it(`are not made of ${JSON.stringify(text)}`, () => {
      expect(compile(text).html).to.match(/^<blockquote>/);
    });
});
