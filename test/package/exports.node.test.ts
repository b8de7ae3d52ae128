import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What each entry of the package offers. A name that is new or gone is a change for users: it belongs in a changeset. */
const PUBLIC = {
  'doc-elements': [
    'DocCallout',
    'DocCode',
    'DocErrorEvent',
    'DocLoadEvent',
    'DocPage',
    'DocProblemEvent',
    'DocRenderEvent',
    'DocSection',
    'DocSectionChangeEvent',
    'DocToc',
    'RepoLink',
  ],
  'doc-elements/doc-callout.js': ['DocCallout'],
  'doc-elements/doc-code.js': ['DocCode'],
  'doc-elements/diagrams.js': [],
  'doc-elements/doc-page.js': ['DocPage'],
  'doc-elements/doc-section.js': ['DocSection'],
  'doc-elements/doc-toc.js': ['DocToc'],
  'doc-elements/math.js': ['math'],
  'doc-elements/repo-link.js': ['RepoLink'],
  'doc-elements/elements/doc-page.js': ['DocPage'],
  'doc-elements/from-markdown.js': ['fromMarkdown'],
  'doc-elements/from-json.js': ['fromJson', 'fromJsonAsync'],
  'doc-elements/from-html.js': ['blocksFromHtml', 'fromHtml'],
  'doc-elements/from-project.js': ['PROJECT_FILES', 'fromProject'],
  'doc-elements/to-html.js': ['compilePage', 'joinParts', 'toHtml'],
  'doc-elements/to-markdown.js': ['sectionsToMarkdown', 'structuredData', 'toMarkdown'],
  'doc-elements/to-json.js': ['toJson'],
  'doc-elements/labels.js': ['LANGUAGES', 'labelsFor'],
  'doc-elements/to-json-ld.js': ['escapeJson', 'toJsonLd'],
  'doc-elements/repositories.js': [
    'compileRepoCard',
    'describeRepository',
    'findFacts',
    'formatRepository',
    'mergeFacts',
    'parseRepository',
    'readSnapshot',
  ],
  'doc-elements/server.js': ['prerender', 'prerenderDocument', 'renderDocument', 'renderPage', 'toLlmsTxt'],
  'doc-elements/eleventy.js': ['default'],
  'doc-elements/vite.js': ['default'],
} as const;

/** Runs a module as a user would, in a process of its own that resolves `doc-elements` as the installed package. */
const run = (code: string): unknown =>
  JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: root, encoding: 'utf8' }),
  );

describe('the package as a user imports it', function () {
  this.timeout(120_000);

  before(() => {
    if (existsSync(join(root, 'dist/index.d.ts'))) return;
    execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, shell: process.platform === 'win32' });
  });

  it('offers these names and no other, also where there is no document', () => {
    const code = `
      const names = {};
      for (const entry of ${JSON.stringify(Object.keys(PUBLIC))}) names[entry] = Object.keys(await import(entry)).sort();
      console.log(JSON.stringify(names));`;
    expect(run(code)).to.deep.equal(PUBLIC);
  });

  it('has a page from Markdown to HTML without a browser', () => {
    const code = `
      import { fromMarkdown } from 'doc-elements/from-markdown.js';
      import { toHtml } from 'doc-elements/to-html.js';
      const { page } = await fromMarkdown('---\\ntitle: About\\n---\\n## One\\n\\nText.\\n');
      console.log(JSON.stringify(toHtml(page)));`;
    expect(run(code)).to.include('id="one"').and.to.include('Text.').and.not.to.include('title:');
  });

  it('does not reach past its exports', () => {
    const code = `
      const failure = await import('doc-elements/dist/index.js').then(() => 'none', (error) => error.code);
      console.log(JSON.stringify(failure));`;
    expect(run(code)).to.equal('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });

  it('has the style sheet and the manifest', () => {
    const code = `
      const paths = ['prose.css', 'custom-elements.json'].map((name) => import.meta.resolve('doc-elements/' + name));
      console.log(JSON.stringify(paths));`;
    const [css, manifest] = run(code) as [string, string];
    expect(readFileSync(new URL(css), 'utf8')).to.include('@layer doc-elements');
    expect(JSON.parse(readFileSync(new URL(manifest), 'utf8'))).to.have.property('modules');
  });

  it('types every entry', () => {
    const { exports: entries } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      exports: Record<string, string | { types: string }>;
    };
    const untyped = Object.entries(entries)
      .filter(([name]) => name === '.' || (name.endsWith('.js') && !name.includes('*')))
      .filter(([, target]) => typeof target === 'string' || !existsSync(join(root, target.types)))
      .map(([name]) => name);
    expect(untyped).to.deep.equal([]);
  });
});
