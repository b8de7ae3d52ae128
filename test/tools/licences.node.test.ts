import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { packagesOf, readLicence } from './licences.mjs';

const BUILT = new URL('../../cdn/THIRD-PARTY-LICENSES.txt', import.meta.url);

describe('licences of bundled code', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'doc-elements-licences-'));
    writeFileSync(join(folder, 'package.json'), '{"name": "@a/b", "version": "1.2.3", "license": "MIT"}');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are asked of the package that a module is in, the innermost', () => {
    const found = packagesOf([
      '/x/src/index.ts',
      '/x/node_modules/@a/b/c.js',
      'C:\\x\\node_modules\\d\\e.js',
      '\0/x/node_modules/f/node_modules/g/h.js?commonjs',
    ]);
    expect([...found]).to.deep.equal([
      ['@a/b', '/x/node_modules/@a/b'],
      ['d', 'C:/x/node_modules/d'],
      ['g', '/x/node_modules/f/node_modules/g'],
    ]);
  });

  it('are all that the package has, notices too', () => {
    writeFileSync(join(folder, 'LICENSE-MPL'), 'one\n');
    writeFileSync(join(folder, 'NOTICE.txt'), 'two\n');
    writeFileSync(join(folder, 'licensed.js'), 'three\n');
    expect(readLicence(folder)).to.equal('@a/b 1.2.3, MIT\n\none\n\ntwo');
  });

  it('end a build where one is missing', () => {
    expect(() => readLicence(folder)).to.throw('@a/b has no file with its licence (MIT)');
  });

  it('stand in the built file, for what draws formulas too', function () {
    // The build makes it.
    if (!existsSync(BUILT)) this.skip();
    const text = readFileSync(BUILT, 'utf8');
    for (const name of ['lit-html', 'marked', 'dompurify', 'refractor', 'js-yaml', 'smol-toml', 'katex'])
      expect(text).to.match(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+, .+\\n\\n\\S`, 'm'));
  });
});
