import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { filesWithIntegrity, withIntegrity } from './integrity.mjs';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const built = existsSync(new URL('../../cdn/integrity.json', import.meta.url));

const hashes = (): Record<string, string> =>
  (JSON.parse(read('cdn/integrity.json')) as { integrity: Record<string, string> }).integrity;

describe('integrity hashes', () => {
  it('stand in the README’s snippet, for the script and the style sheet', () => {
    expect(filesWithIntegrity(read('README.md'))).to.deep.equal(['prose.css', 'doc-elements.js']);
    expect(read('README.md').match(/integrity="sha384-[\w+/]{64}"/g)).to.have.length(2);
  });

  it('are written by a release, and checked before it publishes', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(scripts['release:version']).to.match(/version\.mjs.*run --silent build.*integrity\.mjs$/);
    expect(scripts['release:publish']).to.match(
      /build && node test\/tools\/integrity\.mjs --check && changeset publish$/,
    );
  });

  it('are renewed where they stand, and nothing else is', () => {
    const readme =
      '<script src="cdn/a.js" integrity="old" crossorigin></script> <script src="b.js" integrity="c">';
    const renewed = withIntegrity(readme, { './cdn/a.js': 'sha384-new' });
    expect(renewed).to.equal(readme.replace('old', 'sha384-new'));
    expect(() => withIntegrity(readme, {})).to.throw('cdn/a.js');
  });

  it('are those of the files, for every file that a page loads', function () {
    // The build makes them.
    if (!built) this.skip();
    for (const [name, hash] of Object.entries(hashes())) {
      const digest = createHash('sha384')
        .update(read(name.slice(2)))
        .digest('base64');
      expect(hash, name).to.equal(`sha384-${digest}`);
    }
    expect(Object.keys(hashes())).to.include.members([
      './cdn/doc-elements.js',
      './cdn/math.js',
      './cdn/diagrams.js',
      './cdn/prose.css',
      './cdn/themes/github.css',
    ]);
    const files = readdirSync(new URL('../../cdn/', import.meta.url), { recursive: true, encoding: 'utf8' });
    const loaded = files.filter((name) => /\.(?:js|css)$/.test(name));
    expect(Object.keys(hashes())).to.have.members(
      loaded.map((name) => `./cdn/${name.replaceAll('\\', '/')}`),
    );
    const lines = read('cdn/preload.html').trim().split('\n');
    const names = lines.map((line) => {
      const [, name = '', hash] = /href="cdn\/([^"]+)" integrity="([^"]+)" crossorigin/.exec(line) ?? [];
      expect(hash, line).to.equal(hashes()[`./cdn/${name}`]);
      return name.replace(/^[\w-]+\//, '');
    });
    expect(names).to.deep.equal(['markdown.js', 'document.js']);
    const renewed = withIntegrity(read('README.md'), hashes());
    expect(renewed).to.include(hashes()['./cdn/doc-elements.js']).and.include(hashes()['./cdn/prose.css']);
  });
});
