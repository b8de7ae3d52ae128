import { resolve } from 'node:path';
import {
  checkFragment,
  checkPage,
  guesser,
  pageIds,
  type FindNearest,
  type PageIds,
} from '../../model/check-page.js';
import type { Reference } from '../../model/inventory.js';
import type { SlugDialect } from '../../model/options.js';
import type { Problem } from '../../model/problem.js';
import { fromJsonAsync } from '../../source/data.js';
import { InventoryCollector } from '../../source/inventory.js';
import { fromMarkdown } from '../../source/markdown.js';
import { Cache } from './cache.js';
import { shownPath } from './files.js';
import type { ProcessFile } from './job.js';
import { placeInJson } from './json-places.js';
import { fileBehind, splitUrl } from './outputs.js';
import { readSource } from './read-source.js';
import { isData } from './render-file.js';
import { findTarget, missingTarget } from './targets.js';

/** How files are checked: plain data. */
export interface CheckSettings {
  readonly kind: 'check';
  /** What URLs that begin with a slash count from; absolute. */
  readonly root: string;
  readonly slugs: SlugDialect;
  readonly maxBytes: number;
}

/** Pages whose ids are remembered for links to them. */
const REMEMBERED_PAGES = 200;

/** A page with all that is wrong with it as far as it alone tells. */
interface CheckedPage {
  readonly ids: PageIds;
  readonly references: readonly Reference[];
  readonly problems: readonly Problem[];
}

/** Makes the function that checks a file. */
export function createChecker(settings: CheckSettings): ProcessFile {
  const { root, maxBytes } = settings;
  const idsOf = new Cache<PageIds | undefined>(REMEMBERED_PAGES);
  const readIds = async (file: string): Promise<PageIds | undefined> => {
    const { text } = await readSource(file, maxBytes);
    if (text === undefined) return undefined;
    return (await readPage(file, text, settings)).ids;
  };

  /** What is wrong with where a reference leads, if it leads to a file. */
  async function checkReference(
    reference: Reference,
    file: string,
    nearest: FindNearest,
  ): Promise<Problem[]> {
    const path = fileBehind(reference.url, file, root);
    if (path === undefined) return [];
    const target = await findTarget(path);
    if (target === undefined) return missingTarget(reference, path, root, nearest);
    const hash = /#.*/s.exec(splitUrl(reference.url).rest)?.[0] ?? '';
    // GitHub reads #L10 as a line of the source.
    if (!target.isPage || hash === '' || /^#L\d+(?:C\d+)?(?:-L?\d+)?/.test(hash)) return [];
    const ids = await idsOf.get(target.path, () => readIds(target.path));
    return ids ? checkFragment(reference, hash, ids, nearest, shownPath(target.path)) : [];
  }

  return async (path) => {
    const file = resolve(path);
    const { text, problems: found } = await readSource(file, maxBytes);
    if (text === undefined) return { path, problems: found };
    const nearest = guesser();
    const { ids, references, problems } = await readPage(file, text, settings, nearest);
    void idsOf.get(file, () => Promise.resolve(ids));
    const all = [...found, ...problems];
    for (const reference of references) all.push(...(await checkReference(reference, file, nearest)));
    return { path, problems: inOrder(isData(file) ? placeInJson(all, text) : all) };
  };
}

async function readPage(
  file: string,
  text: string,
  { slugs }: CheckSettings,
  nearest?: FindNearest,
): Promise<CheckedPage> {
  const inventory = new InventoryCollector();
  const { page, problems } = isData(file)
    ? await fromJsonAsync(text, { slugs }, inventory)
    : await fromMarkdown(text, { slugs }, inventory);
  const ids = pageIds(page, inventory);
  return {
    ids,
    references: inventory.references,
    problems: [...problems, ...checkPage(page, inventory, ids, nearest)],
  };
}

/** Problems from the top of the file to its end; those without a place come first. */
const inOrder = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort(
    ({ place: one }, { place: other }) =>
      (one?.line ?? 0) - (other?.line ?? 0) || (one?.column ?? 0) - (other?.column ?? 0),
  );
