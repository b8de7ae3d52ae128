import { expect } from 'chai';
import { compile } from './compile.js';

const DEFINITIONS = '\n\n[ref]: /ref "Title"\n[ẞ]: /sharp\n[b\\]r]: /escaped';

const paragraph = (text: string): string | undefined =>
  /^<p>([^]*?)<\/p>/.exec(compile(text + DEFINITIONS).html)?.[1];

describe('links and images', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['[a](b)', '<a href="b">a</a>'],
    ['[a](<b c> "t")', '<a href="b%20c" title="t">a</a>'],
    ["[a](b 't')", '<a href="b" title="t">a</a>'],
    ['[a](b (t))', '<a href="b" title="t">a</a>'],
    ['[a]( b\n"t" )', '<a href="b" title="t">a</a>'],
    ['[a]()', '<a href="">a</a>'],
    ['[a](b(c)d)', '<a href="b(c)d">a</a>'],
    ['[a](b\\)c)', '<a href="b)c">a</a>'],
    ['[a](b(c)', '[a](b(c)'],
    ['[a](b c)', '[a](b c)'],
    ['[a](b "t" c)', '[a](b &quot;t&quot; c)'],
    ['[a](<b)', '[a](&lt;b)'],
    ['[a](b&amp;c&#45;d&copy;)', '<a href="b&amp;c-d%C2%A9">a</a>'],
    ['[a](b "&quot;t&quot;")', '<a href="b" title="&quot;t&quot;">a</a>'],
    ['[a[b[c[d[e]]]]](f)', '<a href="f">a[b[c[d[e]]]]</a>'],
    ['[a `]` b](c)', '<a href="c">a <code>]</code> b</a>'],
    ['[a <b c="]"> d](e)', '<a href="e">a <b c="]"> d</a>'],
    ['[a \\] b](c)', '<a href="c">a ] b</a>'],
    ['[a [b](c) d](e)', '[a <a href="c">b</a> d](e)'],
    ['[![a](b)](c)', '<a href="c"><img src="b" alt="a"></a>'],
    ['![a [b](c) *d*](e)', '<img src="e" alt="a b d">'],
    ['![a\nb](c)', '<img src="c" alt="a b">'],
    ['x ![a](b "t")', 'x <img src="b" alt="a" title="t">'],
    ['\\![a](b)', '!<a href="b">a</a>'],
    ['!\\[a](b)', '![a](b)'],
    ['[x][ref]', '<a href="/ref" title="Title">x</a>'],
    ['[x][REF]', '<a href="/ref" title="Title">x</a>'],
    ['[ref][]', '<a href="/ref" title="Title">ref</a>'],
    ['[ref]', '<a href="/ref" title="Title">ref</a>'],
    ['x ![ref]', 'x <img src="/ref" alt="ref" title="Title">'],
    ['[SS]', '<a href="/sharp">SS</a>'],
    ['[b\\]r]', '<a href="/escaped">b]r</a>'],
    ['[x][none]', '[x][none]'],
    ['[x][none][ref]', '[x]<a href="/ref" title="Title">none</a>'],
    ['[ref](', '<a href="/ref" title="Title">ref</a>('],
    ['[*a](b)*', '<a href="b">*a</a>*'],
    ['*[a*](b)', '*<a href="b">a*</a>'],
    ['*a [b*](c) d*', '<em>a <a href="c">b*</a> d</em>'],
  ];
  for (const [text, html] of cases)
    it(`reads ${JSON.stringify(text)}`, () => {
      expect(paragraph(text)).to.equal(html);
    });

  it('takes the first of several definitions', () => {
    expect(compile('[a]\n\n[a]: /one\n[A]: /two').html).to.equal('<p><a href="/one">a</a></p>\n');
  });
});

describe('references to what is not defined', () => {
  const found = (text: string): string[] =>
    compile(text + DEFINITIONS)
      .problems.filter(({ code }) => code === 'link-unresolved')
      .map(({ place, message }) => `${place?.line}:${place?.column} ${message}`);

  it('are reported with the definition that is missing', () => {
    const [first, second, ...others] = found('a [b *c*][nowhere]\nd ![e][]');
    expect(first).to.match(/^1:3 \[b \*c\*\]\[nowhere\] refers .* Define it: \[nowhere\]: /);
    expect(second).to.match(/^2:4 \[e\]\[\] refers .* Define it: \[e\]: /);
    expect(others).to.deep.equal([]);
  });

  it('show as they are written', () => {
    expect(paragraph('[a *b*][c]')).to.equal('[a <em>b</em>][c]');
    expect(paragraph('![a][c] b')).to.equal('![a][c] b');
    expect(paragraph('[a [b](c)][d]')).to.equal('[a <a href="c">b</a>][d]');
  });

  for (const text of [
    '[x][ref] [ref][] [ref]',
    '[sic] [x]',
    'list[0][1] f(x)[1][2] a[i][j][k]',
    '[a][b](c)',
    '[^1][^2] [a][^2]',
    '[ ][x] [x][ ]',
    '\\[a][b] `[a][b]` <a b="[c][d]">',
  ])
    it(`are not seen in ${text}`, () => {
      expect(found(text)).to.deep.equal([]);
    });
});
