import { decodePart } from './percent.js';
import { lettersOnly, matchFragment } from './fragment.js';
import type { Inventory, Reference } from './inventory.js';
import { FOOTNOTES_LABEL_ID } from './names.js';
import { nearestWord } from './nearest-word.js';
import type { Block, Footnote, Heading, Page, Section } from './page.js';
import type { Place, Problem } from './problem.js';

/** An id of a page, with its place where it is known. */
export interface PageId {
  readonly id: string;
  readonly place?: Place;
}

/** The ids of a page, for many links that ask for them. */
export class PageIds {
  /** In the order of the page. */
  readonly list: readonly PageId[];
  readonly names: ReadonlySet<string>;
  readonly #alike = new Map<string, string[]>();

  constructor(list: readonly PageId[]) {
    this.list = list;
    this.names = new Set(list.map(({ id }) => id));
    for (const id of this.names) {
      const letters = lettersOnly(id);
      const alike = this.#alike.get(letters);
      if (alike) alike.push(id);
      else this.#alike.set(letters, [id]);
    }
  }

  /** The id that a fragment means, as {@link matchFragment} finds it. */
  match(fragment: string): string | undefined {
    const letters = new Set([fragment, decodePart(fragment)].map(lettersOnly));
    return matchFragment(
      fragment,
      [...letters].flatMap((each) => this.#alike.get(each) ?? []),
    );
  }
}

/** Finds the word that may have been meant by one. */
export type FindNearest = typeof nearestWord;

/** Words that are looked for in one page: whoever has made more mistakes has one cause for them. */
const MAX_GUESSES = 100;

/** Finds what may have been meant as long as the mistakes are few. */
export function guesser(): FindNearest {
  let left = MAX_GUESSES;
  return (word, words) => (left-- > 0 ? nearestWord(word, words) : undefined);
}

/** What a link in a page may lead to: ids of headings, of the author's own elements, and of notes. */
export function pageIds(page: Page, { anchors }: Pick<Inventory, 'anchors'>): PageIds {
  const ids: PageId[] = [];
  const add = ({ id, line }: Pick<Heading, 'id' | 'line'>): void => {
    if (id) ids.push(line === undefined ? { id } : { id, place: { line } });
  };
  const addBlocks = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.kind === 'prose') block.headings.forEach(add);
      if (block.kind === 'faq') for (const { id } of block.questions) if (id) ids.push({ id });
    }
  };
  const addSections = (sections: readonly Section[]): void => {
    for (const { heading, blocks, sections: children } of sections) {
      add(heading);
      addBlocks(blocks);
      addSections(children);
    }
  };
  if (page.title?.id) ids.push({ id: page.title.id });
  addBlocks(page.preamble);
  addBlocks(page.lead);
  addSections(page.sections);
  return new PageIds([...ids, ...anchors, ...page.footnotes.flatMap(noteIds), ...labelIds(page)]);
}

function noteIds({ number, references }: Footnote): PageId[] {
  const ids = [{ id: `fn-${number}` }, { id: `fnref-${number}` }];
  for (let reference = 2; reference <= references; reference++)
    ids.push({ id: `fnref-${number}-${reference}` });
  return ids;
}

const labelIds = ({ footnotes }: Page): PageId[] =>
  footnotes.length > 0 ? [{ id: FOOTNOTES_LABEL_ID }] : [];

/**
 * What is wrong with a page as far as the page alone tells: ids that stand twice (`id-duplicate`), links to ids that it
 * does not have (`fragment-dead`), images without the text that stands for them (`image-alt-missing`).
 */
export function checkPage(
  page: Page,
  inventory: Inventory,
  ids = pageIds(page, inventory),
  nearest = guesser(),
): Problem[] {
  return [
    ...findDuplicates(ids.list),
    ...inventory.references.flatMap((reference) => [
      ...checkDescription(reference),
      ...(reference.url.startsWith('#') ? checkFragment(reference, reference.url, ids, nearest) : []),
    ]),
  ];
}

function findDuplicates(ids: readonly PageId[]): Problem[] {
  const seen = new Set<string>();
  return ids.flatMap(({ id, place }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const message = `The id “${id}” stands twice in this page: links to it lead to the first. Give one of them another id.`;
    return [{ code: 'id-duplicate', severity: 'warning', message, ...(place && { place }) }];
  });
}

function checkDescription({ described, url, place }: Reference): Problem[] {
  if (described !== false) return [];
  const message = `The image ${url} has no text for who cannot see it. Say what it shows: ![what it shows](…), or alt="" on an <img> that only decorates.`;
  return [{ code: 'image-alt-missing', severity: 'warning', message, place }];
}

/**
 * Whether a page has the id that a fragment means. `hash` may begin with `#`; `file` names the page where it is another
 * than the link's own. The top of a page, and text fragments, are everywhere.
 */
export function checkFragment(
  { place }: Pick<Reference, 'place'>,
  hash: string,
  ids: PageIds,
  nearest: FindNearest,
  file?: string,
): Problem[] {
  const written = hash.replace(/^#/, '').replace(/:~:.*$/, '');
  const fragment = decodePart(written);
  if (written === '' || fragment.toLowerCase() === 'top') return [];
  if (ids.names.has(written) || ids.names.has(fragment)) return [];
  const where = file ?? 'This page';
  const alike = ids.match(written);
  if (alike !== undefined) {
    const message = `${where} has “#${alike}”, not “#${written}”: without script the link leads to the page's top. Write it as the id is.`;
    return [{ code: 'fragment-dead', severity: 'info', message, place }];
  }
  const near = nearest(fragment, ids.names);
  const advice = near === undefined ? 'Link to a heading that is there.' : `Did you mean “#${near}”?`;
  const message = `${where} has no heading or element with the id “${fragment}”. ${advice}`;
  return [{ code: 'fragment-dead', severity: 'error', message, place }];
}
