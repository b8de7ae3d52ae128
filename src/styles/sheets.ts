import type { SheetName } from '../model/sheets.js';

/** The texts of the sheets, each from a chunk of its own, in the order in which they apply: the build joins them so. */
export const SHEET_TEXTS: Readonly<Record<SheetName, () => Promise<{ readonly default: string }>>> = {
  prose: () => import('./prose.css'),
  blocks: () => import('./blocks.css'),
  repos: () => import('./repos.css'),
  tasks: () => import('./tasks.css'),
  footnotes: () => import('./footnotes.css'),
  callouts: () => import('./callouts.css'),
  code: () => import('./code.css'),
  pictures: () => import('./pictures.css'),
  math: () => import('./math.css'),
};
