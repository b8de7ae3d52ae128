/**
 * Writes the integrity hashes of the built `cdn/` into the README's snippet. A release does so when it sets the version, and
 * does not publish where they are not those of the files (`--check`): between releases they are those of the published ones.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A tag of the snippet with the file that it loads. */
const TAG = /(<(?:link|script)\b[^>]*?\b(?:href|src)="cdn\/([\w.-]+)"[^>]*?\bintegrity=")[^"]*"/g;

/** The files whose hashes the README has. @param {string} readme */
export const filesWithIntegrity = (readme) => [...readme.matchAll(TAG)].map(([, , name = '']) => name);

/**
 * @param {string} readme
 * @param {Readonly<Record<string, string>>} hashes by the names of files, as in `cdn/integrity.json`
 * @returns {string} the README with the hashes of its snippet renewed
 * @throws {Error} where a file of the snippet has none
 */
export const withIntegrity = (readme, hashes) =>
  readme.replace(TAG, (_, start, name) => {
    const hash = hashes[`./cdn/${name}`];
    if (hash === undefined) throw new Error(`README.md loads cdn/${name}, which the build does not make.`);
    return `${start}${hash}"`;
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  /** @type {{ integrity: Record<string, string> }} */
  const { integrity } = JSON.parse(readFileSync(`${root}cdn/integrity.json`, 'utf8'));
  const readme = readFileSync(`${root}README.md`, 'utf8');
  const renewed = withIntegrity(readme, integrity);
  if (process.argv.includes('--check')) {
    if (renewed !== readme) {
      console.error('README.md has other integrity hashes than cdn/: run node test/tools/integrity.mjs.');
      process.exitCode = 1;
    }
  } else writeFileSync(`${root}README.md`, renewed);
}
