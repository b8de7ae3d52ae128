import { clampLevel } from '../model/outline.js';
import type { HeadingLevel } from '../model/page.js';
import { renderedParent } from './rendered-parent.js';

/** What can be a heading, before its role has been looked at. */
export const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role="heading"]';

/** Where a heading says nothing about what comes after: beside the text, in another section, in another page, unseen. */
const APART = [
  'nav, aside, footer, dialog, section, article, doc-page, doc-section, template, [hidden], [aria-hidden="true"]',
  '[role="navigation"], [role="complementary"], [role="contentinfo"], [role="dialog"], [role="alertdialog"]',
  '[role="region"], [role="article"]',
].join(', ');

/** The level of a heading as assistive technology tells it; `undefined` for what is no heading. */
export function headingLevel(element: Element): HeadingLevel | undefined {
  const role = element.getAttribute('role')?.trim().toLowerCase() ?? '';
  if (role !== '' && role !== 'heading') return undefined;
  const native = /^h([1-6])$/.exec(element.localName)?.[1];
  if (native === undefined && role === '') return undefined;
  const stated = Number(element.getAttribute('aria-level'));
  if (Number.isInteger(stated) && stated > 0) return clampLevel(stated);
  // A heading by role alone is at level 2 where it does not say.
  return clampLevel(Number(native ?? 2));
}

/**
 * The level that the title of a page should have where `element` stands: one below the heading it comes under
 * in its host, `1` where there is none. The host's headings are looked for before the element and before each of
 * its ancestors, through shadow roots; one that stands in a `nav`, an `aside`, another section or the like is none.
 * Where that leads to an element whose level is `known`, it is the same.
 */
export function contextLevel(
  element: Element,
  known: ReadonlyMap<Element, HeadingLevel> = new Map(),
): HeadingLevel {
  for (let node: Element | null = element; node; node = renderedParent(node)) {
    for (let before = node.previousElementSibling; before; before = before.previousElementSibling) {
      const level = lastLevelIn(before);
      if (level !== undefined) return clampLevel(level + 1);
      const same = known.get(before);
      if (same !== undefined) return same;
    }
  }
  return 1;
}

function lastLevelIn(element: Element): HeadingLevel | undefined {
  if (element.matches(APART)) return undefined;
  const found = lastLevelAmong(element.querySelectorAll(HEADINGS), element);
  return found ?? shadowLevel(element) ?? headingLevel(element);
}

/** A heading that a host's own element brings with it. */
const shadowLevel = (element: Element): HeadingLevel | undefined =>
  element.shadowRoot ? lastLevelAmong(element.shadowRoot.querySelectorAll(HEADINGS), null) : undefined;

function lastLevelAmong(headings: NodeListOf<Element>, within: Element | null): HeadingLevel | undefined {
  for (let index = headings.length - 1; index >= 0; index--) {
    const heading = headings[index];
    if (!heading || isApart(heading, within)) continue;
    const level = headingLevel(heading);
    if (level !== undefined) return level;
  }
  return undefined;
}

function isApart(heading: Element, within: Element | null): boolean {
  const apart = heading.closest(APART);
  return apart !== null && (within === null || within.contains(apart));
}
