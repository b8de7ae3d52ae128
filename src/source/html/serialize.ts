import type { HeadingLevel } from '../../model/page.js';
import { decodeReferences } from './character-references.js';
import { HEADINGS } from './element-names.js';
import { rewriteHtml } from './rewrite.js';
import { readTag } from './scan.js';
import { UNSEEN_ELEMENTS } from './text-content.js';
import type { NodeWriter, TreeElement, TreeNode } from './tree.js';

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

/** What changes about a heading. */
export interface HeadingChange {
  readonly id: string;
  /** The level it renders at; by default its own. */
  readonly level?: HeadingLevel;
}

/** Answers with what changes about a heading; `undefined` leaves it as it is. */
export type HeadingVisitor = (heading: FoundHeading, isRoot: boolean) => HeadingChange | undefined;

export const isHeading = (node: TreeNode): boolean => typeof node !== 'string' && HEADINGS.has(node.name);

/** HTML that any parser makes the same nodes of, wherever elements can stand; start tags stay as the author wrote them. */
export function serialize(node: TreeNode): string {
  if (typeof node === 'string') return node;
  if (node.isVoid) return node.tag;
  return `${node.tag}${writeContent(node, serialize)}</${node.name.slice(node.name.indexOf('/') + 1)}>`;
}

function writeContent({ children }: TreeElement, write: NodeWriter): string {
  let html = '';
  for (const child of children) html += write(child);
  return html;
}

/** Gives a heading its id and level. */
export function changeHeading(node: TreeElement, { id, level }: HeadingChange): void {
  const name = level === undefined ? node.name : `h${level}`;
  node.tag = `<${name}${rewriteHtml(node.tag, () => ({ id })).slice(1 + node.name.length)}`;
  node.name = name;
}

function textOf(node: TreeNode): string {
  if (typeof node === 'string') return decodeReferences(node);
  return UNSEEN_ELEMENTS.has(node.name) ? '' : node.children.map(textOf).join('');
}

/** What a heading says; `write` writes its content. */
export function readHeading(node: TreeElement, write: NodeWriter): FoundHeading {
  return {
    level: Number(node.name.charAt(1)) as HeadingLevel,
    text: textOf(node),
    html: writeContent(node, write),
    attributes: Object.fromEntries(readTag(node.tag)),
    start: node.start,
  };
}

/** The headings in a node in document order; what looks like a heading inside a heading is part of its text. */
export function findHeadings(node: TreeNode, found: TreeElement[] = []): TreeElement[] {
  if (typeof node === 'string') return found;
  if (isHeading(node)) found.push(node);
  else if (!UNSEEN_ELEMENTS.has(node.name)) for (const child of node.children) findHeadings(child, found);
  return found;
}
