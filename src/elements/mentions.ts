import type { Part } from '../model/part.js';

/** What parts are known not to mention: a page that grows has most of its parts from before. */
const unmentioned = new WeakMap<Part, Set<string>>();

/** Whether the HTML may hold what a selector names: it may say so too often, never too seldom. */
const mention = (parts: readonly Part[], selector: string): boolean => {
  const name = /[$*]="([^"]*)"/.exec(selector)?.[1] ?? selector.replace(/[.[\]]/g, '');
  return parts.some((part) => {
    if (unmentioned.get(part)?.has(name)) return false;
    const found = part.html.includes(name) || mention(part.parts, selector);
    if (!found) unmentioned.set(part, (unmentioned.get(part) ?? new Set()).add(name));
    return found;
  });
};

/** Tells of selectors whether the HTML of `parts`, which is not in the document yet, may hold one of them. */
export const mentionsIn =
  (parts: readonly Part[]) =>
  (selectors: readonly string[]): boolean =>
    selectors.some((selector) => mention(parts, selector));
