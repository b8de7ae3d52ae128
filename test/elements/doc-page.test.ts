import { expect } from 'chai';
import '../../src/index.js';
import type { DocPage, DocSection } from '../../src/index.js';
import { clearFixtures, fixture, nextEvent, until } from './fixture.js';

const SEED = new URL('../fixtures/pages/01-seed.md', import.meta.url).href;
const FAULT = new URL('/__fault/', location.href).href;

const make = async (html: string, set?: (page: DocPage) => void): Promise<DocPage> => {
  const page = fixture<DocPage>(html);
  set?.(page);
  await page.updateComplete;
  return page;
};

const ids = (root: ParentNode): string[] => [...root.querySelectorAll('h2[id]')].map(({ id }) => id);
const part = (page: DocPage, name: string): HTMLElement | null | undefined =>
  page.shadowRoot?.querySelector(`[part~="${name}"]`);

const SEED_IDS = ['about-net', 'about-net-core', 'further-reading-on-net-core'];

describe('doc-page', () => {
  afterEach(clearFixtures);

  describe('with the seed page', () => {
    it('renders title, sections, links and a table of contents from src', async () => {
      const page = await make(`<doc-page src="${SEED}" heading-level="1"></doc-page>`);
      expect(page.matches(':state(ready)')).to.equal(true);
      expect(page.querySelector('h1')?.textContent).to.equal('About .NET Core');
      expect(ids(page)).to.deep.equal(SEED_IDS);
      expect(page.querySelectorAll('doc-section a:not(.heading-anchor)')).to.have.lengthOf(10);
      expect(page.querySelectorAll('repo-link')).to.have.lengthOf(6);
      expect([...page.querySelectorAll('doc-toc a')].map((link) => link.getAttribute('href'))).to.deep.equal(
        SEED_IDS.map((id) => `#${id}`),
      );
      expect(page.textContent).not.to.contain('layout: main');
    });

    it('resolves relative links against the source', async () => {
      const page = await make(`<doc-page src="${SEED}"></doc-page>`);
      const link = [...page.querySelectorAll('a')].find(
        ({ textContent }) => textContent === 'deeper understanding',
      );
      expect(link?.href).to.equal(new URL('overview.html', SEED).href);
    });
  });

  it('replaces an authored page, its title included, by a source that comes later', async () => {
    const page = await make('<doc-page><h1>Old</h1><h2>a</h2><p>x</p><h2>b</h2></doc-page>');
    page.markdown = '# New\n\nText';
    await page.updateComplete;
    expect([...page.querySelectorAll('h1, h2')].map(({ textContent }) => textContent)).to.deep.equal(['New']);
  });

  describe('links', () => {
    afterEach(() => history.replaceState(null, '', location.pathname + location.search));

    it('reports one that leads nowhere when a reader follows it, once', async () => {
      const page = await make('<doc-page></doc-page>', (element) => {
        element.markdown = '## One\n\n[dead](#nowhere) [live](#one) [top](#)';
      });
      const told: string[] = [];
      page.addEventListener('doc-problem', ({ problems }) => told.push(...problems.map(({ code }) => code)));
      const links = [...page.querySelectorAll<HTMLElement>('p a')];
      for (const link of [...links, ...links]) link.click();
      await until(() => told.length > 0, 'the report');
      expect(told).to.deep.equal(['fragment-dead']);
      expect(page.problems.map(({ code }) => code)).to.deep.equal(['fragment-dead']);
      expect(page.problems[0]?.message).to.contain('#nowhere');
    });

    it('copies the address of a permalink, and says so in the language of the page', async () => {
      const page = await make('<doc-page lang="de"></doc-page>', (element) => (element.markdown = '## One'));
      const copied: string[] = [];
      Object.defineProperty(navigator, 'clipboard', {
        configurable: true,
        value: { writeText: (text: string) => Promise.resolve(copied.push(text)) },
      });
      try {
        page.querySelector<HTMLElement>('.heading-anchor')!.click();
        await until(() => page.querySelector('[role="status"]')?.textContent === 'Link kopiert', 'the words');
        expect(copied).to.deep.equal([`${location.href.split('#')[0]}#one`]);
        expect(page.querySelector('.heading-anchor')?.matches('[data-copied]')).to.equal(true);
        await until(() => page.querySelector('[data-copied], [role="status"]') === null, 'the end of it');
      } finally {
        Reflect.deleteProperty(navigator, 'clipboard');
      }
    });
  });

  describe('language', () => {
    const language = ({ lang, dir }: HTMLElement): string => `${lang} ${dir}`.trim();
    const set = async (page: DocPage, markdown: string): Promise<string> => {
      page.markdown = markdown;
      await page.updateComplete;
      return language(page);
    };

    it('is that of the front matter, with the direction it is written in', async () => {
      const page = await make('<doc-page></doc-page>');
      expect(await set(page, '---\nlang: ar\n---\nنص')).to.equal('ar rtl');
      expect(getComputedStyle(page).direction).to.equal('rtl');
      expect(await set(page, '---\nlang: fr\n---\nTexte')).to.equal('fr ltr');
      expect(await set(page, '---\ndir: rtl\n---\nText')).to.equal('rtl');
      expect(await set(page, 'Text')).to.equal('');
    });

    it('is that of page data', async () => {
      const page = await make(
        '<doc-page></doc-page>',
        (element) => (element.data = { lang: 'he', body: 'x' }),
      );
      expect(language(page)).to.equal('he rtl');
    });

    it('is the host’s where the host says one', async () => {
      const page = await make('<doc-page lang="de"></doc-page>');
      expect(await set(page, '---\nlang: ar\n---\nنص')).to.equal('de');
      page.dir = 'ltr';
      page.removeAttribute('lang');
      expect(await set(page, '---\nlang: fa\n---\nمتن')).to.equal('fa ltr');
    });
  });

  describe('sources', () => {
    const everything = `<doc-page>
      <script type="application/json">{"title": "JSON"}</script>
      <script type="text/markdown">
        # Script
      </script>
      <h1>Authored</h1>
    </doc-page>`;
    const title = (page: DocPage): string | null | undefined => page.querySelector('h1')?.textContent;

    it('takes data before all others', async () => {
      const page = await make(everything, (element) => {
        element.data = { title: 'Data' };
        element.markdown = '# Markdown';
      });
      expect(title(page)).to.equal('Data');
    });

    it('takes markdown before src and scripts', async () => {
      const page = await make(everything, (element) => (element.markdown = '# Markdown'));
      expect(title(page)).to.equal('Markdown');
    });

    it('takes src before scripts', async () => {
      const page = await make(everything, (element) => (element.src = SEED));
      expect(title(page)).to.equal('About .NET Core');
    });

    it('takes a script of JSON before one of Markdown', async () => {
      expect(title(await make(everything))).to.equal('JSON');
    });

    it('dedents a script of Markdown', async () => {
      const page = await make(`<doc-page>
          <script type="text/markdown">
            # Title

            Text

                code
          </script>
        </doc-page>`);
      expect(title(page)).to.equal('Title');
      expect(page.querySelector('pre code')?.textContent).to.equal('code\n');
    });

    it('enhances authored children where they stand', async () => {
      const page = await make(`<doc-page>
        <h1>Authored</h1>
        <doc-section><h2>One</h2><p>1</p></doc-section>
        <doc-section><h2 id="own">Two</h2><p>2</p></doc-section>
      </doc-page>`);
      expect(ids(page)).to.deep.equal(['one', 'own']);
      expect(page.querySelectorAll('.heading-anchor')).to.have.lengthOf(2);
      expect(page.querySelectorAll('doc-toc a')).to.have.lengthOf(2);
      expect(page.page).to.equal(undefined);
    });

    const told = async (html: string): Promise<string[]> =>
      (await make(html)).problems.map(({ code, severity }) => `${severity} ${code}`);

    it('tells of Markdown that it does not read, because of where it stands or of the type of its script', async () => {
      for (const type of ['text/x-markdown', 'markdown', 'text/md', 'json', 'text/json'])
        expect(
          await told(`<doc-page><script type="${type}"># Title</script></doc-page>`),
          type,
        ).to.deep.equal(['error source-unread']);
      expect(await told('<doc-page>\n# Title\n\nSome *text*.\n</doc-page>')).to.deep.equal([
        'warning source-unread',
      ]);
      const section = fixture<DocSection>('<doc-section>- [One](one.md)\n- Two</doc-section>');
      await section.updateComplete;
      expect(section.problems[0]?.message).to.contain('<doc-section>').and.to.contain('text/markdown');
    });

    it('takes any other text and script for what it is', async () => {
      for (const children of [
        '',
        'Text.',
        '# 1 in <b>HTML</b>',
        '<p># Text</p>',
        '<p>Text.</p><script type="application/ld+json">{}</script>',
        '<p>Text.</p><script type="text/plain">#</script>',
        '<script type="text/markdown"># Title</script>',
      ])
        expect(await told(`<doc-page>${children}</doc-page>`), children).to.deep.equal([]);
    });

    it('renders an empty text as an empty page', async () => {
      const page = await make('<doc-page><p>fallback</p></doc-page>', (element) => (element.markdown = ''));
      expect(page.textContent.trim()).to.equal('');
      expect(page.matches(':state(ready)')).to.equal(true);
    });
  });

  describe('attributes', () => {
    const text = '# Title\n\n## A\n\n### B\n\n#### C\n\n## D\n\n[x](x.md) ![i](i.png) <img src="j.png">';
    const render = (attributes: string): Promise<DocPage> =>
      make(`<doc-page ${attributes}></doc-page>`, (page) => (page.markdown = text));

    it('heading replaces the title', async () => {
      const page = await render('heading="Other"');
      expect([...page.querySelectorAll('h1')].map((h) => h.textContent)).to.deep.equal(['Other']);
    });

    it('heading-level moves every heading', async () => {
      const page = await render('heading-level="3"');
      expect(page.querySelector('h3')?.textContent).to.equal('Title');
      expect(page.querySelector('h4')?.id).to.equal('a');
    });

    it('heading-level is one below the heading of the host by default', async () => {
      const host = fixture('<main><h1>Host</h1><doc-page></doc-page></main>');
      const page = host.querySelector('doc-page')!;
      page.markdown = text;
      await page.updateComplete;
      expect(page.querySelector('h2')?.textContent).to.equal('Title');
    });

    it('toc="none" writes no table of contents', async () => {
      expect((await render('toc="none"')).querySelector('doc-toc')).to.equal(null);
    });

    it('toc-min-level and toc-max-level choose its headings', async () => {
      const links = async (attributes: string) =>
        (await render(attributes)).querySelectorAll('doc-toc a').length;
      expect(await links('heading-level="1"')).to.equal(3);
      expect(await links('heading-level="1" toc-max-level="2"')).to.equal(2);
      expect(await links('heading-level="1" toc-max-level="4"')).to.equal(4);
    });

    it('heading-links="none" writes no permalinks', async () => {
      expect((await render('heading-links="none"')).querySelector('.heading-anchor')).to.equal(null);
    });

    it('base resolves links and images, also in HTML', async () => {
      const page = await render('base="https://example.org/docs/"');
      expect(page.querySelector<HTMLAnchorElement>('p a')?.href).to.equal('https://example.org/docs/x.md');
      expect([...page.querySelectorAll('img')].map(({ src }) => src)).to.deep.equal([
        'https://example.org/docs/i.png',
        'https://example.org/docs/j.png',
      ]);
    });

    it('repo leads relative links to the repository', async () => {
      const page = await render('repo="owner/name@main"');
      expect(page.querySelector<HTMLAnchorElement>('p a')?.href).to.equal(
        'https://github.com/owner/name/blob/main/x.md',
      );
    });
  });

  describe('what it may hold', () => {
    const TEXT = 'a <my-map lat="1" onclick="hit()">b</my-map>\n\n## One\n\nc <x-y z="1">d</x-y>';

    it('is what the host adds, from then on', async () => {
      const page = await make('<doc-page></doc-page>', (element) => {
        element.markdown = TEXT;
      });
      expect(page.querySelector('my-map, x-y')).to.equal(null);
      page.allow = { 'my-map': ['lat'] };
      await page.updateComplete;
      expect(page.querySelector('my-map')?.outerHTML).to.equal('<my-map lat="1">b</my-map>');
      expect(page.querySelector('x-y')).to.equal(null);
      page.setAttribute('allow', 'x-y=z');
      await page.updateComplete;
      expect(page.querySelector('my-map')).to.equal(null);
      expect(page.querySelector('x-y')?.outerHTML).to.equal('<x-y z="1">d</x-y>');
    });

    it('says what may not be added', async () => {
      const page = await make('<doc-page allow="script my-map=onclick"></doc-page>', (element) => {
        element.markdown = TEXT;
      });
      expect(page.problems.map(({ code }) => code)).to.deep.equal(['allow-refused', 'allow-refused']);
      expect(page.querySelector('my-map')?.outerHTML).to.equal('<my-map>b</my-map>');
    });
  });

  describe('updates', () => {
    it('keeps the nodes of sections that did not change', async () => {
      const page = await make(
        '<doc-page></doc-page>',
        (element) => (element.markdown = '## A\n\na\n\n## B\n\nb'),
      );
      const [a, b] = page.querySelectorAll('doc-section');
      page.markdown = '## A\n\na\n\n## B\n\nchanged';
      await page.updateComplete;
      const [a2, b2] = page.querySelectorAll('doc-section');
      expect(a2).to.equal(a);
      expect(b2).to.equal(b);
      expect(a2?.querySelector('p')).to.equal(a?.querySelector('p'));
      expect(b2?.querySelector('p')?.textContent).to.equal('changed');
    });

    it('keeps an open details element when another section changes', async () => {
      const text = (last: string) => `## A\n\n<details><summary>s</summary>x</details>\n\n## B\n\n${last}`;
      const page = await make('<doc-page></doc-page>', (element) => (element.markdown = text('1')));
      const details = page.querySelector('details')!;
      details.open = true;
      page.markdown = text('2');
      await page.updateComplete;
      expect(page.querySelector('details')).to.equal(details);
      expect(details.open).to.equal(true);
    });

    it('shows the newest of several sources', async () => {
      const page = await make('<doc-page></doc-page>');
      page.src = `${FAULT}slow?ms=200&body=${encodeURIComponent('# Old')}`;
      await new Promise((resolve) => setTimeout(resolve, 20));
      page.src = `${FAULT}echo?body=${encodeURIComponent('# New')}`;
      await page.updateComplete;
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(page.querySelector('h1, h2')?.textContent).to.equal('New');
    });

    it('does not load again when only an option changes', async () => {
      await fetch(`${FAULT}count/option?reset`);
      const page = await make(`<doc-page src="${FAULT}echo/page.md?count=option"></doc-page>`);
      page.toc = 'none';
      await page.updateComplete;
      const { count } = (await (await fetch(`${FAULT}count/option`)).json()) as { count: number };
      expect(count).to.equal(1);
    });
  });

  describe('the way back', () => {
    it('gives Markdown to the byte and page data', async () => {
      const text = '---\ntitle: A\n---\n\n## B\n\ntext\n';
      const page = await make('<doc-page></doc-page>', (element) => (element.markdown = text));
      expect(await page.toMarkdown()).to.equal(text);
      expect((await page.toJSON())?.sections).to.deep.equal([{ heading: 'B', body: 'text' }]);
    });

    it('gives nothing where the source has failed', async () => {
      const page = await make(`<doc-page src="${FAULT}status/404"></doc-page>`);
      expect(page.matches(':state(error)')).to.equal(true);
      expect(await page.toMarkdown()).to.equal(undefined);
      expect(await page.toJSON()).to.equal(undefined);
    });
  });

  describe('life cycle', () => {
    it('works when it is created by script', async () => {
      const page = document.createElement('doc-page');
      page.markdown = '# Made';
      fixture('<div></div>').append(page);
      await page.updateComplete;
      expect(page.querySelector('h1, h2')?.textContent).to.equal('Made');
    });

    it('keeps its content when it is moved', async () => {
      const page = await make(`<doc-page src="${SEED}"></doc-page>`);
      const section = page.querySelector('doc-section');
      fixture('<div></div>').append(page);
      await page.updateComplete;
      expect(page.querySelector('doc-section')).to.equal(section);
      expect(page.matches(':state(ready)')).to.equal(true);
    });

    it('starts again when it was taken out while loading', async () => {
      const page = fixture<DocPage>(`<doc-page src="${FAULT}slow?ms=200"></doc-page>`);
      await until(() => page.matches(':state(loading)'), 'the page to load');
      page.remove();
      expect(page.matches(':state(loading)')).to.equal(false);
      fixture('<div></div>').append(page);
      await nextEvent(page, 'doc-render');
      expect(ids(page).length + page.querySelectorAll('h3').length).to.be.greaterThan(0);
    });

    it('renders a clone like the original', async () => {
      const page = await make(`<doc-page src="${SEED}" heading-level="1"></doc-page>`);
      const clone = document.importNode(page, true);
      page.remove();
      fixture('<div></div>').append(clone);
      await clone.updateComplete;
      expect(ids(clone)).to.deep.equal(SEED_IDS);
      expect(clone.querySelectorAll('h1')).to.have.lengthOf(1);
    });

    it('takes children that come after it, as a parser brings them', async () => {
      const page = fixture<DocPage>('<doc-page></doc-page>');
      await page.updateComplete;
      page.innerHTML = '<doc-section><h2>Late</h2></doc-section><doc-section><h2>Later</h2></doc-section>';
      await until(() => page.querySelector('doc-toc') !== null, 'the table of contents');
      expect(ids(page)).to.deep.equal(['late', 'later']);
    });
  });

  describe('events', () => {
    it('tells that the text is here and that it is rendered', async () => {
      const page = fixture<DocPage>(`<doc-page src="${SEED}"></doc-page>`);
      const [load, render] = await Promise.all([nextEvent(page, 'doc-load'), nextEvent(page, 'doc-render')]);
      expect(load.text).to.contain('layout: main');
      expect(load.url).to.equal(SEED);
      expect(render.page?.title?.text).to.equal('About .NET Core');
    });

    it('renders nothing when the load is cancelled', async () => {
      const page = fixture<DocPage>(`<doc-page src="${SEED}"><p>fallback</p></doc-page>`);
      page.addEventListener('doc-load', (event) => event.preventDefault());
      await page.updateComplete;
      expect(page.textContent.trim()).to.equal('fallback');
    });

    it('tells problems, and keeps them', async () => {
      const page = fixture<DocPage>('<doc-page></doc-page>');
      page.markdown = '[x](javascript:alert(1))';
      const event = await nextEvent(page, 'doc-problem');
      expect(event.problems.map(({ code }) => code)).to.deep.equal(['url-unsafe']);
      expect(page.problems).to.equal(event.problems);
    });
  });

  describe('on failure', () => {
    const failures: [name: string, src: string, message: RegExp, status?: number][] = [
      ['404', 'status/404/about.md', /404/, 404],
      ['500', 'status/500/about.md', /500/, 500],
      ['a connection that breaks', 'reset/about.md', /about\.md/],
      ['HTML instead of Markdown', 'type/html-as-md', /HTML/],
      ['a PDF', 'pdf', /PDF/i],
    ];
    for (const [name, path, message, status] of failures)
      it(`keeps the fallback and says why: ${name}`, async () => {
        const page = fixture<DocPage>(`<doc-page src="${FAULT}${path}"><p>fallback</p></doc-page>`);
        const event = await nextEvent(page, 'doc-error');
        await page.updateComplete;
        expect(event.status).to.equal(status);
        expect(page.matches(':state(error)')).to.equal(true);
        expect(page.matches(':state(ready)')).to.equal(false);
        expect(page.querySelector('p')?.textContent).to.equal('fallback');
        expect(part(page, 'error')?.textContent).to.match(message);
        expect(page.problems.map(({ code }) => code)).to.deep.equal(['load-failed']);
      });

    it('keeps the fallback and says why: no answer in time', async () => {
      const page = await make(`<doc-page src="${FAULT}hang" timeout="200"><p>fallback</p></doc-page>`);
      expect(page.querySelector('p')?.textContent).to.equal('fallback');
      expect(part(page, 'error')?.textContent).to.match(/0\.2 s|200 ms|seconds?|time/i);
    });

    it('keeps the fallback and says why: offline', async () => {
      const original = Object.getOwnPropertyDescriptor(window, 'fetch');
      window.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
      try {
        const page = await make('<doc-page src="/offline.md"><p>fallback</p></doc-page>');
        expect(page.querySelector('p')?.textContent).to.equal('fallback');
        expect(part(page, 'error')?.textContent).to.match(/offline\.md/);
      } finally {
        if (original) Object.defineProperty(window, 'fetch', original);
      }
    });

    it('renders text with bytes that are no UTF-8, and says so', async () => {
      const page = await make(`<doc-page src="${FAULT}invalid-utf8"></doc-page>`);
      expect(page.querySelector('h1, h2')?.textContent).to.equal('Caf\ufffd');
      expect(page.problems.map(({ code }) => code)).to.deep.equal(['text-invalid-utf8']);
    });

    it('keeps the fallback and says why: 10 MB of text', async () => {
      const page = await make(`<doc-page src="${FAULT}big?bytes=10485760"><p>fallback</p></doc-page>`);
      expect(page.querySelector('p')?.textContent).to.equal('fallback');
      expect(part(page, 'error')?.textContent).to.match(/big.*5(\.0)? ?MB/s);
    });

    it('renders as much text as it is told to', async () => {
      const src = `${FAULT}big?bytes=200000`;
      const page = await make(`<doc-page src="${src}" max-bytes="100000"></doc-page>`);
      expect(page.matches(':state(error)')).to.equal(true);
      page.maxBytes = 300_000;
      await page.updateComplete;
      expect(page.textContent.length).to.be.greaterThan(190_000);
    });

    it('renders a page whose front matter is no YAML, without printing it', async () => {
      const page = await make('<doc-page></doc-page>', (element) => {
        element.markdown = '---\ntitle: One: two\nlist: [a\n---\nText.';
      });
      expect(page.querySelector('h1, h2')?.textContent).to.equal('One: two');
      expect(page.textContent).not.to.contain('list:');
      expect(new Set(page.problems.map(({ code }) => code))).to.deep.equal(new Set(['front-matter-invalid']));
      expect(page.problems[0]?.place?.line).to.equal(2);
    });

    it('holds the place of what is on its way, and says so, where there is nothing else to see', async () => {
      const page = fixture<DocPage>(
        `<doc-page lang="de" src="${FAULT}hang"><p slot="loading">Wait</p></doc-page>`,
      );
      const status = (): string | null | undefined =>
        page.shadowRoot?.querySelector('[role="status"]')?.textContent;
      await until(() => status() === 'Wird geladen…', 'the words');
      expect(part(page, 'loading')?.querySelector('slot')?.assignedElements()).to.have.lengthOf(1);
      page.markdown = 'Text';
      await page.updateComplete;
      expect([part(page, 'loading'), status()]).to.deep.equal([null, '']);
    });

    it('shows its children while a source is on its way', async () => {
      const page = fixture<DocPage>(`<doc-page src="${FAULT}hang"><p>Fallback</p></doc-page>`);
      await until(() => !!page.shadowRoot?.querySelector('[role="status"]')?.textContent, 'the words');
      expect(part(page, 'loading')).to.equal(null);
      expect(page.querySelector('p')?.checkVisibility()).to.equal(true);
    });

    it('leaves the message to a host that cancels the event', async () => {
      const page = fixture<DocPage>(`<doc-page src="${FAULT}status/404/x.md"></doc-page>`);
      page.addEventListener('doc-error', (event) => event.preventDefault());
      await page.updateComplete;
      expect(part(page, 'error')).to.equal(null);
    });

    it('shows the old content as stale when a later source fails, and recovers', async () => {
      const page = await make(`<doc-page src="${SEED}"></doc-page>`);
      page.src = `${FAULT}status/500/x.md`;
      await page.updateComplete;
      expect(page.matches(':state(stale)')).to.equal(true);
      expect(ids(page).length + page.querySelectorAll('h3').length).to.be.greaterThan(0);
      page.src = SEED;
      await page.updateComplete;
      expect(page.matches(':state(stale)')).to.equal(false);
      expect(part(page, 'error')).to.equal(null);
    });

    it('loads again from the button', async () => {
      await fetch(`${FAULT}count/retry?reset`);
      const page = await make(`<doc-page src="${FAULT}flaky/page.md?count=retry"></doc-page>`);
      expect(page.matches(':state(error)')).to.equal(true);
      part(page, 'retry')?.click();
      await page.updateComplete;
      expect(page.matches(':state(ready)')).to.equal(true);
    });

    for (const [name, before] of [
      ['with nothing to show', ''],
      ['over what was there', '<p>Fallback</p>'],
    ] as const)
      it(`keeps the keyboard’s place while it loads again, and says anew that it has failed: ${name}`, async () => {
        const well = `again-${Math.random()}`;
        const page = await make(
          `<doc-page src="${FAULT}status/500/page.md?until=${well}">${before}<p slot="footer"><a href="#x">x</a></p></doc-page>`,
        );
        const root = page.shadowRoot!;
        const said: string[] = [];
        const isAlert = (node: Node): boolean => node instanceof Element && node.role === 'alert';
        const observer = new MutationObserver((records) => {
          for (const { addedNodes, removedNodes } of records) {
            if ([...removedNodes].some(isAlert)) said.push(root.activeElement?.className ?? '');
            if ([...addedNodes].some(isAlert)) said.push('alert');
          }
        });
        observer.observe(root, { childList: true, subtree: true });
        await until(() => part(page, 'retry') !== null, 'the message');
        await until(() => root.querySelector('[role=status]') !== null, 'what looks after messages');
        part(page, 'retry')!.focus();
        for (let times = 0; times < 2; times++) {
          (root.activeElement as HTMLElement).click();
          await page.updateComplete;
          expect(said.splice(0)).to.deep.equal(['content', 'alert']);
          expect(root.activeElement).to.equal(part(page, 'retry'));
          expect(part(page, 'content')!.hasAttribute('tabindex')).to.equal(false);
        }
        await fetch(`${FAULT}well/${well}`);
        part(page, 'retry')!.click();
        await page.updateComplete;
        expect(page.matches(':state(ready)')).to.equal(true);
        expect(root.activeElement).to.equal(part(page, 'content'));
        page.querySelector('a')!.focus();
        expect(part(page, 'content')!.hasAttribute('tabindex')).to.equal(false);
        observer.disconnect();
      });

    it('renders what it can of invalid data', async () => {
      const page = await make('<doc-page></doc-page>', (element) => {
        element.data = { title: 7, sections: [{ heading: 'Right', body: 'text' }, { heading: 3 }] };
      });
      expect(page.querySelector('p')?.textContent).to.equal('text');
      expect(page.problems.map(({ place }) => place?.path)).to.include('title');
    });

    it('says where JSON is broken, and keeps the fallback', async () => {
      const page = await make(
        '<doc-page><p>fallback</p><script type="application/json">{"title": }</script></doc-page>',
      );
      expect(page.problems[0]?.code).to.equal('data-not-json');
      expect(page.problems[0]?.place?.line).to.equal(1);
      expect(page.matches(':state(error)')).to.equal(true);
      expect(page.querySelector('p')?.textContent).to.equal('fallback');
      expect(part(page, 'error')?.textContent).to.contain('The text is not JSON.');
    });

    it('names the address of data that are no page', async () => {
      const page = fixture<DocPage>('<doc-page><p>fallback</p></doc-page>');
      const failed = nextEvent(page, 'doc-error');
      page.src = new URL('../../package.json', import.meta.url).href;
      expect((await failed).error.message).to.match(/package\.json: This is no page data/);
      await page.updateComplete;
      expect(page.querySelector('p')?.textContent).to.equal('fallback');
    });

    it('keeps the page when later data are none, and recovers', async () => {
      const page = await make('<doc-page></doc-page>', (element) => (element.data = { title: 'One' }));
      page.data = [];
      await page.updateComplete;
      expect(page.querySelector('h1')?.textContent).to.equal('One');
      expect(page.matches(':state(error):state(stale)')).to.equal(true);
      page.data = { title: 'Two' };
      await page.updateComplete;
      expect(page.querySelector('h1')?.textContent).to.equal('Two');
      expect(page.problems).to.deep.equal([]);
      expect(part(page, 'error')).to.equal(null);
    });

    it('shows a page of no data as what it is: empty', async () => {
      const page = await make('<doc-page></doc-page>', (element) => (element.data = {}));
      expect(page.matches(':state(ready)')).to.equal(true);
    });
  });
});
