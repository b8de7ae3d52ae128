import { CHROME_ATTRIBUTE } from '../../model/names.js';
import type { SlugDialect } from '../../model/options.js';
import { findOwnIds } from '../../model/own-ids.js';
import { HEADINGS } from './element-names.js';
import { attributeOf, isElement, textOf, type HtmlNode } from './nodes.js';

/** All headings of a page in document order; without those of the library. */
export function* headingsIn(nodes: Iterable<HtmlNode>): Generator<HtmlNode> {
  for (const node of nodes) {
    if (!isElement(node) || attributeOf(node, CHROME_ATTRIBUTE) !== undefined) continue;
    if (HEADINGS.has(node.localName ?? '')) yield node;
    else yield* headingsIn(node.childNodes);
  }
}

/** The ids that headings have from their authors: the others are those that their texts give, one after the other. */
export function ownHeadingIds(
  headings: Iterable<HtmlNode>,
  dialect: SlugDialect | undefined,
): ReadonlyMap<HtmlNode, string> {
  const named = [...headings].flatMap((node) => {
    const id = attributeOf(node, 'id');
    return id ? [{ node, id, text: textOf(node).trim().replace(/\s+/g, ' ') }] : [];
  });
  const isOwn = findOwnIds(named, dialect);
  return new Map(named.filter((_, index) => isOwn[index]).map(({ node, id }) => [node, id]));
}
