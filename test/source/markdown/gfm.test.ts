import { expect } from 'chai';
import { compile } from './compile.js';

/** GitHub's extensions of CommonMark, each with examples of our own. */
const CASES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  tables: [
    [
      '| a | b |\n|:--|--:|\n| c | d |',
      '<table><thead><tr><th align="left">a</th><th align="right">b</th></tr></thead><tbody><tr><td align="left">c</td><td align="right">d</td></tr></tbody></table>',
    ],
    ['a | b\n:-: | -\n', '<table><thead><tr><th align="center">a</th><th>b</th></tr></thead></table>'],
    [
      '| a |\n|---|\n| b \\| c |\n| `d \\| e` |',
      '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b | c</td></tr><tr><td><code>d | e</code></td></tr></tbody></table>',
    ],
    [
      '| a | b |\n|---|---|\n| c |\n| d | e | f |',
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td></td></tr><tr><td>d</td><td>e</td></tr></tbody></table>',
    ],
    ['p\n| a |\n|---|', '<p>p</p><table><thead><tr><th>a</th></tr></thead></table>'],
    [
      '| a |\n|---|\n| b |\n> q',
      '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table><blockquote><p>q</p></blockquote>',
    ],
    ['| a |\n|---|\n<b>', '<table><thead><tr><th>a</th></tr></thead></table><b>'],
    ['| a | b |\n|---|', '<p>| a | b | |---|</p>'],
    [
      '| a |\n|---|\nb',
      '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>',
    ],
  ],
  'task lists': [
    [
      '- [ ] a\n- [x] b\n- [X] c',
      '<ul class="contains-task-list"><li class="task-list-item">☐ a</li><li class="task-list-item">☑ b</li><li class="task-list-item">☑ c</li></ul>',
    ],
    [
      '1. [ ] a\n   - [x] b',
      '<ol class="contains-task-list"><li class="task-list-item">☐ a<ul class="contains-task-list"><li class="task-list-item">☑ b</li></ul></li></ol>',
    ],
    [
      '- [x] a\n\n- b',
      '<ul class="contains-task-list"><li class="task-list-item"><p>☑ a</p></li><li><p>b</p></li></ul>',
    ],
    ['- [ ]\n- [ ]a\n- a [ ] b', '<ul><li>[ ]</li><li>[ ]a</li><li>a [ ] b</li></ul>'],
    ['- [ ] # a', '<ul class="contains-task-list"><li class="task-list-item">☐ # a</li></ul>'],
  ],
  strikethrough: [
    ['~~a~~ ~b~', '<p><del>a</del> <del>b</del></p>'],
    ['~~~a~~~b', '<doc-code><pre><code class="language-a~~~b"></code></pre></doc-code>'],
    ['a ~~~b~~~', '<p>a ~~~b~~~</p>'],
    ['~~a~ b', '<p>~~a~ b</p>'],
    ['~~a\n\nb~~', '<p>~~a</p><p>b~~</p>'],
    ['**~~a~~**', '<p><strong><del>a</del></strong></p>'],
  ],
  'the tag filter': [
    ['a <title> b', '<p>a &lt;title> b</p>'],
    ['<textarea>\n\n# a', '&lt;textarea> # a'],
    ['<style>\na\n</style>\n\n# b', '&lt;style> a &lt;/style><h1>b</h1>'],
    ['<title>\n\n# a', '&lt;title><h1>a</h1>'],
    [
      'a <XMP/> </iframe > <noembed\tx> <noframes> <plaintext>',
      '<p>a &lt;XMP/> &lt;/iframe > &lt;noembed\tx> &lt;noframes> &lt;plaintext></p>',
    ],
    ['<script>a()</script>', '&lt;script>a()&lt;/script>'],
    ['<titles> <b title>', '<p><titles> <b title></p>'],
    ['`<title>`', '<p><code>&lt;title&gt;</code></p>'],
  ],
};

/** Without what only lays the text out; boxes as signs. */
const condense = (html: string): string =>
  html
    .replace(
      /<input type="checkbox" class="task-list-item-checkbox" disabled( checked)? aria-label="[^"]+">/g,
      (_, checked) => (checked ? '☑' : '☐'),
    )
    .replace(/>\n+(?=<)|\n+$/g, (space) => (space.startsWith('>') ? '>' : ''))
    .replace(/\n+/g, ' ')
    .trim();

describe('GitHub-flavoured Markdown', () => {
  for (const [extension, cases] of Object.entries(CASES))
    describe(extension, () => {
      for (const [text, html] of cases)
        it(`compiles ${JSON.stringify(text)}`, () => {
          expect(condense(compile(text).html)).to.equal(html);
        });
    });

  it('names the boxes of tasks for those who do not see them', () => {
    const { html } = compile('- [x] a\n- [ ] b');
    expect(html).to.contain('disabled checked aria-label="Completed task"');
    expect(html).to.contain('disabled aria-label="Incomplete task"');
  });
});
