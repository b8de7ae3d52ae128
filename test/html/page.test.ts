import { expect } from 'chai';
import { compilingAsSection } from '../../src/html/page.js';
import { compilePage, joinParts } from '../../src/html/to-html.js';
import type { Heading, HeadingLevel, Page, Prose, Section } from '../../src/model/page.js';
import { finish } from '../../src/model/turns.js';

const prose = (html: string, headings: Heading[] = []): Prose => ({
  kind: 'prose',
  html,
  rawHtml: false,
  headings,
});

const heading = (id: string, level: HeadingLevel): Heading => ({ id, level, text: id, html: id });

const section = (id: string, level: HeadingLevel, sections: Section[] = []): Section => ({
  heading: heading(id, level),
  blocks: [prose(`<p>${id}</p>`)],
  sections,
});

const page = (fields: Partial<Page>): Page => ({
  meta: {},
  preamble: [],
  lead: [],
  sections: [],
  footnotes: [],
  ...fields,
});

const plain = { headingLinks: false, toc: 'none' } as const;
const compile = (fields: Partial<Page>, options = {}): string =>
  joinParts(compilePage(page(fields), { ...plain, ...options }));

describe('compilePage', () => {
  it('writes nothing for an empty page', () => {
    expect(compile({})).to.equal('');
  });

  it('puts what stands before the title and the title into the header', () => {
    const html = compile({
      preamble: [prose('<p>logo</p>')],
      title: { text: 'A & B', html: 'A &amp; B', inContent: false },
    });
    expect(html).to.equal('<div class="doc-header" slot="header"><p>logo</p><h1>A &amp; B</h1></div>');
  });

  it('writes no second title where the content holds it', () => {
    const title = { text: 'A', html: 'A', inContent: true };
    expect(compile({ title, lead: [prose('<div><h1>A</h1></div>')] })).to.equal(
      '<div class="doc-lead"><div><h1>A</h1></div></div>',
    );
  });

  it('nests sections and puts them below the title', () => {
    const html = compile({ sections: [section('a', 2, [section('b', 3)])] }, { headingLevel: 2 });
    expect(html).to.equal(
      '<doc-section><h3 id="a">a</h3><p>a</p><doc-section><h4 id="b">b</h4><p>b</p></doc-section></doc-section>',
    );
  });

  it('keeps one h1 where the source has several', () => {
    const html = compile({ sections: [section('a', 1, [section('b', 2)])] });
    expect(html).to.contain('<h2 id="a">').and.to.contain('<h3 id="b">');
  });

  it('keeps a level the author skipped', () => {
    expect(compile({ sections: [section('a', 2, [section('b', 4)])] })).to.contain('<h4 id="b">');
  });

  it('stops at h6', () => {
    expect(compile({ sections: [section('a', 6, [])] }, { headingLevel: 4 })).to.contain('<h6 id="a">');
  });

  it('gives headings permalinks that name them', () => {
    const html = compile({ sections: [section('a"b', 2)] }, { headingLinks: true });
    expect(html).to.contain(
      '<a class="heading-anchor" data-doc-chrome href="#a%22b" aria-label="Link to this section: a&quot;b"></a>',
    );
  });
});

describe('the table of contents of compilePage', () => {
  const toc = (fields: Partial<Page>, options = {}): string | undefined =>
    compilePage(page(fields), { ...options }).find(({ tag }) => tag === 'doc-toc')?.html;

  it('is left out for a single heading', () => {
    expect(toc({ sections: [section('a', 2)] })).to.equal(undefined);
  });

  it('is left out on request', () => {
    expect(toc({ sections: [section('a', 2), section('b', 2)] }, { toc: 'none' })).to.equal(undefined);
  });

  it('nests links by level', () => {
    expect(toc({ sections: [section('a', 2, [section('b', 3)]), section('c', 2)] })).to.equal(
      '<nav aria-label="On this page"><ol><li><a href="#a">a</a><ol><li><a href="#b">b</a></li></ol></li>' +
        '<li><a href="#c">c</a></li></ol></nav>',
    );
  });

  it('lists headings inside the content that open no section', () => {
    expect(toc({ lead: [prose('', [heading('x', 2)])], sections: [section('a', 2)] })).to.contain(
      'href="#x"',
    );
  });

  it('keeps to the levels asked for, two below the title by default', () => {
    const sections = [section('a', 2, [section('b', 3, [section('c', 4)])]), section('d', 2)];
    expect(toc({ sections })).to.contain('#b').and.not.to.contain('#c');
    expect(toc({ sections }, { tocMaxLevel: 2 })).not.to.contain('#b');
    expect(toc({ sections }, { tocMaxLevel: 6 })).to.contain('#c');
    expect(toc({ sections }, { headingLevel: 2 })).to.contain('#b');
  });
});

describe('the notes of compilePage', () => {
  const note = { label: 'x', number: 1, html: '<p>One.</p>\n', rawHtml: false, references: 2 };

  it('come last, with a link back to each reference inside the last paragraph', () => {
    const html = compile({ footnotes: [note] });
    expect(html).to.match(
      /^<section class="footnotes" data-footnotes=""><h2 id="footnote-label" class="sr-only"/,
    );
    expect(html).to.match(
      /<li id="fn-1"><p>One\. <a href="#fnref-1"[^>]*>↩<\/a> <a href="#fnref-1-2"[^>]*>↩<sup/,
    );
  });

  it('put the links after a note that ends in a block', () => {
    expect(compile({ footnotes: [{ ...note, html: '<pre>x</pre>' }] })).to.contain(
      '</pre> <a href="#fnref-1"',
    );
  });
});

describe('a page as the content of a section', () => {
  it('makes the title the heading of the section, with an id, and writes no table of contents', () => {
    const team = page({
      title: { text: 'The Team', html: 'The Team', inContent: false },
      sections: [section('a', 2), section('b', 2)],
    });
    const parts = finish(compilingAsSection(team, { headingLevel: 3, headingLinks: false }));
    expect(joinParts(parts)).to.equal(
      '<div class="doc-lead"><h3 id="the-team">The Team</h3></div>' +
        '<doc-section><h4 id="a">a</h4><p>a</p></doc-section><doc-section><h4 id="b">b</h4><p>b</p></doc-section>',
    );
  });

  it('gives the title no id that a heading in it has', () => {
    const team = page({ title: { text: 'A', html: 'A', inContent: false }, sections: [section('a', 2)] });
    const html = joinParts(finish(compilingAsSection(team, { headingLinks: false })));
    expect(html).to.contain('<h2 id="a-1">A</h2>').and.to.contain('<h3 id="a">a</h3>');
  });
});
