import { readdirSync, rmSync } from 'node:fs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import { pageSchemaFile } from './test/tools/page-schema.mjs';
import { cssTextForRollup, minifyShadowStyles } from './test/tools/css-text.mjs';
import { onePolicy } from './test/tools/one-policy.mjs';
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

/** What it takes to render a source: one chunk, so that it costs one request. */
const RENDERING = ['elements/source-renderer.ts', 'elements/doc-page-messages.ts', 'pipeline/markdown.ts'];

/**
 * Names the chunk of each module. What the script and its lazy chunks both need goes into a chunk that both import:
 * without it the chunks would import from the script by its file name, which loads it twice where its URL has a query
 * or was redirected. What only rendering needs goes into one chunk, what it has in common with other lazy chunks into
 * another. Anything else is left to Rollup.
 */
function manualChunks() {
  let chunks;
  const reach = (roots, getModuleInfo, found = new Set()) => {
    for (const id of roots) {
      if (found.has(id)) continue;
      found.add(id);
      reach(getModuleInfo(id).importedIds, getModuleInfo, found);
    }
    return found;
  };
  const divide = (all, getModuleInfo) => {
    const isRendering = (id) => RENDERING.some((name) => id.endsWith(`/src/${name}`));
    const lazy = new Set(all.flatMap(({ dynamicallyImportedIds }) => dynamicallyImportedIds));
    const entries = all.filter(({ isEntry }) => isEntry).map(({ id }) => id);
    const atOnce = reach(entries, getModuleInfo);
    const rendering = reach([...lazy].filter(isRendering), getModuleInfo);
    // What a page needs that renders nothing; what only rendering asks for may import from its chunk.
    const elsewhere = new Set();
    const follow = (ids) => {
      for (const id of ids) {
        if (isRendering(id) || id.includes('/src/pipeline/') || elsewhere.has(id)) continue;
        const found = reach([id], getModuleInfo);
        for (const each of found) elsewhere.add(each);
        follow([...found].flatMap((each) => getModuleInfo(each).dynamicallyImportedIds));
      }
    };
    follow([...atOnce].flatMap((id) => getModuleInfo(id).dynamicallyImportedIds));
    const later = reach(lazy, getModuleInfo);
    const nameOf = (id) => {
      if (atOnce.has(id)) return later.has(id) ? 'shared' : undefined;
      if (rendering.has(id)) return elsewhere.has(id) ? 'model' : 'markdown';
      return undefined;
    };
    return new Map(all.map(({ id }) => [id, nameOf(id)]));
  };
  return (id, { getModuleIds, getModuleInfo }) => {
    chunks ??= divide([...getModuleIds()].map(getModuleInfo), getModuleInfo);
    return chunks.get(id) ?? LAZY_PACKAGES.find((name) => id.includes(`/node_modules/${name}/`));
  };
}

export default [
  // For bundlers: one module for each source file, packages left to the bundler.
  {
    input: [
      'src/index.ts',
      'src/source/markdown.ts',
      'src/source/data.ts',
      'src/source/from-html.ts',
      'src/source/from-project.ts',
      'src/html/to-html.ts',
      'src/model/labels-for.ts',
      'src/html/to-json.ts',
      'src/html/json-ld.ts',
      'src/html/repositories.ts',
      'src/html/to-markdown.ts',
      'src/server/server.ts',
      'src/server/cli/doc-elements.ts',
      'src/server/cli/worker.ts',
      'src/server/site/eleventy.ts',
      'src/server/site/vite.ts',
      ...modulesIn('src/define'),
      ...modulesIn('src/elements'),
    ],
    external: (id) => !/^(?:\.|\/|src\/|[A-Za-z]:\\)/.test(id),
    plugins: [
      emptied('dist'),
      typescript(),
      cssTextForRollup(),
      styleSheets({ from: 'src/styles', to: 'styles/' }),
      pageSchemaFile(),
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
      onePolicy(),
      typescript(),
      cssTextForRollup(),
      minifyShadowStyles(),
      terser({ ecma: 2022, module: true, format: { comments: /^!|@license|@preserve/ } }),
      styleSheets({ from: 'src/styles', minify: true }),
      sizes(),
    ],
    output: {
      dir: 'cdn',
      format: 'es',
      chunkFileNames: ({ facadeModuleId }) =>
        facadeModuleId?.includes('/node_modules/refractor/lang/')
          ? 'languages/[name]-[hash].js'
          : '[name]-[hash].js',
      manualChunks: manualChunks(),
      sourcemap: true,
    },
    onwarn,
  },
];
