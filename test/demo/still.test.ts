import { expect } from 'chai';
import { math } from '../../src/define/math.js';
import { renderPage } from '../../src/server/page.js';
import { atRest, closeFrames, open, openText, settled, type Frame } from './frame.js';

/** A page with one of all that gets something from the script: code, a group of it, callouts, a card, a formula, a picture. */
const EVERYTHING = `# Still

Text with a note[^1] and a link to [a repository](https://github.com/dotnet/roslyn).

\`\`\`ts title="greet.ts" {2} showLineNumbers
const who = 'a line that is long enough to be scrolled on a phone, and then somewhat longer than that';
greet(who);
\`\`\`

\`\`\`sh tab="npm"
npm ci
\`\`\`

\`\`\`sh tab="pnpm"
pnpm install
pnpm build
\`\`\`

:::code-group

\`\`\`js [App.js]
start();
\`\`\`

\`\`\`ts title="app.ts" tab="TypeScript"
start();
\`\`\`

:::

> [!TIP]
> An alert.

<doc-callout kind="note" heading="A tag">

Its text.

</doc-callout>

??? info "Folded"
    Away.

## Next

### Inner

A formula: $a^2 + b^2$.

<picture><source media="(prefers-color-scheme: dark)" srcset="/demo/assets/readme-dark.png"><img src="/demo/assets/readme-light.png" alt="" width="400" height="292"></picture>

| a | b |
| - | - |
| 1 | 2 |

\`\`\`yaml doc:repos
- url: https://github.com/dotnet/roslyn
  archived: false
\`\`\`

## Last

- [x] done

[^1]: The note.
`;

/** Names become tabs, what a tab hides is seen by turns, and a list that is folded is not seen. */
const NOT_SEEN =
  'doc-code > doc-code, doc-code doc-code :is(figure, figcaption), doc-code ~ doc-code *, doc-toc *';

const boxOf = ({ x, y, width, height }: DOMRectReadOnly): string =>
  [x, y, width, height].map((length) => Math.round(length * 2) / 2).join(' ');

/** Where all that is seen of a page stands, in half pixels. */
const boxesOf = (body: Element): string[] =>
  [...body.querySelectorAll(`doc-page *:not(${NOT_SEEN})`)]
    .map((part): [string, DOMRect] => [
      `${part.localName} ${part.textContent.slice(0, 40)}`,
      part.getBoundingClientRect(),
    ])
    .filter(([, { width, height }]) => width > 0 && height > 0)
    .map(([name, box]) => `${name} ${boxOf(box)}`);

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly sources: readonly { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
}

/** What has moved in a window that nobody has touched, as browsers count it, and how much of it. */
async function shiftsOf(window: Frame['window']): Promise<{ sum: number; moved: string[] }> {
  const shifts: Shift[] = [];
  const observer = new window.PerformanceObserver((list) => {
    shifts.push(...(list.getEntries() as Shift[]));
  });
  observer.observe({ type: 'layout-shift', buffered: true });
  await new Promise((resolve) => setTimeout(resolve, 500));
  observer.disconnect();
  const moved = shifts.flatMap(({ sources }) =>
    sources.map(({ node, previousRect, currentRect }) =>
      [node?.nodeName, node?.textContent?.slice(0, 40), ...[previousRect, currentRect].map(boxOf)].join(' '),
    ),
  );
  return { sum: shifts.reduce((sum, { value }) => sum + value, 0), moved };
}

describe('a page that loads', function () {
  this.timeout(60_000);
  afterEach(closeFrames);

  for (const path of ['/demo/about.html', '/demo/features.html', '/demo/reading.html'])
    for (const width of [360, 1440])
      it(`keeps the page still while it loads, at ${width} pixels: ${path}`, async function () {
        if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) this.skip();
        const { window } = await open(path, width);
        const { sum, moved } = await shiftsOf(window);
        expect(sum, moved.join('\n')).to.be.lessThan(0.01);
      });

  for (const width of [360, 1440])
    it(`keeps a prerendered page still, while it loads and is read, at ${width} pixels`, async () => {
      const { window, document } = await openText(
        `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Still</title>
        <link rel="stylesheet" href="/cdn/doc-elements.css">
        <style>doc-section { content-visibility: visible }</style>
        </head><body>${await renderPage(EVERYTHING, { math })}</body></html>`,
        width,
      );
      const before = boxesOf(document.body);
      const script = document.createElement('script');
      script.type = 'module';
      script.src = '/cdn/doc-elements.js';
      document.head.append(script);
      const codes = [...document.querySelectorAll('doc-code')];
      for (const code of codes) {
        code.scrollIntoView();
        await settled(() => (code.shadowRoot?.querySelector('[part~=base]') ?? null) !== null);
      }
      await atRest(document.querySelector('doc-page')!);
      window.scrollTo(0, 0);
      const after = boxesOf(document.body);
      expect(before.filter((box) => !after.includes(box))).to.deep.equal([]);
      if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
        expect((await shiftsOf(window)).moved).to.deep.equal([]);
    });
});
