import { join } from 'node:path';
import { toLlmsTxt, type LlmsLink, type LlmsSection } from '../../html/llms-txt.js';
import { writeWhole } from './write-file.js';

/** A page with its place in the output folder. */
export interface ListedPage extends LlmsLink {
  /** With slashes. */
  readonly path: string;
}

/** Pages that speak for their folder, the best first. */
const INDEX = /^(?:index|readme|about)$/i;

/** The heading over the pages that are in no folder. */
const ROOT_HEADING = 'Pages';

/** Writes `llms.txt` into a folder: the pages in their order, under a heading for each folder at its root. */
export function writeLlmsTxt(out: string, pages: readonly ListedPage[], siteName?: string): string {
  const sections = new Map<string, ListedPage[]>();
  for (const page of pages) {
    const folder = page.path.includes('/') ? page.path.slice(0, page.path.indexOf('/')) : '';
    const section = sections.get(folder);
    if (section) section.push(page);
    else sections.set(folder, [page]);
  }
  const index = indexOf(sections.get('') ?? []);
  const path = join(out, 'llms.txt');
  const text = toLlmsTxt({
    title: siteName ?? index?.title ?? pages[0]?.title ?? 'Pages',
    ...(index?.description !== undefined && { summary: index.description }),
    sections: [...sections]
      .sort(([one], [other]) => Number(one !== '') - Number(other !== ''))
      .map(([folder, links]): LlmsSection => ({ heading: headingOf(folder, links), links })),
  });
  writeWhole(path, text);
  return path;
}

const stemOf = ({ path }: ListedPage): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');

const indexOf = (pages: readonly ListedPage[]): ListedPage | undefined =>
  pages.find((page) => INDEX.test(stemOf(page)));

/** A folder is called what its index page is, or by its name. */
function headingOf(folder: string, pages: readonly ListedPage[]): string {
  if (folder === '') return ROOT_HEADING;
  const own = pages.filter(({ path }) => path.lastIndexOf('/') === folder.length);
  return indexOf(own)?.title ?? folder;
}
