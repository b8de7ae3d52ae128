/** Installs what the tests in this folder run in: packages of their own, apart from the project's. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root, with a slash at the end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Whether what cannot be had here is a failure; elsewhere its tests are skipped, and say so. */
export const NOTHING_SKIPPED = Boolean(process.env.CI);

/** Lists the files below a folder, in an order that is the same everywhere. @param {string} folder @returns {string[]} */
const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** The built package as a text that changes when it does. */
export function packageHash() {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'package.json')));
  for (const file of [...filesIn(join(ROOT, 'dist')), ...filesIn(join(ROOT, 'cdn'))])
    hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

/** Milliseconds that a program may run. */
const LONGEST = 240_000;

/** Builds the package where that has not been done. */
export async function ensureBuilt() {
  if (existsSync(join(ROOT, 'dist/index.d.ts')) && existsSync(join(ROOT, 'cdn/doc-elements.js'))) return;
  await run('npm', ['run', '--silent', 'build'], ROOT);
}

/**
 * Installs a folder's packages as its lock file has them. What is installed already stays.
 *
 * @param {string} folder
 * @param {string} [version] of what the lock file does not pin, such as the packed project
 */
export async function install(folder, version = '') {
  const lock = readFileSync(join(folder, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).update(version).digest('hex');
  const stamp = join(folder, 'node_modules/.installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  await run('npm', ['ci', '--prefer-offline', '--loglevel=error'], folder);
  writeFileSync(stamp, wanted);
}

/**
 * Runs a program to its end; its output is told where it fails. Servers of this process answer meanwhile.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} [env] beyond the environment
 * @returns {Promise<string>} what it wrote to its standard output
 */
export function run(program, args, cwd, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      timeout: LONGEST,
    });
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => (errors += text));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${[program, ...args].join(' ')} in ${cwd} failed:\n${output}${errors}`));
    });
  });
}
