import { expect } from 'chai';
import '../../src/index.js';
import type { DocPage } from '../../src/index.js';
import { renderPage } from '../../src/server/page.js';
import { faults } from './axe.js';
import { clearFixtures, fixture, until } from './fixture.js';
import { forget, listenToLoading, moment, statesOf, told, toldEvents } from './loading.js';

const COUNT = 440;

/** 220 KB, whose reading takes many turns, with definitions and what needs a style sheet of its own at the end. */
const textOf = (word: string): string =>
  `# Title\n\nBefore, and [the last](#${word.toLowerCase()}-${COUNT - 1}).\n\n${Array.from(
    { length: COUNT },
    (_, index) => `## ${word} ${index}\n\nSee [the end][end] and[^note] **${word}** ${'words '.repeat(75)}\n`,
  ).join('\n')}\n[End]: https://example.org/end\n\n[^note]: A note.\n`;

const make = (style = ''): DocPage =>
  fixture(`<div style="${style}"><doc-page heading-level="1"></doc-page></div>`).querySelector('doc-page')!;

const headings = (page: Element): string[] => [...page.querySelectorAll('h2[id]')].map(({ id }) => id);
const ids = (word: string): string[] => Array.from({ length: COUNT }, (_, index) => `${word}-${index}`);
const isWhole = (page: Element, word: string): boolean =>
  headings(page)
    .filter((id) => id !== 'footnote-label')
    .join() === ids(word).join();

/** Resolves as soon as `condition` holds of what is in the page, before anything else has its turn. */
const changed = (page: Element, condition: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!condition()) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(page, { childList: true });
  });

/** A page that shows how its text begins, while the rest is on its way. */
async function begin(text: string, page = make()): Promise<DocPage> {
  page.markdown = text;
  await changed(page, () => page.querySelector('doc-section') !== null);
  expect(statesOf(page)).to.deep.equal(['loading']);
  return page;
}

/** A page of whose rest some has come in and some has not. */
async function comeHalf(text: string, host = make()): Promise<DocPage> {
  const page = await begin(text, host);
  const { length } = headings(page);
  await changed(page, () => headings(page).length > 3 * length);
  expect(headings(page).length).to.be.below(COUNT);
  return page;
}

/** Has what waits for its turn go on waiting; gives what ends that. */
function holdTurns(): () => void {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is put back as it was
  const { postMessage } = MessagePort.prototype;
  const held: (() => void)[] = [];
  MessagePort.prototype.postMessage = function (message: unknown) {
    held.push(() => postMessage.call(this, message));
  };
  return () => {
    MessagePort.prototype.postMessage = postMessage;
    for (const post of held) post();
  };
}

const top = (page: Element, id: string): number => page.querySelector(`#${id}`)!.getBoundingClientRect().top;

/* eslint-disable @typescript-eslint/unbound-method -- they are put back as they were */
/** Counts what listens for printing, which outlives elements. */
function countListeners(): { count: number; end: () => void } {
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const counted = {
    count: 0,
    end: () => {
      EventTarget.prototype.addEventListener = add;
      EventTarget.prototype.removeEventListener = remove;
    },
  };
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (type === 'beforeprint') {
      counted.count++;
      const signal = typeof options === 'object' ? options.signal : undefined;
      if (signal) add.call(signal, 'abort', () => counted.count--);
    }
    add.call(this, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    if (type === 'beforeprint') counted.count--;
    remove.call(this, type, listener, options);
  };
  return counted;
}
/* eslint-enable @typescript-eslint/unbound-method */

/** What was asked for that only long texts need. */
const asked = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => /long-text|beginning|arrival/.test(name));

describe('a long page', () => {
  listenToLoading();
  before(() => {
    performance.clearResourceTimings();
    performance.setResourceTimingBufferSize(5000);
  });
  afterEach(() => {
    clearFixtures();
    history.replaceState(null, '', location.pathname + location.search);
    window.scrollTo(0, 0);
  });

  it('comes at once, and asks for nothing more, where it is no longer than most', async () => {
    const page = make();
    page.markdown = textOf('One').slice(0, 190_000);
    const counts = new Set<number>();
    const observer = new MutationObserver(() => {
      const { length } = page.querySelectorAll('doc-section');
      if (length > 0) counts.add(length);
    });
    observer.observe(page, { childList: true });
    await page.updateComplete;
    observer.disconnect();
    expect(counts.size).to.equal(1);
    expect(asked()).to.deep.equal([]);
  });

  it('shows how it begins before all of it is there, with definitions from its end', async () => {
    const page = await begin(textOf('One'));
    const sections = [...page.querySelectorAll('doc-section')];
    expect(sections.length).to.be.within(5, 100);
    expect(sections[0]?.querySelector<HTMLAnchorElement>('p a')?.href).to.equal('https://example.org/end');
    expect(sections[0]?.querySelector('sup a')).to.not.equal(null);
    expect(page.querySelector('h1')?.textContent).to.equal('Title');
    expect(toldEvents()).to.deep.equal([]);
    // Who reads it by ear is not kept away from it.
    expect(page.closest('[aria-busy]')).to.equal(null);
    await page.updateComplete;
    expect(asked()).to.not.deep.equal([]);
    expect(statesOf(page)).to.deep.equal(['ready']);
    expect(isWhole(page, 'one')).to.equal(true);
    expect([...page.querySelectorAll('doc-section')].slice(0, sections.length)).to.deep.equal(sections);
    expect(page.querySelectorAll('doc-toc a')).to.have.length(COUNT);
    expect(page.querySelectorAll('.footnotes')).to.have.length(1);
    expect(page.querySelectorAll('[hidden]')).to.have.length(0);
  });

  it('tells once, when all of it is there, that it is', async () => {
    const page = make();
    const url = URL.createObjectURL(new Blob([textOf('One')], { type: 'text/markdown' }));
    let wasWhole = false;
    page.addEventListener('doc-render', () => (wasWhole = isWhole(page, 'one')));
    forget();
    page.src = url;
    await changed(page, () => page.querySelector('doc-section') !== null);
    expect(toldEvents()).to.deep.equal(['doc-load']);
    await page.updateComplete;
    expect(told.filter((name) => name !== ':ready')).to.deep.equal([':loading', 'doc-load', 'doc-render']);
    expect(statesOf(page)).to.deep.equal(['ready']);
    expect(wasWhole).to.equal(true);
    await page.refresh();
    expect(toldEvents()).to.deep.equal(['doc-load', 'doc-render', 'doc-load', 'doc-render']);
    URL.revokeObjectURL(url);
  });

  it('gives all of its text while it is on its way', async () => {
    const page = await begin(textOf('One'));
    expect(page.page).to.equal(undefined);
    const [markdown, data] = await Promise.all([page.toMarkdown(), page.toJSON()]);
    expect(markdown === textOf('One')).to.equal(true);
    expect(data?.sections).to.have.length(COUNT);
  });

  it('is as high in the end as a page that has come at once', async () => {
    const page = await begin(textOf('One'));
    await page.updateComplete;
    await moment(100);
    const { height } = page.getBoundingClientRect();
    clearFixtures();
    const other = make();
    other.markdown = 'Something else.';
    await other.updateComplete;
    other.markdown = textOf('One');
    await other.updateComplete;
    await moment(100);
    expect(other.getBoundingClientRect().height).to.be.closeTo(height, height / 100);
  });

  for (const [name, style] of [
    ['wide', 'inline-size: 1100px'],
    ['narrow', 'inline-size: 400px'],
  ] as const)
    it(`moves nothing that is shown: ${name}`, async () => {
      const page = await begin(textOf('One'), make(style));
      const { length } = headings(page);
      const places = (): number[] => [0, 1, 2].map((index) => top(page, `one-${index}`));
      const shifts: number[] = [];
      const observer = new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      });
      const canTell = PerformanceObserver.supportedEntryTypes.includes('layout-shift');
      if (canTell) observer.observe({ type: 'layout-shift' });
      const before = places();
      await page.updateComplete;
      await moment(100);
      observer.disconnect();
      expect(headings(page).length).to.be.above(length);
      expect(places()[0]).to.be.closeTo(before[0] ?? NaN, 1);
      expect(shifts).to.deep.equal([]);
    });

  describe('links', () => {
    const isAt = (page: Element, id: string): boolean =>
      page.querySelector(`#${id}`)?.matches(':target') === true && Math.abs(top(page, id)) < 100;
    const last = `one-${COUNT - 1}`;

    it('lead to a section at its end that the address names', async () => {
      location.hash = `#${last}`;
      const page = await begin(textOf('One'));
      expect(page.querySelector(`#${last}`)).to.equal(null);
      await page.updateComplete;
      await until(() => isAt(page, last), 'the target in sight');
    });

    it('lead to a section in its middle as soon as that has come', async () => {
      location.hash = '#one-300';
      const page = await begin(textOf('One'));
      await page.updateComplete;
      await until(() => isAt(page, 'one-300'), 'the target in sight');
      await moment(200);
      expect(isAt(page, 'one-300')).to.equal(true);
    });

    it('leave alone who has begun to read', async () => {
      fixture('<div style="block-size: 2000px"></div>');
      location.hash = `#${last}`;
      await moment(100);
      window.scrollTo(0, 200);
      await moment(100);
      const page = await begin(textOf('One'));
      await page.updateComplete;
      await moment(200);
      expect(window.scrollY).to.equal(200);
    });

    it('can be followed to what is not read yet', async () => {
      const page = await begin(textOf('One'));
      const link = page.querySelector<HTMLElement>(`a[href="#${last}"]`)!;
      link.click();
      await until(() => isAt(page, last), 'the target in sight');
      expect(isWhole(page, 'one')).to.equal(true);
      expect(location.hash).to.equal(`#${last}`);
      expect(page.problems).to.deep.equal([]);
    });

    it('can be followed to what has not come in yet, which then does at once', async () => {
      const page = await comeHalf(textOf('One'));
      page.querySelector<HTMLElement>(`doc-toc a[href="#${last}"]`)!.click();
      expect(isWhole(page, 'one')).to.equal(true);
      await until(() => isAt(page, last), 'the target in sight');
      await page.updateComplete;
      expect(page.problems).to.deep.equal([]);
    });

    it('that lead nowhere are reported when all is there', async () => {
      const page = await begin(textOf('One').replace('#one-', '#none-'));
      page.querySelector<HTMLElement>('a[href^="#none-"]')!.click();
      expect(page.problems).to.deep.equal([]);
      await until(() => page.problems.length > 0, 'the problem');
      expect(page.problems.map(({ code }) => code)).to.deep.equal(['fragment-dead']);
      expect(isWhole(page, 'one')).to.equal(true);
    });
  });

  describe('for everybody', () => {
    for (const [name, start] of [
      ['its beginning is shown', begin],
      ['some of its rest has come', comeHalf],
    ] as const)
      it(`has no faults while ${name}`, async () => {
        const host = fixture('<main><doc-page heading-level="1"></doc-page></main>');
        const page = await start(textOf('One'), host.querySelector('doc-page')!);
        const goOn = holdTurns();
        try {
          const { length } = headings(page);
          // What has to be loaded for it may come.
          await moment(100);
          expect(await faults(host)).to.deep.equal([]);
          expect(headings(page).length).to.equal(length);
          expect(statesOf(page)).to.deep.equal(['loading']);
        } finally {
          goOn();
        }
        await page.updateComplete;
        expect(isWhole(page, 'one')).to.equal(true);
      });
  });

  describe('that takes the place of what a server wrote', () => {
    /** A page as a server writes it, which has no source yet. */
    const written = async (text: string): Promise<DocPage> => fixture<DocPage>(await renderPage(text));

    it('leaves it alone where it says the same', async () => {
      const page = await written(textOf('One'));
      const before = [...page.querySelectorAll('doc-section, doc-toc li')];
      const observer = new MutationObserver(() => undefined);
      observer.observe(page, { childList: true });
      page.markdown = textOf('One');
      await page.updateComplete;
      expect(observer.takeRecords()).to.deep.equal([]);
      expect([...page.querySelectorAll('doc-section, doc-toc li')]).to.deep.equal(before);
      expect(before).to.have.length(2 * COUNT);
      expect(statesOf(page)).to.deep.equal(['ready']);
    });

    it('never shows two texts', async () => {
      const page = await written('# Title\n\n## Old 0\n\nText.\n\n## Old 1\n\nText.\n');
      const shown: string[] = [];
      const observer = new MutationObserver(() =>
        shown.push(headings(page)[0] ?? '', headings(page).at(-1)!),
      );
      observer.observe(page, { childList: true });
      page.markdown = textOf('One');
      await page.updateComplete;
      observer.disconnect();
      expect([...new Set(shown)]).to.deep.equal(['one-0', 'footnote-label']);
      expect(isWhole(page, 'one')).to.equal(true);
    });
  });

  it('comes as it is written where it is a stream, however long a piece is', async () => {
    const page = make();
    const text = textOf('One');
    const pieces = [text.slice(0, 210_000), text.slice(210_000)];
    page.markdown = new ReadableStream<string>({
      pull: (stream) => {
        const piece = pieces.shift();
        if (piece === undefined) stream.close();
        else stream.enqueue(piece);
      },
    });
    await page.updateComplete;
    expect(isWhole(page, 'one')).to.equal(true);
    expect(toldEvents()).to.deep.equal(['doc-render']);
  });

  describe('that changes on its way', () => {
    it('shows the latest text, and never two', async () => {
      const first = textOf('One');
      for (const start of [begin, comeHalf]) {
        const page = await start(first);
        const mixed: string[][] = [];
        const observer = new MutationObserver(() => {
          const words = new Set(headings(page).map((id) => id.split('-')[0] ?? ''));
          words.delete('footnote');
          if (words.size > 1) mixed.push([...words]);
        });
        observer.observe(page, { childList: true });
        page.markdown = textOf('Two');
        await page.updateComplete;
        observer.disconnect();
        expect(mixed).to.deep.equal([]);
        expect(isWhole(page, 'two')).to.equal(true);
        page.markdown = '## Last\n\nText.';
        await page.updateComplete;
        expect(headings(page)).to.deep.equal(['last']);
        clearFixtures();
      }
    });

    it('is rendered again by `refresh`, and by other options', async () => {
      const page = await comeHalf(textOf('One'));
      void page.refresh();
      await page.updateComplete;
      expect(isWhole(page, 'one')).to.equal(true);
      const other = await begin(textOf('One'));
      other.headingLinks = 'none';
      await other.updateComplete;
      expect(isWhole(other, 'one')).to.equal(true);
      expect(other.querySelectorAll('.heading-anchor')).to.have.length(0);
    });

    it('takes what is added to it', async () => {
      const page = await begin(textOf('One'));
      page.appendMarkdown('\n## Added\n\nMore');
      page.appendMarkdown(' text.', true);
      await page.updateComplete;
      expect(headings(page)).to.include.members([...ids('one'), 'added']);
      expect(page.querySelector('doc-section:has(> * > #added) > p')?.textContent).to.equal('More text.');
    });

    it('stops when it is taken away, and goes on when it is put back', async () => {
      const page = await comeHalf(textOf('One'));
      const parent = page.parentElement!;
      page.remove();
      const { length } = headings(page);
      await moment(300);
      expect(headings(page)).to.have.length(length);
      parent.append(page);
      await page.updateComplete;
      expect(isWhole(page, 'one')).to.equal(true);
    });

    it('goes on when it is moved', async () => {
      for (const start of [begin, comeHalf]) {
        const page = await start(textOf('One'));
        fixture('<div></div>').append(page);
        await page.updateComplete;
        expect(isWhole(page, 'one')).to.equal(true);
        expect(statesOf(page)).to.deep.equal(['ready']);
        clearFixtures();
      }
    });
  });

  describe('that is printed', () => {
    it('is all there right after its beginning', async () => {
      const page = await begin(textOf('One'));
      window.dispatchEvent(new Event('beforeprint'));
      // Nothing is loaded, and nothing waited for: what is left are microtasks.
      await new Promise((resolve) => setTimeout(resolve));
      expect(isWhole(page, 'one')).to.equal(true);
      expect(page.querySelectorAll('doc-toc a')).to.have.length(COUNT);
      await page.updateComplete;
      expect(statesOf(page)).to.deep.equal(['ready']);
    });

    it('is all there at once when its rest has begun to come in', async () => {
      const page = await comeHalf(textOf('One'));
      window.dispatchEvent(new Event('beforeprint'));
      // Not even microtasks have their turn where a script prints.
      expect(isWhole(page, 'one')).to.equal(true);
      const sections = [...page.querySelectorAll('doc-section')];
      await page.updateComplete;
      expect([...page.querySelectorAll('doc-section')]).to.deep.equal(sections);
    });

    it('no longer listens when it is there, was taken away, or has failed', async () => {
      const listeners = countListeners();
      // eslint-disable-next-line @typescript-eslint/unbound-method -- it is put back as it was
      const { replaceSync } = CSSStyleSheet.prototype;
      try {
        const page = await begin(textOf('One'));
        expect(listeners.count).to.equal(1);
        await page.updateComplete;
        expect(listeners.count).to.equal(0);
        for (const start of [begin, comeHalf]) {
          const other = await start(textOf('One'));
          expect(listeners.count).to.equal(1);
          other.remove();
          expect(listeners.count).to.equal(0);
        }
        // The sheet for what only the end of the text holds fails.
        const failing = await begin(`${textOf('One')}\n\n## End\n\n- [x] A task\n`);
        CSSStyleSheet.prototype.replaceSync = () => {
          throw new Error('No sheet');
        };
        await failing.updateComplete;
        expect(statesOf(failing)).to.include('error');
        expect(headings(failing)).to.include('one-0');
        expect(listeners.count).to.equal(0);
        CSSStyleSheet.prototype.replaceSync = replaceSync;
        await failing.refresh();
        expect(statesOf(failing)).to.deep.equal(['ready']);
        expect(headings(failing)).to.include('end');
        expect(listeners.count).to.equal(0);
      } finally {
        CSSStyleSheet.prototype.replaceSync = replaceSync;
        listeners.end();
      }
    });
  });
});
