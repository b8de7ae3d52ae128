import { outline } from './outline.js';
import type { Page, Section } from './page.js';

/** Headings that any page may have, and one more for so many characters of text. */
const MIN_HEADINGS = 200;
const CHARACTERS_FOR_HEADING = 20;

/** What a block of data counts for, whatever is in it. */
const BLOCK_LENGTH = 200;

/** How many headings there are; more than enough may be more still. */
function countHeadings({ lead, sections }: Pick<Page, 'lead' | 'sections'>, before = 0): number {
  let count = before;
  for (const block of lead) if (block.kind === 'prose') count += block.headings.length;
  for (const { blocks, sections: inside } of sections) {
    count = countHeadings({ lead: blocks, sections: inside }, count + 1);
    if (count > MIN_HEADINGS) break;
  }
  return count;
}

/**
 * Whether a page is hardly more than headings, hundreds of them: then permalinks, a table of contents and elements for
 * its sections would be many times its text, and it goes without.
 */
export function isMostlyHeadings(page: Pick<Page, 'lead' | 'sections'>): boolean {
  if (countHeadings(page) <= MIN_HEADINGS) return false;
  const headings = outline(page).length;
  let length = 0;
  const add = ({ blocks, heading }: Pick<Section, 'blocks'> & { heading?: { text: string } }): void => {
    length += heading?.text.length ?? 0;
    for (const block of blocks) length += block.kind === 'prose' ? block.html.length : BLOCK_LENGTH;
  };
  const addAll = (sections: readonly Section[]): void => {
    for (const section of sections) {
      add(section);
      addAll(section.sections);
    }
  };
  add({ blocks: page.lead });
  addAll(page.sections);
  return headings > MIN_HEADINGS + length / CHARACTERS_FOR_HEADING;
}
