import { expect } from 'chai';
import '../../src/index.js';
import type { DocPage, DocSection } from '../../src/index.js';
import { toHtml } from '../../src/html/to-html.js';
import { fromJson } from '../../src/source/data.js';
import { renderPage } from '../../src/server/page.js';
import type { PageData } from '../../src/model/page-data.js';
import catalogue from '../../demo/catalogue.json' with { type: 'json' };
import { EVERY_SAMPLE } from '../block-samples.js';
import { clearFixtures, fixture } from './fixture.js';

const MARKDOWN = `# A project

Lead with a [link](https://example.org/x.md) and a note[^1].

## One

- [x] done
- [ ] open

> [!TIP]
> An alert.

\`\`\`js title="a.js" {1}
let a;
\`\`\`

### Deep & \`code\`

| a | b |
| --- | --- |
| 1 | [core](https://github.com/dotnet/coreclr) |

## One

Text with <kbd>HTML</kbd>.

[^1]: The note.
`;

const show = async <Host extends DocPage | DocSection>(html: string): Promise<Host> => {
  const element = fixture<Host>(html);
  await element.updateComplete;
  return element;
};

describe('the way back', () => {
  afterEach(clearFixtures);

  it('gives the Markdown of a prerendered page, which is adopted', async () => {
    const page = await show<DocPage>(await renderPage(MARKDOWN));
    expect(page.page).to.equal(undefined);
    expect(await page.toMarkdown()).to.equal(MARKDOWN);
  });

  it('gives the Markdown of a page that gets its permalinks and contents only here', async () => {
    const page = await show<DocPage>(
      await renderPage(MARKDOWN, { headingLinks: false, toc: 'none' }).then((html) =>
        html.replace(/<doc-page[^>]*>/, '<doc-page>'),
      ),
    );
    expect(page.querySelector('doc-toc')).not.to.equal(null);
    expect(page.querySelector('.heading-anchor')).not.to.equal(null);
    expect(await page.toMarkdown()).to.equal(MARKDOWN);
  });

  it('gives a source to the byte, touched or not', async () => {
    const source = MARKDOWN.replace('- [x]', '*   [X]').replace('## One', 'One\n---');
    const page = await show<DocPage>('<doc-page></doc-page>');
    page.markdown = source;
    await page.updateComplete;
    page.querySelector('h2')!.textContent = 'Another text';
    expect(await page.toMarkdown()).to.equal(source);
  });

  it('waits for a source that is on its way, and has nothing of one that failed', async () => {
    const page = fixture<DocPage>('<doc-page><p>Fallback</p></doc-page>');
    page.markdown = '# Title';
    expect(await page.toMarkdown()).to.equal('# Title');
    const failed = fixture<DocPage>('<doc-page src="data:text/html,x"><p>Fallback</p></doc-page>');
    expect(await failed.toMarkdown()).to.equal(undefined);
    expect(await failed.toJSON()).to.equal(undefined);
  });

  it('reads plain HTML that an author wrote', async () => {
    const page = await show<DocPage>(`<doc-page>
      <h1>A project</h1>
      <p>It <em>works</em>.</p>
      <h2 id="own">One</h2>
      <ul><li>a</li><li>b</li></ul>
      <doc-section><h2>Team</h2><p>Us.</p></doc-section>
    </doc-page>`);
    expect(page.querySelectorAll('.heading-anchor')).to.have.lengthOf(2);
    expect(await page.toMarkdown()).to.equal(
      '# A project\n\nIt *works*.\n\n<h2 id="own">One</h2>\n\n- a\n- b\n\n## Team\n\nUs.\n',
    );
    expect(await page.toJSON()).to.deep.equal({
      title: 'A project',
      body: 'It *works*.',
      sections: [
        { heading: 'One', id: 'own', body: '- a\n- b' },
        { heading: 'Team', body: 'Us.' },
      ],
    });
  });

  it('reads the sections of an authored page, those with data as data', async () => {
    const page = await show<DocPage>(
      '<doc-page><h1>A project</h1><doc-section id="team"></doc-section></doc-page>',
    );
    const section = page.querySelector<DocSection>('#team')!;
    section.data = { heading: 'Team', blocks: [{ kind: 'people', people: [{ name: 'Ada' }] }] };
    await section.updateComplete;
    expect(await page.toJSON()).to.deep.equal({
      title: 'A project',
      sections: [{ heading: 'Team', blocks: [{ kind: 'people', people: [{ name: 'Ada' }] }] }],
    });
  });

  it('reads a section of a page by itself', async () => {
    const page = await show<DocPage>(await renderPage(MARKDOWN));
    const section = page.querySelectorAll<DocSection>(':scope > doc-section')[1]!;
    expect(await section.toMarkdown()).to.equal('<h1 id="one-1">One</h1>\n\nText with <kbd>HTML</kbd>.\n');
  });

  for (const pictures of ['none', 'load'] as const)
    for (const [kind, block] of EVERY_SAMPLE)
      it(`gives the data of a prerendered block: ${kind}, pictures: ${pictures}`, async () => {
        const data = { blocks: [block] };
        const html = toHtml(fromJson(data, { pictures }).page, { pictures });
        const page = await show<DocPage>(`<doc-page>${html}</doc-page>`);
        expect(await page.toJSON()).to.deep.equal(data);
      });

  it('gives the data of every block of the catalogue, and of text', async () => {
    for (const { block } of catalogue.entries) {
      const data = { title: 'T', sections: [{ heading: 'One', body: 'Text.', blocks: [block] }] } as PageData;
      const page = await show<DocPage>(await renderPage(data));
      // In HTML nothing says where one text ends and the next begins.
      const one = { heading: 'One', body: `Text.\n\n${'body' in block ? block.body : ''}` };
      const expected = block.kind === 'prose' ? { title: 'T', sections: [one] } : data;
      expect(await page.toJSON(), block.kind).to.deep.equal(expected);
    }
  });
});
