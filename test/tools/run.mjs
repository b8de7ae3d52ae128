/**
 * Everything that must hold, in one command: `npm test`. A step that fails does not keep the next ones from running.
 * The last line of the output is `N passed, N failed`; a step without tests of its own counts as one.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  findChromium,
  findEngines,
  findFirefox,
  findWebKit,
  installPackages,
  NO_BROWSER,
  PICTURE_FONT,
  wantedEngines,
} from './browsers.mjs';
import { COVERAGE_FOLDER } from './coverage.mjs';
import { COUNTS_FILE, formatCounts, readCounts } from './counts.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} command As a shell runs it, with the project's own programs in reach.
 * @property {Record<string, string>} [env] What it gets beyond the environment.
 * @property {boolean} [counts] Whether it reports how many tests ran.
 *
 * @typedef {object} Result
 * @property {string} name
 * @property {number} passed
 * @property {number} failed
 * @property {number} seconds
 * @property {readonly string[]} failures
 */

const root = fileURLToPath(new URL('../../', import.meta.url));

/** @type {readonly Step[]} */
const CHECKS = [
  { name: 'Format', command: 'prettier --check --log-level warn .' },
  { name: 'Lint', command: 'eslint .' },
  { name: 'Types', command: 'npm run --silent types' },
  { name: 'Unused files, exports and dependencies', command: 'knip --no-progress' },
  { name: 'Build', command: 'npm run --silent build' },
  { name: 'Sizes', command: 'size-limit' },
  { name: 'Known vulnerabilities', command: 'node test/tools/audit.mjs' },
  { name: 'Package contents', command: 'node test/tools/package-contents.mjs' },
  { name: 'Package conventions and types', command: 'npm run --silent check:package' },
];

/** @param {string} folder for what Node says was run @returns {Step} */
const nodeTests = (folder) => ({
  name: 'Tests in Node',
  command: 'npm run --silent test:node',
  env: { NODE_V8_COVERAGE: folder },
  counts: true,
});

/** @type {Step} */
const BROWSER_TESTS = { name: 'Tests in browsers', command: 'npm run --silent test:browsers', counts: true };

/** @type {Step} */
const HOST_TESTS = {
  name: 'Tests in runtimes and host sites',
  command: 'npm run --silent test:hosts',
  counts: true,
};

/** @type {Step} */
const PICTURES = { name: 'Looks', command: 'npm run --silent test:looks', counts: true };

/** @param {string} folder @returns {Step} */
const coverage = (folder) => ({ name: 'Coverage', command: `node test/tools/coverage.mjs "${folder}"` });

/** @param {string} text */
const title = (text) => {
  console.log(`\n━━ ${text}`);
};

/**
 * @param {Step} step
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<boolean>} whether it ended well
 */
function runCommand({ command }, env) {
  return new Promise((resolve) => {
    const child = spawn(command, { cwd: root, env, shell: true, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', () => {
      resolve(false);
    });
    child.once('close', (code) => {
      resolve(code === 0);
    });
  });
}

/**
 * @param {Step} step
 * @param {string} folder for the counts
 * @returns {Promise<Result>}
 */
async function runStep(step, folder) {
  title(step.name);
  const file = join(folder, `${step.name}.jsonl`);
  const path = `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`;
  const begin = Date.now();
  const ok = await runCommand(step, { ...process.env, ...step.env, PATH: path, [COUNTS_FILE]: file });
  const counts = step.counts ? readCounts(file) : [];
  const passed = counts.reduce((sum, count) => sum + count.passed, step.counts ? 0 : Number(ok));
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  const failures = counts.flatMap((count) => count.failures ?? []);
  const seconds = Math.round((Date.now() - begin) / 1000);
  // Where a step ends badly without a failed test, the step itself has failed; so has one that ran no test.
  const broken = (!ok && failed === 0) || (passed === 0 && failed === 0);
  return { name: step.name, passed, failed: failed + Number(broken), seconds, failures };
}

/** The first line of what a program answers to `--version`. @param {string} path */
const version = (path) =>
  spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 }).stdout.trim().split('\n')[0] || path;

/** Names the engines that will run and those that will not. @returns {Promise<readonly string[]>} those that will */
async function announceEngines() {
  const wanted = wantedEngines();
  const found = (await findEngines()).filter((engine) => wanted.includes(engine));
  const chromium = await findChromium();
  const paths = { chromium: chromium?.executablePath, firefox: findFirefox(), webkit: findWebKit()?.browser };
  for (const engine of wanted) {
    const path = found.includes(engine) ? paths[engine] : undefined;
    // WebKitGTK asks for a display before it says its version, the packaged Chromium for its libraries.
    const silent = engine === 'webkit' || (engine === 'chromium' && chromium?.env);
    console.log(
      `${engine}: ${path === undefined ? 'not to be had on this machine, not run' : silent ? path : version(path)}`,
    );
  }
  return found;
}

/** @param {readonly Result[]} results */
function printSummary(results) {
  title('Summary');
  for (const { name, passed, failed, seconds, failures } of results) {
    const mark = failed === 0 ? '✓' : '✗';
    console.log(`${mark} ${formatCounts({ name, passed, failed, skipped: 0 })} (${String(seconds)} s)`);
    for (const failure of failures) console.log(`    ${failure}`);
  }
  const sum = (/** @type {'passed' | 'failed'} */ key) =>
    results.reduce((total, result) => total + result[key], 0);
  console.log(`\n${String(sum('passed'))} passed, ${String(sum('failed'))} failed`);
  return sum('failed') === 0;
}

const folder = mkdtempSync(join(tmpdir(), 'doc-elements-'));
/** @type {Result[]} */
const results = [];
try {
  title('Browsers');
  installPackages((line) => {
    console.log(line);
  });
  const engines = await announceEngines();
  rmSync(COVERAGE_FOLDER, { recursive: true, force: true });
  const nodeCoverage = join(folder, 'node');
  for (const step of [...CHECKS, nodeTests(nodeCoverage)]) results.push(await runStep(step, folder));
  if (engines.length > 0) {
    results.push(await runStep(BROWSER_TESTS, folder));
  } else {
    title(BROWSER_TESTS.name);
    console.error(NO_BROWSER);
    results.push({ name: BROWSER_TESTS.name, passed: 0, failed: 1, seconds: 0, failures: [] });
  }
  results.push(await runStep(HOST_TESTS, folder));
  if (engines.includes('chromium') && existsSync(PICTURE_FONT)) {
    results.push(await runStep(PICTURES, folder));
  } else {
    console.log('\nLooks are compared with Debian’s Chromium and fonts-dejavu-core only: not compared.');
  }
  // Only Chromium tells what it ran; without it the elements would count as untested.
  if (engines.includes('chromium')) results.push(await runStep(coverage(nodeCoverage), folder));
} catch (error) {
  console.error(error);
  results.push({ name: 'The test run itself', passed: 0, failed: 1, seconds: 0, failures: [] });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = printSummary(results) ? 0 : 1;
