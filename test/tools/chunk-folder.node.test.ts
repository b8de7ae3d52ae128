import { expect } from 'chai';
import { rollup } from 'rollup';
import { chunkFolder, chunkPath, FOLDER } from './chunk-folder.mjs';

/** The files that a script and a part of it become, by their names. */
async function filesOf(part: string): Promise<Map<string, string>> {
  const modules: Readonly<Record<string, string>> = {
    entry: 'export const part = () => import("part");',
    part,
  };
  const bundle = await rollup({
    input: { entry: 'entry' },
    plugins: [{ name: 'modules', resolveId: (id) => id, load: (id) => modules[id] ?? null }, chunkFolder()],
  });
  const { output } = await bundle.generate({
    format: 'es',
    sourcemap: true,
    chunkFileNames: (chunk) => chunkPath(chunk, 'core'),
  });
  return new Map(
    output.map((file) => [file.fileName, String(file.type === 'chunk' ? file.code : file.source)]),
  );
}

describe('the folder of what a script loads', () => {
  it('has a name of its own, by which the script asks', async () => {
    const files = await filesOf('export default 1;');
    const [folder] = [...files.keys()].flatMap((name) => /^([\w-]{8})\/part\.js$/.exec(name)?.[1] ?? []);
    expect([...files.keys()].sort()).to.deep.equal(
      [`${String(folder)}/part.js`, `${String(folder)}/part.js.map`, 'entry.js', 'entry.js.map'].sort(),
    );
    expect(files.get('entry.js')).to.include(`import('./${String(folder)}/part.js')`);
    expect([...files.values()].join()).not.to.include(FOLDER);
  });

  it('has another name when any file has changed, and else the same', async () => {
    const names = async (part: string): Promise<string> => [...(await filesOf(part)).keys()].sort().join();
    expect(await names('export default 1;')).to.equal(await names('export default 1;'));
    expect(await names('export default 1;')).not.to.equal(await names('export default 2;'));
  });

  it('keeps languages and style sheets apart', () => {
    const path = (name: string, facadeModuleId: string): string =>
      chunkPath({ name, facadeModuleId }, 'core');
    expect(path('css', '/a/node_modules/refractor/lang/css.js')).to.equal(`${FOLDER}/languages/[name].js`);
    expect(path('code', '/a/src/styles/code.css')).to.equal(`${FOLDER}/styles/[name].js`);
    expect(path('markdown', '/a/src/pipeline/markdown.ts')).to.equal(`${FOLDER}/[name].js`);
    expect(path('core', '/a/src/index.ts')).to.equal('[name].js');
  });
});
