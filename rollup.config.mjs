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

/** Fails on anything Rollup would only warn about: an unresolved import is a broken package. */
const onwarn = (warning) => {
  throw new Error(warning.message);
};

export default [
  // For bundlers: one module for each source file, packages left to the bundler.
  {
    input: [
      'src/index.ts',
      'src/source/markdown.ts',
      'src/source/data.ts',
      'src/html/page.ts',
      ...modulesIn('src/define'),
      ...modulesIn('src/elements'),
    ],
    external: (id) => !/^(?:\.|\/|src\/|[A-Za-z]:\\)/.test(id),
    plugins: [
      emptied('dist'),
      typescript(),
      cssTextForRollup(),
      styleSheets({ files: { 'styles/prose.css': 'src/styles/prose.css' } }),
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
      styleSheets({ files: { 'prose.css': 'src/styles/prose.css' }, minify: true }),
      sizes(),
    ],
    output: {
      dir: 'cdn',
      format: 'es',
      chunkFileNames: '[name]-[hash].js',
      sourcemap: true,
    },
    onwarn,
  },
];
