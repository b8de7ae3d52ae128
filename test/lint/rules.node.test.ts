import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { ESLint } from 'eslint';

/** A rule of ours, code that breaks it, and the same code as it should be. */
interface Example {
  readonly rule: string;
  readonly wrong: string;
  readonly right: string;
}

const element = (body: string) => `import { LitElement, html } from 'lit';
export class Example extends LitElement { ${body} }`;

const render = (template: string) =>
  element(
    `protected override render(): unknown { return html\`${template}\`; } handle(): void { this.focus(); }`,
  );

const EXAMPLES: readonly Example[] = [
  {
    rule: 'lit/lifecycle-super',
    wrong: element('override connectedCallback(): void { this.focus(); }'),
    right: element('override connectedCallback(): void { super.connectedCallback(); this.focus(); }'),
  },
  {
    rule: 'lit/no-invalid-html',
    wrong: render('<p title="a"lang="en"></p>'),
    right: render('<p title="a" lang="en"></p>'),
  },
  {
    rule: 'lit/binding-positions',
    wrong: render('<${this.localName}></p>'),
    right: render('<p>${this.localName}</p>'),
  },
  {
    rule: 'lit/no-template-arrow',
    wrong: render('<button @click=${() => { this.handle(); }}>x</button>'),
    right: render('<button @click=${this.handle}>x</button>'),
  },
  {
    rule: 'lit/attribute-value-entities',
    wrong: render('<p title="a > b"></p>'),
    right: render('<p title="a &gt; b"></p>'),
  },
  {
    rule: 'lit-a11y/alt-text',
    wrong: render('<img src="x.png">'),
    right: render('<img src="x.png" alt="">'),
  },
  {
    rule: 'lit-a11y/click-events-have-key-events',
    wrong: render('<div @click=${this.handle}>x</div>'),
    right: render('<button @click=${this.handle}>x</button>'),
  },
  {
    rule: 'lit-a11y/anchor-is-valid',
    wrong: render('<a href="">x</a>'),
    right: render('<a href="#top">x</a>'),
  },
  {
    rule: 'lit-a11y/aria-attrs',
    wrong: render('<p aria-labeledby="x"></p>'),
    right: render('<p aria-labelledby="x"></p>'),
  },
  {
    rule: 'wc/no-closed-shadow-root',
    wrong: element("open(): void { this.attachShadow({ mode: 'closed' }); }"),
    right: element("open(): void { this.attachShadow({ mode: 'open' }); }"),
  },
  {
    rule: 'wc/no-constructor-attributes',
    wrong: element("constructor() { super(); this.setAttribute('role', 'note'); }"),
    right: element('constructor() { super(); this.attachInternals(); }'),
  },
  {
    rule: 'eqeqeq',
    wrong: "export const is = (x: string): boolean => x == 'a';",
    right: "export const is = (x: string | null): boolean => x === 'a' || x == null;",
  },
  {
    rule: 'regexp/no-super-linear-backtracking',
    wrong: 'export const filters = /^(?:\\s*\\|\\s*a\\s*)*$/;',
    right: 'export const filters = /^(?:\\s*\\|\\s*a)*$/;',
  },
  {
    rule: 'regexp/no-super-linear-move',
    wrong: 'export const spaces = / +$/;',
    right: 'export const spaces = /(?<! ) +$/;',
  },
  {
    rule: 'no-console',
    wrong: "console.log('here');",
    right: 'export const here = 1;',
  },
  {
    rule: 'no-eval',
    wrong: "eval('1');",
    right: "JSON.parse('1');",
  },
  {
    rule: 'no-new-func',
    wrong: "export const one = new Function('return 1');",
    right: 'export const one = () => 1;',
  },
  {
    rule: 'object-shorthand',
    wrong: 'export const wrap = (a: number): object => ({ a: a });',
    right: 'export const wrap = (a: number): object => ({ a });',
  },
  {
    rule: '@typescript-eslint/consistent-type-imports',
    wrong: "import { HeadingLevel } from './page.js';\nexport const level: HeadingLevel = 1;",
    right: "import type { HeadingLevel } from './page.js';\nexport const level: HeadingLevel = 1;",
  },
  {
    rule: '@typescript-eslint/consistent-type-exports',
    wrong: "import type { Page } from './page.js';\nexport { Page };",
    right: "import type { Page } from './page.js';\nexport type { Page };",
  },
  {
    rule: '@typescript-eslint/explicit-module-boundary-types',
    wrong: 'export function one() { return 1; }',
    right: 'export function one(): number { return 1; }',
  },
  {
    rule: '@typescript-eslint/no-explicit-any',
    wrong: 'export const one: any = 1;',
    right: 'export const one: unknown = 1;',
  },
  {
    rule: '@typescript-eslint/no-floating-promises',
    wrong: 'export function go(): void { Promise.reject(new Error()); }',
    right: 'export function go(): void { void Promise.resolve(); }',
  },
  {
    rule: '@typescript-eslint/no-unused-vars',
    wrong: 'export function first(a: number, b: number): number { return a; }',
    right: 'export function first(a: number, _b: number): number { return a; }',
  },
  {
    rule: '@typescript-eslint/prefer-nullish-coalescing',
    wrong: 'export const or = (a: number | undefined): number => a || 1;',
    right: "export const or = (a: string | undefined): string => a || '1';",
  },
  {
    rule: '@typescript-eslint/restrict-template-expressions',
    wrong: 'export const show = (x: object): string => `${x}`;',
    right: 'export const show = (x: number): string => `${x}`;',
  },
  {
    rule: '@typescript-eslint/switch-exhaustiveness-check',
    wrong: "export function f(x: 'a' | 'b'): void { switch (x) { case 'a': f('b'); } }",
    right: "export function f(x: 'a' | 'b'): void { switch (x) { case 'a': f('b'); break; case 'b': } }",
  },
  {
    rule: '@typescript-eslint/no-confusing-void-expression',
    wrong: 'export function f(g: () => void): void { const x = g(); f(() => x); }',
    right: 'export const f = (g: () => void): void => g();',
  },
];

describe('lint: the rules', function () {
  this.timeout(60_000);
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const eslint = new ESLint({ cwd: root });

  // Rules with types need a file that exists; its text is replaced by the example.
  const rulesBroken = async (code: string) => {
    const [result] = await eslint.lintText(code, { filePath: `${root}src/model/part.ts` });
    return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
  };

  for (const { rule, wrong, right } of EXAMPLES)
    it(rule, async () => {
      expect(await rulesBroken(wrong)).to.include(rule);
      expect(await rulesBroken(right)).not.to.include(rule);
    });

  it('reports a disabling comment that disables nothing', async () => {
    expect(await rulesBroken('export const one = 1; // eslint-disable-line no-console')).to.have.length(1);
  });

  it('applies the rules of the library to every file of src, and of the tests to every test', async () => {
    for (const [file, rule, on] of [
      ['src/elements/doc-page.ts', 'lit/lifecycle-super', true],
      ['src/define/doc-page.ts', 'lit/lifecycle-super', true],
      ['src/index.ts', '@typescript-eslint/no-floating-promises', true],
      ['test/lint/rules.node.test.ts', '@typescript-eslint/no-floating-promises', true],
      ['test/lint/rules.node.test.ts', '@typescript-eslint/no-unused-expressions', false],
      ['test/tools/run.mjs', '@typescript-eslint/no-floating-promises', true],
    ] as const) {
      const { rules } = (await eslint.calculateConfigForFile(`${root}${file}`)) as {
        rules: Record<string, readonly [number]>;
      };
      expect((rules[rule]?.[0] ?? 0) > 0, `${rule} in ${file}`).to.equal(on);
    }
  });
});
