/** A style sheet imported as text (`import text from './prose.css'`): as a module of the build and of the test server. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'esbuild';

/** @param {string} css */
const asModule = (css) => `export default ${JSON.stringify(css)};\n`;

/**
 * The same rules in fewer bytes. What esbuild leaves as it is written, values of custom properties and conditions, loses
 * the spaces that mean nothing; strings keep theirs.
 *
 * @param {string} css @returns {Promise<string>}
 */
export async function minifyCss(css) {
  const { code } = await transform(css, { loader: 'css', minify: true, target: 'es2022' });
  return code.trimEnd().replace(/("[^"]*")|(?<=[\w-]:|\() | (?=\))/g, '$1');
}

/** @returns {import('rollup').Plugin} */
export function cssTextForRollup() {
  return {
    name: 'css-text',
    async transform(code, id) {
      if (!id.endsWith('.css')) return null;
      return { code: asModule(await minifyCss(code)), map: { mappings: '' } };
    },
  };
}

/**
 * Takes comments and space out of the style sheets of shadow roots, which stand as css`…` in modules of their own.
 *
 * @returns {import('rollup').Plugin}
 */
export function minifyShadowStyles() {
  return {
    name: 'minify-shadow-styles',
    async transform(code, id) {
      if (!id.endsWith('.styles.ts')) return null;
      const sheets = [...code.matchAll(/\bcss`([^`\\]*)`/g)];
      const minified = await Promise.all(sheets.map(([, css = '']) => minifyCss(css)));
      return {
        code: code.replace(
          /\bcss`[^`\\]*`/g,
          () => `css\`${(minified.shift() ?? '').replaceAll('\\', '\\\\')}\``,
        ),
        map: { mappings: '' },
      };
    },
  };
}

/**
 * Only an import gets the module: a `<link>` to the same file gets the style sheet.
 *
 * @param {string} root
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function cssTextForTests(root) {
  return {
    name: 'css-text',
    resolveImport: ({ source }) => (source.endsWith('.css') ? `${source}?module` : undefined),
    async serve({ path, query }) {
      if (!path.endsWith('.css') || !('module' in query)) return undefined;
      return { body: asModule(await readFile(join(root, path), 'utf8')), type: 'js' };
    },
  };
}
