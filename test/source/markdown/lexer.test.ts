import { expect } from 'chai';
import { fc } from '../../property.js';
import { lexMarkdown } from './lex.js';
import { tokensOf } from '../../../src/source/markdown/runs.js';
import { compile } from './compile.js';

describe('lexMarkdown', () => {
  it('shares definitions between the texts of a page', () => {
    expect(compile(['[a]', '[b]\n\n[a]: /one', '[b]: /two']).html).to.equal(
      '<p><a href="/one">a</a></p>\n<p><a href="/two">b</a></p>\n',
    );
  });

  it('keeps the texts apart otherwise', () => {
    const { texts } = lexMarkdown(['> a', 'b', '', '```\nc', '# d']);
    expect(texts.map((runs) => tokensOf(runs).map(({ type }) => type))).to.deep.equal([
      ['blockquote'],
      ['paragraph'],
      [],
      ['code'],
      ['heading'],
    ]);
  });

  it('looks for the underlines of headings in each text', () => {
    const { texts } = lexMarkdown(['a\n===\n\nb', 'c\n===', 'd\n---\n\ne']);
    expect(texts.map((runs) => tokensOf(runs).map(({ type }) => type))).to.deep.equal([
      ['heading', 'space', 'paragraph'],
      ['heading'],
      ['heading', 'space', 'paragraph'],
    ]);
  });

  it('keeps nothing from one page to the next', () => {
    lexMarkdown(['[a]: /b\n\n<a>\n\n[^c] <pre>\n\n[^c]: d']);
    expect(compile('[a] https://x.co [^c] <b>').html).to.equal(
      '<p>[a] <a href="https://x.co">https://x.co</a> [^c] <b></p>\n',
    );
  });

  const pieces = fc.constantFrom(
    ...[
      'a',
      'b c',
      '- ',
      '1. ',
      '> ',
      '# ',
      '\n',
      '\n\n',
      '    ',
      '\t',
      '```',
      '~~~\n',
      '| a | b |\n|--|--|\n',
      '---',
      '===',
    ],
    ...[
      '[a]',
      '[a]: /b\n',
      '](c)',
      '[^d]',
      '[^d]: e\n',
      '<b>',
      '<div>\n',
      '<!-- ',
      '-->',
      '*',
      '_',
      '`',
      '~',
      '\\',
      '&amp;',
    ],
    ...[
      '{{ f }}',
      '{% g %}',
      '{: .h}\n',
      '{#i}',
      '[!NOTE]\n',
      ':::image',
      '{{< j >}}',
      'https://k.co',
      'l@m.co',
      '\u00a0',
    ],
  );
  const texts = fc.array(pieces, { maxLength: 24 }).map((parts) => parts.join(''));

  it('reads every text to the byte, and throws on none', function () {
    this.timeout(30_000);
    fc.assert(
      fc.property(texts, (text) => compile(text).raw === text),
      { numRuns: 3000 },
    );
  });

  for (const text of [
    ' ',
    '# a\n ',
    '{{< a >}}\t',
    '{% comment %}{% endcomment %} ',
    '- a\n\n\t',
    '[^a]: b\n\n ',
  ])
    it(`reads the blank at the end of ${JSON.stringify(text)}`, () => {
      expect(compile(text).raw).to.equal(text);
    });

  it('reads any string to the byte, and throws on none', function () {
    this.timeout(30_000);
    const lines = fc.string({ unit: 'binary', maxLength: 200 }).map((text) => text.replace(/\r/g, '\n'));
    fc.assert(
      fc.property(lines, (text) => compile(text).raw === text),
      { numRuns: 1000 },
    );
  });

  const hostile: Readonly<Record<string, string>> = {
    'quotes in quotes': '> '.repeat(5000),
    'lists in lists': '- '.repeat(5000),
    'open brackets': '['.repeat(20_000),
    'closed brackets': '['.repeat(10_000) + ']'.repeat(10_000),
    'open links': '[a](b'.repeat(10_000),
    'emphasis in emphasis': '*a _b '.repeat(5000),
    'closed emphasis in emphasis': '*_'.repeat(1000) + 'a' + '_*'.repeat(1000),
    'open tags': '<a b="'.repeat(5000),
    'open comments': '<!-- '.repeat(5000),
    'runs of backticks': Array.from({ length: 300 }, (_, index) => '`'.repeat(index + 1)).join(' '),
    'open templates': '{{ {% '.repeat(5000),
    'open instructions on lines': '{% comment %}\n'.repeat(2000),
    'open code of templates': '{% highlight a %}\n\n'.repeat(1000),
    'templates in an open attribute': `a <b c="${'{{ d }}'.repeat(200)}`,
    'templates in an open tag': `a <b ${'c={{ d }} '.repeat(200)}`,
    'open inclusions': '[!INCLUDE ['.repeat(2000),
    'attribute lists': '{: a="'.repeat(5000),
    'open notes': '[^a'.repeat(10_000),
    'defined notes': '[^a]: b\n'.repeat(2000),
    'at signs': 'a@'.repeat(10_000),
    'beginnings of URLs': 'http://www.'.repeat(5000),
    'lazy lines': `> a\n${'b\n'.repeat(5000)}`,
    spaces: `a${' '.repeat(20_000)}b`,
    rows: `|a|b|\n|-|-|\n${'|c|d|\n'.repeat(2000)}`,
  };
  for (const [title, text] of Object.entries(hostile))
    it(`reads many ${title} in time`, function () {
      this.timeout(5000);
      expect(compile(text).raw).to.equal(text);
    });
});
