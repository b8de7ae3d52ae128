import { expect } from 'chai';
import '../../src/index.js';
import type { DocPage } from '../../src/index.js';
import { clearFixtures, fixture, until } from './fixture.js';

const make = async (): Promise<DocPage> => {
  const page = fixture<DocPage>('<doc-page heading-level="1"></doc-page>');
  await page.updateComplete;
  return page;
};

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
