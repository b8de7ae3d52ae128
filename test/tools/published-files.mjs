/** What the build adds beside the modules: style sheets, sizes and integrity hashes. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { minifyCss } from './css-text.mjs';

/**
 * Emits the style sheets that users link themselves.
 *
 * @param {{ files: Record<string, string>; minify?: boolean }} options `files`: from the path in the output to the source.
 * @returns {import('rollup').Plugin}
 */
export const styleSheets = ({ files, minify = false }) => ({
  name: 'style-sheets',
  async generateBundle() {
    for (const [fileName, path] of Object.entries(files)) {
      const css = readFileSync(path, 'utf8');
      this.emitFile({ type: 'asset', fileName, source: minify ? await minifyCss(css) : css });
    }
  },
});

/** @param {number} bytes */
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);

/** @param {string | Uint8Array} source as `integrity` attributes have it */
export const integrity = (source) => `sha384-${createHash('sha384').update(source).digest('base64')}`;

/**
 * Prints what each file costs and its integrity hash.
 *
 * @returns {import('rollup').Plugin}
 */
export const sizes = () => ({
  name: 'sizes',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const files = Object.values(bundle).filter(({ fileName }) => !fileName.endsWith('.map'));
      const width = Math.max(...files.map(({ fileName }) => fileName.length));
      console.log(`\n${''.padEnd(width)}  minified      gzip    brotli`);
      for (const file of files) {
        const source = file.type === 'chunk' ? file.code : file.source;
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
    },
  },
});
