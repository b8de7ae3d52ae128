import { commonEnds } from '../model/common-ends.js';
import type { Part } from '../model/part.js';

/** What is known of a part that is in the document; `html` is unknown for one that was prerendered. */
export type KnownPart = Pick<Part, 'key' | 'tag'> & { readonly html: string | undefined };

/**
 * For each part of the new list the index of the old one whose element it takes over; `undefined` where it needs
 * a new element. Parts belong together by key, else by equal content (a section whose id has changed because
 * another one went), else, for sections, by standing in the same place (a heading that is being edited).
 */
export function matchParts(
  before: readonly KnownPart[],
  after: readonly KnownPart[],
): (number | undefined)[] {
  const matches = new Array<number | undefined>(after.length).fill(undefined);
  const free = new Set(before.keys());
  const take = (index: number, match: number | undefined): void => {
    if (match === undefined || !free.delete(match)) return;
    matches[index] = match;
  };

  // Most often little has changed: what both lists begin and end with belongs together.
  const { head, tail } = commonEnds(before, after, isSame);
  for (let index = 0; index < head; index++) take(index, index);
  for (let index = 1; index <= tail; index++) take(after.length - index, before.length - index);

  const byKey = new Map<string, number>();
  for (const index of free) byKey.set(`${before[index]?.tag ?? ''} ${before[index]?.key ?? ''}`, index);
  for (const [index, { tag, key }] of after.entries())
    if (matches[index] === undefined) take(index, byKey.get(`${tag} ${key}`));
  if (free.size === 0) return matches;

  const byHtml = new Map<string, number>();
  for (const index of free) {
    const part = before[index];
    if (part?.html) byHtml.set(`${part.tag} ${part.html}`, index);
  }
  for (const [index, { tag, html }] of after.entries())
    if (matches[index] === undefined && html) take(index, byHtml.get(`${tag} ${html}`));

  for (const [index, { tag }] of after.entries()) {
    if (matches[index] !== undefined || tag !== 'doc-section') continue;
    const place = index === 0 ? 0 : (matches[index - 1] ?? before.length) + 1;
    if (before[place]?.tag === tag) take(index, place);
  }
  return matches;
}

const isSame = (some: KnownPart | undefined, other: KnownPart | undefined): boolean =>
  some !== undefined && some.key === other?.key && some.tag === other.tag;

/**
 * The largest choice of matched parts that are in order already: all others are moved around them. Gives their
 * indices in the new list.
 */
export function keptInPlace(matches: readonly (number | undefined)[]): ReadonlySet<number> {
  // Longest increasing subsequence: ends[n] is the lowest end of a chain of n + 1 parts.
  const ends: Chain[] = [];
  for (const [index, match] of matches.entries()) {
    if (match === undefined) continue;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle]?.match ?? 0) < match) low = middle + 1;
      else high = middle;
    }
    ends[low] = { index, match, before: ends[low - 1] };
  }
  const kept = new Set<number>();
  for (let chain = ends.at(-1); chain; chain = chain.before) kept.add(chain.index);
  return kept;
}

interface Chain {
  readonly index: number;
  readonly match: number;
  readonly before: Chain | undefined;
}
