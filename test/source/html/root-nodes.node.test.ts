import { expect } from 'chai';
import { fc } from '../../property.js';
import { RootNodes } from '../../../src/source/html/root-nodes.js';
import { CASES, CASES_WITHOUT_PARSE5 } from './cases.js';
import { feed, findFault, treeOf } from './oracle.js';

/** HTML that makes the difference when something before it is still in effect. */
const PROBES = [
  'text',
  '<p>x</p>',
  '</p>',
  '<h2>x</h2>',
  '<b>x</b>',
  '<li>x</li>',
  '<form><input></form>',
  '<table><tr><td>x</td></tr></table>',
  '<a href="x">y</a>',
  '</div></b></a>x',
  '>',
  '-->',
  '" x>',
  '</form><form>x</form>',
  '</textarea></style></title>',
  'p;',
];

const rootTexts = (html: string): string =>
  feed([html])
    .pieces.flatMap((piece) => (piece.kind === 'heading' ? [piece.heading.text.trim()] : []))
    .join('|');

describe('RootNodes parses as the HTML standard says', () => {
  for (const [group, cases] of Object.entries(CASES))
    describe(group, () => {
      for (const { html, clean, roots } of cases)
        it(html, () => {
          expect(findFault([html])).to.equal(undefined);
          expect(rootTexts(html)).to.equal(roots);
          expect(feed([html]).cuts.length > 0).to.equal(clean);
          for (const probe of PROBES) expect(findFault([html, probe])).to.equal(undefined);
          // Not clean means that there is something to see.
          if (!clean) {
            const isSeen = PROBES.some((probe) => treeOf(html + probe) !== treeOf(html) + treeOf(probe));
            expect(isSeen).to.equal(true);
          }
        });
    });

  describe('where parse5 errs', () => {
    for (const [html, written] of CASES_WITHOUT_PARSE5)
      it(html, () => {
        expect(feed([html]).html).to.equal(written);
      });
  });
});

const BALANCED = [
  '<p>text with <em>stress</em>, <code>a &lt; b</code> and a <a href="x">link</a></p>\n',
  '<h2>Heading <code>x</code></h2>\n',
  '<h3 id="x"><a href="y">Linked</a></h3>\n',
  '<ul>\n<li>one</li>\n<li><p>two</p>\n<h4>inside</h4>\n</li>\n</ul>\n',
  '<blockquote>\n<h2>quoted</h2>\n<p>x</p>\n</blockquote>\n',
  '<pre><code class="language-html">&lt;div&gt;\n</code></pre>\n',
  '<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><b>b</b></td>\n</tr>\n</tbody>\n</table>\n',
  '<hr />\n',
  '<p><img src="a.png" alt="" /><br />\nx</p>\n',
  '<details>\n<summary>s</summary>\n<p>x</p>\n</details>\n',
  '<!-- note -->\n',
  '<svg viewBox="0 0 1 1"><path d="M0 0"/><title>t</title></svg>\n',
  '<p align="center"><b>x</b></p>\n',
  '<div><div><h1>Title</h1></div></div>\n',
  '\n',
];

const RAW = [
  ...[
    '<div>',
    '</div>',
    '<p>',
    '</p>',
    '<details>',
    '</details>',
    '<summary>',
    '</summary>',
    '<center>',
    '</center>',
  ],
  ...[
    '<b>',
    '</b>',
    '<i>',
    '</i>',
    '<a href="1">',
    '<a name="x"/>',
    '</a>',
    '<code>',
    '</code>',
    '<font size="4">',
  ],
  ...[
    '<h1>',
    '</h1>',
    '<h2 align="center">',
    '</h2>',
    '<h3>',
    '</h3>',
    '<nobr>',
    '</nobr>',
    '<span>',
    '</span>',
  ],
  ...[
    '<ul>',
    '</ul>',
    '<li>',
    '</li>',
    '<dl>',
    '<dt>',
    '<dd>',
    '</dl>',
    '<blockquote>',
    '</blockquote>',
    '<pre>\n',
  ],
  ...[
    '<table>',
    '</table>',
    '<tr>',
    '</tr>',
    '<td>',
    '</td>',
    '<th>',
    '<caption>',
    '</caption>',
    '<col>',
    '<colgroup>',
  ],
  ...[
    '<button>',
    '</button>',
    '<object>',
    '</object>',
    '<section>',
    '</section>',
    '<dialog>',
    '</dialog>',
    '<ruby>',
  ],
  ...[
    '<rt>',
    '</ruby>',
    '<svg>',
    '</svg>',
    '<foreignObject>',
    '</foreignObject>',
    '<desc>',
    '</desc>',
    '<math>',
    '<mi>',
  ],
  ...[
    '</mi>',
    '</math>',
    '<textarea>',
    '</textarea>',
    '<style>',
    '</style>',
    '<title>',
    '</title>',
    '<template>',
  ],
  ...[
    '</template>',
    '<script>',
    '</script>',
    '<noscript>',
    '</noscript>',
    '<option>',
    '<input type=hidden>',
    '<hr>',
  ],
  ...[
    '<br>',
    '</br>',
    '<img>',
    '<image>',
    '<!-- c -->',
    '<!-->',
    '<!--',
    '-->',
    '<?x?>',
    '</>',
    '</ x>',
    '<',
    '>',
    '"',
  ],
  ...[
    'text',
    ' ',
    '\n',
    '&amp;',
    '&am',
    'p;',
    '&#32;',
    '<a b="',
    'x < y',
    '<path/>',
    '<i/>',
    '<i x=1 y=2>',
    '<i y="2" x=1>',
  ],
];

// One form in a page: how parse5 and we differ about forms in forms is told where we decide it.
const raw = fc.array(fc.constantFrom(...RAW), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
const balanced = fc.constantFrom(...BALANCED);
const blocks = fc.array(fc.oneof({ weight: 3, arbitrary: raw }, { weight: 2, arbitrary: balanced }), {
  maxLength: 9,
});
const tables = fc.array(
  fc.constantFrom(
    ...[
      '<table>',
      '</table>',
      '<tr>',
      '</tr>',
      '<td>',
      '</td>',
      '<tbody>',
      '<caption>',
      '</caption>',
      '<col>',
      '<b>',
    ],
    ...[
      '</b>',
      '<a>',
      '</a>',
      '<p>',
      '</p>',
      '<h2>',
      '</h2>',
      'x',
      ' ',
      '<div>',
      '</div>',
      '<svg>',
      '</svg>',
      '<li>',
    ],
  ),
  { maxLength: 14 },
);
const formatting = fc.array(
  fc.constantFrom(
    ...[
      '<b>',
      '</b>',
      '<i>',
      '</i>',
      '<u>',
      '</u>',
      '<a>',
      '</a>',
      '<nobr>',
      '</nobr>',
      '<p>',
      '</p>',
      '<h2>',
      '</h2>',
    ],
    ...[
      '<div>',
      '</div>',
      '<table>',
      '<td>',
      '</table>',
      '<li>',
      '<object>',
      '</object>',
      'x',
      '<b a=1>',
      '<button>',
    ],
  ),
  { maxLength: 16 },
);

function holds<Values>(property: fc.IProperty<Values>, runs: number): void {
  fc.assert(property, { numRuns: runs, seed: 20_240_601 });
}

describe('RootNodes on generated HTML', () => {
  it('agrees with parse5 on blocks of a page', () => {
    holds(
      fc.property(blocks, (fed) => {
        expect(findFault(fed)).to.equal(undefined);
      }),
      4000,
    );
  }).timeout(120_000);

  it('agrees with parse5 on tables', () => {
    holds(
      fc.property(tables, (fed) => {
        expect(findFault(fed)).to.equal(undefined);
      }),
      3000,
    );
  }).timeout(120_000);

  it('agrees with parse5 on formatting elements', () => {
    holds(
      fc.property(formatting, (fed) => {
        expect(findFault(fed)).to.equal(undefined);
      }),
      3000,
    );
  }).timeout(120_000);

  it('is clean after every balanced block', () => {
    holds(
      fc.property(fc.array(balanced, { maxLength: 8 }), (fed) => {
        expect(feed(fed).cuts).to.have.length(fed.length);
      }),
      500,
    );
  }).timeout(60_000);

  it('leaves balanced blocks as they are, to the byte', () => {
    holds(
      fc.property(fc.array(balanced, { maxLength: 8 }), (fed) => {
        const written = feed(fed).html;
        expect(written.replace(/ \/>/g, '>')).to.equal(fed.join('').replace(/ \/>/g, '>'));
      }),
      500,
    );
  }).timeout(60_000);

  it('does not mind where the text is split', () => {
    holds(
      fc.property(raw, raw, fc.array(fc.nat(80), { maxLength: 4 }), (first, second, cuts) => {
        const html = first + second;
        const ends = [...cuts.map((cut) => Math.min(cut, html.length)).sort((a, b) => a - b), html.length];
        const pieces = ends.map((end, index) => html.slice(ends[index - 1] ?? 0, end));
        expect(feed(pieces).pieces).to.deep.equal(feed([html]).pieces);
      }),
      3000,
    );
  }).timeout(60_000);
});

describe('RootNodes', () => {
  it('is clean again when the block that was open ends', () => {
    const nodes = new RootNodes();
    const states = ['<details>\n', '<h2>a</h2>\n', '<p>b</p>\n', '</details>\n', '<h2>c</h2>\n'].map(
      (block) => {
        nodes.feed(block);
        return nodes.clean;
      },
    );
    expect(states).to.deep.equal([false, false, false, true, true]);
  });

  it('begins anew after take', () => {
    const nodes = new RootNodes();
    nodes.feed('<form><b><!-- ');
    expect(nodes.take()).to.have.length(1);
    expect(nodes.clean).to.equal(true);
    expect(nodes.unclosed()).to.deep.equal([]);
    nodes.feed('<form>a</form>');
    expect(nodes.take()).to.deep.equal([{ kind: 'prose', html: '<form>a</form>', headings: [] }]);
  });

  it('tells headings apart and where they stand', () => {
    const nodes = new RootNodes();
    nodes.feed('<p>a</p>\n');
    nodes.feed('<h1 align=center ID="x&amp;y">T &lt; <i>u</i></h1>\n<div><H3>b</H3></div>\n');
    expect(nodes.take()).to.deep.equal([
      { kind: 'prose', html: '<p>a</p>\n', headings: [] },
      {
        kind: 'heading',
        heading: {
          level: 1,
          text: 'T < u',
          html: 'T &lt; <i>u</i>',
          attributes: { align: 'center', id: 'x&y' },
          start: 9,
          id: undefined,
        },
      },
      {
        kind: 'prose',
        html: '\n<div><H3>b</h3></div>\n',
        headings: [{ level: 3, text: 'b', html: 'b', attributes: {}, start: 65, id: undefined }],
      },
    ]);
  });

  it('asks about headings in document order and writes ids and levels into elements', () => {
    const nodes = new RootNodes();
    nodes.feed(
      '<div><h2 class=a>1</h2><h3 id=old>2</h3></div><h2>3</h2><div><h1><div><h2>4</h2></div></h1></div>',
    );
    const asked: string[] = [];
    const pieces = nodes.take(({ text, level }, isRoot) => {
      asked.push(`${text}${isRoot ? ' root' : ''}`);
      return level === 3 ? { id: `h-${text}`, level: 4 } : { id: `h-${text}` };
    });
    expect(asked).to.deep.equal(['1', '2', '3 root', '4']);
    expect(pieces.map((piece) => (piece.kind === 'prose' ? piece.html : piece.heading.id))).to.deep.equal([
      '<div><h2 class=a id="h-1">1</h2><h4 id="h-2">2</h4></div>',
      'h-3',
      '<div><h1 id="h-4"><div><h2>4</h2></div></h1></div>',
    ]);
  });

  it('names what was left open', () => {
    const cases: [html: string, unclosed: string][] = [
      ['<div><p>a', 'div@0'],
      ['<details>\n<summary>a</summary>\n<ul><li>b', 'details@0 ul@31'],
      ['<p><b>a</p>', 'b@3'],
      ['<div></div>x<!-- a', '!--@12'],
      ['<table><tr><td>a', 'table@0'],
      ['<svg><g>', 'svg@0 g@5'],
      ['<DIV a="', 'div@0'],
      ['<textarea>a', 'textarea@0'],
      ['a<b>c</b>', ''],
      ['a < b', ''],
    ];
    for (const [html, unclosed] of cases) {
      const nodes = new RootNodes();
      nodes.feed(html);
      const found = nodes.unclosed().map(({ name, start }) => `${name}@${start}`);
      expect(found.join(' '), html).to.equal(unclosed);
    }
  });

  it('keeps text apart that would join to a tag or to a character', () => {
    expect(feed(['a<</x>b>c']).html).to.equal('a&lt;b>c');
    expect(feed(['&am</x>p;']).html).to.equal('&am<!---->p;');
    expect(feed(['a <3 b']).html).to.equal('a &lt;3 b');
  });

  it('writes no form in a form: HTML cannot say it', () => {
    expect(feed(['<form><table></form><form>a</table>b</form>']).html).to.equal(
      '<form>a<table></table>b</form>',
    );
  });
});

describe('RootNodes on hostile HTML', () => {
  /** How many look-ups in sets and how many hundreds of characters copied one run takes. */
  function countSteps(run: () => void): number {
    let steps = 0;
    const has = Object.getOwnPropertyDescriptor(Set.prototype, 'has') as TypedPropertyDescriptor<
      typeof hasValue
    >;
    const slice = Object.getOwnPropertyDescriptor(String.prototype, 'slice') as TypedPropertyDescriptor<
      typeof cut
    >;
    function hasValue(this: Set<unknown>, value: unknown): boolean {
      steps++;
      return has.value?.call(this, value) ?? false;
    }
    function cut(this: string, start?: number, end?: number): string {
      const part = slice.value?.call(this, start, end) ?? '';
      steps += part.length / 100;
      return part;
    }
    try {
      Object.defineProperty(Set.prototype, 'has', { ...has, value: hasValue });
      Object.defineProperty(String.prototype, 'slice', { ...slice, value: cut });
      run();
    } finally {
      Object.defineProperty(Set.prototype, 'has', has);
      Object.defineProperty(String.prototype, 'slice', slice);
    }
    return steps;
  }

  const HOSTILE: [name: string, html: (count: number) => string][] = [
    ['nested div', (count) => '<div>'.repeat(count)],
    ['nested div and their ends', (count) => '<div>'.repeat(count / 2) + '</div>'.repeat(count / 2)],
    ['equal formatting elements', (count) => '<b>'.repeat(count)],
    [
      'different formatting elements',
      (count) => Array.from({ length: count }, (_, i) => `<b a=${i}>`).join(''),
    ],
    ['formatting elements and paragraphs', (count) => '<b><i>'.repeat(count / 4) + '<p>x'.repeat(count / 2)],
    ['misnested formatting elements', (count) => '<b><i><a><p></b></i>'.repeat(count / 6)],
    ['nested tables', (count) => '<table><tr><td>'.repeat(count / 3)],
    ['misplaced text in a table', (count) => `<table>${'x<b>y</b>'.repeat(count / 3)}`],
    ['nested lists', (count) => '<ul><li>'.repeat(count / 2)],
    ['nested SVG', (count) => '<svg><desc>'.repeat(count / 2)],
    ['nested headings', (count) => '<h1><div>x'.repeat(count / 2)],
    ['stray ends', (count) => '</p></b></li>'.repeat(count / 3)],
    ['an open comment', (count) => `<!-- ${'<p>x</p>'.repeat(count / 2)}`],
    ['an open quote', (count) => `<a b="${'<p>x</p>'.repeat(count / 2)}`],
    ['open quotes', (count) => '<a b="'.repeat(count)],
    ['less-than signs', (count) => '<'.repeat(count)],
  ];

  /** In pieces of 50 characters, as many small blocks come. */
  function run(html: string): string {
    const nodes = new RootNodes();
    for (let start = 0; start < html.length; start += 50) nodes.feed(html.slice(start, start + 50));
    return nodes
      .take()
      .map((piece) => (piece.kind === 'prose' ? piece.html : piece.heading.html))
      .join('');
  }

  for (const [name, html] of HOSTILE)
    it(`takes time that grows with the text: ${name}`, () => {
      const small = countSteps(() => run(html(12_000)));
      const large = countSteps(() => run(html(24_000)));
      expect(large / small).to.be.below(2.3);
      expect(large).to.be.below(24_000 * 1500);
    }).timeout(60_000);

  it('writes HTML that grows with the text', () => {
    for (const [name, html] of HOSTILE) {
      const text = html(24_000);
      expect(run(text).length, name).to.be.below(6 * text.length + 1_100_000);
    }
    const long = `<b title="${'x'.repeat(50_000)}">${'<p>x'.repeat(10_000)}`;
    expect(run(long).length).to.be.below(2_000_000);
  }).timeout(60_000);

  it('keeps the text of elements nested deeper than browsers lay out quickly', () => {
    const written = run(`${'<div>'.repeat(5000)}x${'</div>'.repeat(5000)}<h2>y</h2>`);
    expect(written)
      .to.contain('x')
      .and.to.satisfy((html: string) => html.endsWith('y'));
    expect(written.split('<div>').length - 1).to.equal(100);
  });

  it('ends an inline element that goes on around hundreds of blocks, and keeps their text', () => {
    const blocks = (count: number) => `<font>${'<p>a</p>b'.repeat(count)}</font>`;
    expect(run(blocks(250))).to.equal(blocks(250));

    const written = run(blocks(600));
    expect(written.replace(/<.*?>/g, '')).to.equal('ab'.repeat(600));
    const [inside = '', outside = ''] = written.split('</font>');
    expect(inside.split('<p>').length - 1).to.equal(250);
    expect(outside.split('<p>').length - 1).to.equal(350);
  });

  it('leaves it around a block that holds hundreds of others', () => {
    const html = `<font><ul>${'<li>a</li>'.repeat(600)}</ul></font>`;
    expect(run(html)).to.equal(html);
  });
});
