import { FOREIGN, groupsOf } from './element-names.js';

/** Rules that decide what a tag means where it stands; an element keeps the mode of its parent unless it has its own. */
export type Mode = 'body' | 'table' | 'caption' | 'columns' | 'rows' | 'row' | 'cell';

/** An element, or a comment. */
export interface TreeElement {
  /** Lower case; an SVG or MathML element's begins with `svg/` or `math/`, which no HTML element's name can. */
  name: string;
  /** The groups of elements that it belongs to, as bits. */
  readonly groups: number;
  /** The start tag, or the whole comment, as written. */
  tag: string;
  /** Where the tag stands in all text that was read. */
  readonly start: number;
  /** Whether it has neither content nor end tag. */
  readonly isVoid: boolean;
  /** Elements, comments and text, the latter as HTML. */
  children: TreeNode[];
  parent: TreeElement | undefined;
  mode: Mode;
  /** A formatting element's attributes in one notation, once they were compared. */
  key?: string;
  /** How many blocks have begun in an inline element, as far as they are its children or those of inline elements in it. */
  blocks?: number;
}
export type TreeNode = TreeElement | string;

/** Writes a node as HTML in which all that opens closes. */
export type NodeWriter = (node: TreeNode) => string;

/** A start tag, read or implied. */
export interface StartTag {
  readonly name: string;
  readonly tag: string;
  readonly start: number;
  readonly selfClosing: boolean;
}

export const isForeign = (element: TreeElement): boolean => (element.groups & FOREIGN) !== 0;

/** No tag has such a name. */
const WHOLE = '#whole';

/** HTML that our compiler wrote and nobody has to read again: what opens in it closes in it. */
export const createWhole = (html: string, start: number): TreeElement =>
  createElement({ name: WHOLE, tag: html, start }, 'body', true);

export const isWhole = (element: TreeElement): boolean => element.name === WHOLE;

export const isComment = (element: TreeElement): boolean => element.name === '!';

export const createElement = (
  { name, tag, start }: Omit<StartTag, 'selfClosing'>,
  mode: Mode,
  isVoid = false,
): TreeElement => ({
  name,
  groups: groupsOf(name),
  tag,
  start,
  isVoid,
  children: [],
  parent: undefined,
  mode,
});
