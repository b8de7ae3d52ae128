/** What the build adds beside the modules: style sheets, sizes and integrity hashes. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { minifyCss } from './css-text.mjs';

/** The sheets for the light DOM in the order in which they apply, read from where the elements have it from. */
const sheetsInOrder = (/** @type {string} */ folder) =>
  [...readFileSync(`${folder}/sheets.ts`, 'utf8').matchAll(/import\('\.\/([\w-]+\.css)'\)/g)].map(
    ([, name]) => name,
  );

/**
 * Emits the style sheets that users link themselves: each file, and `doc-elements.css`, which is all that a page may
 * need in one.
 *
 * @param {{ from: string; to?: string; minify?: boolean }} options `from`: their folder. `to`: where in the output they go.
 * @returns {import('rollup').Plugin}
 */
export const styleSheets = ({ from, to = '', minify = false }) => ({
  name: 'style-sheets',
  async generateBundle() {
    const emit = async (/** @type {string} */ name, /** @type {string} */ css) => {
      this.emitFile({ type: 'asset', fileName: `${to}${name}`, source: minify ? await minifyCss(css) : css });
    };
    const read = (/** @type {string | undefined} */ name) => readFileSync(`${from}/${name}`, 'utf8');
    const files = readdirSync(from, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.css'),
    );
    for (const name of files) await emit(name.replaceAll('\\', '/'), read(name));
    await emit('doc-elements.css', sheetsInOrder(from).map(read).join('\n'));
  },
});

/** @param {number} bytes */
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);

/** @param {string | Uint8Array} source as `integrity` attributes have it */
export const integrity = (source) => `sha384-${createHash('sha384').update(source).digest('base64')}`;

/**
 * Prints what each file costs and its integrity hash, and writes the hashes into `integrity.json`, as an import map in a
 * page beside `cdn/` has them.
 *
 * @param {Record<string, string>} hashes those of the outputs before, in the same folder; these are added
 * @returns {import('rollup').Plugin}
 */
export const sizes = (hashes) => ({
  name: 'sizes',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const files = Object.values(bundle).filter(({ fileName }) => /\.(?:js|css)$/.test(fileName));
      const width = Math.max(...files.map(({ fileName }) => fileName.length));
      console.log(`\n${''.padEnd(width)}  minified      gzip    brotli`);
      for (const file of files) {
        const source = file.type === 'chunk' ? file.code : file.source;
        hashes[`./cdn/${file.fileName}`] = integrity(source);
        const figures = [
          Buffer.byteLength(source),
          gzipSync(source).length,
          brotliCompressSync(source).length,
        ];
        console.log(
          `${file.fileName.padEnd(width)} ${figures.map(kilobytes).join(' ')}  ${integrity(source)}`,
        );
      }
      console.log();
      this.emitFile({
        type: 'asset',
        fileName: 'integrity.json',
        source: `${JSON.stringify({ integrity: hashes }, null, 2)}\n`,
      });
    },
  },
});

/**
 * Writes `preload.html`: the lines of a page's head that ask for what renders a source beside the script, which would ask
 * for it a round to the server later. Their folder is named by a hash, so they are nothing to write by hand.
 *
 * @param {string} module the module that renders: its chunk is asked for, and what that imports
 * @returns {import('rollup').Plugin}
 */
export const preloads = (module) => ({
  name: 'preloads',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const renders = Object.values(bundle).find(
        (file) =>
          file.type === 'chunk' && file.moduleIds.some((id) => id.replaceAll('\\', '/').endsWith(module)),
      );
      if (renders?.type !== 'chunk') throw new Error(`The script has no chunk with ${module}.`);
      const lines = [renders.fileName, ...renders.imports].map((fileName) => {
        const chunk = bundle[fileName];
        if (chunk?.type !== 'chunk')
          throw new Error(`${renders.fileName} imports ${fileName}, which is no chunk.`);
        return `<link rel="modulepreload" href="cdn/${fileName}" integrity="${integrity(chunk.code)}" crossorigin />\n`;
      });
      this.emitFile({ type: 'asset', fileName: 'preload.html', source: lines.join('') });
    },
  },
});
