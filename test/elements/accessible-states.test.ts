import { a11ySnapshot } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../src/index.js';
import type { DocCallout, DocPage, RepoLink } from '../../src/index.js';
import { compileRepoCard } from '../../src/html/repo-card.js';
import { faults, SCHEMES } from './axe.js';
import { clearFixtures, fixture, until } from './fixture.js';
import { FAULT } from './loading.js';

/** One element in one state, and what the accessibility tree has to say of it, among other things. */
interface State {
  readonly html: string;
  /** Brings the element into its state. */
  readonly make?: (root: HTMLElement) => unknown;
  readonly tree: readonly string[];
}

const chrome = (element: Element | null, selector: string): HTMLElement | null =>
  element?.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;

/** Waits for what an element brings into its shadow root, and presses it. */
async function press(element: Element | null, selector: string): Promise<void> {
  await until(() => chrome(element, selector) !== null, selector);
  chrome(element, selector)!.click();
}

/** A page with this text. */
const markdown =
  (text: string, then?: (page: DocPage) => unknown) =>
  async (root: HTMLElement): Promise<void> => {
    const page = root.querySelector('doc-page')!;
    page.markdown = text;
    await page.updateComplete;
    await then?.(page);
  };

const PAGE = '<doc-page heading-level="2" toc="none"></doc-page>';
const WITH_CONTENTS = '<doc-page heading-level="2" style="inline-size: 20em"></doc-page>';
const CONTENTS = '# T\n\n## One\n\n### Inner\n\nText.\n\n## Two\n\nText.';
const LINES = Array.from({ length: 80 }, (_, index) => `line ${index}`).join('\n');
const GROUP = '```sh tab="npm"\nnpm ci\n```\n\n```sh tab="pnpm"\npnpm i\n```';
const CARD = { url: 'https://github.com/dotnet/coreclr', description: 'The runtime', stars: 1234 };

const STATES: Readonly<Record<string, State>> = {
  'doc-page, on its way': {
    html: PAGE,
    make: (root) => {
      const page = root.querySelector('doc-page')!;
      page.src = `${FAULT}slow/a.md?ms=20000&body=${encodeURIComponent('# Late')}`;
      return until(() => chrome(page, '[part="loading"]') !== null, 'a placeholder');
    },
    tree: ['status', 'StaticText Loading…'],
  },
  'doc-page, failed': {
    html: '<doc-page src="/nowhere.md"><p>Fallback.</p></doc-page>',
    make: (root) => root.querySelector('doc-page')!.updateComplete,
    tree: ['alert', 'button Try again', 'StaticText Fallback.'],
  },
  'doc-page, stale': {
    html: PAGE,
    make: markdown('# T\n\nText.', async (page) => {
      page.markdown = undefined;
      page.src = '/nowhere.md';
      await page.updateComplete;
    }),
    tree: ['heading T level=2', 'alert', 'button Try again', 'StaticText Text.'],
  },
  'doc-section, alone': {
    html: '<doc-section></doc-section>',
    make: async (root) => {
      const section = root.querySelector('doc-section')!;
      section.markdown = '# The team\n\nText.';
      await section.updateComplete;
    },
    tree: ['heading The team level=2', 'link Link to this section: The team'],
  },
  'doc-toc, folded': {
    html: WITH_CONTENTS,
    make: markdown(CONTENTS),
    tree: ['button On this page expanded=false'],
  },
  'doc-toc, open': {
    html: WITH_CONTENTS,
    make: markdown(CONTENTS, (page) => {
      page.querySelector('doc-toc')!.open = true;
    }),
    tree: ['button On this page expanded=true', 'navigation On this page', 'link One', 'link Inner'],
  },
  'doc-toc, collapsed': {
    html: '<doc-page heading-level="2" toc-collapse style="inline-size: 1100px"></doc-page>',
    make: markdown(CONTENTS),
    tree: ['navigation On this page', 'link One', 'link Two'],
  },
  'doc-code, with title, numbers and marks': {
    html: PAGE,
    make: markdown('```ts title="a.ts" {2} showLineNumbers\nconst a = 1;\nconst b = 2;\n```', (page) =>
      until(() => chrome(page.querySelector('doc-code'), '[part~="copy"]') !== null, 'a button'),
    ),
    tree: ['StaticText a.ts', 'button Copy code'],
  },
  'doc-code, copied': {
    html: PAGE,
    make: markdown('```sh\nnpm ci\n```', (page) => {
      Object.defineProperty(navigator.clipboard, 'writeText', {
        configurable: true,
        value: () => Promise.resolve(),
      });
      return press(page.querySelector('doc-code'), '[part~="copy"]');
    }),
    tree: ['button Copy code', 'StaticText Copied'],
  },
  'doc-code, wrapped': {
    html: PAGE,
    make: markdown(`\`\`\`sh\n${'word '.repeat(200)}\n\`\`\``, (page) =>
      press(page.querySelector('doc-code'), '[part~="wrap"]'),
    ),
    tree: ['button Wrap long lines pressed=true', 'button Copy code'],
  },
  'doc-code, folded': {
    html: PAGE,
    make: markdown(`\`\`\`\n${LINES}\n\`\`\``, (page) =>
      until(() => chrome(page.querySelector('doc-code'), '[part~="fold"]') !== null, 'a button'),
    ),
    tree: ['button Show all 80 lines expanded=false'],
  },
  'doc-code, unfolded': {
    html: PAGE,
    make: markdown(`\`\`\`\n${LINES}\n\`\`\``, (page) =>
      press(page.querySelector('doc-code'), '[part~="fold"]'),
    ),
    tree: ['button Show less expanded=true'],
  },
  'doc-code, a group': {
    html: PAGE,
    make: markdown(GROUP, (page) => press(page.querySelector('doc-code'), '[role="tab"]:last-of-type')),
    tree: ['tab npm selected=false', 'tab pnpm selected=true', 'StaticText pnpm i'],
  },
  'doc-code, changes': {
    html: PAGE,
    make: markdown('```js\nold(); // [!code --]\nnew1(); // [!code ++]\n```\n\n```diff\n- a\n+ b\n```'),
    tree: ['StaticText old();'],
  },
  'doc-callout, titled by its kind': {
    html: '<doc-callout kind="tip"><p>Told.</p></doc-callout>',
    tree: ['StaticText Tip', 'StaticText Told.'],
  },
  'doc-callout, folded': {
    html: '<doc-callout kind="warning" heading="Mind the gap" collapsible><p>Told.</p></doc-callout>',
    tree: ['DisclosureTriangle Mind the gap expanded=false'],
  },
  'doc-callout, open': {
    html: '<doc-callout kind="warning" heading="Mind the gap" collapsible open><p>Told.</p></doc-callout>',
    tree: ['DisclosureTriangle Mind the gap expanded=true', 'StaticText Told.'],
  },
  'alerts of Markdown': {
    html: PAGE,
    make: markdown('> [!CAUTION]\n> Hot.\n\n??? note "More"\n    Folded.'),
    tree: ['StaticText Caution', 'DisclosureTriangle More expanded=false'],
  },
  'notes, tasks and a table that scrolls': {
    html: PAGE,
    make: markdown(
      `# T\n\n- [x] Done[^1]\n- [ ] Open\n\n| a | b |\n| - | -: |\n| ${'x'.repeat(200)} | 1.2 MB |\n\n[^1]: Why.`,
      (page) => until(() => page.querySelector('table')?.tabIndex === 0, 'the keyboard'),
    ),
    tree: [
      'checkbox Completed task checked=true disabled=true',
      'checkbox Incomplete task checked=false disabled=true',
      'link Back to reference 1',
      'heading Footnotes level=3',
    ],
  },
  'repo-link, in a line': {
    html: '<p><repo-link><a href="https://github.com/dotnet/coreclr">CoreCLR</a></repo-link></p>',
    tree: ['link CoreCLR'],
  },
  'repo-link, a card': {
    html: compileRepoCard(CARD),
    tree: ['link dotnet/coreclr', 'StaticText The runtime', 'StaticText 1,234 stars'],
  },
  'repo-link, a card of what is archived': {
    html: compileRepoCard({ ...CARD, archived: true, continuedIn: 'https://github.com/dotnet/runtime' }),
    tree: ['StaticText Archived', 'link dotnet/runtime'],
  },
};

interface TreeNode {
  readonly role?: string;
  readonly name?: string;
  readonly children?: readonly TreeNode[];
  readonly [state: string]: unknown;
}

const FLAGS = ['expanded', 'selected', 'pressed', 'checked', 'disabled', 'level'] as const;

/** A line for each node of the tree that Chromium gives to screen readers. */
function linesOf(node: TreeNode | null): string[] {
  if (!node) return [];
  const flags = FLAGS.filter((flag) => node[flag] !== undefined).map(
    (flag) => `${flag}=${String(node[flag])}`,
  );
  const line = [node.role, node.name?.trim(), ...flags].filter(Boolean).join(' ');
  return [line, ...(node.children ?? []).flatMap(linesOf)];
}

describe('each element in each state', () => {
  afterEach(() => {
    clearFixtures();
    Reflect.deleteProperty(navigator.clipboard, 'writeText');
    localStorage.clear();
    document.documentElement.removeAttribute('style');
  });

  async function show({ html, make }: State, scheme: keyof typeof SCHEMES): Promise<HTMLElement> {
    document.documentElement.style.cssText = SCHEMES[scheme];
    const main = fixture(`<main><h1>The site</h1>${html}</main>`);
    await make?.(main);
    // What a page waits for, its state has waited for.
    for (const element of main.querySelectorAll<DocCallout | RepoLink>('doc-callout, repo-link'))
      await element.updateComplete;
    return main;
  }

  for (const [name, state] of Object.entries(STATES)) {
    for (const scheme of ['light', 'dark'] as const)
      it(`has nothing axe objects to, in the ${scheme}: ${name}`, async () => {
        expect(await faults(await show(state, scheme))).to.deep.equal([]);
      });

    it(`is told by the accessibility tree: ${name}`, async function () {
      // Only Chromium shows its tree to tests.
      if (!navigator.userAgent.includes('Chrome')) this.skip();
      await show(state, 'light');
      let lines: string[] = [];
      const isMissing = (line: string): boolean => !lines.includes(line);
      // The browser writes its tree a little after the layout.
      for (let tries = 0; tries < 20 && (lines.length === 0 || state.tree.some(isMissing)); tries++) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        lines = linesOf(
          (await (a11ySnapshot as (options: object) => Promise<unknown>)({})) as TreeNode | null,
        );
      }
      expect(state.tree.filter(isMissing)).to.deep.equal([]);
    });
  }
});
