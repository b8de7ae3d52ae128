import { expect } from 'chai';
import '../../src/index.js';
import type { DocPage } from '../../src/index.js';
import { clearFixtures, fixture, until } from './fixture.js';
import { FAULT, forget, listenToLoading, statesOf, told } from './loading.js';

const make = async (): Promise<DocPage> => {
  const page = fixture<DocPage>('<doc-page heading-level="1"></doc-page>');
  await page.updateComplete;
  return page;
};

/** A stream that is written to from outside. */
function openStream(): {
  stream: ReadableStream<string>;
  controller: ReadableStreamDefaultController<string>;
  wasCancelled: () => boolean;
} {
  let controller!: ReadableStreamDefaultController<string>;
  let cancelled = false;
  const stream = new ReadableStream<string>({
    start: (given) => {
      controller = given;
    },
    cancel: () => {
      cancelled = true;
    },
  });
  return { stream, controller, wasCancelled: () => cancelled };
}

const TEXT = `# Title

Before.

## One

First paragraph with **bold** words.

<details><summary>More</summary>

Hidden.

</details>

- one
- two

\`\`\`js
const a = 1;
\`\`\`

Last paragraph.
`;

describe('a page that grows', () => {
  listenToLoading();
  afterEach(clearFixtures);

  it('ends as the page of the whole text', async () => {
    const grown = await make();
    for (let at = 0; at < TEXT.length; at += 7) {
      grown.appendMarkdown(TEXT.slice(at, at + 7), at + 7 >= TEXT.length);
      await grown.updateComplete;
    }
    const whole = await make();
    whole.markdown = TEXT;
    await whole.updateComplete;
    expect(grown.innerHTML).to.equal(whole.innerHTML);
    expect(await grown.toMarkdown()).to.equal(TEXT);
  });

  it('keeps the nodes of what is finished, with open details, focus and selection', async () => {
    const page = await make();
    page.appendMarkdown(
      '## One\n\nA [link](x.md) here.\n\n<details><summary>s</summary>\n\nx\n\n</details>\n\nThe last',
    );
    await page.updateComplete;
    const paragraph = page.querySelector('p')!;
    const text = paragraph.firstChild!;
    const details = page.querySelector('details')!;
    details.open = true;
    page.querySelector<HTMLElement>('p a')!.focus();
    const selection = getSelection()!;
    const last = [...page.querySelectorAll('p')].at(-1)!;
    selection.setBaseAndExtent(last.firstChild!, 0, last.firstChild!, 3);
    for (const word of [' words', ' of **it', '**.', '\n\nMore.']) {
      page.appendMarkdown(word);
      await page.updateComplete;
    }
    expect(page.querySelector('p')).to.equal(paragraph);
    expect(paragraph.firstChild).to.equal(text);
    expect(page.querySelector('details')).to.equal(details);
    expect(details.open).to.equal(true);
    expect(document.activeElement).to.equal(page.querySelector('p a'));
    expect(selection.toString()).to.equal('The');
    expect([...page.querySelectorAll('p')].at(-2)?.innerHTML).to.equal(
      'The last words of <strong>it</strong>.',
    );
  });

  it('writes no more than the end', async () => {
    const page = await make();
    page.appendMarkdown('## One\n\nA paragraph.\n\n- one\n- two');
    await page.updateComplete;
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((list) => records.push(...list));
    observer.observe(page, { subtree: true, childList: true, characterData: true });
    page.appendMarkdown(' and more');
    await page.updateComplete;
    records.push(...observer.takeRecords());
    observer.disconnect();
    expect(records.map(({ type, target }) => `${type} ${target.textContent ?? ''}`)).to.deep.equal([
      'characterData two and more',
    ]);
  });

  it('shows what is unfinished as what it will be, and as it stands once the text has ended', async () => {
    const page = await make();
    page.appendMarkdown('Some **bold');
    await page.updateComplete;
    expect(page.querySelector('strong')?.textContent).to.equal('bold');
    page.appendMarkdown('', true);
    await page.updateComplete;
    expect(page.textContent.trim()).to.equal('Some **bold');
  });

  it('takes a stream of text', async () => {
    const page = await make();
    let controller!: ReadableStreamDefaultController<string>;
    page.markdown = new ReadableStream<string>({ start: (given) => (controller = given) });
    let rendered = 0;
    page.addEventListener('doc-render', () => rendered++);
    controller.enqueue('# Ti');
    await until(() => page.querySelector('h1')?.textContent === 'Ti', 'the first piece');
    expect(rendered).to.equal(0);
    controller.enqueue('tle\n\nText.');
    await until(() => page.querySelector('p')?.textContent === 'Text.', 'the second piece');
    controller.close();
    await page.updateComplete;
    expect(rendered).to.equal(1);
    expect(page.page?.title?.text).to.equal('Title');
  });

  it('is loading until a stream has ended, also where there was a page before', async () => {
    const page = await make();
    page.markdown = 'Something else.';
    await page.updateComplete;
    const { stream, controller } = openStream();
    page.markdown = stream;
    await until(() => statesOf(page).includes('loading'), 'the state');
    for (const piece of ['One', ' two']) {
      controller.enqueue(piece);
      await until(() => page.textContent.includes(piece), piece);
      expect(statesOf(page)).to.deep.equal(['loading']);
    }
    controller.close();
    await page.updateComplete;
    expect(statesOf(page)).to.deep.equal(['ready']);
    // What has ended takes no time any more.
    forget();
    page.headingLinks = 'none';
    await page.updateComplete;
    expect(told).to.deep.equal(['doc-render']);
  });

  it('says no more that an earlier source has failed once some of a stream is there', async () => {
    const page = await make();
    page.src = `${FAULT}status/404`;
    await page.updateComplete;
    expect(page.shadowRoot!.querySelector('[part="error"]')).to.not.equal(null);
    const { stream, controller } = openStream();
    page.markdown = stream;
    controller.enqueue('One');
    await until(() => page.textContent.includes('One'), 'the first piece');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(page.shadowRoot!.querySelector('[part="error"]')).to.equal(null);
    controller.close();
    await page.updateComplete;
  });

  describe('under an address that names one of its headings', () => {
    const HIGH = 'Text.\n\n'.repeat(60);
    const isAt = (page: Element, id: string): boolean => {
      const heading = page.querySelector(`#${id}`);
      return heading?.matches(':target') === true && Math.abs(heading.getBoundingClientRect().top) < 100;
    };
    const readOn = (): boolean => window.dispatchEvent(new Event('wheel'));
    afterEach(() => {
      readOn();
      clearFixtures();
      history.replaceState(null, '', location.pathname + location.search);
      window.scrollTo(0, 0);
    });

    it('goes there when that has come with a later piece of a stream', async () => {
      location.hash = '#later';
      const page = await make();
      const { stream, controller } = openStream();
      page.markdown = stream;
      controller.enqueue(`## First\n\n${HIGH}`);
      await until(() => page.querySelector('#first') !== null, 'the first piece');
      expect(window.scrollY).to.equal(0);
      controller.enqueue(`## Later\n\n${HIGH}`);
      await until(() => isAt(page, 'later'), 'the target in sight');
      readOn();
      window.scrollTo(0, 10);
      controller.enqueue(`## Last\n\n${HIGH}`);
      controller.close();
      await page.updateComplete;
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(isAt(page, 'later')).to.equal(false);
    });

    it('goes there when that has come with a later text that is added', async () => {
      location.hash = '#later';
      const page = await make();
      page.appendMarkdown(`## First\n\n${HIGH}`);
      await page.updateComplete;
      expect(window.scrollY).to.equal(0);
      page.appendMarkdown(`## Later\n\n${HIGH}`);
      await page.updateComplete;
      await until(() => isAt(page, 'later'), 'the target in sight');
    });

    it('goes to what is like the name when all is there', async () => {
      location.hash = '#LATER';
      const page = await make();
      const { stream, controller } = openStream();
      page.markdown = stream;
      controller.enqueue(`## First\n\n${HIGH}\n\n## Later\n\n${HIGH}`);
      await until(() => page.querySelector('#later') !== null, 'the heading');
      expect(window.scrollY).to.equal(0);
      controller.close();
      await page.updateComplete;
      await until(() => isAt(page, 'later'), 'the target in sight');
    });
  });

  it('stops when its stream is taken away, and keeps what has come', async () => {
    const page = await make();
    const { stream, controller, wasCancelled } = openStream();
    page.markdown = stream;
    controller.enqueue('One');
    await until(() => page.textContent.includes('One'), 'the first piece');
    page.markdown = null;
    await page.updateComplete;
    expect(wasCancelled()).to.equal(true);
    expect(statesOf(page)).to.deep.equal(['ready']);
    expect(page.textContent.trim()).to.equal('One');
  });

  it('takes a stream of bytes, cut anywhere', async () => {
    const page = await make();
    const bytes = new TextEncoder().encode('Grüße — 世界');
    page.markdown = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    await page.updateComplete;
    expect(page.textContent.trim()).to.equal('Grüße — 世界');
  });

  it('keeps what has come of a stream that breaks, and tells', async () => {
    const page = await make();
    let controller!: ReadableStreamDefaultController<string>;
    page.markdown = new ReadableStream<string>({ start: (given) => (controller = given) });
    controller.enqueue('Half');
    await until(() => page.textContent.includes('Half'), 'the first piece');
    controller.error(new Error('The line is dead.'));
    await page.updateComplete;
    expect(page.querySelector('p')?.textContent).to.equal('Half');
    expect(page.matches(':state(error)')).to.equal(true);
    expect(page.problems[0]?.message).to.contain('The line is dead.');
  });

  it('goes on when an option changes, and stops for another source', async () => {
    const page = await make();
    let controller!: ReadableStreamDefaultController<string>;
    let cancelled = false;
    page.markdown = new ReadableStream<string>({
      start: (given) => (controller = given),
      cancel: () => {
        cancelled = true;
      },
    });
    controller.enqueue('# A\n\nx');
    await until(() => page.querySelector('h1') !== null, 'the first piece');
    page.headingLevel = 2;
    await until(() => page.querySelector('h2') !== null, 'the other level');
    controller.enqueue(' y');
    await until(() => page.querySelector('p')?.textContent === 'x y', 'the second piece');
    page.markdown = 'Other.';
    await page.updateComplete;
    expect(page.textContent.trim()).to.equal('Other.');
    expect(cancelled).to.equal(true);
  });
});
