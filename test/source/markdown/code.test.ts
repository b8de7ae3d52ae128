import { expect } from 'chai';
import { compile } from './compile.js';

const fence = (info: string, code: string): string => compile(`\`\`\`${info}\n${code}\n\`\`\`\n`).html;

describe('code', () => {
  it('stands in one piece inside its element', () => {
    expect(fence('js', 'a\nb')).to.equal(
      '<doc-code><pre><code class="language-js">a\nb\n</code></pre></doc-code>\n',
    );
  });

  it('has its title above it', () => {
    expect(fence('js title="<a>"', 'a')).to.equal(
      '<doc-code><figure><figcaption>&lt;a&gt;</figcaption><pre><code class="language-js">a\n</code></pre></figure></doc-code>\n',
    );
  });

  it('has elements around the lines that are marked, and around no other', () => {
    expect(fence('js {2}', 'a\nb\nc')).to.contain('>a\n<mark class="line">b\n</mark>c\n</code>');
  });

  it('has the numbers of its lines beside the text', () => {
    expect(fence('js {2} showLineNumbers=9', 'a\nb')).to.contain(
      '<doc-code numbers="9"><pre><code class="language-js"><span class="line" data-line="9">a\n</span><mark class="line" data-line="10">b\n</mark></code>',
    );
  });

  it('shows what a patch adds and removes', () => {
    expect(fence('diff', '--- a\n+++ b\n-c\n+d\n e')).to.contain(
      '>--- a\n+++ b\n<del class="line">-c\n</del><ins class="line">+d\n</ins> e\n</code>',
    );
  });

  const notations: readonly (readonly [string, string, string])[] = [
    ['js', 'a // [!code ++]\nb // [!code --]', '<ins class="line">a\n</ins><del class="line">b\n</del>'],
    ['py', 'a # [!code highlight:2]\nb\nc', '<mark class="line">a\n</mark><mark class="line">b\n</mark>c\n'],
    [
      'js',
      'a // [!code hl:9]\nb // [!code --]\nc',
      '<mark class="line">a\n</mark><del class="line">b\n</del><mark class="line">c\n</mark>',
    ],
    ['html', '<b> <!-- [!code hl] -->', '<mark class="line">&lt;b&gt;\n</mark>'],
    ['js', '// highlight-next-line\na\nb', '<mark class="line">a\n</mark>b\n'],
    [
      'js',
      'a\n/* highlight-start */\nb\nc\n/* highlight-end */\nd',
      'a\n<mark class="line">b\n</mark><mark class="line">c\n</mark>d\n',
    ],
  ];
  for (const [language, code, html] of notations)
    it(`takes instructions off the text: ${JSON.stringify(code)}`, () => {
      expect(fence(language, code)).to.contain(`<code class="language-${language}">${html}</code>`);
    });

  it('leaves instructions alone where they are the subject', () => {
    expect(fence('md', 'a // [!code ++]')).to.contain('>a // [!code ++]\n</code>');
    expect(fence('js', 'const a = "[!code ++]";')).to.contain('[!code ++]');
  });

  it('begins folded when it is long, unless its author says how', () => {
    const long = 'a\n'.repeat(100);
    expect(fence('js', long)).to.match(/^<doc-code folded="">/);
    expect(fence('js nofold', long)).to.match(/^<doc-code><pre>/);
    expect(fence('js fold', 'a')).to.match(/^<doc-code folded="">/);
  });

  it('is kept out of a paragraph that the author left open', () => {
    expect(compile('<p>\n\n```\na\n```\n\n</p>\n\n```\nb\n```').html).to.equal(
      '<p>\n<div class="doc-code"><doc-code><pre><code>a\n</code></pre></doc-code>\n</div>\n</p>\n<doc-code><pre><code>b\n</code></pre></doc-code>\n',
    );
  });
});
