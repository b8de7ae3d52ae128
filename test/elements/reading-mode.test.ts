import type { Readability } from '@mozilla/readability';
import { expect } from 'chai';
import '../../src/define/doc-page.js';
import '../../src/define/repo-link.js';
import { renderPage } from '../../src/server/server.js';
import { clearFixtures, fixture } from './fixture.js';

/** The package is a script, not a module. */
async function loadReadability(): Promise<typeof Readability> {
  const script = document.createElement('script');
  script.src = '/node_modules/@mozilla/readability/Readability.js';
  await new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
  return (globalThis as unknown as { Readability: typeof Readability }).Readability;
}

const Reader = await loadReadability();

/** Pages as people write them. */
const FILES = [
  'demo/about.md',
  'demo/overview.md',
  'demo/examples/readme.md',
  'demo/examples/arabic.md',
  ...[
    '05-readme',
    '08-details',
    '12-wide-table',
    '13-faq',
    '14-contributing',
    '17-jekyll',
    '18-hugo',
    '19-admonitions',
    '19-containers',
    '20-changelog',
    '21-proposal',
    '23-several-h1',
    '24-text-first',
    '25-headings',
    '28-crossing',
    '29-lists',
  ].map((name) => `test/fixtures/pages/${name}.md`),
];

const README = `# Almanac

A small command that knows the calendar: sunrise and sunset, the phases of the moon, and which day of the week it was.

> [!WARNING]
> Dates before 1582 follow the Julian calendar, which most people, computers included, no longer know how to read.

## Install

It needs Node 20 or later, and works on every system that has it, servers and small boards included.[^1]

\`\`\`sh
npm install --global almanac
\`\`\`

- [x] Sunrise and sunset for every place on earth, with the time zone of that place
- [ ] Tides, once there is a source of tables that everybody may use

## Where to ask

Questions go to the [forum](https://example.org/forum), faults to [the tracker](https://github.com/dotnet/coreclr/issues).

| Kind     | Where   |
| -------- | ------- |
| Question | forum   |
| Fault    | tracker |

[^1]: Including the ones that were bought ten years ago and still do their work without a complaint.
`;

const load = async (file: string): Promise<string> => (await fetch(`/${file}`)).text();

/** The words of a text, to compare what white space and markup have no part in. */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of all texts in an element; two that meet without a space stay two. */
function wordsIn(element: Element): string[] {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const words: string[] = [];
  while (walker.nextNode()) words.push(...wordsOf(walker.currentNode.nodeValue ?? ''));
  return words;
}

/** What a page says without what the library has added. */
function proseOf(page: Element): string[] {
  const copy = page.cloneNode(true) as Element;
  for (const chrome of copy.querySelectorAll('[data-doc-chrome], .doc-header, script')) chrome.remove();
  return wordsIn(copy);
}

/** The words that the reading mode of a browser finds in a document with this body. */
function readableWords(body: string): Set<string> {
  const html = `<!doctype html><html lang="en"><head><title>Almanac</title></head><body><nav><a href="/">Home</a></nav><main>${body}</main></body></html>`;
  const document = new DOMParser().parseFromString(html, 'text/html');
  const read = document.createElement('div');
  read.innerHTML = new Reader(document).parse()?.content ?? '';
  return new Set(wordsIn(read));
}

describe('the reading mode of a browser', () => {
  afterEach(clearFixtures);

  for (const file of FILES) {
    it(`keeps the whole text of a prerendered page: ${file}`, async () => {
      const page = fixture(await renderPage(await load(file)));
      const expected = proseOf(page);
      const read = readableWords(page.outerHTML);
      expect(expected).to.have.lengthOf.above(3);
      expect(expected.filter((word) => !read.has(word))).to.deep.equal([]);
    });

    it(`keeps the whole text of a page that the browser has rendered: ${file}`, async () => {
      const page = document.createElement('doc-page');
      page.markdown = await load(file);
      fixture('<div></div>').append(page);
      await page.updateComplete;
      const expected = proseOf(page);
      const read = readableWords(page.outerHTML);
      expect(expected).to.have.lengthOf.above(3);
      expect(expected.filter((word) => !read.has(word))).to.deep.equal([]);
    });
  }
});

describe('the translation of a browser', () => {
  afterEach(clearFixtures);

  it('finds all prose as text in the document, none of it in a shadow root or a pseudo-element', async () => {
    const page = document.createElement('doc-page');
    page.markdown = README;
    fixture('<div></div>').append(page);
    await page.updateComplete;
    const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
    let text = '';
    while (walker.nextNode())
      if (!walker.currentNode.parentElement?.closest('[data-doc-chrome], [translate="no"]'))
        text += ` ${walker.currentNode.nodeValue ?? ''}`;
    for (const sentence of ['sunrise and sunset', 'Julian calendar', 'ten years ago', 'Fault'])
      expect(text).to.contain(sentence);
  });

  it('survives that the translator wraps every text in an element of its own', async () => {
    const page = document.createElement('doc-page');
    page.markdown = README;
    fixture('<div></div>').append(page);
    await page.updateComplete;
    for (const paragraph of page.querySelectorAll('p, li, h2')) {
      const [first] = [...paragraph.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
      if (!first) continue;
      const font = document.createElement('font' as string);
      font.textContent = 'Übersetzt';
      first.replaceWith(font);
    }
    page.markdown = README.replace('Where to ask', 'Where to turn');
    await page.updateComplete;
    expect(page.querySelector('#where-to-turn')?.textContent).to.equal('Where to turn');
    expect(page.querySelectorAll('h2#install')).to.have.lengthOf(1);
  });
});
