import { expect } from 'chai';
import { fc } from '../property.js';
import { toHtml } from '../../src/html/to-html.js';
import type { PageData } from '../../src/model/page-data.js';
import { fromJson } from '../../src/source/data.js';
import { blocksFromHtml } from '../../src/source/from-html.js';
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
  ];
  for (const markdown of same)
    it(`is the Markdown it came from: ${JSON.stringify(markdown)}`, () => {
      expect(back(markdown)).to.equal(markdown);
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
