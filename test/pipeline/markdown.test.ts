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

  it('gives the same parts each time', async () => {
    expect(await renderMarkdown(TEXT, {})).to.deep.equal(await renderMarkdown(TEXT, {}));
  });

  it('is empty for an empty text', async () => {
    expect(await renderMarkdown('', {})).to.deep.include({ parts: [], problems: [] });
  });
});
