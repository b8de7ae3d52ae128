import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { transformSync } from 'esbuild';
import { reportCounts } from './counts.mjs';

/** @typedef {import('@web/test-runner').TestSuiteResult} Suite */
/** @typedef {import('@web/test-runner').TestSession} TestSession */
/** @typedef {import('@web/test-runner').TestCoverage} TestCoverage */

/**
 * @param {Suite} suite
 * @returns {import('@web/test-runner').TestResult[]} with those of its suites
 */
const allTests = (suite) => [...suite.tests, ...suite.suites.flatMap(allTests)];

/**
 * @param {string} name of the browser
 * @param {readonly TestSession[]} sessions
 */
function countSessions(name, sessions) {
  const tests = sessions.flatMap(({ testResults }) => (testResults ? allTests(testResults) : []));
  const failed = tests.filter(({ passed, skipped }) => !passed && !skipped).length;
  // A file that did not load, or broke off, has failed even where each of its tests passed.
  const broken = sessions.filter(({ passed, testResults }) => {
    const failures = testResults
      ? allTests(testResults).some((test) => !test.passed && !test.skipped)
      : false;
    return passed !== true && !failures;
  });
  return {
    name,
    passed: tests.filter(({ passed }) => passed).length,
    failed: failed + broken.length,
    skipped: tests.filter(({ skipped }) => skipped).length,
  };
}

/** Whether anything of a file is left at run time, or the file does not even parse. @param {string} file */
function hasCode(file) {
  try {
    return transformSync(readFileSync(file, 'utf8'), { loader: 'ts', logLevel: 'silent' }).code.trim() !== '';
  } catch {
    return true;
  }
}

/**
 * Files of `src` that no test loaded: coverage counts what was loaded only, so they would be forgotten.
 *
 * @param {TestCoverage} coverage
 * @param {string} root
 */
function unloadedFiles(coverage, root) {
  const loaded = new Set(coverage.coverageMap.files());
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => join(root, 'src', name))
    .filter((file) => !loaded.has(file) && hasCode(file))
    .map((file) => relative(root, file));
}

/** @param {TestCoverage} coverage @param {string} root @param {number} threshold */
function reportCoverage(coverage, root, threshold) {
  const { lines, branches, functions } = coverage.summary;
  const figures = [
    `lines ${String(lines.pct)} %`,
    `branches ${String(branches.pct)} %`,
    `functions ${String(functions.pct)} %`,
  ];
  console.log(`Coverage of src (Chromium): ${figures.join(', ')}`);
  const weakest = coverage.coverageMap
    .files()
    .map((file) => ({
      file: relative(root, file),
      pct: coverage.coverageMap.fileCoverageFor(file).toSummary().lines.pct,
    }))
    .filter(({ pct }) => pct < threshold)
    .sort((a, b) => a.pct - b.pct);
  for (const { file, pct } of weakest) console.log(`  ${file}: ${String(pct)} %`);
  const unloaded = unloadedFiles(coverage, root);
  for (const file of unloaded) console.log(`  ${file}: no test loads it`);
  const failed = (lines.pct < threshold ? 1 : 0) + unloaded.length;
  reportCounts({
    name: `Coverage of ${String(threshold)} %`,
    passed: failed === 0 ? 1 : 0,
    failed,
    skipped: 0,
  });
}

/**
 * Prints what each browser ran and how much of `src` the tests cover.
 *
 * @param {{ root: string; threshold: number }} options
 * @returns {import('@web/test-runner').Reporter}
 */
export const countingReporter = ({ root, threshold }) => ({
  stop({ sessions, testCoverage }) {
    const all = [...sessions];
    for (const browser of new Set(all.map((session) => session.browser)))
      reportCounts(
        countSessions(
          browser.name,
          all.filter((session) => session.browser === browser),
        ),
      );
    if (testCoverage) reportCoverage(testCoverage, root, threshold);
  },
});
