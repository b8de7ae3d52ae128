import { expect } from 'chai';
import { toJson } from '../../src/html/to-json.js';
import { toHtml } from '../../src/html/to-html.js';
import { toMarkdown } from '../../src/html/to-markdown.js';
import type { PageData } from '../../src/model/page-data.js';
import { fromJson } from '../../src/source/data.js';
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
