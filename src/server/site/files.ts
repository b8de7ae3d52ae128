import { readFile } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import type { ReadSource } from './fill.js';

/**
 * Reads sources as a site serves them: from its root where they begin with a slash, else from beside the page. What
 * lies outside the root, on another host or nowhere is left to the browser.
 *
 * @param opened is told each file that was read.
 */
export const sourcesIn =
  (root: string, folder: string, opened?: (file: string) => void): ReadSource =>
  async (src) => {
    if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(src)) return undefined;
    const [path = ''] = src.split(/[?#]/);
    const file = resolve(path.startsWith('/') ? join(root, path) : join(folder, path));
    const below = relative(root, file);
    if (below.startsWith('..') || isAbsolute(below)) return undefined;
    try {
      const text = await readFile(file, 'utf8');
      opened?.(file);
      return text;
    } catch {
      return undefined;
    }
  };
