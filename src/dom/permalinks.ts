import { encodeFragment } from '../model/fragment.js';
import { fill } from '../model/labels.js';
import { ENGLISH } from '../model/labels/en.js';
import {
  CHROME_ATTRIBUTE,
  FOOTNOTES_CLASS,
  HEADING_CLASS,
  LEAD_CLASS,
  PERMALINK_CLASS,
} from '../model/names.js';
import type { SlugDialect } from '../model/options.js';
import { createSlugger, slugify, type Slugger } from '../model/slug.js';
import { contentHeadings, headingText } from './outline.js';

/** Where a heading opens a section that is no `doc-section`. */
const SECTIONS = 'section, article, main';

/** The content of a part of a compiled page: headings in it, in a container or a quote, open no section. */
const COMPILED = `doc-section, .${LEAD_CLASS}, .${FOOTNOTES_CLASS}`;

/**
 * Gives an id to each heading of an authored page that has none, by the rule of `dialect`. Ids that are in the
 * document stay, and none is given twice. The page's title is left alone.
 */
export function addIds(root: Element, dialect: SlugDialect = 'github'): void {
  const slugger = createSlugger(dialect);
  for (const { id } of root.querySelectorAll('[id]')) slugger.reserve(id);
  const scope = root.getRootNode();
  const isTaken = (id: string): boolean =>
    (scope instanceof Document || scope instanceof ShadowRoot) && scope.getElementById(id) !== null;
  for (const heading of contentHeadings(root))
    if (heading.id === '') heading.id = freeId(headingText(heading), dialect, slugger, isTaken);
}

/** Text without a letter or digit has an id from the second time on. */
function freeId(
  text: string,
  dialect: SlugDialect,
  slugger: Slugger,
  isTaken: (id: string) => boolean,
): string {
  const id = slugger.slug(text) || slugger.slug(text);
  if (!isTaken(id)) return id;
  const base = slugify(text, dialect);
  const free = `${base}-${firstFree((number) => isTaken(`${base}-${number}`))}`;
  slugger.reserve(free);
  return free;
}

/**
 * The number after those that are taken. They are not tried one by one: as many sections as there are, each on its own,
 * may begin with the same words.
 */
function firstFree(isTaken: (number: number) => boolean): number {
  let taken = 0;
  let free = 1;
  while (isTaken(free)) [taken, free] = [free, 2 * free];
  while (free - taken > 1) {
    const middle = Math.floor((taken + free) / 2);
    if (isTaken(middle)) taken = middle;
    else free = middle;
  }
  return free;
}

/**
 * Puts a permalink beside each heading of an authored page that opens a section and has an id, in the markup of
 * compiled pages. What has one already is left as it is; the heading stays the same element. `label` is the link's accessible name, with
 * `{heading}` for the heading's text.
 */
export function addPermalinks(root: Element, label: string = ENGLISH.permalink): void {
  for (const heading of contentHeadings(root)) {
    if (heading.id === '' || !opensSection(heading, root) || hasPermalink(heading)) continue;
    const wrapper = root.ownerDocument.createElement('hgroup');
    wrapper.className = HEADING_CLASS;
    heading.before(wrapper);
    wrapper.append(heading, createPermalink(heading, label));
  }
}

/** Takes the permalinks away again, those of a compiled page as well; the ids stay. */
export function removePermalinks(root: Element): void {
  for (const link of root.querySelectorAll(`.${PERMALINK_CLASS}[${CHROME_ATTRIBUTE}]`)) {
    const wrapper = link.parentElement;
    link.remove();
    if (wrapper?.classList.contains(HEADING_CLASS)) wrapper.replaceWith(...wrapper.childNodes);
  }
}

function opensSection({ parentElement: parent }: Element, root: Element): boolean {
  if (!parent) return false;
  if (parent === root || parent.localName === 'doc-section' || parent.classList.contains(HEADING_CLASS))
    return true;
  return parent.matches(SECTIONS) && !parent.closest(COMPILED);
}

const hasPermalink = (heading: Element): boolean =>
  (heading.parentElement?.classList.contains(HEADING_CLASS) ?? false) ||
  heading.querySelector(`.${PERMALINK_CLASS}`) !== null;

function createPermalink(heading: Element, label: string): HTMLAnchorElement {
  const link = heading.ownerDocument.createElement('a');
  link.className = PERMALINK_CLASS;
  link.setAttribute(CHROME_ATTRIBUTE, '');
  link.setAttribute('href', `#${encodeFragment(heading.id)}`);
  link.setAttribute('aria-label', fill(label, { heading: headingText(heading) }));
  return link;
}
