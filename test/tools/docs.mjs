/** Writes the reference tables into README.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { referenceTables, replaceReference } from './reference.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * README.md as it should be.
 *
 * @param {string} manifestPath
 * @returns {Promise<string>}
 */
export async function currentReadme(manifestPath) {
  const filepath = `${root}README.md`;
  /** @type {import('./reference.mjs').Manifest} */
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
  const readme = replaceReference(readFileSync(filepath, 'utf8'), referenceTables(manifest));
  return format(readme, { ...(await resolveConfig(filepath)), filepath });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(`${root}README.md`, await currentReadme(`${root}dist/custom-elements.json`));
