/**
 * One folder for all that the script loads, named by a hash of it all. A page that still has the script of another version
 * asks for other files, so that two versions never mix; and the script holds one name that cannot be compressed, where each
 * file had one.
 */
import { createHash } from 'node:crypto';

/** Stands for the name until all files are known; as long as it, so that source maps stay true. */
export const FOLDER = '~folder~';

/** @param {{ name: string; facadeModuleId: string | null }} chunk @param {string} core the chunk that goes into the entry */
export function chunkPath({ name, facadeModuleId }, core) {
  if (name === core) return '[name].js';
  if (facadeModuleId?.includes('/node_modules/refractor/lang/')) return `${FOLDER}/languages/[name].js`;
  return facadeModuleId?.endsWith('.css') ? `${FOLDER}/styles/[name].js` : `${FOLDER}/[name].js`;
}

/** @returns {import('rollup').Plugin} */
export const chunkFolder = () => ({
  name: 'chunk-folder',
  generateBundle: {
    order: 'pre',
    handler(_options, bundle) {
      const files = Object.keys(bundle)
        .sort()
        .flatMap((key) => bundle[key] ?? []);
      const hash = createHash('sha256');
      for (const file of files) if (file.type === 'chunk') hash.update(`${file.fileName}\n${file.code}\n`);
      const name = hash.digest('base64url').slice(0, FOLDER.length);
      const named = (/** @type {string} */ text) => text.replaceAll(FOLDER, name);
      for (const file of files) {
        if (file.type === 'chunk') {
          file.code = named(file.code);
          file.imports = file.imports.map(named);
          file.dynamicImports = file.dynamicImports.map(named);
        }
        const fileName = named(file.fileName);
        if (fileName === file.fileName) continue;
        Reflect.deleteProperty(bundle, file.fileName);
        file.fileName = fileName;
        bundle[fileName] = file;
      }
    },
  },
});
