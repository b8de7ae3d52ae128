import { readdirSync, rmSync } from 'node:fs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import { cssTextForRollup } from './test/tools/css-text.mjs';
import { sizes, styleSheets } from './test/tools/published-files.mjs';

const modulesIn = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => `${folder}/${name}`);

/** TypeScript as tsconfig.json has it, for every browser the library supports. */
const typescript = () => esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' });

/** Empties a folder before it is written, so that no file of an earlier build is published. */
const emptied = (folder) => ({
  name: 'emptied',
  buildStart: () => rmSync(folder, { recursive: true, force: true }),
});

/** Fails on what Rollup only warns about: an unresolved import is a broken package. Packages may import in circles. */
const onwarn = (warning) => {
  const { code, ids = [] } = warning;
  if (code === 'CIRCULAR_DEPENDENCY' && ids.every((id) => id.includes('node_modules'))) return;
  throw new Error(warning.message);
};

/** Packages that are chunks of their own, by their names. */
const LAZY_PACKAGES = ['dompurify', 'js-yaml', 'smol-toml'];

/**
 * Puts what the script and its lazy chunks both need into a chunk that both import. Without it the chunks would
 * import from the script by its file name, which loads it twice where its URL has a query or was redirected.
 */
function manualChunks() {
  let shared;
  const reach = (roots, getModuleInfo, found = new Set()) => {
    for (const id of roots) {
      if (found.has(id)) continue;
      found.add(id);
      reach(getModuleInfo(id).importedIds, getModuleInfo, found);
    }
    return found;
  };
  return (id, { getModuleIds, getModuleInfo }) => {
    if (!shared) {
      const all = [...getModuleIds()].map(getModuleInfo);
      const atOnce = reach(
        all.filter(({ isEntry }) => isEntry).map((module) => module.id),
        getModuleInfo,
      );
      const later = reach(
        all.flatMap(({ dynamicallyImportedIds }) => dynamicallyImportedIds),
        getModuleInfo,
      );
      shared = new Set([...atOnce].filter((module) => later.has(module)));
    }
    if (shared.has(id)) return 'shared';
    return LAZY_PACKAGES.find((name) => id.includes(`/node_modules/${name}/`));
  };
}

export default [
  // For bundlers: one module for each source file, packages left to the bundler.
  {
    input: [
      'src/index.ts',
      'src/source/markdown.ts',
      'src/source/data.ts',
      'src/html/to-html.ts',
      'src/html/to-json.ts',
      'src/html/json-ld.ts',
      'src/html/to-markdown.ts',
      'src/server/server.ts',
      ...modulesIn('src/define'),
      ...modulesIn('src/elements'),
    ],
    external: (id) => !/^(?:\.|\/|src\/|[A-Za-z]:\\)/.test(id),
    plugins: [
      emptied('dist'),
      typescript(),
      cssTextForRollup(),
      styleSheets({ from: 'src/styles', to: 'styles/' }),
    ],
    output: {
      dir: 'dist',
      format: 'es',
      preserveModules: true,
      preserveModulesRoot: 'src',
      sourcemap: true,
    },
    onwarn,
  },
  // For sites without a build: everything in one folder, what a page does not use in chunks of its own.
  {
    input: { 'doc-elements': 'src/index.ts' },
    plugins: [
      emptied('cdn'),
      nodeResolve({ browser: true, exportConditions: ['production'] }),
      typescript(),
      cssTextForRollup(),
      terser({ ecma: 2022, module: true, format: { comments: /^!|@license|@preserve/ } }),
      styleSheets({ from: 'src/styles', minify: true }),
      sizes(),
    ],
    output: {
      dir: 'cdn',
      format: 'es',
      chunkFileNames: '[name]-[hash].js',
      manualChunks: manualChunks(),
      sourcemap: true,
    },
    onwarn,
  },
];
