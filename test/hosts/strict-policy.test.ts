import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { build } from 'esbuild';
import type * as Math from '../../src/define/math.js';
import type * as Server from '../../src/server/server.js';
import { enginesHere, openBrowser, type Browser } from './engines.mjs';
import { ensureBuilt, ROOT } from './install.mjs';
import { openPolicySite, type PolicySite } from './nginx.mjs';
import type { Probe } from './probe.js';

const BASE =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; require-trusted-types-for 'script'";

/** What the site is served with, by the path it is served below. */
const POLICIES = {
  strict: `${BASE}; trusted-types doc-elements`,
  lit: `${BASE}; trusted-types doc-elements lit-html`,
  /** What diagrams need. */
  diagrams:
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; trusted-types doc-elements dompurify",
  duplicates: `${BASE}; trusted-types doc-elements lit-html 'allow-duplicates'`,
  none: '',
};

type PolicyName = keyof typeof POLICIES;

/** One of each thing that the elements style, paint or make. */
const EVERYTHING = `---
title: Everything
---
Before the first section, with [a link](https://github.com/dotnet/runtime) and \`code\`.

## Code

\`\`\`js title="src/a.js" {2} showLineNumbers
const a = 'text'; // a comment
export function b() { return [a, 12, /x/]; }
\`\`\`

\`\`\`sh tab="npm"
npm install
\`\`\`

\`\`\`sh tab="pnpm"
pnpm add
\`\`\`

## Callouts

> [!NOTE]
> An alert.

??? tip "Folded"
    A container.

## Tables and notes

| a | b |
|---|--:|
| 1 | 2 |

- [x] done
- [ ] not yet[^1]

[^1]: A note.

## HTML

<details><summary>More</summary>

Inside, <kbd>Ctrl</kbd>.

</details>

<p align="center"><img src="picture.svg" alt="A picture" width="40" onerror="alert(1)"></p>

![With a title](picture.svg "A caption")

## Formulas and diagrams

Inline $a^2 + b^2 = c^2$, and by itself:

$$
\\frac{1}{\\sqrt{2\\pi}} \\begin{pmatrix} \\mathbb{R} & \\textcolor{red}{x} \\end{pmatrix}
$$

\`\`\`mermaid
flowchart LR
  A[Source] --> B[Page]
\`\`\`

## People

\`\`\`yaml doc:people
- name: Ada Lovelace
  role: Maintainer
\`\`\`

## Repositories

<ul class="repo-cards"><li><repo-link variant="card" repo="dotnet/roslyn"></repo-link></li></ul>

https://github.com/dotnet/runtime/pull/12 and [Forgejo](https://codeberg.org/forgejo/forgejo).
`;

/** What strangers write that a policy would complain of, were it parsed in the page. */
const STYLED = `# Styled

<p style="color: red" onclick="alert(1)" align="center">text</p>

<img src="picture.svg" alt="A picture" style="width: 40px" onerror="alert(1)" width="40">

<style>p { color: red }</style><script>alert(1)</script><iframe src="everything.md"></iframe>
<svg onload="alert(1)"><style>p { color: red }</style></svg><a href="javascript:alert(1)">link</a>
`;

const PAGE_DATA = {
  title: 'Everything',
  sections: [
    { heading: 'Code', body: '```js\nconst a = "text"; // a comment\nb(12, /x/);\n```' },
    { heading: 'Callouts', body: '> [!NOTE]\n> An alert.' },
    { heading: 'Formulas', body: 'Inline $a^2 + b^2 = c^2$.' },
    { heading: 'Tables', body: '| a |\n|---|\n| 1 |\n\nSee [this](https://github.com/dotnet/runtime).' },
    {
      heading: 'People',
      blocks: [{ kind: 'people', people: [{ name: 'Ada Lovelace', role: 'Maintainer' }] }],
    },
  ],
};

/** What only a trusted source may hold. */
const TRUSTED = `${EVERYTHING.replace(/ onerror="[^"]*"/, '')}
<form data-kept action="everything.md"><label>Search <input name="q" type="search"></label></form>

<svg width="8" height="8" role="img" aria-label="A dot"><circle cx="4" cy="4" r="4"></circle></svg>
`;

const THEMES = ['default', 'github', 'high-contrast'];

const SCRIPTS = ['cdn/doc-elements.js', 'cdn/math.js'];

/** Pages and what their main part holds, their scripts and further style sheets. */
const document = (body: string, scripts = SCRIPTS, sheets: readonly string[] = []): string =>
  `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A page</title><script src="probe.js"></script>
<link rel="icon" href="picture.svg">
${['cdn/prose.css', ...sheets].map((href) => `<link rel="stylesheet" href="${href}">`).join('\n')}
${scripts.map((src) => `<script type="module" src="${src}"></script>`).join('\n')}
</head><body><main>${body}</main></body></html>`;

const FROM_SRC = '<doc-page src="everything.md" repos="repos.json" json-ld></doc-page>';

/** The pages on which all has to be as without a policy. */
const PAGES = {
  src: document(FROM_SRC),
  markdown: document('<doc-page></doc-page>', [...SCRIPTS, 'markdown.js']),
  'a trusted source': document('<doc-page src="trusted.md" repos="repos.json" trusted></doc-page>'),
  'live cards': document('<doc-page live></doc-page>', [...SCRIPTS, 'live.js']),
  'child scripts': document(
    `<doc-page><script type="application/json">${JSON.stringify(PAGE_DATA)}</script></doc-page>`,
  ),
  ...Object.fromEntries(
    THEMES.map((theme) => [`the theme ${theme}`, document(FROM_SRC, SCRIPTS, [`cdn/themes/${theme}.css`])]),
  ),
};

/** A script as a bundler makes it; of the package with Lit as its own package has it. */
async function bundle(entry: string, format: 'esm' | 'iife'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, entry)],
    bundle: true,
    format,
    minify: true,
    write: false,
    target: 'es2022',
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

/** Whether a diagram is drawn. */
const DIAGRAM = `[...document.querySelectorAll('doc-code')].some((code) => code.shadowRoot?.querySelector('img'))`;

/** What is wrong with the page. */
const PROBLEMS = `document.querySelector('doc-page').problems.map(({ code, message }) => code + ': ' + message).join()`;

/** Browsers report when they have nothing better to do. */
async function reported({ reports }: PolicySite): Promise<void> {
  for (let tries = 0; reports.length === 0 && tries < 500; tries++) await sleep(20);
}

describe('under the strictest policy of a web server', function () {
  this.timeout(300_000);
  let site: PolicySite;

  before(async () => {
    await ensureBuilt();
    const { renderDocument } = (await import(`${ROOT}dist/server/server.js`)) as typeof Server;
    const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
    const { math } = (await import(`${ROOT}dist/define/math.js`)) as typeof Math;
    const prerendered = await renderDocument(EVERYTHING, {
      math,
      styles: { href: 'cdn/prose.css' },
      script: { src: 'cdn/doc-elements.js' },
    });
    const bundled = await bundle('dist/index.js', 'esm');
    site = await openPolicySite({
      files: {
        'probe.js': await bundle('test/hosts/probe.ts', 'iife'),
        'everything.md': EVERYTHING,
        'styled.md': STYLED,
        'trusted.md': TRUSTED,
        'repos.json': read('demo/repos.json'),
        'picture.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><circle r="4"/></svg>',
        'markdown.js': `const response = await fetch('everything.md');
          document.querySelector('doc-page').markdown = await response.text();`,
        'live.js': `localStorage.clear();
          const response = await fetch('everything.md');
          const text = await response.text();
          const page = document.querySelector('doc-page');
          page.setAttribute('forges', location.host + '=gitea');
          page.markdown = text.replace('repo="dotnet/roslyn"', 'href="' + location.origin + '/acme/tool.json"');`,
        'bundled/one.js': bundled,
        'bundled/two.js': bundled,
        'bundled/diagrams.js': await bundle('dist/define/diagrams.js', 'esm'),
        ...Object.fromEntries(Object.entries(PAGES).map(([name, html]) => [`${name}.html`, html])),
        'prerendered.html': prerendered.replace(
          '<link',
          '<script src="probe.js"></script><link rel="icon" href="picture.svg"><link',
        ),
        'styled.html': document('<doc-page src="styled.md"></doc-page>'),
        'inline.html': document(`<p style="color: red">a</p>${FROM_SRC}`),
        'copies.html': document(FROM_SRC, [...SCRIPTS, 'copy/doc-elements.js']),
        'bundled.html': document(FROM_SRC, ['bundled/one.js', 'cdn/math.js']),
        'diagrams.html': document(FROM_SRC, [...SCRIPTS, 'bundled/diagrams.js']),
        'bundled copies.html': document(FROM_SRC, ['bundled/one.js', 'bundled/two.js', 'cdn/math.js']),
      },
      folders: { cdn: join(ROOT, 'cdn'), copy: join(ROOT, 'cdn') },
      policies: POLICIES,
    });
    const answer = {
      html_url: site.url('acme', 'tool.json'),
      description: 'Told by the forge just now.',
      stars_count: 4321,
      language: 'Zig',
      archived: false,
    };
    site.add('api/v1/repos/acme/tool.json', JSON.stringify(answer));
  });

  after(() => site.close());

  async function probe(browser: Browser, policy: PolicyName, page: string): Promise<Probe> {
    await browser.goTo(site.url(policy, `${encodeURIComponent(page)}.html`));
    return (await browser.evaluate('probe()')) as Probe;
  }

  /** What a page shows and all its styles are what they are without a policy, and nobody complains. */
  async function expectUnharmed(browser: Browser, policy: PolicyName, page: string): Promise<Probe> {
    const free = await probe(browser, 'none', page);
    site.reports.length = 0;
    const found = await probe(browser, policy, page);
    expect(found.complaints, page).to.deep.equal([]);
    expect(site.reports, page).to.deep.equal([]);
    expect(missing(found), page).to.deep.equal([]);
    expect(found.styles, page).to.have.length.above(60);
    // One by one, so that a failure tells the first element and not thousands of lines.
    for (const [index, line] of found.styles.entries()) expect(line, page).to.equal(free.styles[index]);
    expect(found.styles, page).to.have.length(free.styles.length);
    return found;
  }

  const missing = ({ features }: Probe): string[] =>
    Object.entries(features).flatMap(([name, isThere]) => (isThere ? [] : [name]));

  let engines: Awaited<ReturnType<typeof enginesHere>> = [];
  before(async () => {
    engines = await enginesHere();
    expect(engines).not.to.deep.equal([]);
  });

  it('is told by the server that hosts use', () => expect(site.server).to.match(/^nginx\/|^a plain server$/));

  for (const engine of ['chromium', 'firefox', 'webkit'] as const)
    describe(engine, () => {
      let browser: Browser;
      let opened: Browser | undefined;
      before(async function () {
        if (!engines.includes(engine)) this.skip();
        opened = browser = await openBrowser(engine);
        await browser.resize({ width: 1280, height: 2400 });
      });
      after(() => opened?.close());

      for (const page of [...Object.keys(PAGES), 'prerendered'])
        it(`${page}: all styles, all features, no complaint`, () => expectUnharmed(browser, 'strict', page));

      it('shows what strangers wrote without a complaint', async () => {
        site.reports.length = 0;
        const { complaints } = await probe(browser, 'strict', 'styled');
        expect([...complaints, ...site.reports]).to.deep.equal([]);
        expect(await browser.evaluate("document.querySelector('doc-page p').align")).to.equal('center');
      });

      it('shows diagrams as code where the policy forbids them, tells why, and asks no more than once', async () => {
        site.reports.length = 0;
        const found = await probe(browser, 'strict', 'diagrams');
        expect(missing(found)).to.deep.equal([]);
        expect(found.complaints.join()).to.match(/^style-src(?:-attr)?: inline/);
        expect(found.complaints).to.have.length(1);
        const told = (await browser.evaluate(PROBLEMS)) as string;
        expect(told)
          .to.include('diagram-invalid: The diagram “flowchart LR')
          .and.include('its source is shown')
          .and.include("The page's Content-Security-Policy forbids inline styles (style-src)");
        expect(await browser.evaluate(DIAGRAM)).to.equal(false);
        expect(
          await browser.evaluate("document.querySelector('.language-mermaid').checkVisibility()"),
        ).to.equal(true);
      });

      it('draws diagrams under the policy that they need, without a complaint', async () => {
        site.reports.length = 0;
        const { complaints } = await probe(browser, 'diagrams', 'diagrams');
        for (let tries = 0; !(await browser.evaluate(DIAGRAM)) && tries < 300; tries++) await sleep(50);
        expect(await browser.evaluate(PROBLEMS)).to.equal('');
        expect(await browser.evaluate(DIAGRAM)).to.equal(true);
        expect([...complaints, ...site.reports]).to.deep.equal([]);
      });

      it('would report what the policy forbids', async () => {
        site.reports.length = 0;
        const { complaints, styles } = await probe(browser, 'strict', 'inline');
        expect(complaints.join()).to.match(/^style-src/);
        await reported(site);
        expect(site.reports.join()).to.include('style-src');
        expect(styles).not.to.deep.equal((await probe(browser, 'none', 'inline')).styles);
      });

      for (const policy of ['strict', 'duplicates'] as const)
        it(`two copies of the bundle, ${policy === 'strict' ? 'without' : 'with'} 'allow-duplicates'`, async () => {
          const { warnings } = await expectUnharmed(browser, policy, 'copies');
          expect(
            warnings.filter((text) => text.includes('<doc-page> was defined by doc-elements')),
          ).to.have.length(1);
        });

      for (const policy of ['lit', 'duplicates'] as const)
        it(`two copies by a bundler, ${policy === 'lit' ? 'without' : 'with'} 'allow-duplicates'`, async () => {
          const { warnings } = await expectUnharmed(browser, policy, 'bundled copies');
          expect(warnings.join()).to.include('<doc-page> was defined by doc-elements');
        });

      it('what a bundler made needs the policy of Lit for its buttons, and shows the text without', async () => {
        await expectUnharmed(browser, 'lit', 'bundled');
        await browser.goTo(site.url('strict', 'bundled.html'));
        await browser.evaluate('probe()');
        const code = "document.querySelector('doc-page pre').closest('doc-code')";
        expect(await browser.evaluate(`${code}.textContent.includes("const a = 'text'")`)).to.equal(true);
        expect(await browser.evaluate(`${code}.checkVisibility()`)).to.equal(true);
        expect(await browser.evaluate(`${code}.shadowRoot.querySelector('button') === null`)).to.equal(true);
      });
    });
});
