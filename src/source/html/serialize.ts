import type { HeadingLevel } from '../../model/page.js';
import { decodeReferences } from './character-references.js';
import type { TreeElement, TreeNode } from './open-elements.js';
import { HEADINGS } from './open-elements.js';
import { rewriteHtml } from './rewrite.js';
import { readTag } from './scan.js';
import { UNSEEN_ELEMENTS } from './text-content.js';

/** A heading in HTML. */
export interface FoundHeading {
  readonly level: HeadingLevel;
  /** Plain text. */
  readonly text: string;
  /** What stands between its tags, with every element closed. */
  readonly html: string;
  /** Decoded, by name in lower case. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Where its start tag stands in the text that was fed. */
  readonly start: number;
}

/** Answers with the id a heading gets; `undefined` leaves the heading as it is. */
export type HeadingNamer = (heading: FoundHeading) => string | undefined;

export const isHeading = (node: TreeNode): boolean => typeof node !== 'string' && HEADINGS.has(node.name);

/** HTML that any parser makes the same nodes of, wherever elements can stand; start tags stay as the author wrote them. */
export function serialize(node: TreeNode, ids?: ReadonlyMap<TreeElement, string>): string {
  if (typeof node === 'string') return node;
  const id = ids?.get(node);
  const tag = id === undefined ? node.tag : rewriteHtml(node.tag, () => ({ id }));
  if (node.isVoid) return tag;
  return `${tag}${serializeContent(node, ids)}</${node.name.slice(node.name.indexOf('/') + 1)}>`;
}

const serializeContent = (node: TreeElement, ids?: ReadonlyMap<TreeElement, string>): string => {
  let html = '';
  for (const child of node.children) html += serialize(child, ids);
  return html;
};

function textOf(node: TreeNode): string {
  if (typeof node === 'string') return decodeReferences(node);
  return UNSEEN_ELEMENTS.has(node.name) ? '' : node.children.map(textOf).join('');
}

export function readHeading(node: TreeElement): FoundHeading {
  return {
    level: Number(node.name.charAt(1)) as HeadingLevel,
    text: textOf(node),
    html: serializeContent(node),
    attributes: Object.fromEntries(readTag(node.tag)),
    start: node.start,
  };
}

/** The headings in a node in document order; what looks like a heading inside a heading is part of its text. */
export function findHeadings(node: TreeNode, found: TreeElement[] = []): TreeElement[] {
  if (typeof node === 'string') return found;
  if (isHeading(node)) found.push(node);
  else for (const child of node.children) findHeadings(child, found);
  return found;
}
