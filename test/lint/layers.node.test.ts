import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

/** May import; may import by `import()` and `import type` only; never. */
type Verdict = 'yes' | 'lazy' | 'no';

// The table of the layers as the design has it, written out so that it does not depend on what it tests.
const TARGETS = [
  'model/page.js',
  'source/data.js',
  'html/page.js',
  'pipeline/markdown.js',
  'highlight/tokenize.js',
  'drawing/formulas.js',
  'dom/sink.js',
  'elements/doc-page.js',
  'define/doc-page.js',
  'server/render.js',
  'styles/chrome.js',
  'index.js',
  'lit',
  'lit/decorators.js',
  '@lit/reactive-element',
  'marked',
  'js-yaml',
  'smol-toml',
  'dompurify',
  'refractor/core',
  'katex',
  'mermaid',
  'parse5',
  'entities/decode',
  'node:fs',
  'left-pad',
] as const;

/* prettier-ignore */
const TABLE: Record<string, string> = {
  //           mo so ht pi hi dr do el de se st in li l/ re ma ya to pu re ka me p5 en no le
  model:     ' y  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n',
  source:    ' y  y  n  n  n  n  n  n  n  n  n  n  n  n  n  y  z  z  n  n  n  n  n  n  n  n',
  html:      ' y  n  y  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n',
  pipeline:  ' y  y  y  y  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n',
  highlight: ' y  n  n  n  y  n  n  n  n  n  n  n  n  n  n  n  n  n  n  y  n  n  n  n  n  n',
  drawing:   ' y  n  n  n  n  y  y  n  n  n  n  n  n  n  n  n  n  n  n  n  z  z  n  n  n  n',
  dom:       ' y  n  n  n  n  n  y  n  n  n  n  n  n  n  n  n  n  n  z  n  n  n  n  n  n  n',
  elements:  ' y  n  n  z  z  n  y  y  n  n  y  n  y  y  y  n  n  n  n  n  n  n  n  n  n  n',
  define:    ' y  n  n  n  n  y  y  y  y  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n  n',
  server:    ' y  y  y  y  n  n  n  n  n  y  n  n  n  n  n  n  n  n  n  n  n  n  n  y  n  n',
  'server/cli':
             ' y  y  y  y  n  y  n  n  n  y  n  n  n  n  n  n  n  n  n  n  n  n  n  n  y  n',
  'server/site':
             ' y  y  y  y  n  n  n  n  n  y  n  n  n  n  n  n  n  n  n  n  n  n  y  n  y  n',
  styles:    ' y  n  n  n  n  n  n  n  n  n  y  n  y  y  n  n  n  n  n  n  n  n  n  n  n  n',
};

const VERDICTS: Record<string, Verdict> = { y: 'yes', z: 'lazy', n: 'no' };

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('lint: the layers', function () {
  this.timeout(60_000);

  // The real configuration, without the rules that need types: the files of the examples do not exist.
  const eslint = new ESLint({
    cwd: root,
    overrideConfig: [
      tseslint.configs.disableTypeChecked,
      { rules: { '@typescript-eslint/no-unused-vars': 'off', 'no-unused-vars': 'off', 'no-empty': 'off' } },
    ] as ESLint.Options['overrideConfig'] & object,
  });

  /** The rules that complain about each of some statements, one on a line, in a file. */
  async function complaints(file: string, statements: readonly string[]): Promise<string[][]> {
    const [result] = await eslint.lintText(statements.join('\n'), { filePath: `${root}${file}` });
    const messages = result?.messages ?? [];
    const fatal = messages.find((message) => message.fatal ?? false);
    if (fatal) throw new Error(`${file} does not parse: ${fatal.message}\n${statements.join('\n')}`);
    return statements.map((_, index) =>
      messages.filter(({ line }) => line === index + 1).map(({ ruleId, message }) => ruleId ?? message),
    );
  }

  const refuses = async (file: string, code: string, rule: string) => {
    expect((await complaints(file, [code]))[0], `${file}: ${code}`).to.include(rule);
  };
  const accepts = async (file: string, code: string, rule?: string) => {
    const found = (await complaints(file, [code]))[0] ?? [];
    expect(rule ? found.filter((name) => name === rule) : found, `${file}: ${code}`).to.deep.equal([]);
  };

  /** Checks what every kind of import of one module says. */
  async function check(file: string, specifier: string, verdict: Verdict) {
    const statements = [
      `import { x } from '${specifier}'; export const y = x;`,
      `import '${specifier}';`,
      `export { x } from '${specifier}';`,
      `export * from '${specifier}';`,
    ];
    const lazy = `export const load = () => import('${specifier}');`;
    const type = `import type { X } from '${specifier}'; export type Y = X;`;
    const all = file.endsWith('.ts') ? [...statements, lazy, type] : [...statements, lazy];
    const found = await complaints(file, all);
    all.forEach((code, index) => {
      const rules = found[index]?.filter((rule) => rule.startsWith('no-restricted-')) ?? [];
      const expected =
        verdict === 'yes' || (verdict === 'lazy' && (code === lazy || code === type))
          ? []
          : [verdict === 'lazy' || code === lazy ? 'no-restricted-syntax' : 'no-restricted-imports'];
      expect([...new Set(rules)], `${file}: ${code}`).to.deep.equal(expected);
    });
  }

  const isFile = (target: string) => target.endsWith('.js') && !target.startsWith('lit');

  for (const [layer, row] of Object.entries(TABLE)) {
    const verdicts = row.trim().split(/\s+/);
    describe(layer, () => {
      TARGETS.forEach((target, column) => {
        const verdict = VERDICTS[verdicts[column] ?? ''];
        if (!verdict) throw new Error(`${layer} has no verdict on ${target}`);
        it(`${target}: ${verdict}`, async () => {
          for (const depth of [0, 1, 2]) {
            const file = `src/${layer}/${'deeper/'.repeat(depth)}example.ts`;
            const up = '../'.repeat(depth + layer.split('/').length);
            await check(file, isFile(target) ? up + target : target, verdict);
          }
        });
      });

      it('its own files, by the shortest path', async () => {
        await check(`src/${layer}/example.ts`, './sibling.js', 'yes');
        await check(`src/${layer}/example.ts`, './html/page.js', 'yes');
        await check(`src/${layer}/deeper/example.ts`, '../html/page.js', 'yes');
        await check(`src/${layer}/example.ts`, './../html/page.js', 'no');
        await check(`src/${layer}/example.ts`, './deeper/../../html/page.js', 'no');
        await check(`src/${layer}/example.ts`, '../../package.js', 'no');
        await check(`src/${layer}/example.ts`, './sibling', 'no');
        await check(`src/${layer}/example.ts`, '/src/model/page.js', 'no');
      });
    });
  }

  describe('the command line', () => {
    it('uses the server and its own package for patterns', async () => {
      await check('src/server/cli/example.ts', '../page.js', 'yes');
      await check('src/server/cli/deeper/example.ts', '../../page.js', 'yes');
      await check('src/server/cli/example.ts', 'picomatch', 'yes');
      await check('src/server/example.ts', 'picomatch', 'no');
    });

    it('is imported by nothing, so that the server runs where Node does not', async () => {
      await check('src/server/example.ts', './cli/main.js', 'no');
      await check('src/server/example.ts', './site/vite.js', 'no');
      await check('src/server/site/example.ts', 'parse5', 'yes');
      await check('src/server/deeper/example.ts', '../cli/main.js', 'no');
      await check('src/server/example.ts', '../server/cli/main.js', 'no');
      await check('src/pipeline/example.ts', '../server/cli/main.js', 'no');
      await check('src/index.ts', './server/cli/main.js', 'no');
      await check('src/server/example.ts', './client/page.js', 'yes');
    });
  });

  describe('style sheets as text', () => {
    it('styles/: yes', () => check('src/styles/example.ts', './prose.css', 'yes'));
    it('elements/: no', () => check('src/elements/example.ts', '../styles/prose.css', 'no'));
    it('dom/: no', () => check('src/dom/example.ts', './prose.css', 'no'));
  });

  describe('src/index.ts', () => {
    for (const [specifier, verdict] of [
      ['./define/doc-page.js', 'yes'],
      ['./elements/events.js', 'yes'],
      ['./model/page.js', 'yes'],
      ['./pipeline/markdown.js', 'no'],
      ['./source/markdown.js', 'no'],
      ['./html/page.js', 'no'],
      ['./dom/sink.js', 'no'],
      ['lit', 'no'],
    ] as const)
      it(`${specifier}: ${verdict}`, () => check('src/index.ts', specifier, verdict));
  });

  describe('import() and type imports', () => {
    it('refuses import() of what is not a literal', async () => {
      await refuses(
        'src/elements/example.ts',
        'export const load = (x: string): Promise<unknown> => import(x);',
        'no-restricted-syntax',
      );
      await refuses(
        'src/elements/example.ts',
        'export const load = (): Promise<unknown> => import(`../pipeline/markdown.js`);',
        'no-restricted-syntax',
      );
    });

    it('refuses a type import inside a type', async () => {
      const rule = '@typescript-eslint/consistent-type-imports';
      const settings = { rules: { [rule]: 'error' } } as const;
      const strict = new ESLint({
        cwd: root,
        overrideConfig: [tseslint.configs.disableTypeChecked, settings] as never,
      });
      const code = "export type X = import('../source/data.js').X;";
      const [result] = await strict.lintText(code, { filePath: `${root}src/model/example.ts` });
      expect(result?.messages.map((message) => message.ruleId)).to.include(rule);
    });

    it('refuses an import that only names types and still loads the module', () =>
      refuses(
        'src/elements/example.ts',
        "import { type X } from '../pipeline/markdown.js';\nexport type Y = X;",
        'no-restricted-syntax',
      ));
  });

  describe('strings that become HTML', () => {
    const sinks = [
      'element.innerHTML = text;',
      'element.outerHTML = text;',
      "element['innerHTML'] = text;",
      'frame.srcdoc = text;',
      "element.insertAdjacentHTML('beforeend', text);",
      'element.setHTML(text);',
      'element.setHTMLUnsafe(text);',
      'Document.parseHTMLUnsafe(text);',
      'range.createContextualFragment(text);',
      'document.write(text);',
      'document.writeln(text);',
      "new DOMParser().parseFromString(text, 'text/html');",
      'Object.assign(element, { innerHTML: text });',
      'const { innerHTML } = element;',
      'html`<p .innerHTML=${text}></p>`;',
    ];
    for (const code of sinks) {
      it(`refuses ${code}`, async () => {
        await refuses('src/elements/example.ts', code, 'no-restricted-syntax');
        await refuses('src/dom/example.ts', code, 'no-restricted-syntax');
        await refuses('src/dom/deeper/example.ts', code, 'no-restricted-syntax');
        await refuses('src/index.ts', code, 'no-restricted-syntax');
        await accepts('src/dom/sink.ts', code, 'no-restricted-syntax');
      });
    }
    it('accepts text and nodes', () =>
      accepts(
        'src/dom/example.ts',
        'element.textContent = text; element.append(node); html`<p>${text}</p>`; stream.write(text);',
        'no-restricted-syntax',
      ));
    for (const module of [
      'lit/directives/unsafe-html.js',
      'lit/directives/unsafe-svg.js',
      'lit/static-html.js',
      'lit-html/directives/unsafe-html.js',
    ])
      it(`refuses ${module}`, () => check('src/elements/example.ts', module, 'no'));
    it('accepts other directives of Lit', () =>
      check('src/elements/example.ts', 'lit/directives/class-map.js', 'yes'));
    it('keeps the import rules in the sink', async () => {
      await check('src/dom/sink.ts', 'dompurify', 'lazy');
      await check('src/dom/sink.ts', 'lit', 'no');
      await check('src/dom/sink.ts', '../html/page.js', 'no');
    });
  });

  describe('demo', () => {
    const cases: readonly (readonly [string, Verdict])[] = [
      ['doc-elements', 'yes'],
      ['doc-elements/doc-page.js', 'yes'],
      ['doc-elements/elements/doc-toc.js', 'yes'],
      ['doc-elements/from-markdown.js', 'yes'],
      ['../cdn/doc-elements.js', 'yes'],
      ['./editor.js', 'yes'],
      ['node:http', 'yes'],
      ['doc-elements/source/markdown.js', 'no'],
      ['doc-elements/elements/deeper/doc-toc.js', 'no'],
      ['../src/index.js', 'no'],
      ['/src/index.ts', 'no'],
      ['../dist/index.js', 'no'],
      ['../../node_modules/marked/lib/marked.esm.js', 'no'],
      ['marked', 'no'],
      ['lit', 'no'],
    ];
    for (const [specifier, verdict] of cases)
      it(`${specifier}: ${verdict}`, () => check('demo/example.js', specifier, verdict));

    it('names only entries that package.json has', () => {
      const { exports: entries } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
        exports: Record<string, unknown>;
      };
      expect(Object.keys(entries)).to.include.members([
        '.',
        './doc-page.js',
        './elements/*.js',
        './from-markdown.js',
      ]);
    });
  });
});
