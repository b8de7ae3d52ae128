/** Writes the package's version into the source: `npm run release:version` calls it. */
import { readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const { version } = /** @type {{ version: string }} */ (
  JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))
);
const file = new URL('src/define/version.ts', root);
const text = readFileSync(file, 'utf8').replace(/VERSION = '[^']*'/, `VERSION = '${version}'`);
writeFileSync(file, text);
