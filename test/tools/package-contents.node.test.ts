import { expect } from 'chai';
import { contentProblems } from './package-contents.mjs';

const manifest = {
  exports: {
    '.': { types: './dist/index.d.ts', default: './dist/index.js' },
    './elements/*.js': { types: './dist/elements/*.d.ts', default: './dist/elements/*.js' },
    './prose.css': './dist/styles/prose.css',
  },
  bin: { 'doc-elements': 'dist/server/cli/doc-elements.js' },
  customElements: 'dist/custom-elements.json',
};

const files = [
  'package.json',
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
  'cdn/doc-elements.js',
  'cdn/integrity.json',
  'cdn/preload.html',
  'cdn/THIRD-PARTY-LICENSES.txt',
  'cdn/doc-elements.js.map',
  'cdn/DnJfwF1S/markdown.js',
  'cdn/DnJfwF1S/languages/css.js',
  'cdn/math.js',
  'cdn/prose.css',
  'dist/custom-elements.json',
  'dist/index.d.ts',
  'dist/index.js',
  'dist/elements/doc-page.d.ts',
  'dist/elements/doc-page.js',
  'dist/server/cli/doc-elements.js',
  'dist/styles/prose.css',
];

describe('what is in the package', () => {
  it('accepts what users need', () => {
    expect(contentProblems(files, manifest)).to.deep.equal([]);
  });

  for (const path of [
    'dist/index.d.ts',
    'dist/elements/doc-page.js',
    'dist/custom-elements.json',
    'dist/server/cli/doc-elements.js',
    'cdn/prose.css',
    'LICENSE',
  ])
    it(`misses ${path}`, () => {
      const problems = contentProblems(
        files.filter((file) => file !== path),
        manifest,
      );
      expect(problems).to.have.length(1);
      expect(problems[0]).to.include('is promised');
    });

  for (const path of [
    'src/index.ts',
    'test/tools/run.mjs',
    'dist/index.ts',
    '.ci/run',
    'cdn/readme.txt',
    'dist/model/page.test.ts',
  ])
    it(`refuses ${path}`, () => {
      expect(contentProblems([...files, path], manifest)).to.deep.equal([
        `${path} is in the package and nobody needs it there.`,
      ]);
    });
});
