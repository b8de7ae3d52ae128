import { expect } from 'chai';
import { fc } from '../../property.js';
import type { HeadingLevel, Page } from '../../../src/model/page.js';
import { createSlugger } from '../../../src/model/slug.js';
import { HTML_READER } from '../../../src/source/html/reader.js';
import { countLines } from '../../../src/source/lines.js';
import type { TextPiece } from '../../../src/source/markdown/pieces.js';
import { Cutter, type Body, type CutOptions, type CutPlace } from '../../../src/source/markdown/sections.js';
import {
  allSections,
  bare,
  cutStretches,
  isTitled,
  isWritable,
  movedStretches,
  proseOf,
} from '../page-tree.js';

/** Nobody here asks how much of a page they are. */
const UNCOUNTED = { tags: 0, turnsTooOften: false };

const heading = (level: HeadingLevel, text: string): TextPiece => ({
  kind: 'heading',
  level,
  html: text,
  text,
  label: text,
  rawHtml: false,
  markdown: `${'#'.repeat(level)} ${text}\n\n`,
  lines: 2,
  ...UNCOUNTED,
});

const raw = (html: string): TextPiece => ({
  kind: 'html',
  html,
  rawHtml: true,
  headings: true,
  markdown: html,
  lines: countLines(html),
  ...UNCOUNTED,
});

const text = (html: string): TextPiece => ({
  kind: 'html',
  html,
  rawHtml: false,
  headings: false,
  markdown: html,
  lines: countLines(html),
  ...UNCOUNTED,
});

const quote = (html: string): TextPiece => ({
  kind: 'html',
  html,
  rawHtml: false,
  headings: true,
  markdown: html,
  lines: countLines(html),
  ...UNCOUNTED,
});

const cut = (
  pieces: readonly TextPiece[],
  place: Partial<CutPlace> = {},
  options: Partial<CutOptions> = {},
): Body => {
  const cutter = new Cutter(
    { parent: 1, isTitle: () => true, titleInContent: true, ...place },
    { html: HTML_READER, slugger: createSlugger(), titleLevel: 1, ...options },
  );
  for (const piece of pieces) cutter.add(piece);
  return cutter.finish();
};

const asPage = (body: Body): Page => ({
  meta: {},
  preamble: body.preamble,
  lead: body.lead,
  sections: body.sections,
  footnotes: [],
  ...(body.title ? { title: body.title } : {}),
});

const written = (pieces: readonly TextPiece[]): string =>
  pieces
    .map((piece) =>
      piece.kind === 'heading' ? `<h${piece.level}>${piece.html}</h${piece.level}>\n` : piece.html,
    )
    .join('');

function expectMoved(pieces: readonly TextPiece[]): void {
  const page = asPage(cut(pieces));
  const moved = movedStretches(written(pieces), isTitled(page));
  expect(bare(cutStretches(page)), written(pieces)).to.deep.equal(bare(moved));
}

describe('Cutter', () => {
  describe('cuts as if the whole page were parsed and its root-level nodes moved', () => {
    const cases: readonly [string, readonly TextPiece[]][] = [
      ['nothing', []],
      ['text only', [text('<p>a</p>')]],
      [
        'a title and sections',
        [heading(1, 'T'), text('<p>a</p>'), heading(2, 'A'), text('<p>b</p>'), heading(3, 'B')],
      ],
      ['text before the title', [text('<p>a</p>'), heading(1, 'T'), heading(2, 'A')]],
      [
        'skipped levels and back',
        [heading(3, 'A'), heading(6, 'B'), heading(5, 'C'), heading(2, 'D'), heading(1, 'E')],
      ],
      ['several h1', [heading(1, 'A'), heading(2, 'B'), heading(1, 'C'), heading(2, 'D')]],
      ['a quote', [heading(1, 'T'), quote('<blockquote><h2>Q</h2><p>a</p></blockquote>'), heading(2, 'A')]],
      [
        'an element around sections',
        [heading(1, 'T'), raw('<div>'), heading(2, 'A'), raw('</div>'), heading(2, 'B')],
      ],
      [
        'an element never closed',
        [heading(1, 'T'), raw('<div>'), heading(2, 'A'), text('<p>a</p>'), heading(2, 'B')],
      ],
      [
        'an end tag without a start',
        [heading(1, 'T'), raw('</div>'), heading(2, 'A'), raw('</p>'), heading(2, 'B')],
      ],
      ['a paragraph left open', [raw('<p>a'), heading(2, 'A'), raw('<p>b'), heading(2, 'B')]],
      ['a list left open', [raw('<ul><li>a'), heading(2, 'A'), raw('<li>b'), raw('</ul>'), heading(2, 'B')]],
      [
        'formatting left open',
        [raw('<p><b>a</p>'), heading(2, 'A'), text('<p>b</p>'), raw('</b>'), heading(2, 'B')],
      ],
      [
        'an empty anchor',
        [raw('<a name="x"/>'), heading(2, 'A'), raw('<p><a href="y">b</a></p>'), heading(2, 'B')],
      ],
      ['a table left open', [raw('<table><tr><td>a'), heading(2, 'A'), raw('</table>'), heading(2, 'B')]],
      [
        'text in a table',
        [raw('<table>'), heading(2, 'A'), text('<p>a</p>'), raw('<tr><td>b</table>'), heading(2, 'B')],
      ],
      ['a select', [raw('<select><option>a'), heading(2, 'A'), raw('</select>'), heading(2, 'B')]],
      [
        'a heading of HTML',
        [raw('<h1 align="center">T</h1>'), raw('<h2 id="x">A <em>b</em></h2><p>c</p>'), heading(3, 'B')],
      ],
      ['several headings in one piece', [raw('<h1>T</h1><p>a</p><h2>A</h2><p>b</p><h2>B</h2><p>c</p>')]],
      ['a heading left open', [raw('<h2>A'), text('<p>a</p>'), raw('</h2>'), heading(2, 'B')]],
      ['a heading in a heading', [raw('<h2>A<h3>B</h3>c</h2>'), heading(2, 'C')]],
      ['a heading closed by another', [raw('<h2>A</h3><p>a</p>'), heading(2, 'B')]],
      ['a heading in a button', [raw('<button>'), heading(2, 'A'), raw('</button>'), heading(2, 'B')]],
      ['a comment left open', [raw('<!-- a'), heading(2, 'A'), raw('-->'), heading(2, 'B')]],
      ['a tag left open', [raw('<div title="a'), heading(2, 'A'), raw('">'), heading(2, 'B'), raw('</div>')]],
      ['a text area', [raw('<textarea>'), heading(2, 'A'), raw('</textarea>'), heading(2, 'B')]],
      ['SVG', [raw('<svg><g>'), heading(2, 'A'), raw('</g></svg>'), heading(2, 'B')]],
      ['MathML', [raw('<math><mi>'), heading(2, 'A'), raw('</math>'), heading(2, 'B')]],
      ['a template', [raw('<template>'), heading(2, 'A'), raw('</template>'), heading(2, 'B')]],
      [
        'details',
        [
          raw('<details><summary>'),
          heading(3, 'A'),
          raw('</summary>'),
          text('<p>a</p>'),
          raw('</details>'),
          heading(2, 'B'),
        ],
      ],
      [
        'document tags',
        [raw('<html><head></head><body class="x"><h1>T</h1>'), heading(2, 'A'), raw('</body></html>')],
      ],
    ];
    for (const [name, pieces] of cases) it(name, () => expectMoved(pieces));

    // No `select`: the standard changed what it may hold, and parsers are on either side.
    it('random pieces', () => {
      const html = fc.constantFrom(
        '<div>',
        '</div>',
        '<p>a',
        '</p>',
        '<b>',
        '</b>',
        '<a name="x"/>',
        '<a href="y">a</a>',
        '<i>a</i>',
        '</i>',
        '<em><p>a</em>b',
        '<table>',
        '<tr>',
        '<td>a',
        '</td>',
        '</table>',
        '<ul>',
        '<li>a',
        '</ul>',
        '<details><summary>a</summary>',
        '</details>',
        '<h2>a</h2>',
        '<h3 align="left">b',
        '</h3>',
        '</h2>',
        '<!-- a -->',
        '<!--',
        '-->',
        '<br>',
        '<hr>',
        '<img alt="a">',
        'text',
        '\n',
        '<svg>',
        '</svg>',
        '<title>',
        '</title>',
        '<pre>\na',
        '</pre>',
        '<blockquote>',
        '</blockquote>',
        '<font color="x">',
        '</font>',
        '<span title="',
        '">',
        '<button>',
        '</button>',
        '<center>',
        '</center>',
        '<dl><dt>a<dd>b',
        '</dl>',
      );
      const piece = fc.oneof(
        {
          weight: 3,
          arbitrary: fc
            .tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('A', 'B', 'A b'))
            .map(([level, name]) => heading(level as HeadingLevel, name)),
        },
        {
          weight: 2,
          arbitrary: fc
            .constantFrom('<p>text</p>\n', '<pre><code>a\n</code></pre>\n', '<ul>\n<li>a</li>\n</ul>\n')
            .map(text),
        },
        { weight: 1, arbitrary: fc.constant(quote('<blockquote>\n<h2>q</h2>\n</blockquote>\n')) },
        {
          weight: 5,
          arbitrary: fc.array(html, { minLength: 1, maxLength: 3 }).map((tags) => raw(tags.join(''))),
        },
      );
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
          fc.pre(isWritable(written(pieces)));
          expectMoved(pieces);
        }),
        { seed: 20240229, numRuns: 1500 },
      );
    }).timeout(60_000);
  });

  it('keeps ids and attributes of headings the author wrote in HTML', () => {
    const { title, sections } = cut([
      raw('<h1 align="center" id="top">T</h1><h2 class="x" id="own">A <b>b</b></h2>'),
      heading(2, 'Own'),
    ]);
    expect(title)
      .to.include({ text: 'T', id: 'top', inContent: false })
      .and.to.deep.include({ attributes: { align: 'center' } });
    expect(sections[0]?.heading).to.include({
      id: 'own',
      level: 2,
      text: 'A b',
      html: 'A <b>b</b>',
      rawHtml: true,
    });
    expect(sections[1]?.heading.id).to.equal('own-1');
  });

  it('numbers repeated ids across sections, containers and the title in document order', () => {
    const page = asPage(
      cut([heading(1, 'A'), raw('<div><h2>A</h2></div>'), heading(2, 'A'), heading(3, 'A')]),
    );
    expect(page.title?.id).to.equal('a');
    expect(proseOf(page.lead)[0]?.headings.map(({ id }) => id)).to.deep.equal(['a-1']);
    expect(allSections(page).map(({ section }) => section.heading.id)).to.deep.equal(['a-2', 'a-3']);
  });

  it('knows a heading of pictures by their description', () => {
    const picture = '<img src="a.png" alt="A picture">';
    const { sections } = cut([{ ...heading(2, ''), html: picture }, raw(`<h2>${picture}</h2>`)]);
    expect(sections.map((section) => section.heading.text)).to.deep.equal(['A picture', 'A picture']);
  });

  it('knows a heading by its text on one line, and makes its id of the text as it is', () => {
    const { sections } = cut([heading(2, 'One\ntwo'), raw('<h2>\n  One\n  two\n</h2>')]);
    expect(sections.map((section) => section.heading.text)).to.deep.equal(['One two', 'One two']);
    expect(sections.map((section) => section.heading.id)).to.deep.equal(['onetwo', 'one--two']);
  });

  it('names a heading without a letter or digit', () => {
    const { sections } = cut([heading(2, '???'), heading(2, '')]);
    expect(sections.map((section) => section.heading.id).every(Boolean)).to.equal(true);
  });

  describe('the title', () => {
    it('is the first heading of level 1, and no other', () => {
      expect(cut([heading(2, 'A'), heading(1, 'B')]).title).to.equal(undefined);
      expect(cut([heading(1, 'A'), heading(1, 'B')]).title?.text).to.equal('A');
    });

    it('is asked for by its text', () => {
      const { title, sections } = cut([heading(1, 'Other')], { isTitle: (name) => name === 'Front matter' });
      expect(title).to.equal(undefined);
      expect(sections[0]?.heading.text).to.equal('Other');
    });

    it('can stand inside an element, where it stays', () => {
      const body = cut([raw('<div align="center"><h1>T</h1><p>a</p></div>'), heading(2, 'A')]);
      expect(body.title).to.include({ text: 'T', inContent: true });
      expect(
        proseOf(body.lead)
          .map(({ html }) => html)
          .join(''),
      ).to.match(/^<div align="center"><h1[^>]*>T<\/h1><p>a<\/p><\/div>$/);
    });

    it('inside an element counts on request only', () => {
      const body = cut([raw('<div><h1>T</h1></div>')], { titleInContent: false });
      expect(body.title).to.equal(undefined);
      expect(proseOf(body.lead)[0]?.headings.map(({ text: label }) => label)).to.deep.equal(['T']);
    });
  });

  it('gives headings inside elements an id and the level they render at', () => {
    const { sections } = cut(
      [heading(2, 'A'), raw('<div><h1>b</h1></div>')],
      { parent: 2 },
      { titleLevel: 2 },
    );
    expect(
      proseOf(sections[0]?.blocks ?? [])
        .map(({ html }) => html)
        .join(''),
    ).to.equal('<div><h3 id="b">b</h3></div>');
  });

  it('says which of the author’s elements stay open', () => {
    expect(cut([raw('<div><section>'), heading(2, 'A')]).unclosed).to.deep.equal(['div', 'section']);
    expect(cut([raw('<ul><li>a'), heading(2, 'A')]).unclosed).to.deep.equal(['ul']);
    expect(cut([raw('<div></div>')]).unclosed).to.deep.equal([]);
  });

  it('keeps the Markdown of every piece, in order', () => {
    const pieces = [text('a\n'), heading(1, 'T'), raw('<h2>A</h2><h2>B</h2>'), heading(3, 'C'), text('d\n')];
    const body = asPage(cut(pieces));
    const blocks = [
      ...body.preamble,
      ...body.lead,
      ...allSections(body).flatMap(({ section }) => section.blocks),
    ];
    expect(blocks.map(({ markdown }) => markdown).join('')).to.equal(
      pieces.map(({ markdown }) => markdown).join(''),
    );
  });

  it('says on which line a heading stands', () => {
    const { sections } = cut([text('a\n\n'), heading(2, 'A'), text('b\nc\n'), heading(2, 'B')], { line: 5 });
    expect(sections.map((section) => section.heading.line)).to.deep.equal([7, 11]);
  });
});
