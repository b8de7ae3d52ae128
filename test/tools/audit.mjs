/** Asks the registry about known vulnerabilities of what a user installs. A registry that does not answer is no failure. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What is told and fails; what npm calls `low` is told only. */
const SERIOUS = ['moderate', 'high', 'critical'];

/** @typedef {{ lines: string[]; failed: boolean }} Outcome */

/** @param {string} output of `npm audit --json` @returns {Outcome} */
export function readAudit(output) {
  /** @type {{ vulnerabilities?: Record<string, { severity: string; range: string }>; message?: string }} */
  let report;
  try {
    report = JSON.parse(output);
  } catch {
    return { lines: ['The registry does not answer: not looked up.'], failed: false };
  }
  if (!report.vulnerabilities)
    return { lines: [`The registry does not tell: ${report.message ?? 'no reason given'}`], failed: false };
  const found = Object.entries(report.vulnerabilities);
  return {
    lines:
      found.length === 0
        ? ['No known vulnerability in what the package depends on.']
        : found.map(([name, { severity, range }]) => `${severity}: ${name} ${range}`),
    failed: found.some(([, { severity }]) => SERIOUS.includes(severity)),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json', '--fetch-retries=0'], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    encoding: 'utf8',
    shell: process.platform === 'win32',
    timeout: 60_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const { lines, failed } = readAudit(stdout);
  console.log(lines.join('\n'));
  process.exitCode = failed ? 1 : 0;
}
