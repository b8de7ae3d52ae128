import { withWords } from '../model/labels.js';
import { ENGLISH } from '../model/labels/en.js';
import { CHROME_ATTRIBUTE, COLLAPSE_ATTRIBUTE, HEADER_CLASS } from '../model/names.js';
import type { PageOptions } from '../model/options.js';
import { clampLevel, nestOutline, TOC_MIN_ENTRIES } from '../model/outline.js';
import type { HeadingLevel } from '../model/page.js';
import { contextLevel } from './heading-level.js';
import { findTitle, readOutline } from './outline.js';
import { addIds, addPermalinks, removePermalinks } from './permalinks.js';
import { slotTitle } from './title.js';
import { buildToc, markCurrent, targetId } from './toc.js';

/** How authored children are made a page: the options of a compiled one that apply. */
export type AuthoredOptions = Pick<
  PageOptions,
  'title' | 'headingLinks' | 'slugs' | 'toc' | 'tocMinLevel' | 'tocMaxLevel' | 'tocCollapse' | 'labels'
> & {
  /** The level of the title; `auto` is that of the place where the page stands. */
  readonly headingLevel: HeadingLevel | 'auto';
};

/**
 * Gives authored children what a compiled page has: a title, ids, permalinks, a table of contents. What is there
 * already is left alone, so that a prerendered page is not written to at all.
 */
export function enhancePage(page: Element, options: AuthoredOptions): void {
  const level = options.headingLevel === 'auto' ? contextLevel(page) : options.headingLevel;
  if (options.title) setTitle(page, options.title, level);
  slotTitle(page);
  enhanceSection(page, options);
  if (options.toc === 'none') page.querySelector(`:scope > doc-toc[${CHROME_ATTRIBUTE}]`)?.remove();
  else fillToc(page, level, options);
}

/** Gives the headings of authored children ids and permalinks. */
export function enhanceSection(
  root: Element,
  { slugs, headingLinks, labels }: Pick<PageOptions, 'slugs' | 'headingLinks' | 'labels'>,
): void {
  addIds(root, slugs);
  if (headingLinks === false) removePermalinks(root);
  else addPermalinks(root, withWords(ENGLISH, labels).permalink);
}

/** The title replaces that of the page; a page without one gets a header of its own. */
function setTitle(page: Element, text: string, level: HeadingLevel): void {
  const title = findTitle(page);
  if (title) {
    if (title.textContent !== text) title.textContent = text;
    return;
  }
  const header = page.ownerDocument.createElement('div');
  header.className = HEADER_CLASS;
  header.slot = 'header';
  const heading = page.ownerDocument.createElement(`h${level}`);
  heading.textContent = text;
  header.append(heading);
  page.prepend(header);
}

function fillToc(page: Element, titleLevel: HeadingLevel, options: AuthoredOptions): void {
  const existing = page.querySelector(':scope > doc-toc');
  const isOurs = existing?.hasAttribute(CHROME_ATTRIBUTE) ?? false;
  if (existing?.querySelector('nav, ol, ul') && !isOurs) return;
  const min = options.tocMinLevel ?? clampLevel(titleLevel + 1);
  const max = options.tocMaxLevel ?? clampLevel(titleLevel + 2);
  const entries = readOutline(page).filter(({ level }) => level >= min && level <= max);
  if (entries.length < TOC_MIN_ENTRIES) {
    if (isOurs) existing?.remove();
    return;
  }
  // What a server has written stays in its words.
  const label = existing?.querySelector(':scope > nav')?.getAttribute('aria-label');
  const nav = buildToc(
    page.ownerDocument,
    nestOutline(entries),
    label ?? withWords(ENGLISH, options.labels).toc,
  );
  const toc = existing ?? createToc(page);
  const collapse = options.tocCollapse ?? false;
  if (toc.hasAttribute(COLLAPSE_ATTRIBUTE) !== collapse && (isOurs || !existing))
    toc.toggleAttribute(COLLAPSE_ATTRIBUTE, collapse);
  // The mark of the section that is being read is no reason to write the list anew, and outlives a new one.
  const current = toc.querySelector<HTMLAnchorElement>('a[aria-current]');
  if (current) markCurrent(nav, targetId(current));
  if (!toc.firstElementChild?.isEqualNode(nav)) toc.replaceChildren(nav);
}

function createToc(page: Element): Element {
  const toc = page.ownerDocument.createElement('doc-toc');
  toc.slot = 'toc';
  toc.setAttribute(CHROME_ATTRIBUTE, '');
  const header = [...page.querySelectorAll(':scope > [slot="header"]')].at(-1);
  if (header) header.after(toc);
  else page.prepend(toc);
  return toc;
}
