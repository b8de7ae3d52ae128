import { expect } from 'chai';
import { lexMarkdown } from './lex.js';
import { readNote } from '../../../src/source/markdown/footnotes.js';
import { compile } from './compile.js';

const labels = (texts: readonly string[]): readonly string[] =>
  lexMarkdown(texts).notes.map(({ label }) => label);

describe('footnotes', () => {
  it('are numbered by their first reference', () => {
    expect(labels(['[^b] [^a] [^b]\n\n[^a]: A\n[^b]: B'])).to.deep.equal(['b', 'a']);
  });

  it('count their references', () => {
    const [note] = lexMarkdown(['[^a] x[^a] **y[^a]**\n\n[^a]: A']).notes;
    expect(note).to.include({ number: 1, references: 3 });
  });

  it('give each reference an id', () => {
    const { html } = compile('[^a] [^a]\n\n[^a]: A');
    expect(html).to.contain(
      '<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" data-footnote-ref aria-describedby="footnote-label">1</a></sup>',
    );
    expect(html).to.contain('<a href="#fn-1" id="fnref-1-2" ');
  });

  it('are shared by the texts of a page', () => {
    expect(labels(['[^b]\n\n[^a]: A', '[^a]', '[^b]: B'])).to.deep.equal(['b', 'a']);
  });

  it('are found in lists, quotes, tables, headings and other notes', () => {
    const text =
      '# H[^1]\n\n- i[^2]\n\n> q[^3]\n\n| c[^4] |\n|--|\n| d[^5] |\n\n[^1]: n[^6]\n[^2]: .\n[^3]: .\n[^4]: .\n[^5]: .\n[^6]: .';
    expect(labels([text])).to.deep.equal(['1', '2', '3', '4', '5', '6']);
  });

  it('may be defined in lists and quotes', () => {
    expect(labels(['[^1] [^2]\n\n- a\n\n  [^1]: x\n\n> [^2]: y'])).to.deep.equal(['1', '2']);
  });

  it('take the first of several definitions', () => {
    const { html, problems } = compile('[^A]\n\n[^a]: one\n\n[^A]: two');
    expect(html).to.contain('one').and.not.to.contain('two');
    expect(problems).to.have.length(1);
    expect(problems[0]).to.deep.include({ code: 'footnote-unused', place: { line: 5, column: 1 } });
  });

  it('show an undefined reference as it is written, and report it', () => {
    const { html, problems } = compile('a\nb[^*x*] c');
    expect(html).to.equal('<p>a\nb[^*x*] c</p>\n');
    expect(problems).to.have.length(1);
    expect(problems[0]).to.deep.include({
      code: 'footnote-undefined',
      severity: 'warning',
      place: { line: 2, column: 2 },
    });
  });

  it('do not show what nothing refers to, and report it', () => {
    const { html, problems } = compile('a\n\n[^1]: b');
    expect(html).to.equal('<p>a</p>\n');
    expect(problems).to.have.length(1);
    expect(problems[0]).to.deep.include({
      code: 'footnote-unused',
      severity: 'warning',
      place: { line: 3, column: 1 },
    });
  });

  it('report what is wrong inside a note at its line', () => {
    const { problems } = compile('a[^1]\n\n[^1]: [b](javascript:c)');
    expect(problems).to.have.length(1);
    expect(problems[0]).to.deep.include({ code: 'url-unsafe', place: { line: 3, column: 7 } });
  });

  it('report what is wrong inside a note that a list defines at its line', () => {
    const { problems } = compile('a[^1]\n\n- b\n\n  [^1]: [c](javascript:d)');
    expect(problems.map(({ place }) => place?.line)).to.deep.equal([5]);
  });

  const definitions: readonly (readonly [string, string, string | undefined])[] = [
    ['one line', '[^1]: a', 'a'],
    ['lazy lines', '[^1]: a\nb', `a\n${' '.repeat(64)}b`],
    ['indented blocks', '[^1]: a\n\n    b\n\n        c', 'a\n\nb\n\n    c'],
    ['a first line without text', '[^1]:\n    a', '\na'],
    ['to the next definition', '[^1]: a\n[^2]: b', 'a'],
    ['to a block that is not indented', '[^1]: a\n- b', 'a'],
    ['to a line after a blank one', '[^1]: a\n\nb', 'a\n'],
    ['no label with spaces', '[^a b]: c', undefined],
    ['no empty label', '[^]: c', undefined],
    ['no indented code', '    [^1]: c', undefined],
  ];
  for (const [title, src, text] of definitions)
    it(`are defined by ${title}`, () => {
      expect(readNote(src)?.text).to.equal(text);
    });

  it('interrupt a paragraph and a list', () => {
    expect(compile('a[^1]\n[^1]: b').html)
      .to.match(/^<p>a<sup/)
      .and.not.to.contain('[^1]');
    expect(compile('- a[^1]\n[^1]: b').html)
      .to.match(/^<ul>\n<li>a<sup/)
      .and.not.to.contain('[^1]');
  });

  it('are no links, and links in brackets are no footnotes', () => {
    expect(compile('[^1](b)\n\n[^1]: c').html).to.equal('<p><a href="b">^1</a></p>\n');
  });
});
