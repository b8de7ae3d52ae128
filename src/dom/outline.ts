import { CHROME_ATTRIBUTE, FOOTNOTES_LABEL_ID, HEADER_CLASS } from '../model/names.js';
import type { OutlineEntry } from '../model/outline.js';
import { HEADINGS, headingLevel } from './heading-level.js';

/**
 * The headings of a page as it stands in the document, in order: those that have an id, at the level they render
 * at. The page's title is not among them, nor the heading over the notes, nor those of a page inside this one.
 */
export function readOutline(root: Element): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  for (const heading of contentHeadings(root)) {
    const level = headingLevel(heading);
    if (heading.id && level !== undefined)
      entries.push({ id: heading.id, text: headingText(heading), level });
  }
  return entries;
}

/** The heading elements that {@link readOutline} reads, with or without an id. */
export function contentHeadings(root: Element): Element[] {
  const title = findTitle(root);
  return [...root.querySelectorAll(HEADINGS)].filter(
    (heading) =>
      heading !== title &&
      heading.id !== FOOTNOTES_LABEL_ID &&
      headingLevel(heading) !== undefined &&
      !heading.closest(`.${HEADER_CLASS}, [slot="header"], [${CHROME_ATTRIBUTE}], [hidden]`) &&
      isOwn(heading, root),
  );
}

/**
 * The heading that is the page's title: the one in its header, else the first heading where it stands above all
 * others, outside of the sections: an `h1`, or a child of the page that all other headings are below.
 */
export function findTitle(root: Element): Element | undefined {
  const header = `:scope > .${HEADER_CLASS}, :scope > [slot="header"]`;
  for (const element of root.querySelectorAll(header)) {
    const heading = element.matches(HEADINGS) ? element : element.querySelector(HEADINGS);
    if (heading) return heading;
  }
  const [first, ...others] = [...root.querySelectorAll(HEADINGS)].filter((heading) => isOwn(heading, root));
  if (!first || first.closest('doc-section')) return undefined;
  if (first.localName === 'h1') return first;
  const level = headingLevel(first) ?? 6;
  const isAbove = others.length > 0 && others.every((other) => (headingLevel(other) ?? 6) > level);
  return first.parentElement === root && isAbove ? first : undefined;
}

const isOwn = (heading: Element, root: Element): boolean => {
  const page = heading.closest('doc-page');
  return page === null || page === root || page.contains(root);
};

/** The text of a heading as its author wrote it; where it has none, what its images stand for. */
export function headingText(heading: Element): string {
  const text = authoredText(heading);
  if (text !== '') return text;
  return [...heading.querySelectorAll('img')]
    .map((image) => image.alt.trim())
    .join(' ')
    .trim();
}

/** What is no text of a heading: what nobody wrote, the numbers of notes, and a formula as it looks beside its source. */
const NO_TEXT = `[${CHROME_ATTRIBUTE}], .footnote-ref, semantics:has(> annotation) > :not(annotation)`;

function authoredText(heading: Element): string {
  if (!heading.querySelector(NO_TEXT)) return collapse(heading.textContent);
  const copy = heading.cloneNode(true) as Element;
  for (const other of copy.querySelectorAll(NO_TEXT)) other.remove();
  return collapse(copy.textContent);
}

const collapse = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();
