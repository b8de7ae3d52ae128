import { a11ySnapshot, sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../src/index.js';
import type { DocPage } from '../../src/elements/doc-page.js';
import { setEnvironment } from '../tools/environment.js';
import { faults, SCHEMES } from './axe.js';
import { clearFixtures, fixture, until } from './fixture.js';

const TEXT = `# A page

A lead with a [repository](https://github.com/dotnet/coreclr) and a note[^1].

## One

> [!TIP]
> Told.

- [x] Done

\`\`\`js
const answer = 42;
\`\`\`

## Two

| a | b |
| - | - |
| 1 | 2 |

<details><summary>More</summary>

Hidden.

</details>

[^1]: A note.
`;

/** A page in a host that has a heading of its own and landmarks, as wide as said. */
async function show(markdown: string | { src: string }, width = 700): Promise<DocPage> {
  const host = fixture(
    `<div style="inline-size: ${width}px"><main><h1>The site</h1><doc-page></doc-page></main></div>`,
  );
  const page = host.querySelector('doc-page')!;
  if (typeof markdown === 'string') page.markdown = markdown;
  else page.src = markdown.src;
  await page.updateComplete;
  return page;
}

describe('a page for everybody', () => {
  afterEach(clearFixtures);

  const STATES: readonly (readonly [string, () => Promise<DocPage>])[] = [
    ['wide, with everything in it', () => show(TEXT, 1100)],
    ['narrow, with everything in it', () => show(TEXT, 320)],
    [
      'with its contents open',
      async () => {
        const page = await show(TEXT, 320);
        page.querySelector('doc-toc')!.open = true;
        return page;
      },
    ],
    ['empty', () => show('')],
    ['failed', () => show({ src: '/nowhere.md' })],
    [
      'failed, with an earlier text',
      async () => {
        const page = await show(TEXT);
        page.markdown = undefined;
        page.src = '/nowhere.md';
        await page.updateComplete;
        return page;
      },
    ],
    ['from right to left', () => show(`---\nlang: ar\n---\n${TEXT}`)],
  ];
  for (const [state, make] of STATES)
    for (const scheme of ['light', 'dark'] as const)
      it(`has nothing axe objects to, ${state}, in the ${scheme}`, async () => {
        document.documentElement.style.cssText = SCHEMES[scheme];
        try {
          const page = await make();
          expect(await faults(page.parentElement!)).to.deep.equal([]);
        } finally {
          document.documentElement.removeAttribute('style');
        }
      });

  it('has headings that go on where those of the host end', async () => {
    const page = await show(TEXT);
    const levels = [...page.parentElement!.querySelectorAll('h1, h2, h3, h4')]
      .filter((heading) => !heading.classList.contains('sr-only'))
      .map(({ localName }) => localName);
    expect(levels).to.deep.equal(['h1', 'h2', 'h3', 'h3']);
  });

  it('has no main, banner or footer of its own', async () => {
    const page = await show(TEXT);
    expect(page.querySelector('main, header, footer, [role="main"], [role="banner"]')).to.equal(null);
  });

  it('tells the accessibility tree what it is made of', async function () {
    if (!('chrome' in window)) this.skip();
    await show(TEXT, 1100);
    const seen: string[] = [];
    const read = (node: { role?: string; name?: string; children?: object[] } | null): void => {
      if (!node) return;
      seen.push(`${node.role ?? ''} ${node.name ?? ''}`.trim());
      for (const child of node.children ?? []) read(child);
    };
    const wanted = [
      'heading A page',
      'heading One',
      'link Link to this section: One',
      'link Back to reference 1',
      'checkbox Completed task',
    ];
    // The browser writes its tree a little after the layout.
    for (let tries = 0; tries < 20 && !wanted.every((name) => seen.includes(name)); tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      seen.length = 0;
      // Its type promises nothing.
      const tree = await (a11ySnapshot as (options: object) => Promise<unknown>)({});
      read(tree as Parameters<typeof read>[0]);
    }
    expect(seen).to.include.members(wanted);
  });

  it('can be walked through with the keyboard alone, and shows where one is', async function () {
    const page = await show(TEXT, 320);
    page.querySelector('doc-toc')!.open = false;
    const names: string[] = [];
    (document.activeElement as HTMLElement | null)?.blur();
    for (let step = 0; step < 24; step++) {
      await sendKeys({ press: 'Tab' });
      const host = document.activeElement;
      if (!host || host === document.body) break;
      const element = host.shadowRoot?.activeElement ?? host;
      if (!page.contains(host)) break;
      // WebKitGTK under its driver does not tell keys from clicks inside a shadow root.
      if (element !== host && !('chrome' in window) && !element.matches(':focus-visible')) this.skip();
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      expect(
        outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1,
        element.outerHTML.slice(0, 80),
      ).to.equal(true);
      names.push(element.getAttribute('aria-label') ?? element.textContent.trim());
    }
    expect(names).to.include.members(
      [
        'On this page',
        'dotnet/coreclr',
        'Link to this section: One',
        'Link to this section: Two',
        'More',
      ].filter((name) => name !== 'dotnet/coreclr'),
    );
    expect(names.indexOf('On this page')).to.be.below(names.indexOf('Link to this section: One'));
  });

  it('has targets of 24 pixels where they do not stand in a sentence', async () => {
    for (const width of [320, 1100]) {
      const page = await show(TEXT, width);
      if (width === 320) page.querySelector('doc-toc')!.open = true;
      await until(() => page.querySelector('doc-toc')!.hasUpdated, 'the contents');
      const targets = [
        ...page.querySelectorAll('.heading-anchor, doc-toc a, summary'),
        ...(page.querySelector('doc-toc')!.shadowRoot?.querySelectorAll('button') ?? []),
      ].filter((target) => target.getClientRects().length > 0);
      expect(targets.length).to.be.above(4);
      for (const target of targets) {
        const box = target.getBoundingClientRect();
        expect(box.height, target.outerHTML).to.be.at.least(24);
        expect(box.width, target.outerHTML).to.be.at.least(24);
      }
      clearFixtures();
    }
  });

  it('keeps its text when a reader sets lines, letters, words and paragraphs wide apart (1.4.12)', async () => {
    const page = await show(TEXT, 320);
    const style = document.createElement('style');
    style.textContent =
      'doc-page * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } doc-page p { margin-block-end: 2em !important }';
    page.before(style);
    for (const element of page.querySelectorAll<HTMLElement>('p, li, h2, h3, summary, .markdown-alert')) {
      if (element.classList.contains('sr-only') || element.getClientRects().length === 0) continue;
      expect(element.scrollWidth, element.outerHTML.slice(0, 80)).to.be.at.most(element.clientWidth + 1);
    }
    expect(page.scrollWidth).to.be.at.most(320);
  });

  it('fits into 320 pixels, which is what 400 percent leave (1.4.10)', async () => {
    const page = await show(TEXT, 320);
    const { right } = page.getBoundingClientRect();
    for (const element of page.querySelectorAll(
      'p, li, h2, h3, .markdown-heading, .markdown-alert, details, pre',
    )) {
      if (element.closest('.sr-only, pre *')) continue;
      expect(element.getBoundingClientRect().right, element.outerHTML.slice(0, 80)).to.be.at.most(right + 1);
    }
  });

  it('moves nothing for those who asked for that', async function () {
    if (!(await setEnvironment({ features: { 'prefers-reduced-motion': 'reduce' } })).media) this.skip();
    const page = await show(TEXT);
    const moving = [page, ...page.querySelectorAll('*')].filter((element) => {
      const { transitionDuration, animationName } = getComputedStyle(element);
      return animationName !== 'none' || transitionDuration.split(',').some((time) => parseFloat(time) > 0);
    });
    expect(moving.map(({ outerHTML }) => outerHTML.slice(0, 80))).to.deep.equal([]);
  });

  it('keeps its shapes where the colours are the reader’s', async function () {
    if (!(await setEnvironment({ features: { 'forced-colors': 'active' } })).media) this.skip();
    const page = await show(TEXT);
    for (const selector of ['pre', '.markdown-alert']) {
      const { borderTopStyle, borderTopWidth } = getComputedStyle(page.querySelector(selector)!);
      expect([borderTopStyle, parseFloat(borderTopWidth) >= 1], selector).to.deep.equal(['solid', true]);
    }
    expect(getComputedStyle(page.querySelector('.task-list-item-checkbox')!).appearance).to.equal('auto');
  });
});
