import { CHROME_ATTRIBUTE, FOOTNOTES_CLASS, HEADER_CLASS, PERMALINK_CLASS } from '../model/names.js';
import type { PageOptions } from '../model/options.js';

const HEADING = ':is(h1, h2, h3, h4, h5, h6, [role="heading"])';

/** A page's title and the label over its notes have no permalink; a title from front matter has no id either. */
const OUTSIDE = `:not(.${HEADER_CLASS} *, [slot='header'], [slot='header'] *)`;
const OPENER = `:is(:scope, doc-section, section:not(.${FOOTNOTES_CLASS}), article, main)`;

/** Chrome that a page does not want. */
const PERMALINK = `.${PERMALINK_CLASS}[${CHROME_ATTRIBUTE}]`;
const TOC = `:scope > doc-toc[${CHROME_ATTRIBUTE}]`;

/**
 * Whether a page has all that enhancing would give it, as a prerendered one has: ids, permalinks, a table of
 * contents. Text alone, or a script, may be a source that is not read as one: enhancing tells. An empty page waits for
 * its source. It asks a few selectors only and says no where it is not sure, so that a page that is complete never
 * loads what enhances the others.
 */
export function isComplete(
  page: Element,
  { headingLinks, toc }: Pick<PageOptions, 'headingLinks' | 'toc'>,
): boolean {
  const has = (selector: string): boolean => page.querySelector(selector) !== null;
  if (!has(':scope > :first-child:not(script)') && page.textContent.trim()) return false;
  if (has(`${HEADING}:not([id])${OUTSIDE}`)) return false;
  if (has(headingLinks === false ? PERMALINK : `${OPENER} > ${HEADING}`)) return false;
  if (toc === 'none') return !has(TOC);
  return has(`${TOC} > nav`) || page.querySelectorAll(`${HEADING}${OUTSIDE}`).length < 2;
}
