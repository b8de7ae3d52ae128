import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../src/index.js';
import type { DocCode, DocPage } from '../../src/index.js';
import { clearFixtures, fixture, receiveKeys, until } from './fixture.js';

const button = (host: Element, part: string): HTMLButtonElement | null =>
  host.shadowRoot!.querySelector<HTMLButtonElement>(`[part~="${part}"]`);

/** An element whose chrome is there. */
async function ready(html: string): Promise<DocCode> {
  const host = fixture<DocCode>(html);
  await until(() => host.shadowRoot?.querySelector('button') != null, 'the chrome');
  return host;
}

/** The texts that are painted in a colour inside an element. */
const painted = (host: Element, paint: string): string[] =>
  [...(CSS.highlights.get(`doc-${paint}`) ?? [])]
    .filter((range) => host.contains(range.startContainer))
    .map((range) => range.startContainer.textContent!.slice(range.startOffset, range.endOffset));

const GROUP = `<doc-code>
  <doc-code><figure><figcaption>npm</figcaption><pre><code>npm i</code></pre></figure></doc-code>
  <doc-code><figure><figcaption>pnpm</figcaption><pre><code>pnpm i</code></pre></figure></doc-code>
</doc-code>`;

const tabs = (group: Element): HTMLElement[] => [
  ...group.shadowRoot!.querySelectorAll<HTMLElement>('[role="tab"]'),
];
const selected = (group: Element): string | undefined =>
  tabs(group)
    .find((tab) => tab.getAttribute('aria-selected') === 'true')
    ?.textContent.trim();

describe('doc-code', () => {
  afterEach(() => {
    clearFixtures();
    localStorage.clear();
  });

  it('paints over the code and leaves its text alone', async () => {
    const host = await ready(
      '<doc-code><pre><code class="language-js">const a = "b";\n</code></pre></doc-code>',
    );
    const text = host.querySelector('code')!.firstChild;
    await until(() => painted(host, 'keyword').length > 0, 'colours');
    expect(painted(host, 'keyword')).to.deep.equal(['const']);
    expect(painted(host, 'string')).to.deep.equal(['"b"']);
    expect(host.querySelector('code')!.childNodes).to.have.lengthOf(1);
    expect(host.querySelector('code')!.firstChild).to.equal(text);
  });

  it('paints across the elements of lines', async () => {
    const host = await ready(
      '<doc-code><pre><code class="language-js">/* a\n<mark class="line">b\n</mark>c */ let d</code></pre></doc-code>',
    );
    await until(() => painted(host, 'comment').length > 0, 'colours');
    expect(painted(host, 'comment').join('')).to.equal('/* a\nb\nc */');
    expect(painted(host, 'keyword')).to.deep.equal(['let']);
  });

  it('paints anew when the code changes, and takes its colours with it', async () => {
    const host = await ready('<doc-code><pre><code class="language-js">let a</code></pre></doc-code>');
    await until(() => painted(host, 'keyword').length === 1, 'colours');
    host.innerHTML = '<pre><code class="language-py">import b</code></pre>';
    await until(() => painted(host, 'keyword')[0] === 'import', 'new colours');
    const size = CSS.highlights.get('doc-keyword')!.size;
    host.remove();
    expect(CSS.highlights.get('doc-keyword')!.size).to.equal(size - 1);
  });

  it('paints what is added to its text, and leaves what it has painted', async () => {
    const host = await ready('<doc-code><pre><code class="language-js">let a;</code></pre></doc-code>');
    await until(() => painted(host, 'keyword').length === 1, 'colours');
    const text = host.querySelector('code')!.firstChild as Text;
    const counts = new Set<number>();
    for (const piece of [' let', ' b', ';\n', 'con', 'st c', ' = 1;']) {
      text.data += piece;
      await new Promise((resolve) => setTimeout(resolve, 20));
      counts.add(painted(host, 'keyword').length);
    }
    await until(() => painted(host, 'keyword').length === 3, 'colours of all of it');
    expect(painted(host, 'keyword')).to.deep.equal(['let', 'let', 'const']);
    expect(counts).not.to.include(0);
  });

  it('paints code in a page that grows', async () => {
    const page = fixture<DocPage>('<doc-page toc="none"></doc-page>');
    for (const piece of ['Text.\n\n', '```js\nlet', ' a = "b', '";\nconst c', ' = a;\n```\n', '\nMore.\n']) {
      page.appendMarkdown(piece);
      await page.updateComplete;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    page.appendMarkdown('', true);
    await until(() => painted(page, 'keyword').length === 2, 'colours');
    expect(painted(page, 'keyword')).to.deep.equal(['let', 'const']);
    expect(painted(page, 'string')).to.deep.equal(['"b"']);
  });

  it('does nothing before it is near', async () => {
    const container = fixture(
      '<div style="padding-top: 500vh"><doc-code><pre><code class="language-js">let a</code></pre></doc-code></div>',
    );
    const host = container.querySelector('doc-code')!;
    await host.updateComplete;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
    expect(button(host, 'copy')).to.equal(null);
    host.scrollIntoView();
    await until(() => button(host, 'copy') !== null, 'the chrome');
    window.scrollTo(0, 0);
  });

  it('copies the code, without what is removed from it, and says so', async () => {
    await receiveKeys();
    const host = await ready(
      '<doc-code numbers><pre><code class="language-js">a\n<del class="line">b\n</del><ins class="line">c\n</ins></code></pre></doc-code>',
    );
    let copied: string | undefined;
    Object.defineProperty(navigator.clipboard, 'writeText', {
      configurable: true,
      value: (text: string) => {
        copied = text;
        return Promise.resolve();
      },
    });
    try {
      button(host, 'copy')!.focus();
      await sendKeys({ press: 'Enter' });
      await until(() => host.shadowRoot!.querySelector('[role="status"]')!.textContent !== '', 'the message');
      expect(copied).to.equal('a\nc');
      expect(host.shadowRoot!.querySelector('[role="status"]')!.textContent).to.equal('Copied');
      expect(host.shadowRoot!.activeElement).to.equal(button(host, 'copy'));
    } finally {
      Reflect.deleteProperty(navigator.clipboard, 'writeText');
    }
  });

  it('copies without the clipboard’s own API, or selects the code', async () => {
    await receiveKeys();
    const host = await ready('<doc-code><pre><code>abc</code></pre></doc-code>');
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    try {
      let copied = '';
      const onCopy = (): void => {
        copied = (document.activeElement as HTMLTextAreaElement | null)?.value ?? '';
      };
      document.addEventListener('copy', onCopy, { once: true });
      button(host, 'copy')!.focus();
      await sendKeys({ press: 'Enter' });
      await until(() => host.shadowRoot!.querySelector('[role="status"]')!.textContent !== '', 'the message');
      document.removeEventListener('copy', onCopy);
      const message = host.shadowRoot!.querySelector('[role="status"]')!.textContent;
      if (message === 'Copied') expect(copied).to.equal('abc');
      else expect(getSelection()!.toString()).to.equal('abc');
      expect(document.querySelector('textarea')).to.equal(null);
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }
  });

  it('numbers the lines of authored code outside of its text', async () => {
    const host = await ready(
      '<doc-code numbers="7"><pre><code>a\n<mark class="line">b\n</mark>c <b>d</b>\n</code></pre></doc-code>',
    );
    const lines = [...host.querySelectorAll('[data-line]')];
    expect(lines.map((line) => line.getAttribute('data-line'))).to.deep.equal(['7', '8', '9']);
    expect(lines.map((line) => line.localName)).to.deep.equal(['span', 'mark', 'span']);
    expect(host.querySelector('code')!.textContent).to.equal('a\nb\nc d\n');
    getSelection()!.selectAllChildren(host.querySelector('code')!);
    expect(getSelection()!.toString().trim()).to.equal('a\nb\nc d');
  });

  it('wraps long lines when it is told to', async () => {
    const host = await ready(
      `<doc-code><pre style="overflow: auto"><code>${'word '.repeat(900)}</code></pre></doc-code>`,
    );
    await until(() => button(host, 'wrap') !== null, 'the button');
    button(host, 'wrap')!.click();
    await host.updateComplete;
    expect(host.hasAttribute('wrap')).to.equal(true);
    expect(button(host, 'wrap')!.getAttribute('aria-pressed')).to.equal('true');
  });

  it('leaves the end of a scrolled line free of its buttons', async () => {
    const page = fixture<DocPage>('<doc-page toc="none" style="inline-size: 20em"></doc-page>');
    const end = 'the-end';
    page.markdown = `\`\`\`\nshort\n\`\`\`\n\n\`\`\`\n${'word '.repeat(60)}${end}\n\`\`\``;
    await page.updateComplete;
    const [short, long] = page.querySelectorAll('doc-code');
    await until(() => button(long!, 'wrap') !== null && button(short!, 'copy') !== null, 'the buttons');
    const pre = long!.querySelector('pre')!;
    pre.scrollLeft = pre.scrollWidth;
    const range = document.createRange();
    const text = long!.querySelector('code')!.firstChild as Text;
    range.setStart(text, text.data.indexOf(end));
    range.setEnd(text, text.data.indexOf(end) + end.length);
    const { right } = range.getBoundingClientRect();
    expect(right).to.be.at.most(button(long!, 'wrap')!.getBoundingClientRect().left);
    const { scrollWidth, clientWidth } = short!.querySelector('pre')!;
    expect(scrollWidth, 'what fits is not scrolled').to.equal(clientWidth);
  });

  it('shows the rest of folded code', async () => {
    const host = await ready(`<doc-code folded><pre><code>${'a\n'.repeat(80)}</code></pre></doc-code>`);
    const fold = button(host, 'fold')!;
    expect(fold.textContent.trim()).to.equal('Show all 80 lines');
    expect(fold.getAttribute('aria-expanded')).to.equal('false');
    fold.click();
    await host.updateComplete;
    expect(host.folded).to.equal(false);
    expect(button(host, 'fold')!.getAttribute('aria-expanded')).to.equal('true');
  });

  it('shows one of several codes, chosen by tabs', async () => {
    const group = await ready(GROUP);
    expect(tabs(group).map((tab) => tab.textContent.trim())).to.deep.equal(['npm', 'pnpm']);
    const [npm, pnpm] = [...group.querySelectorAll('doc-code')];
    await until(() => pnpm!.inert, 'one panel');
    expect(npm!.inert).to.equal(false);
    await receiveKeys();
    tabs(group)[0]!.focus();
    await sendKeys({ press: 'ArrowRight' });
    await until(() => selected(group) === 'pnpm', 'the other tab');
    expect(group.shadowRoot!.activeElement).to.equal(tabs(group)[1]);
    expect([npm!.inert, pnpm!.inert]).to.deep.equal([true, false]);
  });

  it('names a tab after the language of its code, however the class says it', async () => {
    const code = (language: string): string =>
      `<doc-code><pre><code class="${language}">a</code></pre></doc-code>`;
    const group = await ready(`<doc-code>${code('lang-js')}${code('language-c++')}</doc-code>`);
    expect(tabs(group).map((tab) => tab.textContent.trim())).to.deep.equal(['js', 'c++']);
    expect(group.matches(':state(tabbed)')).to.equal(true);
    expect(getComputedStyle(group).display).to.equal('block');
  });

  it('remembers the tab, in other groups and later ones', async () => {
    const one = await ready(GROUP);
    const other = await ready(GROUP);
    tabs(one)[1]!.click();
    await other.updateComplete;
    expect(selected(other)).to.equal('pnpm');
    expect(selected(await ready(GROUP))).to.equal('pnpm');
  });
});
