import { expect } from 'chai';
import { toJson } from '../../src/html/to-json.js';
import { toHtml } from '../../src/html/to-html.js';
import { toMarkdown } from '../../src/html/to-markdown.js';
import { fc } from '../property.js';
import type { Page } from '../../src/model/page.js';
import type { PageData } from '../../src/model/page-data.js';
import { fromJson, fromJsonAsync } from '../../src/source/data.js';
import { fromMarkdown } from '../../src/source/markdown.js';

const BODY = `text before

# Title with \`code\`

lead [a][x] and a note[^1]

## One #

<div>

### inside

</div>

Two
---

<h2 align="center">Three</h2>

text

#### Skipped
* TOC
{:toc}

## Four <kbd>x</kbd>

[x]: https://example.org
[^1]: The note.`;

const TEXTS: [name: string, text: string][] = [
  ['an empty text', ''],
  ['a page', BODY],
  ['a last line break', `${BODY}\n\n`],
  ['front matter', `---\ntitle: A # no comment\nlist:\n  - x\n---\n\n${BODY}`],
  ['TOML front matter', `+++\ntitle = "A"\n+++\n${BODY}`],
  ['front matter that is broken', `---\ntitle: A: b\n\tx\n---\n${BODY}`],
  ['a rule at the start', `---\n\ntext\n`],
  ['line breaks of Windows', `---\ntitle: A\n---\n${BODY}`.replace(/\n/g, '\r\n')],
  ['a byte order mark', `\ufeff${BODY}`],
];

describe('toMarkdown', () => {
  for (const [name, text] of TEXTS)
    it(`writes a Markdown page to the byte: ${name}`, async () =>
      expect(toMarkdown((await fromMarkdown(text)).page)).to.equal(text));

  it('writes page data so that the page is the same', async () => {
    const { page } = fromJson({
      title: 'A: b',
      lang: 'de',
      tags: ['x', 'y'],
      body: 'Lead.',
      sections: [
        { heading: '1. One', body: 'Text\n\n### In the body\n\nx', sections: [{ heading: 'Deep' }] },
      ],
    });
    const again = (await fromMarkdown(toMarkdown(page))).page;
    expect(toHtml(again).replace(/\n/g, '')).to.equal(toHtml(page).replace(/\n/g, ''));
    expect(again.lang).to.equal('de');
    expect(again.meta['tags']).to.deep.equal(['x', 'y']);
  });
});

describe('toJson', () => {
  const inline = fc.constantFrom(
    'One',
    '*Two*',
    '`x`',
    'a * b * c',
    'a_b_',
    '[l](/x)',
    '&lt;b&gt;',
    '&amp;copy;',
    '\\*',
    '<i>y *z*</i>',
    '1. x',
    '- x',
    'C#',
  );
  const heading = fc
    .tuple(fc.nat(4), fc.nat(2), fc.array(inline, { minLength: 1, maxLength: 3 }))
    .map(([level, form, texts]) => {
      const text = texts.join(' ');
      if (form === 0) return `<h${level + 2}>${text}</h${level + 2}>`;
      return form === 1 ? `${'#'.repeat(level + 2)} ${text}` : `${text}\n---`;
    });
  const block = fc.constantFrom(
    'Text.',
    '- a\n- b',
    '    code',
    '> quote',
    '```js title="a"\n# x\n```',
    '| a |\n| - |\n| b |',
    '[^1] and [ref]',
    '[^1]: note',
    '[ref]: /x',
    '<div>html</div>',
  );
  const markdown = fc.array(fc.oneof(heading, block), { maxLength: 8 }).map((blocks) => blocks.join('\n\n'));

  /** Sections of data are one level below what they are in, so that no level is left out. */
  const unlevelled = (page: Page): string =>
    toHtml(page, { toc: 'none' })
      .replace(/\n/g, '')
      .replace(/<(\/?)h[2-6]/g, '<$1h');

  it('gives data from which the same page and the same data come, whatever the Markdown', async () => {
    await fc.assert(
      fc.asyncProperty(markdown, async (text) => {
        const { page } = await fromMarkdown(text);
        const data = toJson(page);
        const again = (await fromJsonAsync(JSON.stringify(data))).page;
        expect(toJson(again)).to.deep.equal(data);
        expect(unlevelled(again)).to.equal(unlevelled(page));
      }),
      { numRuns: 300 },
    );
  });

  const DATA: [name: string, data: PageData][] = [
    ['nothing', {}],
    ['a title', { title: 'A' }],
    [
      'all fields',
      {
        title: 'A',
        description: 'D',
        lang: 'de',
        dir: 'ltr',
        body: 'Lead.',
        tags: ['x'],
        sections: [{ heading: 'One' }],
      },
    ],
    [
      'nested sections',
      {
        sections: [
          { heading: 'One `a`', id: 'own', body: 'x', sections: [{ heading: '2. Two', body: 'y' }] },
          { heading: 'Three #' },
        ],
      },
    ],
    [
      'headings in a body',
      {
        body: 'a\n\n## b\n\nc',
        sections: [{ heading: 'd', body: 'e\n\n### f\n\n#### g\n', sections: [{ heading: 'h' }] }],
      },
    ],
  ];
  for (const [name, data] of DATA)
    it(`gives page data back as they were: ${name}`, () =>
      expect(toJson(fromJson(data).page)).to.deep.equal(data));

  it('makes sections of a Markdown page, from which the same page comes', async () => {
    const { page } = await fromMarkdown(
      '---\ntitle: T\n---\nlead\n\n## One *a* ##\n\nx\n\n### Deep\n\ny\n\nTwo\n---\n\nz\n',
    );
    const data = toJson(page);
    expect(data).to.deep.equal({
      title: 'T',
      body: 'lead',
      sections: [
        { heading: 'One *a*', body: 'x', sections: [{ heading: 'Deep', body: 'y' }] },
        { heading: 'Two', body: 'z' },
      ],
    });
    expect(toHtml(fromJson(data).page)).to.equal(toHtml(page));
  });
});
