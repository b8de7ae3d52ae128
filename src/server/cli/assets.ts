import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFolder } from './package.js';

/** Where the style sheet and the scripts stand in the output. */
export const ASSETS_FOLDER = 'doc-elements';

/** Copies the style sheet and the scripts of this package into the output, all of them: they load each other. */
export async function copyAssets(out: string): Promise<void> {
  const from = join(packageFolder(), 'cdn');
  const to = join(out, ASSETS_FOLDER);
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from))
    if (!name.endsWith('.map')) await copyFile(join(from, name), join(to, name));
}
