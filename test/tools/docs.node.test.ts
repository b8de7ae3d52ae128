import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Package } from 'custom-elements-manifest/schema';
import { currentReadme } from './docs.mjs';
import { referenceTables, replaceReference, type Manifest } from './reference.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('the reference in README.md', function () {
  this.timeout(30_000);
  const folder = mkdtempSync(join(root, 'node_modules/.manifest-'));
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));

  before(() => {
    const analyzer = join(root, 'node_modules/@custom-elements-manifest/analyzer/cem.js');
    execFileSync(
      process.execPath,
      [analyzer, 'analyze', '--quiet', '--config', 'test/tools/manifest.config.mjs'],
      {
        cwd: root,
        env: { ...process.env, MANIFEST_DIR: folder.slice(root.length) },
      },
    );
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('is what the elements say of themselves (npm run docs writes it)', async () => {
    const manifest = join(folder, 'custom-elements.json');
    expect(readFileSync(join(root, 'README.md'), 'utf8')).to.equal(await currentReadme(manifest));

    const { modules } = read('custom-elements.json') as Package;
    const tags = modules.flatMap(({ exports = [] }) =>
      exports.filter(({ kind }) => kind === 'custom-element-definition').map(({ name }) => name),
    );
    expect(tags).to.have.members([
      'doc-callout',
      'doc-code',
      'doc-page',
      'doc-section',
      'doc-toc',
      'repo-link',
    ]);
  });

  it('goes with what editors complete: the values of attributes, and of those alone that have a few', () => {
    interface Value {
      readonly name: string;
    }
    const { tags } = read('vscode.html-custom-data.json') as {
      tags: readonly { name: string; attributes: readonly { name: string; values: readonly Value[] }[] }[];
    };
    const valuesOf = (tag: string, attribute: string) =>
      tags
        .find(({ name }) => name === tag)
        ?.attributes.find(({ name }) => name === attribute)
        ?.values.map(({ name }) => name);
    expect(valuesOf('doc-page', 'toc')).to.have.members(['auto', 'none']);
    expect(valuesOf('doc-section', 'slugs')).to.have.members(['github', 'kramdown', 'docusaurus']);
    expect(valuesOf('doc-page', 'heading-level')).to.have.members(['auto', '1', '2', '3', '4', '5', '6']);
    expect(valuesOf('repo-link', 'variant')).to.have.members(['inline', 'card']);
    expect(valuesOf('doc-page', 'repos')).to.deep.equal([]);
  });

  it('has a table for each thing an element offers', () => {
    const manifest: Manifest = {
      modules: [
        {
          declarations: [
            {
              name: 'XNote',
              tagName: 'x-note',
              description: 'A note.',
              attributes: [{ name: 'kind', fieldName: 'kind', description: '`a|b`' }],
              members: [
                { kind: 'field', name: 'kind', default: "'a'" },
                {
                  kind: 'field',
                  name: 'page',
                  type: { text: 'Page | undefined' },
                  readonly: true,
                  description: 'It.',
                },
                { kind: 'method', name: 'open', parameters: [{ name: 'at' }], description: 'Opens\nit.' },
              ],
              slots: [{ name: '', description: 'Content.' }],
            },
          ],
        },
      ],
    };
    const tables = referenceTables(manifest);
    for (const line of [
      '### `<x-note>`',
      'A note.',
      '| `kind` | `kind` | `a` | `a\\|b` |',
      '| `page` | `Page \\| undefined` | Read-only. It. |',
      '| `open(at)` | Opens it. |',
      '| default | Content. |',
    ])
      expect(tables.split('\n')).to.include(line);
    expect(tables).not.to.include('**Events**');
  });

  it('stands between its markers and nowhere else', () => {
    const readme = 'before\n<!-- reference:start -->\nold\n<!-- reference:end -->\nafter\n';
    const replaced = replaceReference(readme, 'new\n');
    expect(replaced).to.equal('before\n<!-- reference:start -->\n\nnew\n\n<!-- reference:end -->\nafter\n');
    expect(replaceReference(replaced, 'new\n')).to.equal(replaced);
    expect(() => replaceReference('no markers', 'new')).to.throw('README.md needs');
  });
});
