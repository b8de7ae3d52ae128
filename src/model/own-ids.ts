import type { SlugDialect } from './options.js';
import { createSlugger } from './slug.js';

/**
 * Which headings have an id of their author's: `true` for each whose id is not the one that its text gives it where it
 * stands. All headings of a page, in document order.
 */
export function findOwnIds(
  headings: Iterable<{ readonly id: string; readonly text: string }>,
  dialect: SlugDialect = 'github',
): boolean[] {
  const slugger = createSlugger(dialect);
  return Array.from(headings, ({ id, text }) => {
    const isGiven = (slugger.next(text) || slugger.next('section')) === id;
    if (!isGiven) slugger.reserve(id);
    else if (slugger.slug(text) === '') slugger.slug('section');
    return !isGiven;
  });
}
