import { expect } from 'chai';
import '../../src/index.js';
import type { DocPage } from '../../src/index.js';
import { renderPage } from '../../src/server/page.js';
import { EVERY_SAMPLE } from '../block-samples.js';
import { clearFixtures, until } from './fixture.js';

const TEXT = `---
title: A project
---
Lead with a [link](x.md).

## One

Text[^1] with <kbd>HTML</kbd>, a repository: [core](https://github.com/dotnet/coreclr).

> ### Quoted
> text

<details><summary>More</summary>

#### Inside

</details>

### Deep & \`code\`

| a | b |
|---|---|
| 1 | 2 |

- [x] done

## Two

> [!NOTE]
> An alert.

[^1]: The note.
`;

/** What has chrome of its own: code, a group of it, callouts, a repository, a note. */
const RICH = `# A project

See [core](https://github.com/dotnet/coreclr) and the note[^1].

\`\`\`js title="main.js"
const a = 1;
\`\`\`

> [!WARNING]
> Mind this.

??? note "Folded"
    Inside.

## Next

[^1]: The note.
`;

/** Puts prerendered HTML into the document as a parser does, and watches what is written to it from then on. */
async function adopt(
  html: string,
  isThere: (page: DocPage) => boolean = () => true,
): Promise<{ page: DocPage; records: MutationRecord[] }> {
  const container = document.createElement('div');
  container.className = 'fixture';
  document.body.append(container);
  const records: MutationRecord[] = [];
  const observer = new MutationObserver((list) => records.push(...list));
  const template = document.createElement('template');
  template.innerHTML = html;
  const page = template.content.firstElementChild as DocPage;
  observer.observe(page, { subtree: true, childList: true, attributes: true, characterData: true });
  container.append(template.content);
  await page.updateComplete;
  await until(() => isThere(page), 'what the elements draw');
  await new Promise((resolve) => setTimeout(resolve, 100));
  records.push(...observer.takeRecords());
  observer.disconnect();
  return { page, records };
}

/** What a reader's scrolling writes: which section is being read. */
const isCurrentMark = ({ type, attributeName }: MutationRecord): boolean =>
  type === 'attributes' && attributeName === 'aria-current';

const writesOf = (records: readonly MutationRecord[]): string[] =>
  records
    .filter((record) => !isCurrentMark(record))
    .map(
      ({ type, attributeName, target }) => `${type} ${attributeName ?? ''} ${(target as Element).outerHTML}`,
    );

describe('a prerendered page', () => {
  afterEach(clearFixtures);

  for (const options of [{}, { headingLinks: false }, { toc: 'none' }, { headingLevel: 2 }] as const)
    it(`is adopted without a write: ${JSON.stringify(options)}`, async () => {
      const { page, records } = await adopt(await renderPage(TEXT, options));
      expect(page.matches(':state(ready)')).to.equal(true);
      expect(writesOf(records)).to.deep.equal([]);
    });

  it('is adopted without a write with code, callouts, a repository and notes, and all of them work', async () => {
    const { page, records } = await adopt(
      await renderPage(RICH),
      (host) => host.querySelector('doc-code')?.shadowRoot?.querySelector('[part~="copy"]') != null,
    );
    expect(writesOf(records)).to.deep.equal([]);

    let copied = '';
    const writeText = (text: string): Promise<void> => Promise.resolve(void (copied = text));
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    page.querySelector('doc-code')!.shadowRoot!.querySelector<HTMLElement>('[part~="copy"]')!.click();
    await until(() => copied !== '', 'the code to be copied');
    Reflect.deleteProperty(navigator, 'clipboard');
    expect(copied).to.equal('const a = 1;');

    await until(() => page.querySelector('repo-link')?.forge === 'github', 'the link to know its forge');

    const folded = page.querySelector<HTMLDetailsElement>('details.markdown-alert')!;
    folded.querySelector('summary')!.click();
    expect(folded.open).to.equal(true);

    const reference = page.querySelector<HTMLAnchorElement>('a[data-footnote-ref]')!;
    const note = page.querySelector(`[id="${decodeURIComponent(reference.hash.slice(1))}"]`)!;
    expect(note.textContent).to.contain('The note.');
    const back = note.querySelector<HTMLAnchorElement>('a[data-footnote-backref]')!;
    expect(page.querySelector(`[id="${decodeURIComponent(back.hash.slice(1))}"]`)).to.equal(reference);
  });

  it('is adopted without a write with every kind of block', async () => {
    const blocks = EVERY_SAMPLE.map(([, block]) => block);
    const html = await renderPage({ title: 'A project', sections: [{ heading: 'All', blocks }] });
    const { page, records } = await adopt(html);
    expect(page.querySelectorAll('.doc-block, repo-link')).to.have.length.above(EVERY_SAMPLE.length / 2);
    expect(writesOf(records)).to.deep.equal([]);
  });

  it('has its language, which the next source changes', async () => {
    const { page, records } = await adopt(await renderPage('---\nlang: ar\n---\n# عنوان'));
    expect([page.lang, page.dir]).to.deep.equal(['ar', 'rtl']);
    expect(records.filter(({ target }) => target === page)).to.deep.equal([]);
    page.markdown = '---\nlang: en\n---\n# Title';
    await page.updateComplete;
    expect([page.lang, page.dir]).to.deep.equal(['en', 'ltr']);
  });

  it('is the very HTML that the element renders', async () => {
    const container = document.createElement('div');
    container.className = 'fixture';
    document.body.append(container);
    const page = document.createElement('doc-page');
    page.headingLevel = 1;
    page.markdown = TEXT;
    container.append(page);
    await page.updateComplete;
    const template = document.createElement('template');
    template.innerHTML = await renderPage(TEXT);
    expect(page.innerHTML).to.equal(template.content.firstElementChild?.innerHTML);
  });

  it('keeps the cards it was written with, and has their facts for cards that come later', async () => {
    const repos = {
      repositories: [
        {
          url: 'https://github.com/dotnet/coreclr',
          description: 'The runtime',
          archived: true,
          fetchedAt: '2026-11-12',
        },
        { url: 'https://github.com/dotnet/cli', movedTo: 'https://github.com/dotnet/sdk', stars: 7 },
      ],
    };
    const card = (repo: string): string => `<repo-link variant="card" repo="${repo}"></repo-link>`;
    const text = `# T\n\n${card('dotnet/coreclr')}\n${card('dotnet/cli')}\n`;
    const { page, records } = await adopt(await renderPage(text, { repos, headingLevel: 1 }));
    expect(records.filter((record) => !isCurrentMark(record))).to.deep.equal([]);
    expect(page.textContent)
      .to.include('The runtime')
      .and.include('Archived')
      .and.include('Formerly dotnet/cli');

    page.markdown = `# T\n\n## New\n\n${card('dotnet/coreclr')}\n`;
    await page.updateComplete;
    await until(() => page.querySelector('.repo-age') !== null, 'the facts of a card that came later');
    expect(page.querySelector('.repo-facts')!.textContent).to.include('The runtime').and.include('Archived');
  });

  it('is updated section by section when it gets a source', async () => {
    const { page } = await adopt(await renderPage(TEXT, { headingLevel: 1 }));
    const [one, two] = page.querySelectorAll(':scope > doc-section');
    const paragraph = one?.querySelector('p');
    page.markdown = TEXT.replace('An alert.', 'Another alert.');
    await page.updateComplete;
    expect(page.querySelectorAll(':scope > doc-section')[0]).to.equal(one);
    expect(one?.querySelector('p')).to.equal(paragraph);
    expect(page.querySelectorAll(':scope > doc-section')[1]).to.equal(two);
    expect(two?.textContent).to.contain('Another alert.');
    expect(page.querySelectorAll('h1')).to.have.lengthOf(1);
  });
});
