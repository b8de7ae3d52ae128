/** How many tests passed and failed, handed from the runners to whoever started them by a file. */
import { appendFileSync, readFileSync } from 'node:fs';

/**
 * @typedef {object} Counts
 * @property {string} name What ran: `Node`, or a browser with its version.
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} [failures] What failed, one line each.
 */

/** The environment variable that names the file; without it counts are printed only. */
export const COUNTS_FILE = 'TEST_COUNTS';

/** @param {Counts} counts */
export const formatCounts = ({ name, passed, failed, skipped }) =>
  `${name}: ${String(passed)} passed, ${String(failed)} failed${skipped > 0 ? `, ${String(skipped)} skipped` : ''}`;

/** @param {Counts} counts */
export function reportCounts(counts) {
  console.log(formatCounts(counts));
  const file = process.env[COUNTS_FILE];
  if (file) appendFileSync(file, `${JSON.stringify(counts)}\n`);
}

/**
 * What was reported into a file; nothing where no runner came that far.
 *
 * @param {string} file
 * @returns {Counts[]}
 */
export function readCounts(file) {
  try {
    const lines = readFileSync(file, 'utf8').trimEnd().replaceAll('\n', ',');
    return /** @type {Counts[]} */ (JSON.parse(`[${lines}]`));
  } catch {
    return [];
  }
}
