import type { SlugDialect } from './options.js';
import { createSlugger, slugify, type Slugger } from './slug.js';

/**
 * Which headings have an id of their author's: `true` for each whose id is not the one that its text gives it where it
 * stands. All headings of a page, in document order.
 */
export function findOwnIds(
  headings: Iterable<{ readonly id: string; readonly text: string }>,
  dialect: SlugDialect = 'github',
): boolean[] {
  const steps: ((slugger: Slugger) => void)[] = [];
  let slugger = createSlugger(dialect);
  return Array.from(headings, ({ id, text }) => {
    const give = (each: Slugger): string => each.slug(text) || each.slug('section');
    const base = slugify(text, dialect) || 'section';
    const couldBe = id === base || id.startsWith(`${base}-`);
    const isGiven = couldBe && give(slugger) === id;
    steps.push(
      isGiven
        ? give
        : (each) => {
            each.reserve(id);
          },
    );
    if (!isGiven) {
      // The number that was tried and not given must not count.
      if (couldBe) slugger = createSlugger(dialect);
      for (const step of couldBe ? steps : steps.slice(-1)) step(slugger);
    }
    return !isGiven;
  });
}
