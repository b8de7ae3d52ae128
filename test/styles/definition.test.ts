import { expect } from 'chai';
import { joinParts } from '../../src/html/join.js';
import { renderMarkdown } from '../../src/pipeline/markdown.js';
import { clearFixtures, fixture, until } from '../elements/fixture.js';

const TEXT = `# A page

A lead with a [repository](https://github.com/dotnet/coreclr) in it.

## Lists

- One
  - Two

### Below

> Quoted.

## Code and [tables](#code-and-tables)

\`\`\`sh
npm install
\`\`\`

| a | b |
|---|--:|
| 1 | 2 |

> [!NOTE]
> Noted[^1].

[^1]: A note.
`;

/** The same page in a frame of this width, before the elements are defined. */
async function frameOf(width: number, layout: (page: string) => string): Promise<Document> {
  const { parts } = await renderMarkdown(TEXT, {});
  const frame = fixture<HTMLIFrameElement>(`<iframe width="${width}" height="4000"></iframe>`);
  const loaded = new Promise((resolve) => {
    frame.onload = resolve;
  });
  frame.srcdoc = `<!doctype html><html lang="en"><link rel="stylesheet" href="/src/styles/prose.css">
    <link rel="stylesheet" href="/src/styles/footnotes.css">
    <link rel="stylesheet" href="/src/styles/callouts.css">
    <link rel="stylesheet" href="/src/styles/code.css">
    <body>${layout(`<doc-page>${joinParts(parts)}</doc-page>`)}</body></html>`;
  await loaded;
  return frame.contentDocument!;
}

interface Place {
  readonly name: string;
  readonly box: readonly number[];
}

/** Where everything stands that is not folded away. */
const places = (root: Document): Place[] =>
  [...root.querySelectorAll('doc-page, doc-page *')]
    .filter((element) => !element.parentElement?.closest('doc-toc'))
    .map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { name: element.localName, box: [x, y, width, height] };
    });

/** What has moved by more than engines round by. */
const moved = (before: readonly Place[], after: readonly Place[]): string[] =>
  before.flatMap(({ name, box }, index) => {
    const now = after[index]?.box ?? [];
    const still = box.every((edge, side) => Math.abs(edge - (now[side] ?? Infinity)) <= 1);
    return still ? [] : [`${name}: ${box.join(' ')} → ${now.join(' ')}`];
  });

/** Sections out of sight have an estimated height only, and an engine takes its time to find out what is in sight. */
const allRendered = (root: Document): boolean =>
  [...root.querySelectorAll('doc-section')].every(
    ({ firstElementChild }) => firstElementChild?.checkVisibility({ contentVisibilityAuto: true }) ?? true,
  );

async function settled(root: Document): Promise<Place[]> {
  await until(() => allRendered(root), 'the sections');
  let after = places(root);
  for (let still = 0; still < 3;) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const before = after;
    after = places(root);
    still = moved(before, after).length === 0 ? still + 1 : 0;
  }
  return after;
}

async function define(root: Document): Promise<void> {
  const script = root.createElement('script');
  script.type = 'module';
  script.src = '/src/index.ts';
  root.head.append(script);
  const names = ['doc-page', 'doc-section', 'doc-toc', 'repo-link'];
  await until(() => names.every((name) => root.defaultView?.customElements.get(name)), 'the definitions');
}

const LAYOUTS = {
  'with nothing around it': (page: string) => page,
  'in a layout': (page: string) => `<main class="container" style="padding: 0 15px">${page}</main>`,
};

describe('a page before and after its definition', () => {
  afterEach(clearFixtures);

  for (const [name, layout] of Object.entries(LAYOUTS)) {
    for (const width of [320, 700, 1000, 1400]) {
      it(`stands in the same place ${name}, ${width} pixels wide`, async () => {
        const root = await frameOf(width, layout);
        const before = await settled(root);
        await define(root);
        expect(moved(before, await settled(root))).to.deep.equal([]);
        expect(root.documentElement.scrollWidth).to.be.at.most(width);
      });
    }
  }

  it('has its contents beside the text where it is wide, above where it is narrow', async () => {
    const beside: boolean[] = [];
    for (const width of [700, 1400]) {
      const root = await frameOf(width, LAYOUTS['in a layout']);
      await define(root);
      await settled(root);
      const toc = root.querySelector('doc-toc')!.getBoundingClientRect();
      const section = root.querySelector('doc-section')!.getBoundingClientRect();
      beside.push(toc.left >= section.right);
      if (width === 700) expect(toc.bottom).to.be.below(section.top);
      clearFixtures();
    }
    expect(beside).to.deep.equal([false, true]);
  });
});
