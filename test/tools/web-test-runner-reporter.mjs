import { relative } from 'node:path';
import { reportCounts } from './counts.mjs';

/** @typedef {import('@web/test-runner').TestSuiteResult} Suite */
/** @typedef {import('@web/test-runner').TestSession} TestSession */

/**
 * @param {Suite} suite
 * @returns {import('@web/test-runner').TestResult[]} with those of its suites
 */
const allTests = (suite) => [...suite.tests, ...suite.suites.flatMap(allTests)];

/** @param {Suite} suite @param {string} path @returns {string[]} the names of the tests that failed, with their suites' */
const failedTests = ({ name, tests, suites }, path = '') => [
  ...tests
    .filter(({ passed, skipped }) => !passed && !skipped)
    .map((test) => `${path}${name} › ${test.name}`),
  ...suites.flatMap((suite) => failedTests(suite, `${path}${name}${name ? ' › ' : ''}`)),
];

/** @param {string} browser @param {TestSession} session @returns {string[]} what failed, one line each */
function failuresOf(browser, { passed, testFile, testResults, errors }) {
  if (passed === true) return [];
  const names = testResults ? failedTests(testResults) : [];
  const [reason = 'no reason given'] = errors.map(({ message }) => message.split('\n', 1)[0]);
  return (names.length > 0 ? names : [`did not load, or broke off: ${reason}`]).map(
    (name) => `${browser}: ${relative('', testFile)}: ${name}`,
  );
}

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
    failures: sessions.flatMap((session) => failuresOf(name, session)),
  };
}

/**
 * Prints what each browser ran, and hands it to whoever started the run.
 *
 * @returns {import('@web/test-runner').Reporter}
 */
export const countingReporter = () => ({
  stop({ sessions, testCoverage }) {
    const all = [...sessions];
    for (const browser of new Set(all.map((session) => session.browser))) {
      const own = all.filter((session) => session.browser === browser);
      reportCounts(countSessions(browser.name, own));
    }
    if (testCoverage)
      console.log(`Lines of src run in Chromium: ${String(testCoverage.summary.lines.pct)} %`);
  },
});
