import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import ts from 'typescript';
import { toJsonLd } from '../../src/html/json-ld.js';
import type { PageData } from '../../src/model/page-data.js';
import { fromJson } from '../../src/source/data.js';
import { EVERY_SAMPLE, SAMPLES } from '../block-samples.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

const describePage = (data: PageData, options = {}): Record<string, unknown> =>
  toJsonLd(fromJson(data).page, options);

/** What the vocabulary has against some data: types and properties it does not have, values that a property does not take. */
function faultsOf(all: readonly unknown[]): string[] {
  const path = `${root}test/html/json-ld-check.ts`;
  const lines = all.map((data) => `check(${JSON.stringify(data)});`);
  const text = `import type { AboutPage, WithContext } from 'schema-dts';\ndeclare function check(data: WithContext<AboutPage>): void;\n${lines.join('\n')}\n`;
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
  };
  const host = ts.createCompilerHost(options);
  const getSourceFile = host.getSourceFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  host.fileExists = (name) => name === path || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === path ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022) : getSourceFile(name, ...rest);
  return ts
    .getPreEmitDiagnostics(ts.createProgram([path], options, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

const EVERYTHING: PageData = {
  title: 'Example',
  description: 'What it is.',
  lang: 'en',
  blocks: EVERY_SAMPLE.map(([, block]) => block),
};

describe('schema.org data', function () {
  this.timeout(120_000);

  it('keep to the vocabulary, whatever blocks a page holds', () => {
    const pages = [
      describePage({}),
      describePage(EVERYTHING, {
        url: 'https://example.org/about',
        breadcrumbs: [{ name: 'Home', url: 'https://example.org/' }, { name: 'About' }],
      }),
      ...EVERY_SAMPLE.map(([, block]) => describePage({ title: 'Example', blocks: [block] })),
    ];
    expect(faultsOf(pages)).to.deep.equal([]);
  });

  it('would be known by a type, a property or a value that the vocabulary does not have', () => {
    const type = { '@context': 'https://schema.org', '@type': 'AboutPages' };
    const property = { '@context': 'https://schema.org', '@type': 'AboutPage', heading: 'x' };
    const value = {
      '@context': 'https://schema.org',
      '@type': 'AboutPage',
      breadcrumb: { '@type': 'Person' },
    };
    for (const wrong of [type, property, value]) expect(faultsOf([wrong])).to.have.lengthOf(1);
  });

  it('say what the page says', () => {
    const data = describePage(EVERYTHING, { url: 'https://example.org/about' });
    expect(data).to.include({ '@type': 'AboutPage', name: 'Example', url: 'https://example.org/about' });
    const about = data['about'] as Record<string, unknown>;
    expect(about['@type']).to.equal('SoftwareSourceCode');
    expect(about['identifier']).to.equal('https://doi.org/10.5281/zenodo.1234567');
    expect((about['contributor'] as { name: string }[]).map(({ name }) => name)).to.deep.equal([
      'Ada Lovelace',
      'Grace Hopper',
      '李小龙',
    ]);
    expect(data['hasPart']).to.deep.equal({
      '@type': 'FAQPage',
      mainEntity: [
        {
          '@type': 'Question',
          name: 'Is it <fast>?',
          acceptedAnswer: { '@type': 'Answer', text: 'Yes. very really' },
        },
        { '@type': 'Question', name: 'Why?', acceptedAnswer: { '@type': 'Answer', text: 'Because.' } },
      ],
    });
  });

  it('are about the one repository of a page', () => {
    const data = describePage({
      blocks: [{ kind: 'repos', repos: [{ url: 'dotnet/roslyn', language: 'C#' }] }],
    });
    expect(data['about']).to.deep.equal({
      '@type': 'SoftwareSourceCode',
      name: 'roslyn',
      codeRepository: 'https://github.com/dotnet/roslyn',
      programmingLanguage: 'C#',
    });
  });

  it('say nothing of blocks that a page does not have', () => {
    expect(describePage({ title: 'T' })).to.deep.equal({
      '@context': 'https://schema.org',
      '@type': 'AboutPage',
      name: 'T',
    });
    expect(describePage({ blocks: [SAMPLES.faq] })).to.have.all.keys('@context', '@type', 'hasPart');
  });
});
