import { expect } from 'chai';
import { joinParts } from '../../src/html/join.js';
import { renderMarkdown } from '../../src/pipeline/markdown.js';

const TEXT =
  '---\ntitle: A page\n---\n\nLead.\n\n## One\n\nText[^1].\n\n### Two\n\n[^1]: Note.\n\n## Three\n';

describe('renderMarkdown', () => {
  it('gives the page and its parts', async () => {
    const { page, parts, problems } = await renderMarkdown(TEXT, {});
    expect(page.title?.text).to.equal('A page');
    expect(parts.map(({ key, tag }) => [key, tag])).to.deep.equal([
      ['header', 'div'],
      ['toc', 'doc-toc'],
      ['lead', 'div'],
      ['one', 'doc-section'],
      ['three', 'doc-section'],
      ['footnotes', 'section'],
    ]);
    expect(problems).to.deep.equal([]);
  });

  it('parses and compiles by the same options', async () => {
    const { parts } = await renderMarkdown(TEXT, { headingLevel: 2, headingLinks: false, toc: 'none' });
    const html = joinParts(parts);
    expect(html)
      .to.contain('<h2>A page</h2>')
      .and.to.contain('<h3 id="one">One</h3>')
      .and.to.contain('<h4 id="two">');
    expect(html).not.to.match(/doc-toc|heading-anchor/);
  });

  it('lets an option replace the title, or remove it', async () => {
    const title = async (option: string) => (await renderMarkdown(TEXT, { title: option })).page.title?.text;
    expect(await title('Another')).to.equal('Another');
    expect(await title('')).to.equal(undefined);
  });

  it('makes the content of a section', async () => {
    const { parts } = await renderMarkdown(
      '# Team\n\nLead.\n\n## One\n',
      { headingLevel: 3, headingLinks: false },
      'section',
    );
    expect(joinParts(parts)).to.equal(
      '<div class="doc-lead"><h3 id="team">Team</h3><p>Lead.</p>\n</div><doc-section><h4 id="one">One</h4></doc-section>',
    );
  });

  const notes: readonly [string, string, string][] = [
    ['leaves a plain note as it is', 'A *note*.', '<p>A <em>note</em>.</p>\n'],
    ['closes what a note leaves open', '<b>open', '<p><b>open</b></p><b>\n</b>'],
    ['keeps the list of notes around a note', 'a</li></ol> b', '<p>a b</p>\n'],
    ['puts a heading in a note below that of the notes', '# Two', '<h3 id="two-1">Two</h3>\n'],
    [
      'puts an HTML heading in a note there as well',
      '<h2 align="center" onclick="x">A <i>b</i></h2>',
      '<h3 align="center" id="a-b">A <i>b</i></h3>\n',
    ],
  ];
  for (const [name, note, html] of notes)
    it(name, async () => {
      const { page } = await renderMarkdown(`Text[^1].\n\n## Two\n\n[^1]: ${note}\n`, {});
      expect(page.footnotes[0]?.html).to.equal(html);
    });

  it('gives the same parts each time', async () => {
    expect(await renderMarkdown(TEXT, {})).to.deep.equal(await renderMarkdown(TEXT, {}));
  });

  it('is empty for an empty text', async () => {
    expect(await renderMarkdown('', {})).to.deep.include({ parts: [], problems: [] });
  });
});
