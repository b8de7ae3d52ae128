import { expect } from 'chai';
import '../../src/index.js';
import type { DocPage, DocProblemEvent, RepoLink } from '../../src/index.js';
import { compileRepoCard } from '../../src/html/repo-card.js';
import { clearFixtures, fixture, nextEvent, until } from './fixture.js';

const URL = 'https://github.com/dotnet/coreclr';
const DATA = {
  description: 'The runtime',
  language: 'C++',
  stars: 1234,
  licence: 'MIT',
  archived: true,
  continuedIn: 'https://github.com/dotnet/runtime',
  fetchedAt: '2026-11-12',
};
const FACTS = { url: URL, ...DATA };
const CARD = '<repo-link variant="card" repo="dotnet/coreclr"></repo-link>';

/** A card with data, complete. */
const make = async (html: string, data?: unknown): Promise<RepoLink> => {
  const card = fixture<RepoLink>(html);
  if (data !== undefined) card.data = data;
  await card.updateComplete;
  return card;
};
const about = (card: Element): Element | null => card.querySelector('.repo-facts');

describe('repo-link as a card', () => {
  afterEach(clearFixtures);

  it('shows its data as the compiler would', async () => {
    const card = await make('<repo-link variant="card" repo="dotnet/coreclr"></repo-link>', DATA);
    const expected = document.createElement('template');
    expected.innerHTML = compileRepoCard(FACTS);
    expect(card.innerHTML).to.equal(expected.content.firstElementChild!.innerHTML);
  });

  it('adopts a prerendered card without a write', async () => {
    const html = compileRepoCard(FACTS);
    const container = fixture('<div></div>');
    const writes: MutationRecord[] = [];
    new MutationObserver((records) => writes.push(...records)).observe(container, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    container.innerHTML = html;
    await container.querySelector<RepoLink>('repo-link')!.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(writes).to.have.lengthOf(1);
    expect(container.innerHTML).to.equal(html);
  });

  it('shows what it is asked to', async () => {
    const card = await make(
      '<repo-link variant="card" repo="dotnet/coreclr" show="stars"></repo-link>',
      DATA,
    );
    expect(about(card)!.textContent).to.include('1,234 stars').and.to.include('Archived');
    expect(about(card)!.textContent).not.to.include('MIT').and.not.to.include('runtime\n');
    card.show = 'licence';
    await card.updateComplete;
    expect(about(card)!.textContent).to.include('MIT licence').and.not.to.include('1,234');
  });

  it('follows a rename where the link is not its author’s', async () => {
    const data = { movedTo: 'https://github.com/dotnet/sdk' };
    const own = await make('<repo-link variant="card" repo="dotnet/cli"></repo-link>', data);
    expect(own.querySelector('a')!.href).to.equal('https://github.com/dotnet/sdk');
    expect(own.querySelector('a')!.textContent).to.equal('dotnet/sdk');
    expect(about(own)!.textContent).to.equal('Formerly dotnet/cli');

    const link = '<a href="https://github.com/dotnet/cli">The CLI</a>';
    const authored = await make(`<repo-link variant="card">${link}</repo-link>`, data);
    expect(authored.innerHTML.startsWith(link)).to.equal(true);
    expect(about(authored)!.textContent).to.equal('Moved to dotnet/sdk');
  });

  it('is a link and no more where nothing is known', async () => {
    const card = await make('<repo-link variant="card" repo="dotnet/coreclr"></repo-link>');
    expect(card.textContent).to.equal('dotnet/coreclr');
    const elsewhere = await make(
      '<repo-link variant="card"><a href="https://example.org/">Site</a></repo-link>',
      DATA,
    );
    expect(elsewhere.textContent).to.equal('Site');
  });

  it('keeps the nodes that say the same when a fact changes', async () => {
    const card = await make('<repo-link variant="card" repo="dotnet/coreclr"></repo-link>', DATA);
    const description = card.querySelector('.repo-description');
    const link = card.querySelector<HTMLAnchorElement>('.repo-continued')!;
    link.focus();
    card.data = { ...DATA, stars: 1235 };
    await card.updateComplete;
    expect(card.querySelector('.repo-stars')!.textContent).to.equal('1,235 stars');
    expect(card.querySelector('.repo-description')).to.equal(description);
    expect(document.activeElement).to.equal(link);
  });

  it('takes the facts of its page’s snapshot, from a URL or as a property', async () => {
    const snapshot = JSON.stringify({ repositories: [FACTS] });
    const url = `/__fault/echo?type=application/json&body=${encodeURIComponent(snapshot)}`;
    const page = fixture(
      `<doc-page repos="${url}" toc="none"><h1>T</h1><repo-link variant="card" repo="DotNet/coreclr"></repo-link></doc-page>`,
    );
    await until(() => about(page) !== null, 'the facts of the snapshot');
    expect(about(page)!.textContent).to.include('1,234 stars');

    const other = document.createElement('doc-page');
    other.repos = { repositories: [FACTS] };
    other.innerHTML = '<h1>T</h1><repo-link variant="card" repo="dotnet/coreclr"></repo-link>';
    fixture('<div></div>').append(other);
    await until(() => about(other) !== null, 'the facts of the property');
    expect(about(other)!.textContent).to.include('1,234 stars');
  });

  for (const [name, put] of [
    ['its children', (page: DocPage): string => (page.innerHTML = `<h1>T</h1>${CARD}`)],
    ['its source', (page: DocPage): string => (page.markdown = `# T\n\n${CARD}`)],
  ] as const)
    it(`takes what its page is told later: ${name}`, async () => {
      const page = document.createElement('doc-page');
      put(page);
      fixture('<div></div>').append(page);
      await page.updateComplete;
      await until(() => page.querySelector('repo-link > a') !== null, 'the link');
      expect(about(page)).to.equal(null);
      page.repos = { repositories: [FACTS] };
      await until(() => about(page) !== null, 'the facts');
      page.repos = { repositories: [{ ...FACTS, stars: 5, fetchedAt: '2026-11-20' }] };
      await until(() => about(page)!.textContent.includes('5 stars'), 'the newer facts');
    });

  it('asks its forge when its page is made live later', async () => {
    const page = fixture<DocPage>(`<doc-page toc="none"><h1>T</h1>${compileRepoCard(FACTS)}</doc-page>`);
    await page.updateComplete;
    const asked: string[] = [];
    page.addEventListener('doc-forge-request', (event) => {
      asked.push(event.host);
      event.preventDefault();
    });
    page.live = true;
    await until(() => asked.length > 0, 'the question to the forge');
    expect(asked).to.deep.equal(['api.github.com']);
  });

  it('tells what is wrong with a snapshot, and what is wrong with data', async () => {
    const page = fixture(
      '<doc-page repos="/__fault/status/404" toc="none"><h1>T</h1><repo-link variant="card" repo="dotnet/coreclr"></repo-link></doc-page>',
    );
    const { problems } = await nextEvent<'doc-problem'>(page, 'doc-problem');
    expect(problems[0]?.code).to.equal('load-failed');

    const told: DocProblemEvent[] = [];
    const card = fixture<RepoLink>('<repo-link variant="card" repo="dotnet/coreclr"></repo-link>');
    card.addEventListener('doc-problem', (event) => told.push(event));
    card.data = { stars: 'many', language: 'C#' };
    await card.updateComplete;
    expect(told[0]?.problems[0]?.place?.path).to.equal('stars');
    expect(about(card)!.textContent).to.equal('C#');
  });

  it('has its style sheet without a doc-page around it', async () => {
    const card = await make('<repo-link variant="card" repo="dotnet/coreclr"></repo-link>', DATA);
    expect(getComputedStyle(card).display).to.equal('block');
    expect(getComputedStyle(about(card)!).display).to.equal('grid');
  });
});
