import { expect } from 'chai';
import { fromMarkdown } from '../../../src/source/markdown.js';
import { compile } from './compile.js';

/** Kind, title, and whether it is ours; then the content. */
const callout = (kind: string, title: string, content: string, chrome = false): string =>
  `<section class="markdown-alert markdown-alert-${kind}"><p class="markdown-alert-title"${chrome ? ' data-doc-chrome' : ''}>${title}</p>\n${content}</section>\n`;
const folding = (kind: string, title: string, content: string, open = false): string =>
  `<details class="markdown-alert markdown-alert-${kind}"${open ? ' open=""' : ''}><summary class="markdown-alert-title">${title}</summary>\n${content}</details>\n`;

const A = '<p>a</p>\n';

/** How often expressions are searched for while something is done. */
function countSearches(act: () => void): number {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on what it was called on
  const { exec } = RegExp.prototype;
  let count = 0;
  RegExp.prototype.exec = function (this: RegExp, text: string) {
    count++;
    return exec.call(this, text);
  };
  try {
    act();
  } finally {
    RegExp.prototype.exec = exec;
  }
  return count;
}

describe('containers', () => {
  const cases: readonly (readonly [from: string, text: string, html: string])[] = [
    ['Docusaurus', ':::note\n\na\n\n:::', callout('note', 'Note', A, true)],
    ['MkDocs', '=== "B *c*"\n\n    a\n\nd', `<p><strong>B <em>c</em></strong></p>\n${A}<p>d</p>\n`],
    [
      'MkDocs',
      '=== "B"\n\n    ```sh\n    b\n    ```\n\n===! \'C\'\n\n    ```\n    c\n    ```\n',
      '<doc-code><doc-code><figure><figcaption>B</figcaption><pre><code class="language-sh">b\n</code></pre></figure></doc-code>\n<doc-code><figure><figcaption>C</figcaption><pre><code>c\n</code></pre></figure></doc-code></doc-code>\n',
    ],
    [
      'MkDocs',
      '<div class="b" markdown="1">\n*a*\n</div>',
      '<div class="b" markdown="1">\n<p><em>a</em></p>\n</div>\n',
    ],
    [
      'kramdown',
      '<section markdown=1 id="b">\n- a\n</section>',
      '<section markdown=1 id="b">\n<ul>\n<li>a</li>\n</ul>\n</section>\n',
    ],
    ['nobody', '<div data-markdown="1">\n*a*\n</div>', '<div data-markdown="1">\n*a*\n</div>\n'],
    ['Docusaurus', ':::tip[My *tip*]\n\na\n\n:::', callout('tip', 'My <em>tip</em>', A)],
    ['Docusaurus', ':::danger Take care\na\n:::', callout('caution', 'Take care', A)],
    ['Docusaurus', ':::info\na\n:::', callout('note', 'Info', A, true)],
    [
      'Docusaurus',
      '::::note\n\n:::tip\na\n:::\n\n::::',
      callout('note', 'Note', callout('tip', 'Tip', A, true), true),
    ],
    ['VitePress', '::: warning\na\n:::', callout('warning', 'Warning', A, true)],
    [
      'VitePress',
      '::: details Click {open}\na\n:::',
      '<details open=""><summary>Click</summary>\n<p>a</p>\n</details>\n',
    ],
    ['attributes', ':::warning{title="x y"}\na\n:::', callout('warning', 'x y', A)],
    ['attributes', ':::note[b]{collapsible}\na\n:::', folding('note', 'b', A)],
    ['MkDocs', '!!! note "b"\n    a', callout('note', 'b', A)],
    ['MkDocs', '!!! bug\n\n    a\n', callout('caution', 'Bug', A, true)],
    ['MkDocs', '??? note "b"\n    a', folding('note', 'b', A)],
    ['MkDocs', '???+ note "b"\n    a', folding('note', 'b', A, true)],
    [
      'MkDocs',
      '!!! note ""\n    a',
      `<section class="markdown-alert markdown-alert-note">\n${A}</section>\n`,
    ],
    ['docfx', '> [!NOTE] a', callout('note', 'Note', A, true)],
    [
      'docfx',
      '> [!NOTE] Some text that\n> goes on.',
      callout('note', 'Note', '<p>Some text that\ngoes on.</p>\n', true),
    ],
    ['docfx', '> [!TIP] b\n> A', callout('tip', 'b', '<p>A</p>\n')],
    ['Obsidian', '> [!info]- b\n> A', folding('note', 'b', '<p>A</p>\n')],
  ];
  for (const [from, text, html] of cases)
    it(`are read as ${from} has them: ${JSON.stringify(text)}`, () => {
      expect(compile(text).html).to.equal(html);
      expect(compile(text).raw).to.equal(text);
    });

  it('interrupt a paragraph and end at their own sign', () => {
    expect(compile('a\n:::note\na\n:::\na').html).to.equal(`${A}${callout('note', 'Note', A, true)}${A}`);
  });

  it('stand in lists and quotes, and hold anything', () => {
    expect(compile('- b\n\n  :::note\n  a\n  :::').html).to.contain(
      callout('note', 'Note', A, true).trimEnd(),
    );
    expect(compile('> :::note\n> a\n> :::').html).to.contain(callout('note', 'Note', A, true));
    expect(compile(':::note\n```\n:::\n```\n:::').html).to.contain('<pre><code>:::\n</code></pre>');
  });

  for (const text of [
    ':::note\na',
    ':::unknown\na\n:::',
    '!!! note\na',
    '!!! nothing\n    a',
    'a ::: note',
    ':::note::: a',
    ':::notes\na\n:::',
  ])
    it(`lose nothing where there is none: ${JSON.stringify(text)}`, () => {
      const { html, raw } = compile(text);
      expect(raw).to.equal(text);
      expect(html).not.to.contain('markdown-alert');
      for (const word of text.match(/\w+/g) ?? []) expect(html).to.contain(word);
    });

  it('are read in one pass', () => {
    const work = (lines: number): number => {
      const text = ':::note\n'.repeat(lines);
      return countSearches(() => expect(compile(text).raw).to.equal(text));
    };
    expect(work(800)).to.be.at.most(2.1 * work(400));
  });

  it('open no section', async () => {
    const { page } = await fromMarkdown('## b\n\n:::note\n## c\n\na\n:::\n\n## d\n');
    expect(page.sections.map(({ heading }) => heading.text)).to.deep.equal(['b', 'd']);
    expect(page.sections[0]?.blocks[0]).to.have.property('html').that.contains('<h2 id="c">c</h2>');
  });
});

describe('groups of code', () => {
  const tabs =
    '<doc-code><doc-code><figure><figcaption>npm</figcaption><pre><code class="language-sh">a\n</code></pre></figure></doc-code>\n' +
    '<doc-code><figure><figcaption>pnpm</figcaption><pre><code class="language-sh">b\n</code></pre></figure></doc-code></doc-code>\n';

  it('are those of VitePress', () => {
    expect(compile('::: code-group\n\n```sh [npm]\na\n```\n\n```sh [pnpm]\nb\n```\n\n:::').html).to.equal(
      tabs,
    );
  });

  it('are fences in a row that name their tabs', () => {
    const text = '```sh tab="npm"\na\n```\n\n```sh tab="pnpm"\nb\n```\n';
    expect(compile(text).html).to.equal(tabs);
    expect(compile(text).raw).to.equal(text);
    expect(compile(`${text}\nc\n\n\`\`\`sh\nd\n\`\`\`\n`).html).to.match(/<p>c<\/p>\n<doc-code><pre>/);
  });

  it('leaves more codes than anybody would choose from one below the other, with their names', () => {
    const codes = (count: number): string =>
      Array.from({ length: count }, (_, at) => `\`\`\`sh tab="t${String(at)}"\na\n\`\`\`\n`).join('\n');
    for (const [open, close] of [
      ['', ''],
      ['::: code-group\n\n', '\n:::'],
    ] as const) {
      expect(compile(`${open}${codes(50)}${close}`).html.startsWith('<doc-code><doc-code>')).to.equal(true);
      const { html } = compile(`${open}${codes(51)}${close}`);
      expect(html).not.to.contain('<doc-code><doc-code>');
      expect(html.match(/<figcaption>t\d+<\/figcaption>/g)).to.have.length(51);
    }
  });

  it('are none where there is anything else', () => {
    expect(compile('::: code-group\n```sh\na\n```\nb\n:::').html).to.equal(
      '<doc-code><pre><code class="language-sh">a\n</code></pre></doc-code>\n<p>b</p>\n',
    );
  });
});
