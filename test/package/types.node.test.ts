import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A project as strict as there is, which also reads the declarations of what it imports. */
const STRICT: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noUncheckedSideEffectImports: true,
  verbatimModuleSyntax: true,
  skipLibCheck: false,
  noEmit: true,
  types: [],
  jsx: ts.JsxEmit.Preserve,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
};

const RESOLUTIONS: readonly [string, ts.CompilerOptions][] = [
  ['bundler', { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }],
  ['nodenext', { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext }],
];

/** What the compiler has against a module of a project that uses the package. */
function faultsOf(text: string, options: ts.CompilerOptions): string[] {
  const path = join(root, 'test/package/project.tsx').replaceAll('\\', '/');
  const host = ts.createCompilerHost(options);
  const getSourceFile = host.getSourceFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  host.fileExists = (name) => name === path || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === path
      ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX)
      : getSourceFile(name, ...rest);
  return ts.getPreEmitDiagnostics(ts.createProgram([path], options, host)).map(({ file, messageText }) => {
    const where = file && file.fileName !== path ? `${file.fileName.replace(root, '')}: ` : '';
    return where + ts.flattenDiagnosticMessageText(messageText, ' ');
  });
}

describe('the types of the package in a strict project', function () {
  this.timeout(120_000);

  before(() => {
    if (existsSync(join(root, 'dist/index.d.ts'))) return;
    execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, shell: process.platform === 'win32' });
  });

  const EVERYTHING = `
    import 'doc-elements';
    import 'doc-elements/prose.css';
    import 'doc-elements/themes/github.css';
    import 'doc-elements/diagrams.js';
    import { math } from 'doc-elements/math.js';
    import { fromHtml } from 'doc-elements/from-html.js';
    import { fromJson } from 'doc-elements/from-json.js';
    import { fromMarkdown } from 'doc-elements/from-markdown.js';
    import { fromProject } from 'doc-elements/from-project.js';
    import { labelsFor } from 'doc-elements/labels.js';
    import { readSnapshot } from 'doc-elements/repositories.js';
    import { renderDocument, renderPage } from 'doc-elements/server.js';
    import { toHtml } from 'doc-elements/to-html.js';
    import { toJsonLd } from 'doc-elements/to-json-ld.js';
    import { toJson } from 'doc-elements/to-json.js';
    import { toMarkdown } from 'doc-elements/to-markdown.js';
    export const all = [fromHtml, fromJson, fromMarkdown, fromProject, labelsFor, readSnapshot, renderDocument, renderPage];
    export const texts = [toHtml, toJsonLd, toJson, toMarkdown];
    export const html: Promise<string> = renderPage('# About', { math });`;

  for (const [name, resolution] of RESOLUTIONS)
    it(`are found and are right, for each entry and style sheet (${name})`, () => {
      expect(faultsOf(EVERYTHING, { ...STRICT, ...resolution })).to.deep.equal([]);
    });

  const bundler = { ...STRICT, ...RESOLUTIONS[0]?.[1] };

  it('know the tags, their properties and their events, wherever one listens', () => {
    const text = `
      import 'doc-elements/doc-page.js';
      const page = document.querySelector('doc-page');
      page?.addEventListener('doc-error', (event) => event.error.message.trim());
      document.addEventListener('doc-problem', ({ problems }) => problems[0]?.place?.line?.toFixed());
      addEventListener('doc-render', (event) => event.page?.title);
      if (page) {
        page.headingLevel = 2;
        page.markdown = new ReadableStream<string>();
        page.blocks = { 'my-map': { toHtml: (data, { lang }) => \`<p lang="\${lang}">\${String(data)}</p>\` } };
        // @ts-expect-error There are six levels.
        page.headingLevel = 7;
        // @ts-expect-error It is what came of the source.
        page.problems = [];
      }`;
    expect(faultsOf(text, bundler)).to.deep.equal([]);
  });

  it('know the tags in JSX, whatever its framework', () => {
    const text = `
      import type { JsxElements } from 'doc-elements';
      declare global {
        namespace JSX {
          interface IntrinsicElements extends JsxElements<{ id?: string; children?: unknown }> {}
        }
      }
      export const pages = (text: string, heading: string | undefined) => [
        <doc-page id="about" markdown={text} heading={heading} headingLevel={2} live trusted={false} />,
        <doc-page src="about.md" heading-level="2" toc="none" toc-max-level="3" ondoc-error={({ error }) => error.message} />,
        <doc-callout kind="tip" heading="Title" collapsible>Text</doc-callout>,
        <repo-link repo="owner/name" variant="card" ondoc-forge-request={(event) => event.preventDefault()} />,
        // @ts-expect-error There are six levels.
        <doc-page heading-level="7" />,
        // @ts-expect-error There is no such attribute.
        <doc-page sourc="about.md" />,
        // @ts-expect-error It is what came of the source.
        <doc-page problems={[]} />,
      ];`;
    expect(faultsOf(text, bundler)).to.deep.equal([]);
  });
});
