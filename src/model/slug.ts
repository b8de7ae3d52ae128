import type { SlugDialect } from './options.js';

/** Makes ids that are unique among those it has given or been told of. */
export interface Slugger {
  /**
   * The id of the next heading. Called once for each heading, in document order: the number at the end of a
   * repeated text depends on all headings before. Text without a letter or digit gives an empty string the first time.
   */
  slug(text: string): string;
  /** Takes `id` out of the running, because the author wrote it on an element. */
  reserve(id: string): void;
}

/** What GitHub and kramdown drop: all but Ruby's `\p{Word}` (letters, marks, digits, joining punctuation), hyphens and spaces. */
const NON_WORD = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu;
/** Text of which it drops nothing, as most headings are. */
const PLAIN = /^[\w\- ]*$/;

/**
 * The id that `dialect` makes of a heading's plain text, whatever other headings there are.
 *
 * - `github`: lower case, without punctuation and symbols, each space a hyphen.
 * - `kramdown`: what Jekyll sites have, that is kramdown with the parser of kramdown-parser-gfm, whose rule differs
 *   from kramdown's own (that one drops every letter but a–z). As GitHub's, with three differences: `--`, `---`
 *   and the spaces inside `<< a >>` drop out because kramdown makes dashes and quotes of them, a tab becomes a
 *   hyphen, and lower case never depends on the letters around. kramdown leaves `--` alone inside code; plain text
 *   does not tell where code was, so here it drops out as well.
 * - `docusaurus`: as `github`, whose rule Docusaurus took over. `{#id}` behind a heading counts in every dialect.
 *
 * Half a surrogate pair drops out in both, so that every id can stand in a URL.
 */
export const slugify = (text: string, dialect: SlugDialect = 'github'): string =>
  dialect === 'kramdown' ? kramdownSlug(text) : githubSlug(text);

const githubSlug = (text: string): string => {
  const lower = text.toLowerCase();
  return (PLAIN.test(lower) ? lower : lower.replace(NON_WORD, '')).replaceAll(' ', '-');
};

const kramdownSlug = (text: string): string =>
  lowerEach(text.replace(/-{2,3}|<< | >>/g, '').replaceAll('\t', ' '))
    .replace(NON_WORD, '')
    .replaceAll(' ', '-');

/** Lower case letter by letter, as Ruby does: a final sigma stays `σ`. */
const lowerEach = (text: string): string =>
  text.includes('Σ') ? Array.from(text, (letter) => letter.toLowerCase()).join('') : text.toLowerCase();

/** A slugger that tells what it would give. */
export interface OpenSlugger extends Slugger {
  /** What {@link Slugger.slug} would give next for this text, which it leaves there. */
  next(text: string): string;
}

/** A slugger for one page. */
export function createSlugger(dialect: SlugDialect = 'github'): OpenSlugger {
  const taken: Taken = new Map();
  const counts = new Map<string, number>();
  const next = (text: string): string => {
    const id = slugify(text, dialect);
    return firstFree(dialect === 'kramdown' ? numberRepeated(id, counts.get(id) ?? 0) : id, taken);
  };
  return {
    next,
    slug: (text) => {
      const result = next(text);
      taken.set(result, 0);
      if (dialect === 'kramdown') {
        const id = slugify(text, dialect);
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
      return result;
    },
    reserve: (id) => {
      if (!taken.has(id)) taken.set(id, 0);
    },
  };
}

/** For each id that is taken, a number such that it is taken with all numbers from 1 to that one behind it as well. */
type Taken = Map<string, number>;

/** GitHub's way: a number that is taken is skipped, and an id with a number counts as one a text could have. */
function firstFree(id: string, taken: Taken): string {
  let count = taken.get(id);
  if (count === undefined) return id;
  while (taken.has(`${id}-${count + 1}`)) count++;
  taken.set(id, count);
  return `${id}-${count + 1}`;
}

/**
 * kramdown's way: each text is counted by itself, whether or not the numbered id is taken. It can give one id twice;
 * the second of the two, which no link reaches in kramdown's own page either, then goes through {@link firstFree}.
 */
const numberRepeated = (id: string, count: number): string => (count === 0 ? id : `${id}-${count}`);
