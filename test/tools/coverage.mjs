/**
 * How much of `src` the tests run: what Chromium and Node saw, put together. `npm test` writes both files and runs this.
 *
 *     node test/tools/coverage.mjs FOLDER_OF_V8_COVERAGE_FROM_NODE
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Report } from 'c8';
import { transformSync } from 'esbuild';
import coverage from 'istanbul-lib-coverage';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Percent of the lines of `src` that the tests must run. */
const THRESHOLD = 90;

/** Where the test runner for browsers puts what Chromium saw. */
export const COVERAGE_FOLDER = join(root, 'coverage');

/** @param {string} folder @returns {Promise<string>} the folder of the report */
async function reportOfNode(folder) {
  const reportsDirectory = join(COVERAGE_FOLDER, 'node');
  await new Report({
    reporter: ['json'],
    tempDirectory: folder,
    reportsDirectory,
    src: [root],
    include: ['src/**/*.ts'],
    exclude: [],
    // The command line runs compiled: source maps lead back to its files.
    extension: ['.ts', '.js'],
    excludeAfterRemap: true,
  }).run();
  return reportsDirectory;
}

/** @param {readonly string[]} folders */
function mergedCoverage(folders) {
  const map = coverage.createCoverageMap();
  for (const folder of folders) {
    const file = join(folder, 'coverage-final.json');
    if (!existsSync(file)) continue;
    /** @type {import('istanbul-lib-coverage').CoverageMapData} */
    const data = JSON.parse(readFileSync(file, 'utf8'));
    map.merge(data);
  }
  return map;
}

/** Whether anything of a file is left at run time but for what it says is declared elsewhere, or the file does not even parse. @param {string} file */
function hasCode(file) {
  try {
    const { code } = transformSync(readFileSync(file, 'utf8'), { loader: 'ts', logLevel: 'silent' });
    return code.replace(/^export (?:default )?(?:\{[^}]*\}|[\w$]+);?$/gm, '').trim() !== '';
  } catch {
    return true;
  }
}

/**
 * Files of `src` that no test loads: nobody measures them, so they would be forgotten.
 *
 * @param {readonly string[]} loaded
 */
const unloadedFiles = (loaded) =>
  readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => join(root, 'src', name))
    .filter((file) => !loaded.includes(file) && hasCode(file));

/** @param {string} file */
const shown = (file) => relative(root, file);

async function main() {
  const [folder] = process.argv.slice(2);
  const folders = folder && existsSync(folder) ? [await reportOfNode(folder)] : [];
  const map = mergedCoverage([...folders, COVERAGE_FOLDER]);
  const { lines, branches, functions } = map.getCoverageSummary().data;
  console.log(`Coverage of src: lines ${String(lines.pct)} % (at least ${String(THRESHOLD)} %)`);
  console.log(`                 branches ${String(branches.pct)} %, functions ${String(functions.pct)} %`);
  const weak = map
    .files()
    .map((file) => ({ file, pct: map.fileCoverageFor(file).toSummary().lines.pct }))
    .filter(({ pct }) => pct < THRESHOLD)
    .sort((a, b) => a.pct - b.pct);
  for (const { file, pct } of weak) console.log(`  ${shown(file)}: ${String(pct)} %`);
  const unloaded = unloadedFiles(map.files());
  for (const file of unloaded) console.error(`  ${shown(file)}: no test loads it`);
  process.exitCode = lines.pct >= THRESHOLD && unloaded.length === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
