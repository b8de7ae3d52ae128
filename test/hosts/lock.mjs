/** Renews the lock files of the sites in `demo/hosts` after a change of the package's dependencies: `npm run hosts:lock`. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run } from './install.mjs';

const SITES = join(ROOT, 'demo/hosts');

for (const name of readdirSync(SITES)) {
  const folder = join(SITES, name);
  if (!existsSync(join(folder, 'package-lock.json'))) continue;
  // Named, since npm takes the entry of a folder in the lock file as good otherwise.
  await run(
    'npm',
    ['install', '--package-lock-only', '--loglevel=error', 'doc-elements@file:../../..'],
    folder,
  );
  console.log(`demo/hosts/${name}/package-lock.json`);
}
