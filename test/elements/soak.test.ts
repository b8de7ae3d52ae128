/* eslint-disable @typescript-eslint/unbound-method -- they are put back as they were */
import { expect } from 'chai';
import { executeServerCommand } from '@web/test-runner-commands';
import '../../src/index.js';
import type { DocPage } from '../../src/index.js';
import type { Memory } from '../tools/memory.mjs';
import { clearFixtures, fixture, until } from './fixture.js';
import { echo } from './loading.js';

/** Rounds before the first measurement: chunks come, caches fill, what runs often is compiled once more. */
const warmUp = (rounds: number): number => Math.max(60, rounds / 10);

/** What a browser's own bookkeeping and the last few rounds may hold, however many rounds there are. */
const SLACK = { bytes: 1_500_000, nodes: 2000, listeners: 150 };

/** Rounds between which the browser has no time of its own. */
const BURST = 20;

/** Milliseconds in which what waits for an idle browser lets go of its element, and for which a busy machine is waited for. */
const SETTLE = 2500;
const PATIENCE = 60_000;

const memory = (): Promise<Memory | false> => executeServerCommand<Memory | false, undefined>('memory');
const rest = (milliseconds: number): Promise<unknown> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A page with some of everything, another one each time. */
const text = (index: number): string =>
  `---\ntitle: Page ${index}\nlang: ${['en', 'de', 'ar'][index % 3]}\n---\n\nText ${index}[^1]\n\n## Section ${index % 7}\n\n` +
  `> [!NOTE]\n> Note ${index}\n\n\`\`\`js\nlet a = ${index}; // [^1]\n\`\`\`\n\n[repo](https://github.com/dotnet/sdk) ` +
  `[dead](#nowhere)\n\n| a |\n|---|\n| ${index} |\n\n<details><summary>More</summary>\n\nMore ${index}\n\n</details>\n\n[^1]: Foot ${index}\n`;

/** All tags where they stand by themselves, as authors write them. */
const AUTHORED =
  '<div><doc-page json-ld><h1>Title</h1><doc-toc></doc-toc><doc-section><h2>One</h2><p>Text <a href="#two">two</a></p>' +
  '<doc-callout kind="tip" collapsible><p>Tip</p></doc-callout><doc-code numbers><pre><code class="language-js">let a = 1</code></pre></doc-code>' +
  '<doc-code><doc-code><figure><figcaption>a</figcaption><pre><code>a</code></pre></figure></doc-code><doc-code><figure><figcaption>b</figcaption><pre><code>b</code></pre></figure></doc-code></doc-code>' +
  '</doc-section><doc-section><h2>Two</h2><table><tr><td>a</td></tr></table><repo-link repo="dotnet/sdk"></repo-link>' +
  `<repo-link variant="card" live forges="${location.host}=github"><a href="http://${location.host}/ok-soak/n5">Card</a></repo-link></doc-section></doc-page>` +
  '<doc-section><h2>Alone</h2><pre>code</pre></doc-section><doc-page><script type="text/markdown"># Script\n\n## Two\n\ntext</script></doc-page></div>';

const SOURCES: [name: string, set: (page: DocPage, index: number) => void][] = [
  ['Markdown', (page, index) => (page.markdown = text(index))],
  [
    'data',
    (page, index) =>
      (page.data = { title: `Page ${index}`, sections: [{ heading: 'A', body: text(index) }] }),
  ],
  ['a URL', (page, index) => (page.src = echo(`# Page ${index}\n\n## A\n\ntext`))],
  ['a URL that fails', (page, index) => (page.src = `/__fault/status/404/${index}.md`)],
];

/** What of it has grown by more than its slack. */
const grownBy = (before: Memory, after: Memory): string[] =>
  (['bytes', 'nodes', 'listeners'] as const).filter((name) => after[name] - before[name] > SLACK[name]);

describe('memory', function () {
  this.timeout(0);
  let rounds: number;
  before(async () => {
    rounds = await executeServerCommand<number, undefined>('rounds');
  });
  afterEach(clearFixtures);

  // The browser's own complaint about a loop that it broke is no failure.
  const onError = (event: ErrorEvent): void => {
    if (event.message.includes('ResizeObserver')) event.stopImmediatePropagation();
  };
  before(() => addEventListener('error', onError, { capture: true }));
  after(() => removeEventListener('error', onError, { capture: true }));

  /** Does something again and again, and looks whether anything stays of it. */
  async function expectFlat(context: Mocha.Context, round: (index: number) => Promise<void>): Promise<void> {
    // Only Chromium lets a page's memory be looked into.
    if (!(await memory())) context.skip();
    const go = async (from: number, to: number): Promise<void> => {
      for (let index = from; index < to; index++) {
        await round(index);
        // Tasks of the browser's own, such as frames, hold elements until they have run.
        if (index % BURST === 0) await rest(0);
      }
    };
    const first = warmUp(rounds);
    await go(0, first);
    await rest(SETTLE);
    const before = await memory();
    await go(first, first + rounds);
    const patient = performance.now() + PATIENCE;
    let after: Memory | false;
    let grown: string[];
    do {
      await rest(SETTLE);
      after = await memory();
      grown = before && after ? grownBy(before, after) : [];
    } while (grown.length > 0 && performance.now() < patient);
    expect(grown, JSON.stringify([before, after])).to.deep.equal([]);
  }

  for (const [name, set] of SOURCES)
    it(`stays the same when the source changes: ${name}`, async function () {
      const page = fixture<DocPage>('<doc-page toc-collapse></doc-page>');
      await expectFlat(this, async (index) => {
        set(page, index);
        await page.updateComplete;
      });
    });

  it('stays the same when elements come and go', async function () {
    await expectFlat(this, async () => {
      const container = fixture(AUTHORED);
      await Promise.all(
        [...container.querySelectorAll('doc-page')].map(({ updateComplete }) => updateComplete),
      );
      clearFixtures();
    });
  });

  it('stays the same when elements with a source come and go, some before it is there', async function () {
    await expectFlat(this, async (index) => {
      const page = fixture<DocPage>('<doc-page></doc-page>');
      page.markdown = text(index);
      if (index % 2 === 0) await page.updateComplete;
      if (index % 3 === 0) page.src = '/__fault/hang';
      clearFixtures();
    });
  });

  it('has no listener left on what outlives the elements', async () => {
    const counts = new Map<string, number>();
    const targets = [window, document, document.body, visualViewport, navigator] as const;
    const originals = [
      EventTarget.prototype.addEventListener,
      EventTarget.prototype.removeEventListener,
    ] as const;
    const change = (target: EventTarget, type: string, by: number): void => {
      if ((targets as readonly unknown[]).includes(target)) counts.set(type, (counts.get(type) ?? 0) + by);
    };
    const comeAndGo = async (): Promise<void> => {
      const container = fixture(AUTHORED);
      await Promise.all(
        [...container.querySelectorAll('doc-page')].map(({ updateComplete }) => updateComplete),
      );
      window.scrollTo(0, 1);
      await rest(50);
      container.querySelector<HTMLElement>('a[href="#two"]')?.click();
      await rest(50);
      clearFixtures();
    };
    // What is there once for the whole page comes with the first of its kind, or on a busy machine later.
    await comeAndGo();
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      const isObject = typeof options === 'object';
      if (!(isObject && options.once)) change(this, type, 1);
      if (isObject && options.signal)
        originals[0].call(options.signal, 'abort', () => change(this, type, -1));
      originals[0].call(this, type, listener, options);
    };
    EventTarget.prototype.removeEventListener = function (type, listener, options) {
      change(this, type, -1);
      originals[1].call(this, type, listener, options);
    };
    const left = (): string[] => [...counts].filter(([, count]) => count > 1).map(([type]) => type);
    try {
      for (let times = 0; times < 4; times++) await comeAndGo();
      await until(() => {
        // What follows a jump to a section ends where the reader does anything.
        window.dispatchEvent(new KeyboardEvent('keydown'));
        return left().length === 0;
      }, 'no listener to be left').catch(() => undefined);
      expect(left()).to.deep.equal([]);
    } finally {
      [EventTarget.prototype.addEventListener, EventTarget.prototype.removeEventListener] = originals;
      history.replaceState(null, '', location.pathname + location.search);
      window.scrollTo(0, 0);
    }
  });
});
