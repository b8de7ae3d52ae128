/** What `cdn/` owes to the packages whose code it carries: their licences in one file beside it. */
import { readdirSync, readFileSync } from 'node:fs';

/** The last folder of a package in a module's path, with the package's name. */
const PACKAGE = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)(?=\/)/;

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/** @param {string} folder of a package @returns {string} what it is called, and all of its licence */
export function readLicence(folder) {
  /** @type {{ name: string; version: string; license?: string }} */
  const {
    name,
    version,
    license = 'no licence named',
  } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const files = readdirSync(folder).filter((file) => LICENCE_FILE.test(file));
  if (files.length === 0) throw new Error(`${name} has no file with its licence (${license}).`);
  const texts = files.map((file) => readFileSync(`${folder}/${file}`, 'utf8').trim());
  return [`${name} ${version}, ${license}`, ...texts].join('\n\n');
}

/** @param {Iterable<string>} modules paths, or what plug-ins make of them @returns {Map<string, string>} folders of their packages, by name */
export function packagesOf(modules) {
  /** @type {Map<string, string>} */
  const folders = new Map();
  for (const module of modules) {
    const [folder, name] = PACKAGE.exec(module.replace(/^\0/, '').replaceAll('\\', '/')) ?? [];
    if (folder !== undefined && name !== undefined) folders.set(name, folder);
  }
  return folders;
}

const HEAD = `The scripts in this folder hold code of these packages. doc-elements itself is under the MIT licence, like the
package that this folder is part of.`;

const RULE = `\n\n${'─'.repeat(80)}\n\n`;

/**
 * Writes `THIRD-PARTY-LICENSES.txt`, with the packages of all outputs that share `licences`, by name.
 *
 * @param {Map<string, string>} licences
 * @returns {import('rollup').Plugin}
 */
export const licenceFile = (licences) => ({
  name: 'licence-file',
  generateBundle(_options, bundle) {
    const modules = Object.values(bundle).flatMap((file) =>
      file.type === 'chunk' ? Object.keys(file.modules).filter((id) => file.modules[id]?.renderedLength) : [],
    );
    for (const [name, folder] of packagesOf(modules)) licences.set(name, readLicence(folder));
    const texts = [...licences].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, text]) => text);
    this.emitFile({
      type: 'asset',
      fileName: 'THIRD-PARTY-LICENSES.txt',
      source: `${[HEAD, ...texts].join(RULE)}\n`,
    });
  },
});
