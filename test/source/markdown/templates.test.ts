import { expect } from 'chai';
import {
  mayHaveLeftovers,
  readTemplate,
  resolveHtmlTemplates,
  resolveTemplate,
  resolveUrlTemplates,
} from '../../../src/source/markdown/templates.js';
import { compile } from './compile.js';

const VARIABLES = { title: 'A < B', author: { name: 'N' }, count: 3, tags: ['x'], draft: true };

const resolve = (text: string): string | undefined => {
  const template = readTemplate(text, 0);
  return template && resolveTemplate(template, VARIABLES);
};

describe('templates of site generators', () => {
  const values: readonly (readonly [string, string | undefined])[] = [
    ['{{ page.title }}', 'A < B'],
    ['{{page.author.name | escape}}', 'N'],
    ['{{ page.count }}', '3'],
    ['{{ page.tags }}', undefined],
    ['{{ page.none }}', undefined],
    ['{{ page.title | upcase }}', undefined],
    ['{{ page.constructor }}', undefined],
    ['{{ site.version }}', undefined],
    ['{{ "/a b.png" | relative_url }}', '/a b.png'],
    ["{{ '/a' | prepend: site.baseurl }}", '/a'],
    ['{{ "a" | truncate }}', undefined],
    ['{% link docs/a.md %}', '/docs/a.md'],
    ['{%- post_url 2024-02-29-leap -%}', '/2024/02/29/leap.html'],
    ['{% post_url news/2024-2-9-a-b %}', '/2024/2/9/a-b.html'],
    ['{% include a.html %}', ''],
    ['{{< ref "a.md#b" >}}', 'a.md#b'],
    ['{{% relref a.md %}}', 'a.md'],
    ['{{< note >}}', ''],
    ['{{</* ref "a" */>}}', '{{< ref "a" >}}'],
    ['{/* a } b */}', ''],
    ['{{/* a }} b */}}', ''],
  ];
  for (const [text, value] of values)
    it(`reads ${text} as ${JSON.stringify(value)}`, () => {
      expect(resolve(text)).to.equal(value);
    });

  for (const text of ['{ page.title }', '{{ a', '{% a\n\n%}', `{{ ${'a'.repeat(3000)} }}`])
    it(`finds none in ${text.slice(0, 20)}`, () => {
      expect(readTemplate(text, 0)).to.equal(undefined);
    });

  const urls: readonly (readonly [string, string])[] = [
    ['{{ site.baseurl }}/a', '/a'],
    ['{{site.url}}{{site.baseurl}}/a/{{ page.count }}', '/a/3'],
    ['{% link a.md %}#b', '/a.md#b'],
    ['{{ site.cdn }}/a', '{{ site.cdn }}/a'],
    ['{{< ref "a.md" >}}', 'a.md'],
    ['/a/{b}', '/a/{b}'],
  ];
  for (const [url, resolved] of urls)
    it(`reads the URL ${url} as ${resolved}`, () => {
      expect(resolveUrlTemplates(url, VARIABLES).text).to.equal(resolved);
    });

  it('reads templates in HTML, and escapes their values', () => {
    const html = '<a href="{{ site.baseurl }}/a" title="{{ page.title }}">{% if x %}{{ y }}{% endif %}</a>';
    const { text, leftovers } = resolveHtmlTemplates(html, VARIABLES);
    expect(text).to.equal('<a href="/a" title="A &lt; B">{{ y }}</a>');
    expect(leftovers.map(({ effect }) => effect)).to.deep.equal([
      'hidden',
      'resolved',
      'hidden',
      'kept',
      'hidden',
    ]);
  });

  for (const text of [
    'a { b',
    '{a}',
    'f(x) { return }',
    '[a](b)',
    'a: b',
    '::',
    '{"a": 1}',
    'import a',
    'a\nexport it to b',
  ])
    it(`are not looked for in ${text}`, () => {
      expect(mayHaveLeftovers(text)).to.equal(false);
    });

  const pages: readonly (readonly [string, string, string])[] = [
    ['values in text', '# {{ page.title }} *{{ page.count }}*', '<h1>A &lt; B <em>3</em></h1>'],
    ['unknown values', 'v{{ site.version }}', '<p>v{{ site.version }}</p>'],
    ['instructions in text', 'a{% if b_c %} _b_{% endif %} c', '<p>a <em>b</em> c</p>'],
    ['instructions alone on a line', '{% include a.html %}\n\nb', '<p>b</p>'],
    ['instructions alone in a paragraph', 'a\n{% include b.html %}', '<p>a</p>'],
    ['instructions over several lines', '{% include a.html\n   b="c"\n%}\nd', '<p>d</p>'],
    ['comments', 'a\n{% comment %}\nb\n\n# c\n{% endcomment %}\n\nd', '<p>a</p>\n<p>d</p>'],
    ['comments in text', 'a {% comment %}*b*{% endcomment %} c', '<p>a  c</p>'],
    ['raw', '{% raw %}`{{ a }}`{% endraw %}', '<p><code>{{ a }}</code></p>'],
    [
      'highlighted code',
      'a\n{% highlight js %}\nb < c\n\nd\n{% endhighlight %}',
      '<p>a</p>\n<doc-code><pre><code class="language-js">b &lt; c\n\nd\n</code></pre></doc-code>',
    ],
    [
      'rows that make rows',
      '| a |\n|---|\n{% for b in c %}\n| d |\n{% endfor %}',
      '<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody><tr>\n<td>d</td>\n</tr>\n</tbody></table>',
    ],
    ['link targets', '[a]({{ site.baseurl }}/b "c")', '<p><a href="/b" title="c">a</a></p>'],
    [
      'link targets with quotes',
      '[a]({% link b.md %}) [c]({{< ref "d.md" >}})',
      '<p><a href="/b.md">a</a> <a href="d.md">c</a></p>',
    ],
    ['image sources', '![a]({{ "/b.png" | relative_url }})', '<p><img src="/b.png" alt="a"></p>'],
    ['definitions', '[a]\n\n[a]: {{ site.baseurl }}/b "c"', '<p><a href="/b" title="c">a</a></p>'],
    ['attributes of tags', 'a <img src="{{ "/b.png" | relative_url }}">', '<p>a <img src="/b.png"></p>'],
    ['brackets in templates', '[a {{ b[0] }}](c)', '<p><a href="c">a {{ b[0] }}</a></p>'],
    [
      'code, which stays',
      '`{{ page.title }}`\n\n    {% a %}\n\n```\n{: .b}\n```',
      '<p><code>{{ page.title }}</code></p>\n<doc-code><pre><code>{% a %}\n</code></pre></doc-code>\n<doc-code><pre><code>{: .b}\n</code></pre></doc-code>',
    ],
    [
      'attribute lists of blocks',
      'a\n{: .b}\n\n> c\n{: .d #e}',
      '<p>a</p>\n<blockquote>\n<p>c</p>\n</blockquote>',
    ],
    ['attribute lists before blocks', '{: .a}\nb', '<p>b</p>'],
    ['attribute lists of spans', '*a*{: .b} [c](d){:target="_blank"}', '<p><em>a</em> <a href="d">c</a></p>'],
    ["Python-Markdown's lists", '[c](d){ .button } `e`{.f}', '<p><a href="d">c</a> <code>e</code></p>'],
    ['what only looks like a list', 'a {:else} {b} { .c }', '<p>a {:else} {b} { .c }</p>'],
    ['ids of headings', '> ## A b {#c-d}', '<blockquote>\n<h2 id="c-d">A b</h2>\n</blockquote>'],
    ['ids of underlined headings', '> A {#b}\n> ===', '<blockquote>\n<h1 id="b">A</h1>\n</blockquote>'],
    ['ids on the next line', '> ## A\n> {: #b .c}', '<blockquote>\n<h2 id="b">A</h2>\n</blockquote>'],
    ['classes of headings', '## A { .b }\n## C{#d}', '<h2>A</h2>\n<h2>C{#d}</h2>'],
    ['the place of the contents', '* TOC\n{:toc}\n\n1. a\n{:toc}\n\nb', '<p>b</p>'],
    ['figures', '{{< figure src="a.png" alt="b" caption="c" >}}', '<p><img src="a.png" alt="b"><br>\nc</p>'],
    ['paired shortcodes', '{{< a >}}b{{< /a >}}', '<p>b</p>'],
    ['paired shortcodes on lines', '{{% a %}}\n*b*\n{{% /a %}}', '<p><em>b</em></p>'],
    [
      "Hugo's code",
      '{{< highlight go "a=b" >}}\nc\n{{< /highlight >}}',
      '<doc-code><pre><code class="language-go">c\n</code></pre></doc-code>',
    ],
    ["MDX's comments", '{/* a */}\n\nb {/* *c* */} d\n\n{/* e\nf */}', '<p>b  d</p>'],
    [
      "MDX's imports",
      "import A from '@a/b';\nimport {\n  B,\n  C,\n} from \"c\"\nimport './d.css'\n\n# E\n\nexport * from 'f'\n\ng",
      '<h1>E</h1>\n<p>g</p>',
    ],
    ["MDX's imports before a line of spaces", "import a from 'b'\n  \ne", '<p>e</p>'],
    ["MDX's constants", "import a from 'b'\nexport const c = [\n  { d: 1 },\n];\n\ne", '<p>e</p>'],
    [
      'no prose that begins like an import',
      "import a from 'b'\nand c.\n\nexport d from e\n\nimport f\n\nfrom 'g'\n\n> import h from 'i'",
      "<p>import a from 'b'\nand c.</p>\n<p>export d from e</p>\n<p>import f</p>\n<p>from 'g'</p>\n<blockquote>\n<p>import h from 'i'</p>\n</blockquote>",
    ],
    ['shown shortcodes', '{{</* a */>}}', '<p>{{&lt; a &gt;}}</p>'],
    ['inclusions', '[!INCLUDE [a b](../c.md)] d', '<p><a href="../c.md">a b</a> d</p>'],
    ['cross references', '<xref:A.B%601.C*?displayProperty=fullName> [d](xref:E)', '<p>A.B`1.C d</p>'],
    [
      "docfx's pictures",
      ':::image type="content" source="a.png" alt-text="b":::',
      '<p><img src="a.png" alt="b"></p>',
    ],
    ["docfx's layout", ':::row:::\n:::column span="2":::\na\n:::column-end:::\n:::row-end:::', '<p>a</p>'],
    ['containers without content', '!!! note\n\n=== "Tab"', '<p>!!! note</p>\n<p>=== &quot;Tab&quot;</p>'],
    ['places for a table of contents', '[TOC]\n\n[[toc]]\n\n[[_TOC_]]\n\n[toc] a', '<p>[toc] a</p>'],
    [
      'lists of attributes below a table',
      '| a |\n| - |\n| b |\n{: .c}\n\nd',
      '<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody><tr>\n<td>b</td>\n</tr>\n</tbody></table>\n<p>d</p>',
    ],
  ];
  for (const [title, text, html] of pages)
    it(`resolve or hide ${title}`, () => {
      expect(compile(text, { variables: VARIABLES }).html.trim()).to.equal(html);
    });

  it('are reported, with their lines', () => {
    const { problems } = compile('a\n\nb {{ c }}\nd {% e %}\n\n> - f\n>   {: .g}\n\n<p>{{ h }}</p>');
    expect(problems.map(({ code, severity, place }) => [place?.line, severity, code])).to.deep.equal([
      [3, 'warning', 'template-leftover'],
      [4, 'info', 'template-leftover'],
      [7, 'info', 'kramdown-attributes'],
      [9, 'warning', 'template-leftover'],
    ]);
  });

  it('stay as they are where nobody asks for them', () => {
    const text = '{{ a }} {% b %}\n{: .c}';
    expect(compile(text, { templates: false }).html).to.equal('<p>{{ a }} {% b %}\n{: .c}</p>\n');
  });
});
