import { expect } from 'chai';
import { limitMarks, limitMarksIn } from '../../src/source/marks.js';
import { normalizeText } from '../../src/source/text.js';
import { renderData } from '../../src/pipeline/data.js';
import { renderMarkdown } from '../../src/pipeline/markdown.js';

const ACUTE = '\u0301';
const MAX = 30;

describe('limitMarks', () => {
  const runs: [name: string, base: string, unit: string][] = [
    ['combining marks', 'a', ACUTE],
    ['points of Hebrew', '\u05d1', '\u05b0'],
    ['marks beyond the first plane', 'a', '\u{1d165}'],
    ['skin tones', '👩', '🏽'],
    ['soft hyphens', 'a', '\u00ad'],
    ['joiners', 'a', '\u200d'],
    ['decimal references', 'a', '&#769;'],
    ['hexadecimal references', 'a', '&#X301;'],
  ];
  for (const [name, base, unit] of runs)
    it(`keeps thirty ${name}, wherever they stand`, () => {
      for (const before of ['', 'x', 'xy'.repeat(20), '😀'.repeat(33)])
        for (const count of [MAX, MAX + 1, MAX + 2, 100, 1000]) {
          const text = `${before}${base}${unit.repeat(count)}z`;
          const expected = `${before}${base}${unit.repeat(Math.min(count, MAX))}z`;
          expect(limitMarks(text), `${count} after ${before.length}`).to.equal(expected);
        }
    });

  it('keeps thirty in each of many runs', () => {
    const text = `a${ACUTE.repeat(50)}b${ACUTE.repeat(10)}&#39;c${'&#769;'.repeat(70)} d`;
    expect(limitMarks(text)).to.equal(
      `a${ACUTE.repeat(MAX)}b${ACUTE.repeat(10)}&#39;c${'&#769;'.repeat(MAX)} d`,
    );
  });

  it('counts marks and references to them together', () => {
    const limited = limitMarks(`a${`${ACUTE}&#769;&#x1f3fd;`.repeat(500)}b`);
    expect(limited).to.match(/^a.*b$/u);
    expect(limited.match(/\u0301|&#/g)).to.have.length(MAX);
  });

  it('leaves letters out that stand under each other without an end', () => {
    for (const unit of ['\u1000\u1039', '&#x1000;&#x1039;', '\u1780\u17d2']) {
      const limited = limitMarks(`${unit.repeat(5000)} b`);
      expect(limited.length).to.be.below(50 * unit.length);
      expect(limited).to.match(/ b$/);
    }
  });

  const kept: [name: string, text: string][] = [
    ['an empty text', ''],
    ['plain text', 'lorem ipsum '.repeat(100)],
    ['text with thirty marks on each letter', `a${ACUTE.repeat(MAX)}`.repeat(100)],
    ['families of emoji', '👩‍👩‍👧‍👦'.repeat(100)],
    ['hands of all colours', '👋🏻👋🏼👋🏽👋🏾👋🏿'.repeat(50)],
    ['flags of tags', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'.repeat(50)],
    ['Hindi, in which most letters have a sign', 'किताबोंकीदुनिया'.repeat(100)],
    ['Burmese, with letters under letters', 'သတ္တဝါမြန်မာစာ'.repeat(100)],
    ['Thai', 'สวัสดีครับผู้อ่านที่นี่'.repeat(100)],
    ['pointed Hebrew', 'בְּרֵאשִׁית בָּרָא אֱלֹהִים '.repeat(100)],
    ['references to quotation marks', '&#39;&#8217;&#x2019;'.repeat(100)],
    ['references to nothing', `&#${'9'.repeat(7)};&#;&#x;&#xzz;`.repeat(100)],
    ['halves of surrogate pairs', `${'\ud83c'.repeat(100)}a${'\udfff'.repeat(100)}`],
  ];
  for (const [name, text] of kept) it(`keeps ${name}`, () => expect(limitMarks(text)).to.equal(text));

  it('reads data to its depth', () => {
    let told = 0;
    const marks = ACUTE.repeat(40);
    const data = limitMarksIn({ a: [marks, 1, null, { b: `c${marks}`, d: 'e' }] }, () => told++);
    expect(data).to.deep.equal({
      a: [marks.slice(10), 1, null, { b: `c${marks.slice(10)}`, d: 'e' }],
    });
    expect(told).to.equal(2);
  });

  describe('is told to the author', () => {
    const surplus = `a${ACUTE.repeat(100)}`;
    const limited = `a${ACUTE.repeat(MAX)}`;

    it('of a text once, with the line of the first', () => {
      const { text, problems } = normalizeText(`# A\n\n${surplus}\n\n${surplus}`);
      expect(text).to.equal(`# A\n\n${limited}\n\n${limited}`);
      expect(problems).to.have.length(1);
      expect(problems[0]).to.deep.include({
        code: 'limit-exceeded',
        severity: 'warning',
        place: { line: 3 },
      });
      expect(problems[0]?.message).to.include('More than 30 marks');
    });

    for (const [format, fence, is] of [
      ['YAML', '---', ':'],
      ['TOML', '+++', ' ='],
    ])
      it(`of escapes in ${format}`, async () => {
        const text = `${fence}\ntitle${is} "a${'\\u0301'.repeat(100)}"\n${fence}\n`;
        const { page, problems } = await renderMarkdown(text);
        expect(page.title?.text).to.equal(limited);
        expect(problems.map(({ code, place }) => [code, place])).to.deep.equal([
          ['limit-exceeded', { line: 2 }],
        ]);
      });

    it('of data, with the paths', async () => {
      const { page, problems } = await renderData({
        title: surplus,
        sections: [
          { heading: 'A', body: surplus, blocks: [{ kind: 'people', people: [{ name: surplus }] }] },
        ],
      });
      expect(page.title?.text).to.equal(limited);
      expect(JSON.stringify(page)).not.to.include(ACUTE.repeat(MAX + 1));
      expect(problems.map(({ code, place }) => [code, place?.path])).to.deep.equal([
        ['limit-exceeded', 'title'],
        ['limit-exceeded', 'sections[0].body'],
        ['limit-exceeded', 'sections[0].blocks[0].people[0].name'],
      ]);
    });
  });
});
