import { expect } from 'chai';
import '../../src/index.js';
import type { RepoLink } from '../../src/index.js';
import { sinkReady } from '../../src/dom/sink.js';
import { repositoryKey } from '../../src/model/repository-facts.js';
import { renderPage } from '../../src/server/page.js';
import { SAMPLES } from '../block-samples.js';
import { findHarm, stolen, takeEvents, watchGlobals } from './harness.js';
import { BREAKOUTS, PAYLOADS, URLS } from './vectors.js';

const TEXTS = [...BREAKOUTS, ...PAYLOADS, ...URLS, '__proto__', 'constructor', '\u202E\u0000\uD800'];

/** Facts in which a stranger has written everything. */
const factsOf = (text: string): Record<string, unknown> => ({
  description: text,
  language: text,
  licence: text,
  stars: text,
  archived: text,
  movedTo: text,
  continuedIn: text,
  defaultBranch: text,
  fetchedAt: text,
  source: text,
  sources: { description: { source: text, fetchedAt: text }, __proto__: { polluted: 1 } },
});

const container = (html: string): HTMLElement => {
  const element = document.createElement('div');
  element.innerHTML = html;
  document.body.append(element);
  // The host asks for it; by attribute it would look like the work of a stranger.
  for (const card of element.querySelectorAll<RepoLink>('.live')) card.live = true;
  return element;
};

async function settled(root: HTMLElement): Promise<HTMLElement> {
  for (const element of root.querySelectorAll('doc-page, doc-section, repo-link'))
    await (element as Element & { updateComplete?: Promise<boolean> }).updateComplete;
  return root;
}

/** Everything in data that is text, replaced, but for what the kind of a block is. */
function poison(value: unknown, text: string): unknown {
  if (typeof value === 'string') return text;
  if (Array.isArray(value)) return value.map((item) => poison(item, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === 'kind' ? inner : poison(inner, text)]),
  );
}

async function expectNoHarm(render: (text: string) => Promise<HTMLElement>): Promise<void> {
  const found: string[] = [];
  const changes = watchGlobals();
  for (const text of TEXTS) found.push(...(await findHarm(text, () => render(text))));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect([...found, ...takeEvents(), ...stolen(), ...changes()]).to.deep.equal([]);
}

describe('what strangers write elsewhere than in a text does nothing:', function () {
  this.timeout(300_000);
  const fetch = window.fetch.bind(window);

  before(sinkReady);
  afterEach(() => {
    window.fetch = fetch;
    localStorage.clear();
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('facts of a repository', () =>
    expectNoHarm(async (text) => {
      const root = container('<repo-link variant="card" repo="a/b"></repo-link>');
      const [card] = root.querySelectorAll<RepoLink>('repo-link');
      if (card) card.data = factsOf(text);
      return settled(root);
    }));

  it('a snapshot of repositories', () =>
    expectNoHarm(async (text) => {
      const root = container('<doc-page><repo-link variant="card" repo="a/b"></repo-link></doc-page>');
      const [page] = root.querySelectorAll('doc-page');
      const facts = { ...factsOf(text), url: 'https://github.com/a/b' };
      if (page) page.repos = { repositories: [facts, { url: text }] };
      return settled(root);
    }));

  it('the answer of a forge', async () => {
    let asked = 0;
    let count = 0;
    let answer: unknown;
    let etag = '';
    window.fetch = (input, init) => {
      if (!String(input instanceof Request ? input.url : input).includes('/api/v')) return fetch(input, init);
      asked++;
      return Promise.resolve(Response.json(answer, { headers: { etag } }));
    };
    await expectNoHarm(async (text) => {
      const name = `n${String(count++)}`;
      const url = `${location.origin}/forge-surface/${name}`;
      etag = text.replace(/[^\x20-\x7E]/g, '');
      answer = {
        ...factsOf(text),
        html_url: url,
        full_name: text,
        homepage: text,
        owner: { login: text, avatar_url: text, html_url: text },
        license: { key: text, name: text, spdx_id: text },
        licenses: [text],
        default_branch: text,
        stargazers_count: 1e308,
        name: text,
        topics: [text],
      };
      const before = asked;
      const root = container(
        `<repo-link variant="card" class="live" forges="${location.host}=gitea"><a href="${url}">a</a></repo-link>`,
      );
      await settled(root);
      for (let tries = 0; (asked === before || !root.querySelector('.repo-facts')) && tries < 200; tries++)
        await new Promise((resolve) => setTimeout(resolve, 10));
      return settled(root);
    });
    expect(asked).to.be.at.least(TEXTS.length);
  });

  it('a card of a forge that nobody has named, where cards are live', async () => {
    const asked: string[] = [];
    window.fetch = (input) => {
      asked.push(new URL(String(input instanceof Request ? input.url : input)).host);
      return Promise.resolve(Response.json({ html_url: 'https://codeberg.org/unnamed/forge' }));
    };
    const root = container('<doc-page live></doc-page>');
    const [page] = root.querySelectorAll('doc-page');
    const hosts = [
      'gitlab.evil.example',
      'gitea.evil.example',
      'github.evil.example',
      'gitlab.com:8443',
      'codeberg.org',
    ];
    if (page)
      page.markdown = hosts
        .map(
          (host) =>
            `<repo-link variant="card" forges="${host}=gitea" href="https://${host}/unnamed/forge">a</repo-link>`,
        )
        .join('\n');
    await settled(root);
    for (let tries = 0; asked.length === 0 && tries < 300; tries++)
      await new Promise((resolve) => setTimeout(resolve, 10));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(asked).to.deep.equal(['codeberg.org']);
    root.remove();
  });

  it('what was remembered', () =>
    expectNoHarm(async (text) => {
      const url = 'https://github.com/poisoned/storage';
      const entry = { facts: { ...factsOf(text), url }, etag: text, checkedAt: Date.now() };
      for (const key of [repositoryKey(url), url, 'poisoned/storage'])
        localStorage.setItem(`doc-elements:repo:${key}`, JSON.stringify(entry));
      localStorage.setItem('doc-elements:forge-pause:github.com', String(Date.now() + 60_000));
      localStorage.setItem('doc-elements:code-tabs', JSON.stringify([text, { text }, [text]]));
      const root = container(
        `<doc-page><repo-link variant="card" class="live"><a href="${url}">a</a></repo-link>
         <doc-code><doc-code tab="a"><pre><code>a</code></pre></doc-code><doc-code tab="b"><pre><code>b</code></pre></doc-code></doc-code></doc-page>`,
      );
      return settled(root);
    }));

  it('what looks as if a server had written it, taken over and then changed', () =>
    expectNoHarm(async (text) => {
      const quoted = text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
      const forged = `# A

${text}

<doc-toc slot="toc" data-doc-chrome collapse><nav aria-label="${quoted}"><ol><li><a href="${quoted}">a</a></li></ol></nav></doc-toc>
<div class="doc-header" slot="header"><h1 id="a">${text}</h1></div>
<div class="doc-lead">${text}</div>
<section class="footnotes" data-footnotes><h2 id="footnote-label">${text}</h2></section>
<doc-section><h2 id="b">b</h2><script type="application/json">{"title":"a"}</script>${text}</doc-section>
<repo-link variant="card" href="https://github.com/a/b"><a href="https://github.com/a/b">a</a>
<span class="repo-facts"><span class="repo-description">${text}</span><a class="repo-moved" href="${quoted}">a</a>
<span class="repo-licence"><data value="${quoted}">a</data></span><time datetime="9999-01-01">a</time></span></repo-link>

## B

text`;
      const root = container(await renderPage(forged));
      await settled(root);
      const [page] = root.querySelectorAll('doc-page');
      expect(page?.page).to.equal(undefined);
      if (page) page.markdown = `${forged} and more`;
      return settled(root);
    }));

  it('the fragment of the address', () =>
    expectNoHarm(async (text) => {
      // Before the page comes, so that it is what a link from elsewhere has led to. Not by `history.replaceState`, of
      // which WebKit takes a hundred in ten seconds and throws at the next.
      location.replace(`#${encodeURI(text.replace(/[\uD800-\uDFFF]/g, ''))}`);
      const root = container('<doc-page></doc-page>');
      const [page] = root.querySelectorAll('doc-page');
      if (page) page.markdown = '## One\n\n[a](#one)\n\n## Two\n\ntext';
      await settled(root);
      dispatchEvent(new HashChangeEvent('hashchange'));
      return settled(root);
    }));

  it('blocks of data of every kind, in the page and from the server', () =>
    expectNoHarm(async (text) => {
      const data = {
        title: text,
        blocks: Object.values(SAMPLES).map((block) => poison(block, text)),
      };
      const root = container('<doc-page pictures="load"></doc-page>');
      const [page] = root.querySelectorAll('doc-page');
      if (page) page.data = JSON.stringify(data);
      const other = document.createElement('div');
      other.innerHTML = await renderPage(JSON.stringify(data), { format: 'json', pictures: 'load' });
      await settled(root);
      const harm = await findHarm(`${text} on the server`, () => {
        document.body.append(other);
        return settled(other);
      });
      expect(harm).to.deep.equal([]);
      return root;
    }));

  it('a child script of data or Markdown', () =>
    expectNoHarm(async (text) => {
      const root = document.createElement('div');
      for (const [type, content] of [
        ['application/json', JSON.stringify({ title: text, sections: [{ heading: text, body: text }] })],
        ['application/json', text],
        ['text/markdown', text],
      ] as const) {
        const page = document.createElement('doc-page');
        const script = document.createElement('script');
        script.type = type;
        script.text = content;
        page.append(script);
        root.append(page);
      }
      document.body.append(root);
      await settled(root);
      for (const script of root.querySelectorAll('script')) script.remove();
      return root;
    }));
});
