import { expect } from 'chai';
import { fromMarkdown } from '../../../src/source/markdown.js';
import { Memory } from '../../../src/source/markdown/memory.js';
import { compile } from './compile.js';

const html = (text: string): string => compile(text, { extensions: true }).html;
const inline = (tex: string): string =>
  `<doc-code><code class="language-math math-inline">${tex}</code></doc-code>`;
const display = (tex: string): string =>
  `<doc-code><code class="language-math math-display">${tex}</code></doc-code>`;
const block = (tex: string): string =>
  `<doc-code><pre><code class="language-math">${tex}\n</code></pre></doc-code>\n`;

describe('formulas', () => {
  for (const [text, expected] of [
    ['a $x^2$ b', `a ${inline('x^2')} b`],
    ['($x$), "$y$"-axis', `(${inline('x')}), &quot;${inline('y')}&quot;-axis`],
    ['$a_1 * b_1 * c$ *d*', `${inline('a_1 * b_1 * c')} <em>d</em>`],
    ['*a $b*c$ d*', `<em>a ${inline('b*c')} d</em>`],
    ['[a $]$ b](c)', `<a href="c">a ${inline(']')} b</a>`],
    ['$a<b$ & $c>d$', `${inline('a&lt;b')} &amp; ${inline('c&gt;d')}`],
    ['$`a$b`$ and $`x`$', `${inline('a$b')} and ${inline('x')}`],
    [String.raw`$\sqrt{\$4}$`, inline(String.raw`\sqrt{\$4}`)],
    ['a $$b$$ c', `a ${display('b')} c`],
    ['text\n$$\na\n$$\nmore', `text\n${display('a')}\nmore`],
    ['$a\nb$', inline('a\nb')],
  ] as const)
    it(`are found in ${JSON.stringify(text)}`, () => {
      expect(html(text)).to.equal(`<p>${expected}</p>\n`);
    });

  for (const text of [
    '$5 and $6',
    'from $5 to $10, or $15.',
    'US$5/US$6',
    '5$ and 6$',
    '$HOME and $PATH',
    '$HOME/$USER',
    '$ x $',
    '$x $',
    'a$b$c',
    '$a$b',
    '$$$x$$$',
    '$$5 and $$10',
    '$$ $$',
    '$',
    '$$',
    '$`a`',
  ])
    it(`are none in ${JSON.stringify(text)}`, () => {
      expect(html(text).replace('<code>a</code>', '`a`')).to.equal(`<p>${text}</p>\n`);
    });

  it('are none where a backslash takes the meaning of a dollar, nor in code and links', () => {
    expect(html(String.raw`\$x$`)).to.equal('<p>$x$</p>\n');
    expect(html('`$x$`')).to.equal('<p><code>$x$</code></p>\n');
    expect(html('https://a.example/$x$')).to.contain('href="https://a.example/$x$"');
  });

  for (const [text, expected] of [
    ['$$\nx\n\ny\n$$\nafter', `${block('x\n\ny')}<p>after</p>\n`],
    ['$$a=b$$', block('a=b')],
    ['$$ a = b\n= c $$\n\nx', `${block('a = b\n= c')}<p>x</p>\n`],
    ['- $$\n  x\n  $$\n- b', `<ul>\n<li>${block('x')}</li>\n<li>b</li>\n</ul>\n`],
    ['> $$\n> x\n> $$', `<blockquote>\n${block('x')}</blockquote>\n`],
    ['```math\na\n```', block('a')],
    ['$$\n- a\n= b\n# c\n$$', block('- a\n= b\n# c')],
  ] as const)
    it(`are blocks in ${JSON.stringify(text)}`, () => {
      expect(html(text)).to.equal(expected);
      expect(compile(text, { extensions: true }).raw).to.equal(text);
    });

  it('are no block where they do not end, or do not end a line', () => {
    expect(html('$$\na\n\nb')).to.equal('<p>$$\na</p>\n<p>b</p>\n');
    expect(html('$$a$$ b')).to.equal(`<p>${display('a')} b</p>\n`);
  });

  it('count with their source for the ids and names of headings', async () => {
    const { page } = await fromMarkdown('# T\n\n## The $x^2$ law\n');
    expect(page.sections[0]!.heading).to.include({ id: 'the-x2-law', text: 'The x^2 law' });
  });

  it('are found again where a text changes', async () => {
    const memory = new Memory();
    await fromMarkdown('a\n\nb\n\nc\n', {}, undefined, memory);
    const { page } = await fromMarkdown('a\n\nb $x$\n\nc\n', {}, undefined, memory);
    expect(page.lead[0]).to.have.property('html').that.contains(inline('x'));
  });

  it('are looked for once, however many dollars there are', () => {
    for (const sign of ['$a ', '$$a ', '$`a ', '$', String.raw`\$$a`])
      expect(html(sign.repeat(20_000))).to.contain('$');
  });
});
