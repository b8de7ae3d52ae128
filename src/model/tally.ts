import type { Block, Page, Prose, Section } from './page.js';

/** Headings that any page may have, and one more for so many characters of text. */
const MIN_HEADINGS = 200;
const CHARACTERS_FOR_HEADING = 36;

/** What a block of data counts for, whatever is in it. */
const BLOCK_LENGTH = 200;

/** How much there is in a page of what decides how it is compiled. */
export interface Tally {
  /** Without the title. */
  headings: number;
  /** Characters, as HTML but for the headings' own tags. */
  length: number;
  /** Blocks that are no prose. */
  structured: number;
  /** Headings and prose that hold the author's own HTML. */
  rawHtml: number;
}

/** `<h2 id="">` and its end. */
const HEADING_TAGS = 15;

const textLength = ({ html, headings }: Prose): number =>
  headings.reduce((length, { id }) => length - HEADING_TAGS - id.length, html.length);

export type Counted = Pick<Page, 'preamble' | 'lead' | 'sections'>;

/** Counts, or with `sign` -1 takes away. */
export function count({ preamble, lead, sections }: Counted, tally: Tally, sign: 1 | -1 = 1): Tally {
  const addBlocks = (blocks: readonly Block[]): void => {
    for (const block of blocks)
      if (block.kind === 'prose') {
        tally.headings += sign * block.headings.length;
        tally.length += sign * textLength(block);
        if (block.rawHtml) tally.rawHtml += sign;
      } else {
        tally.structured += sign;
        tally.length += sign * BLOCK_LENGTH;
      }
  };
  const addSections = (all: readonly Section[]): void => {
    for (const { heading, blocks, sections: inside } of all) {
      tally.headings += sign;
      tally.length += sign * heading.text.length;
      if (heading.rawHtml) tally.rawHtml += sign;
      addBlocks(blocks);
      addSections(inside);
    }
  };
  addBlocks(preamble);
  addBlocks(lead);
  addSections(sections);
  return tally;
}

export const tallyOf = (page: Counted): Tally =>
  count(page, { headings: 0, length: 0, structured: 0, rawHtml: 0 });

/**
 * Whether a page is hardly more than headings, hundreds of them: then permalinks, a table of contents and elements for
 * its sections would be many times its text, and it goes without.
 */
export const isMostlyHeadings = ({ headings, length }: Tally): boolean =>
  headings > MIN_HEADINGS + length / CHARACTERS_FOR_HEADING;
