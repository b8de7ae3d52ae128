import { decodeReferences } from './character-references.js';
import { readTag } from './scan.js';
import { isComment, type TreeNode } from './tree.js';
import { parseTree } from './tree-builder.js';

/** What readers of HTML ask of a node: the live nodes of a document answer it as well as those of a text. */
export interface HtmlNode {
  /** 1 for an element, 3 for text; all else is passed over. */
  readonly nodeType: number;
  /** The text of a text. */
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<HtmlNode>;
  /** Of an element: its name in lower case. */
  readonly localName?: string;
  /** Of an element. */
  getAttribute?(name: string): string | null;
  /** Of an element. */
  getAttributeNames?(): string[];
}

/** The nodes that a browser makes of HTML inside a `div`. */
export const parseNodes = (html: string): HtmlNode[] => parseTree(html).map(toNode);

function toNode(node: TreeNode): HtmlNode {
  if (typeof node === 'string') return { nodeType: 3, nodeValue: decodeReferences(node), childNodes: [] };
  if (isComment(node)) return { nodeType: 8, nodeValue: null, childNodes: [] };
  return makeElement(node.name, node.children.map(toNode), new Map(readTag(node.tag)));
}

/** An element with this content. */
export const makeElement = (
  localName: string,
  childNodes: readonly HtmlNode[],
  attributes: ReadonlyMap<string, string> = new Map(),
): HtmlNode => ({
  nodeType: 1,
  nodeValue: null,
  localName,
  childNodes,
  getAttribute: (name) => attributes.get(name) ?? null,
  getAttributeNames: () => [...attributes.keys()],
});

export const isElement = (node: HtmlNode): boolean => node.nodeType === 1;

export const attributeOf = (node: HtmlNode, name: string): string | undefined =>
  node.getAttribute?.(name) ?? undefined;

export const classesOf = (node: HtmlNode): string[] => (attributeOf(node, 'class') ?? '').split(/\s+/);

export const hasClass = (node: HtmlNode, name: string): boolean => classesOf(node).includes(name);

const VOID = new Set('br col hr img input source track wbr'.split(' '));

/** Whether an element has neither content nor end tag. */
export const isVoid = ({ localName = '' }: HtmlNode): boolean => VOID.has(localName);

/** The names of an element's attributes. */
export const namesOf = (node: HtmlNode): string[] => node.getAttributeNames?.() ?? [];

/** The text in a node, as it is written. */
export function textOf(node: HtmlNode): string {
  if (node.nodeType === 3) return node.nodeValue ?? '';
  return node.nodeType === 1 ? [...node.childNodes].map(textOf).join('') : '';
}
