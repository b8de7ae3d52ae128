import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { enginesHere, openBrowser, type Browser } from './engines.mjs';
import { ensureBuilt, ROOT } from './install.mjs';
import { openSite, type Site } from './site.mjs';

const TAGS = ['doc-callout', 'doc-code', 'doc-page', 'doc-section', 'doc-toc', 'repo-link'];

const SOURCE = `# Title

Text of the page.

> [!NOTE]
> A note.

## Code

\`\`\`js
let a = 1;
\`\`\`

[sdk](https://github.com/dotnet/sdk)

## Last
`;

/** Keeps, in the page, what goes wrong and what the console is warned of. */
const WATCH = `<script>
  const told = { errors: [], warnings: [], events: [] };
  addEventListener('error', ({ message }) => { if (message) told.errors.push(message); });
  addEventListener('unhandledrejection', ({ reason }) => told.errors.push(String(reason)));
  const { warn } = console;
  console.warn = (...args) => { told.warnings.push(args.join(' ')); warn.apply(console, args); };
  for (const type of ['doc-load', 'doc-render', 'doc-error', 'doc-problem'])
    addEventListener(type, () => told.events.push(type));
</script>`;

interface Told {
  readonly errors: string[];
  readonly warnings: string[];
  readonly events: string[];
}

const page = (scripts: readonly string[], body: string): string =>
  `<!doctype html><meta charset="utf-8"><title>Test</title>${WATCH}` +
  `${scripts.map((src) => `<script type="module" src="${src}"></script>`).join('')}<body>${body}`;
const pageOf = (src: string): string => `<doc-page src="${src}" heading-level="1"><p>fallback</p></doc-page>`;
const READY = `customElements.whenDefined('doc-page').then(() => document.querySelector('doc-page').updateComplete)`;
/** Long enough for what comes late, such as a rejection nobody handles. */
const AT_REST = `${READY}.then(() => new Promise((resolve) => setTimeout(resolve, 500)))`;

describe('the built bundle', function () {
  this.timeout(120_000);
  let site: Site;
  let version: string;
  /** The paths that are not answered now. */
  let down: (path: string) => boolean = () => false;

  before(async () => {
    await ensureBuilt();
    ({ version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string });
    const cdn = join(ROOT, 'cdn');
    const old: Record<string, string> = {};
    for (const name of readdirSync(cdn, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.js'),
    ))
      old[`/old/${name.replaceAll('\\', '/')}`] = readFileSync(join(cdn, name), 'utf8').replaceAll(
        version,
        '0.0.1',
      );
    site = await openSite({
      files: {
        ...old,
        '/source.md': SOURCE,
        '/tags.md': `${SOURCE}\nSome <kbd>keys</kbd>.\n`,
        '/twice.html': page(
          ['/cdn/doc-elements.js', '/copy/doc-elements.js', '/cdn/doc-elements.js?again'],
          pageOf('/source.md'),
        ),
        '/older-first.html': page(['/old/doc-elements.js', '/cdn/doc-elements.js'], pageOf('/source.md')),
        '/older-last.html': page(['/cdn/doc-elements.js', '/old/doc-elements.js'], pageOf('/source.md')),
        '/source.html': page(['/cdn/doc-elements.js'], pageOf('/source.md')),
        '/tags.html': page(['/cdn/doc-elements.js'], pageOf('/tags.md')),
        '/long.html': page(['/cdn/doc-elements.js'], pageOf('/long.md').replace('<p>fallback</p>', '')),
        '/long.md': `# Title\n\n${`## Section\n\n${'words '.repeat(100)}\n\n`.repeat(400)}`,
        '/plain.html': page(['/cdn/doc-elements.js'], pageOf('/plain.md')),
        '/plain.md': '# Title\n\nText with a [link](https://example.org/).\n\n## Section\n\n- one\n- two\n',
        '/authored.html': page(
          ['/cdn/doc-elements.js'],
          '<doc-page lang="de" json-ld><h1>Title</h1><doc-section><h2>One</h2><p>Text</p><table><tr><td>a</table>' +
            '<doc-callout kind="note"><p>Note</p></doc-callout><doc-code><pre><code class="language-js">let a</code></pre></doc-code>' +
            '<repo-link repo="dotnet/sdk"></repo-link><repo-link variant="card" repo="dotnet/runtime"></repo-link></doc-section>' +
            '<doc-section><h2>Two</h2><p><a href="#one">One</a></p></doc-section></doc-page>',
        ),
      },
      folders: { '/cdn/': cdn, '/copy/': cdn },
      headers: () => ({ 'cache-control': 'no-store' }),
      isDown: (path) => down(path),
    });
  });
  after(() => site.close());
  afterEach(() => {
    down = () => false;
  });

  let engines: Awaited<ReturnType<typeof enginesHere>>;
  before(async () => {
    engines = await enginesHere();
  });

  /** Runs in each engine that is here, in a window of its own. */
  const everywhere = (name: string, run: (browser: Browser, told: () => Promise<Told>) => Promise<void>) =>
    it(name, async () => {
      for (const engine of engines) {
        const browser = await openBrowser(engine);
        try {
          await run(
            browser,
            async () => JSON.parse(String(await browser.evaluate('JSON.stringify(told)'))) as Told,
          );
        } catch (error) {
          throw new Error(`${engine}: ${String(error)}`, { cause: error });
        } finally {
          await browser.close();
        }
      }
    });

  const copies: [name: string, path: string, first: () => string, later: () => string, times: number][] = [
    ['loaded from three addresses', 'twice.html', () => version, () => version, 2],
    ['after an older version', 'older-first.html', () => '0.0.1', () => version, 1],
    ['before an older version', 'older-last.html', () => version, () => '0.0.1', 1],
  ];
  for (const [name, path, first, later, times] of copies)
    everywhere(
      `leaves the first of several copies, and names the versions: ${name}`,
      async (browser, told) => {
        await browser.goTo(site.url + path);
        await browser.evaluate(AT_REST);
        const { errors, warnings, events } = await told();
        expect(errors).to.deep.equal([]);
        expect(events).to.deep.equal(['doc-load', 'doc-render']);
        expect(
          await browser.evaluate(`document.querySelectorAll('doc-page h1, doc-section, doc-toc a').length`),
        ).to.equal(5);
        for (const tag of TAGS)
          expect(
            warnings.filter(
              (text) =>
                text.startsWith(`<${tag}> was defined by doc-elements ${first()} `) &&
                text.includes(` doc-elements ${later()} `),
            ),
          ).to.have.lengthOf(times);
        expect(warnings).to.have.lengthOf(TAGS.length * times);
      },
    );

  const isLazy = (path: string): boolean => path.startsWith('/cdn/') && path !== '/cdn/doc-elements.js';

  everywhere('keeps the fallback where the rest of it does not come, and recovers', async (browser, told) => {
    down = isLazy;
    await browser.goTo(`${site.url}source.html`);
    await browser.evaluate(AT_REST);
    const state = `document.querySelector('doc-page').matches(':state(error)')`;
    expect(await told()).to.deep.include({ errors: [], events: ['doc-error', 'doc-problem'] });
    expect(await browser.evaluate(state)).to.equal(true);
    expect(await browser.evaluate(`document.querySelector('doc-page > p').textContent`)).to.equal('fallback');
    down = () => false;
    await browser.evaluate(`document.querySelector('doc-page').refresh()`);
    expect((await told()).errors).to.deep.equal([]);
    // Firefox remembers, for as long as the page lives, that a module did not come.
    if (await browser.evaluate(state)) {
      await browser.goTo(`${site.url}source.html`);
      await browser.evaluate(AT_REST);
    }
    expect(await browser.evaluate(state)).to.equal(false);
    expect(await browser.evaluate(`document.querySelector('doc-page').textContent`)).to.include('A note.');
  });

  everywhere('asks for all that renders a source before any of it is there', async (browser) => {
    down = (path) => path.endsWith('/markdown.js');
    site.requests.length = 0;
    await browser.goTo(`${site.url}source.html`);
    await browser.evaluate(AT_REST);
    expect(site.requests.join())
      .to.include('/markdown.js')
      .and.include('/document.js')
      .and.include('/source.md');
  });

  everywhere(
    'shows all of a long text where what renders it in turns does not come',
    async (browser, told) => {
      for (const missing of [/^$/, /\/long-text/, /\/beginning/]) {
        down = (path) => missing.test(path);
        site.requests.length = 0;
        await browser.goTo(`${site.url}long.html`);
        await browser.evaluate(AT_REST);
        expect(await told()).to.deep.include({ errors: [], events: ['doc-load', 'doc-render'] });
        for (const chunk of missing.test('/long-text') ? ['/long-text'] : ['/long-text', '/beginning'])
          expect(site.requests.join()).to.include(chunk);
        expect(await browser.evaluate(`document.querySelectorAll('doc-section').length`)).to.equal(400);
        expect(await browser.evaluate(`document.querySelectorAll('doc-page > p').length`)).to.equal(0);
      }
    },
  );

  const SCRIPTS = `performance.getEntriesByType('resource').map(({ name }) => /[^/]*[.]js$/.exec(name)?.[0]).filter(Boolean).join()`;

  everywhere(
    'asks for what reads HTML where a text holds some, and fails without it',
    async (browser, told) => {
      down = () => false;
      await browser.goTo(`${site.url}plain.html`);
      await browser.evaluate(AT_REST);
      const scripts = String(await browser.evaluate(SCRIPTS));
      expect(scripts).to.include('markdown.js').and.not.include('reader.js');
      await browser.goTo(`${site.url}tags.html`);
      await browser.evaluate(AT_REST);
      expect(String(await browser.evaluate(SCRIPTS))).to.include('reader.js');
      expect(await browser.evaluate(`document.querySelector('doc-page kbd').textContent`)).to.equal('keys');
      down = (path) => path.endsWith('/reader.js');
      await browser.goTo(`${site.url}tags.html`);
      await browser.evaluate(AT_REST);
      expect((await told()).errors).to.deep.equal([]);
      expect(await browser.evaluate(`document.querySelector('doc-page').matches(':state(error)')`)).to.equal(
        true,
      );
      expect(await browser.evaluate(`document.querySelector('doc-page > p').textContent`)).to.equal(
        'fallback',
      );
    },
  );

  everywhere('keeps what is authored where the rest of it does not come', async (browser, told) => {
    down = isLazy;
    await browser.goTo(`${site.url}authored.html`);
    await browser.evaluate(AT_REST);
    await browser.evaluate(`document.querySelector('a[href="#one"]').click()`);
    await browser.evaluate(AT_REST);
    expect((await told()).errors).to.deep.equal([]);
    const text = String(await browser.evaluate(`document.querySelector('doc-page').innerText`));
    for (const word of ['Title', 'One', 'Text', 'Note', 'let a', 'Two']) expect(text).to.include(word);
  });
});
