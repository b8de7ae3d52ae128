import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFolder } from './package.js';

/** Where the style sheet and the scripts stand in the output. */
export const ASSETS_FOLDER = 'doc-elements';

/** Copies the style sheet and the scripts of this package into the output, all of them: they load each other. */
export const copyAssets = (out: string): Promise<void> =>
  cp(join(packageFolder(), 'cdn'), join(out, ASSETS_FOLDER), {
    recursive: true,
    filter: (path) => !path.endsWith('.map'),
  });
