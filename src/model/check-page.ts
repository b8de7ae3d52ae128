import { decodeFragment } from './decode-fragment.js';
import { matchFragment } from './fragment.js';
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

/** What a link in a page may lead to: ids of headings, of the author's own elements, and of notes. */
export function pageIds(page: Page, { anchors }: Pick<Inventory, 'anchors'>): PageId[] {
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
  return [...ids, ...anchors, ...page.footnotes.flatMap(noteIds), ...labelIds(page)];
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
export function checkPage(page: Page, inventory: Inventory): Problem[] {
  const ids = pageIds(page, inventory);
  return [
    ...findDuplicates(ids),
    ...inventory.references.flatMap((reference) => [
      ...checkDescription(reference),
      ...(reference.url.startsWith('#') ? checkFragment(reference, reference.url, ids) : []),
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
  ids: readonly PageId[],
  file?: string,
): Problem[] {
  const written = hash.replace(/^#/, '').replace(/:~:.*$/, '');
  const names = ids.map(({ id }) => id);
  const fragment = decodeFragment(written);
  if (written === '' || fragment.toLowerCase() === 'top') return [];
  if (names.includes(written) || names.includes(fragment)) return [];
  const where = file ?? 'This page';
  const alike = matchFragment(written, names);
  if (alike !== undefined) {
    const message = `${where} has “#${alike}”, not “#${written}”: without script the link leads to the page's top. Write it as the id is.`;
    return [{ code: 'fragment-dead', severity: 'info', message, place }];
  }
  const near = nearestWord(fragment, names);
  const advice = near === undefined ? 'Link to a heading that is there.' : `Did you mean “#${near}”?`;
  const message = `${where} has no heading or element with the id “${fragment}”. ${advice}`;
  return [{ code: 'fragment-dead', severity: 'error', message, place }];
}
