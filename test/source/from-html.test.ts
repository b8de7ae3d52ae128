import { expect } from 'chai';
import { fc } from '../property.js';
import { toHtml } from '../../src/html/to-html.js';
import type { PageData } from '../../src/model/page-data.js';
import { math } from '../../src/define/math.js';
import { renderPage } from '../../src/server/server.js';
import { fromJson } from '../../src/source/data.js';
import { toJson } from '../../src/html/to-json.js';
import { toMarkdown } from '../../src/html/to-markdown.js';
import { blocksFromHtml, fromHtml } from '../../src/source/from-html.js';
import { contentToMarkdown } from '../../src/source/html/to-markdown.js';
import { parseNodes } from '../../src/source/html/nodes.js';
import { EVERY_SAMPLE } from '../block-samples.js';

const html = (data: PageData, options = {}): string => toHtml(fromJson(data, options).page, options);

describe('blocksFromHtml', () => {
  for (const pictures of ['none', 'load'] as const)
    for (const [kind, block] of EVERY_SAMPLE)
      it(`reads back what was written: ${kind}, pictures: ${pictures}`, () => {
        const text = html({ body: 'Text.', blocks: [block] }, { pictures });
        expect(blocksFromHtml(text)).to.deep.equal({ blocks: [block], problems: [] });
      });

  it('reads all blocks of a page, in order', () => {
    const blocks = EVERY_SAMPLE.map(([, block]) => block);
    const sections = blocks.map((block, index) => ({ heading: `Section ${index}`, blocks: [block] }));
    expect(blocksFromHtml(html({ sections })).blocks).to.deep.equal(blocks);
  });

  it('reads what an author wrote in their own way', () => {
    const { blocks, problems } = blocksFromHtml(`
      <doc-section><h2>Team</h2>
        <div class="team doc-block doc-block-people">
          <table><tbody class="doc-people">
            <tr class="doc-item"><td><a class="doc-name doc-url" href="/ada">Ada</a></td><td class="doc-role">Maths</td></tr>
            <tr class="doc-item"><td class="doc-name">Grace</td><td><time class="doc-from" datetime="1952">in the fifties</time></td></tr>
            <tr class="doc-item"><td class="doc-role">Nobody</td></tr>
          </tbody></table>
        </div>
        <ul class="doc-block doc-block-unknown"><li class="doc-item">x</li></ul>
        <div class="doc-block doc-block-repos"><div class="doc-repos">
          <div class="doc-item"><repo-link variant="card" repo="dotnet/roslyn"></repo-link></div>
        </div></div>
      </doc-section>`);
    expect(blocks).to.deep.equal([
      {
        kind: 'people',
        people: [
          { name: 'Ada', url: '/ada', role: 'Maths' },
          { name: 'Grace', from: '1952' },
        ],
      },
      { kind: 'repos', repos: [{ url: 'dotnet/roslyn' }] },
    ]);
    expect(problems.map(({ place }) => place?.path)).to.deep.equal(['blocks[0].people[2].name']);
  });
});

describe('fromHtml', () => {
  const markdownOf = async (text: string): Promise<string> => toMarkdown((await fromHtml(text)).page);

  it('writes Markdown as people do', async () => {
    const markdown = `# Title with \`code\`

Lead with a [link](/x "title"), ![a picture](a.png), https://example.org/a_b and a note[^1].

## One

- a
- b

* another list

1. one

2. two

   more

- [x] done
- [ ] open

| a | b |
| :--- | ---: |
| 1 \\| 2 | *3* |

> [!NOTE]
> An alert.

> [!WARNING] Mind the gap
> Folding.

\`\`\`ts title="a.ts" showLineNumbers {2}
let a;
let b;
\`\`\`

\`\`\`title="no language" {1}
a
\`\`\`

\`\`\`wrap=true
b
\`\`\`

\`\`\`showLineNumbers=3
c
\`\`\`

![Lone](b.png "With a title below")

<details>
<summary>More</summary>

Text with **Markdown**.

</details>

### Deep

Text.

## One

Text.

[^1]: The note.

    Its second paragraph.
`;
    const page = html({ body: markdown.slice(markdown.indexOf('\n')), heading: 'Title with `code`' });
    expect(await markdownOf(`<doc-page>${page}</doc-page>`)).to.equal(markdown);
  });

  it('gives page data back', async () => {
    const data: PageData = {
      title: 'A: title',
      lang: 'de',
      body: 'Lead.',
      blocks: [{ kind: 'faq', questions: [{ question: 'Why?', answer: 'Because.' }] }],
      sections: [
        { heading: 'One', body: 'Text.' },
        { heading: 'One', id: 'own', sections: [{ heading: 'Deep *down*', body: 'x' }] },
      ],
    };
    const text = `<doc-page lang="de">${html(data)}</doc-page>`;
    expect(toJson((await fromHtml(text)).page)).to.deep.equal(data);
  });

  it('reads what an author wrote', async () => {
    const written = await markdownOf(`
      <!doctype html><html><head><title>Not this</title><style>p { }</style></head><body>
      <nav>Not this</nav>
      <doc-page>
        <h1 slot="header">A project</h1>
        <p class="tagline" style="color: red" onclick="x()">It is <b>good</b>.</p>
        <script>x()</script>
        <doc-section>
          <h2>Team</h2>
          <div class="wrapper"><div class="doc-block doc-block-people"><ul class="doc-people">
            <li class="doc-item"><span class="doc-name">Ada</span></li>
          </ul></div></div>
          <doc-section><h3 id="own">Deep</h3>Loose text.</doc-section>
        </doc-section>
        <section><h2>Plain</h2><article><h3>Inside</h3><p hidden>Not this</p><p hidden="hidden">Nor this</p></article></section>
        <div slot="footer">Not this</div>
      </doc-page>`);
    expect(written).to.equal(`# A project

<p class="tagline">It is <b>good</b>.</p>

## Team

\`\`\`json doc:people
{
  "people": [
    {
      "name": "Ada"
    }
  ]
}
\`\`\`

<h3 id="own">Deep</h3>

Loose text.

## Plain

### Inside
`);
  });

  it('leaves out what the library put there', async () => {
    const page = html({
      title: 'T',
      sections: [
        { heading: 'One', body: '> [!NOTE]\n> text[^a] again[^a]\n\n[^a]: note' },
        { heading: 'Two' },
      ],
    });
    expect(page).to.contain('data-doc-chrome');
    const written = await markdownOf(`<doc-page>${page}</doc-page>`);
    expect(written).to.equal(
      '---\ntitle: "T"\n---\n\n## One\n\n> [!NOTE]\n> text[^1] again[^1]\n\n## Two\n\n[^1]: note\n',
    );
  });

  it('keeps a block whose data are wrong as the HTML it is, and reports it', async () => {
    const { page, problems } = await fromHtml(
      '<div class="doc-block doc-block-stats"><dl class="doc-stats"><div class="doc-item"><dt>x</dt></div></dl></div>',
    );
    expect(problems.map(({ place }) => place?.path)).to.include('blocks[0].stats[0].label');
    expect(toMarkdown(page)).to.contain('<dt>x</dt>');
  });

  it('knows the level of the title from where it stands', async () => {
    expect(await markdownOf('<doc-page><h3>Title</h3><h4>One</h4><p>x</p><h5>Two</h5></doc-page>')).to.equal(
      '# Title\n\n## One\n\nx\n\n### Two\n',
    );
    expect(await markdownOf('<doc-section><h4>Team</h4><p>x</p></doc-section>')).to.equal('# Team\n\nx\n');
  });
});

describe('HTML as Markdown', () => {
  const answer = (markdown: string): string => {
    const text = html({ blocks: [{ kind: 'faq', questions: [{ question: 'q', answer: markdown }] }] });
    return /<div class="doc-answer">(.*)<\/div><\/details>/s.exec(text)?.[1] ?? '';
  };
  const back = (markdown: string): string => contentToMarkdown(parseNodes(answer(markdown)));

  const same = [
    'A *b* **c** ~~d~~ `e` [f](https://example.org "g") h',
    '- a\n- b\n  - c\n- d',
    '1. a\n2. b',
    '- a\n\n  b\n\n- c',
    '> a\n>\n> b',
    '```js\nlet a = `b`;\n```',
    'line\\\nbreak',
    'snake_case and 2 + 2 = 4',
    'Text <kbd>Ctrl</kbd> more',
    '[dotnet/roslyn](https://github.com/dotnet/roslyn)',
    'a $`x^2`$ and $$y$$ b',
    '```math\na\n```',
  ];
  for (const markdown of same)
    it(`is the Markdown it came from: ${JSON.stringify(markdown)}`, () => {
      expect(back(markdown)).to.equal(markdown);
    });

  it('has the source of formulas that a server has drawn', async () => {
    const drawn = await renderPage('a $x^2$ b\n\n$$\ny\n$$', { math });
    const inside = /<div class="doc-lead">(.*)<\/div><\/doc-page>/s.exec(drawn)?.[1] ?? '';
    expect(contentToMarkdown(parseNodes(inside))).to.equal('a $`x^2`$ b\n\n```math\ny\n```');
  });

  it('gives the same HTML again, whatever the text', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        '*',
        '_',
        '`',
        '[',
        ']',
        '(x)',
        '<kbd>k</kbd>',
        '&amp;',
        '\n',
        '\n\n',
        '- ',
        '1. ',
        '> ',
        '# ',
        ' ',
        '!',
        '~~',
        '\\',
        '|',
        'é',
        '---',
        '$',
        '$a$',
        ':',
        'tada',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const markdown = `x${pieces.join('')}`;
        const once = normal(answer(markdown));
        expect(normal(answer(back(markdown))), JSON.stringify([markdown, back(markdown)])).to.equal(once);
      }),
      { numRuns: 500 },
    );
  });
});

/** Line ends between blocks say nothing, nor do ids of headings. */
const normal = (text: string): string => text.replace(/\s+/g, ' ').replace(/> | </g, (match) => match.trim());
