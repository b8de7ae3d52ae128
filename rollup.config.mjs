import { readdirSync, rmSync } from 'node:fs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import {
  askTogether,
  CORE,
  coreInEntry,
  manualChunks,
  modelApart,
  namesInPlace,
} from './test/tools/cdn-chunks.mjs';
import { chunkFolder, chunkPath } from './test/tools/chunk-folder.mjs';
import { pageSchemaFile } from './test/tools/page-schema.mjs';
import { cssTextForRollup, minifyShadowStyles } from './test/tools/css-text.mjs';
import { licenceFile } from './test/tools/licences.mjs';
import { litParts } from './test/tools/lit-parts.mjs';
import { oneDecorator } from './test/tools/one-decorator.mjs';
import { onePolicy } from './test/tools/one-policy.mjs';
import { markedParts } from './test/tools/marked-parts.mjs';
import { preloads, sizes, styleSheets } from './test/tools/published-files.mjs';

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

/** For files that browsers load as they are. */
const minify = () =>
  terser({
    ecma: 2022,
    module: true,
    compress: { passes: 2 },
    format: { comments: /^!|@license|@preserve/ },
  });

/** Of all that is written into `cdn/`. */
const hashes = {};
const licences = new Map();

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
      modelApart('src/index.ts'),
      namesInPlace(),
      nodeResolve({ browser: true, exportConditions: ['production'] }),
      onePolicy(),
      litParts(),
      markedParts(),
      typescript(),
      oneDecorator(),
      cssTextForRollup(),
      minifyShadowStyles(),
      askTogether(),
      coreInEntry('doc-elements.js'),
      chunkFolder(),
      minify(),
      styleSheets({ from: 'src/styles', minify: true }),
      sizes(hashes),
      licenceFile(licences),
      preloads('src/pipeline/markdown.ts'),
    ],
    output: {
      dir: 'cdn',
      format: 'es',
      chunkFileNames: (chunk) => chunkPath(chunk, CORE),
      manualChunks: manualChunks(),
      sourcemap: true,
    },
    onwarn,
  },
  // What draws formulas and diagrams, for the same sites. They find the elements, and are found, in whatever order the
  // scripts come.
  {
    input: { math: 'src/define/math.ts', diagrams: 'src/define/diagrams.ts' },
    // Many times the size of all the rest: a page that draws diagrams says where it is, by an import map.
    external: ['mermaid'],
    plugins: [
      nodeResolve({ browser: true, exportConditions: ['production'] }),
      typescript(),
      minify(),
      sizes(hashes),
      licenceFile(licences),
    ],
    output: { dir: 'cdn', format: 'es', chunkFileNames: '[name]-[hash].js', sourcemap: true },
    onwarn,
  },
];
