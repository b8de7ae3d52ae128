import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFolder } from './package.js';

/** Where the style sheet and the scripts stand in the output. */
export const ASSETS_FOLDER = 'doc-elements';

const assetsFolder = (): string => join(packageFolder(), 'cdn');

/** A clone has no scripts before its first build. */
export const hasAssets = (): boolean => existsSync(assetsFolder());

/** Copies the style sheet and the scripts of this package into the output, all of them: they load each other. */
export const copyAssets = (out: string): Promise<void> =>
  cp(assetsFolder(), join(out, ASSETS_FOLDER), {
    recursive: true,
    filter: (path) => !path.endsWith('.map'),
  });
