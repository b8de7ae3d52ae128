import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import ts from 'typescript';

const config = fileURLToPath(new URL('../tools/pure/tsconfig.json', import.meta.url));

/** Compiles one statement on each line as if it stood in `src/model`; tells which lines fail. */
function failingLines(statements: readonly string[]): Set<number> {
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(config, (path) => ts.sys.readFile(path)).config,
    ts.sys,
    fileURLToPath(new URL('../tools/pure/', import.meta.url)),
  );
  const ambient = fileNames.filter((name) => name.endsWith('.d.ts'));
  const file = fileURLToPath(new URL('../../src/model/example.ts', import.meta.url));
  const host = ts.createCompilerHost(options);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (name, languageVersion) =>
    name === file
      ? ts.createSourceFile(name, statements.join('\n'), languageVersion)
      : getSourceFile(name, languageVersion);
  const program = ts.createProgram([...ambient, file], options, host);
  const source = program.getSourceFile(file);
  if (!source) throw new Error('The example was not compiled');
  return new Set(
    ts
      .getPreEmitDiagnostics(program, source)
      .map(({ start }) => source.getLineAndCharacterOfPosition(start ?? 0).line),
  );
}

describe('types: the pure layers', function () {
  this.timeout(30_000);

  const refused = [
    'export const title = document.title;',
    'export const width = window.innerWidth;',
    'export const element: HTMLElement | undefined = undefined;',
    'export const node: Node | undefined = undefined;',
    "export const text = fetch('x.md');",
    "export const stored = localStorage.getItem('x');",
    'export const parser = new DOMParser();',
    'export const place = location.href;',
    'export const agent = navigator.userAgent;',
    'export const environment = process.env;',
    "export const bytes = Buffer.from('x');",
    "export const load = require('x');",
    'export const timer = setTimeout(() => 1, 1);',
    "console.log('x');",
  ];
  const accepted = [
    "export const url = new URL('x', 'https://example.org/').href;",
    "export const can = URL.canParse('x');",
    "export const decoded = new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array());",
    "export const encoded = new TextEncoder().encode('x').length;",
    'export const entries = Object.entries({ a: 1 }).at(-1);',
    "export const escaped = 'x'.replaceAll('<', '&lt;').normalize('NFC');",
    'export const words = [...new Intl.Segmenter().segment("x")];',
  ];
  const statements = [...refused, ...accepted];
  const failing = failingLines(statements);

  statements.forEach((statement, index) => {
    const wrong = index < refused.length;
    it(`${wrong ? 'refuses' : 'accepts'} ${statement}`, () => {
      expect(failing.has(index)).to.equal(wrong);
    });
  });

  it('covers every layer that is free of the document', () => {
    const { fileNames } = ts.parseJsonConfigFileContent(
      ts.readConfigFile(config, (path) => ts.sys.readFile(path)).config,
      ts.sys,
      fileURLToPath(new URL('../tools/pure/', import.meta.url)),
    );
    const folders = new Set(fileNames.map((name) => /\/src\/(\w+)\//.exec(name)?.[1]).filter(Boolean));
    expect([...folders].sort()).to.deep.equal(['highlight', 'html', 'model', 'pipeline', 'server', 'source']);
  });
});
