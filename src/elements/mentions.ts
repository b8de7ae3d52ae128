import { commonEnds } from '../model/common-ends.js';
import { mentionOf } from '../model/mention.js';
import type { Part } from '../model/part.js';

const mention = (parts: readonly Part[], name: string): boolean =>
  parts.some((part) => part.html.includes(name) || mention(part.parts, name));

/** What the HTML of a page has held so far. Of a page that changes only what has changed is looked at. */
export class Mentions {
  readonly #found = new Set<string>();
  #parts: readonly Part[] = [];

  /**
   * Tells of selectors whether the HTML of `parts`, which is not in the document yet, may hold one of them: it may say so
   * too often, never too seldom. It has to be asked of all selectors that it will ever be asked of.
   */
  in(parts: readonly Part[]): (selectors: readonly string[]) => boolean {
    const { head, tail } = commonEnds(this.#parts, parts);
    const changed = parts.slice(head, parts.length - tail);
    this.#parts = parts;
    return (selectors) =>
      selectors.some((selector) => {
        if (this.#found.has(selector)) return true;
        const found = mention(changed, mentionOf(selector));
        if (found) this.#found.add(selector);
        return found;
      });
  }
}
