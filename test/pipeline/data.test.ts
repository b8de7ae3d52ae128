import { expect } from 'chai';
import { joinParts } from '../../src/html/join.js';
import { renderData } from '../../src/pipeline/data.js';
import { renderMarkdown } from '../../src/pipeline/markdown.js';

const DATA = {
  title: 'A *page*',
  body: 'Lead.\n',
  sections: [
    { heading: 'One `code`', body: 'Text.\n', sections: [{ heading: 'Two' }] },
    { heading: 'One code', id: 'own' },
  ],
};

const MARKDOWN = '# A \\*page\\*\n\nLead.\n\n## One `code`\n\nText.\n\n### Two\n\n## One code {#own}\n';

describe('renderData', () => {
  it('gives the HTML that the same page in Markdown gives', async () => {
    const options = { toc: 'none' } as const;
    const fromData = await renderData(DATA, options);
    const fromText = await renderMarkdown(MARKDOWN, options);
    expect(fromData.problems).to.deep.equal([]);
    expect(joinParts(fromData.parts)).to.equal(joinParts(fromText.parts).replace('<h1 id="a-page">', '<h1>'));
  });

  it('takes JSON text as well', async () => {
    expect(await renderData(JSON.stringify(DATA), {})).to.deep.equal(await renderData(DATA, {}));
  });

  it('knows a heading of pictures by their description', async () => {
    const { page } = await renderData({ sections: [{ heading: '![A picture](a.png)' }] });
    expect(page.sections[0]?.heading).to.include({ text: 'A picture', id: 'section' });
  });

  it('gives ids as in Markdown, also to a section that is called so', async () => {
    const { page } = await renderData({
      sections: [{ heading: 'Section' }, { heading: '???' }, { heading: 'Section' }],
    });
    expect(page.sections.map(({ heading }) => heading.id)).to.deep.equal([
      'section',
      'section-1',
      'section-2',
    ]);
  });

  it('writes its own words in the language of the page, else in that of the options', async () => {
    const sections = [{ heading: 'Eins', body: '> [!NOTE]\n> x' }, { heading: 'Zwei' }];
    const german = joinParts((await renderData({ lang: 'de', sections }, { lang: 'fr' })).parts);
    expect(german).to.contain('aria-label="Auf dieser Seite"').and.to.contain('>Hinweis<');
    const french = joinParts((await renderData({ sections }, { lang: 'fr' })).parts);
    expect(french).to.contain('aria-label="Sur cette page"').and.to.contain('aria-label="Lien vers');
  });

  it('renders what is right and says where the rest is wrong', async () => {
    const { page, problems } = await renderData({
      title: 7,
      sections: [{ heading: 'One', body: [] }, 'x', { heading: 'Two' }],
    });
    expect(page.title).to.equal(undefined);
    expect(page.sections.map(({ heading }) => heading.text)).to.deep.equal(['One', 'Two']);
    expect(problems.map(({ code, place }) => [code, place?.path])).to.deep.equal([
      ['data-type', 'title'],
      ['data-type', 'sections[0].body'],
      ['data-type', 'sections[1]'],
    ]);
  });

  for (const text of ['', '{', '[]', '"x"', 'null', '7', '<!doctype html>'])
    it(`says that ${JSON.stringify(text)} is no page`, async () => {
      const { parts, problems } = await renderData(text);
      expect(parts).to.deep.equal([]);
      expect(problems).to.have.lengthOf(1);
      expect(problems[0]).to.include({ severity: 'error' });
      expect(problems[0]?.message).to.match(/[.?]$/);
    });
});
