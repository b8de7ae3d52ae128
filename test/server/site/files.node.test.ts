import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { sourcesIn } from '../../../src/server/site/files.js';

describe('sourcesIn', () => {
  let root: string;

  before(() => {
    root = mkdtempSync(join(tmpdir(), 'doc-elements-site-'));
    mkdirSync(join(root, 'site/docs'), { recursive: true });
    for (const path of ['site/a.md', 'site/docs/b.md', 'secret.md']) writeFileSync(join(root, path), path);
  });

  after(() => {
    rmSync(root, { recursive: true });
  });

  it('reads files of the site, and no other', async () => {
    const opened: string[] = [];
    const site = join(root, 'site');
    const read = sourcesIn(site, join(site, 'docs'), (file) => opened.push(file));
    expect(await read('b.md?x#y')).to.equal('site/docs/b.md');
    expect(await read('../a.md')).to.equal('site/a.md');
    expect(await read('/a.md')).to.equal('site/a.md');
    expect(opened).to.have.lengthOf(3);
    for (const src of [
      '../../secret.md',
      '/../secret.md',
      'none.md',
      'https://example.org/a.md',
      '//example.org/a.md',
      'docs',
    ])
      expect(await read(src), src).to.equal(undefined);
  });
});
