import { SCOPE, SPECIAL } from './element-names.js';
import type { OpenElements } from './open-elements.js';
import { readTag } from './scan.js';
import type { StartTag, TreeElement } from './tree.js';
import { createElement } from './tree.js';

/** How many formatting elements may wait to be opened again: real pages have a few, hostile ones thousands. */
const MAX_FORMATTING = 256;
/** How many characters of start tags one tree repeats, so that a small text cannot grow to a huge one. */
const MAX_REPEATED = 1_000_000;

/** A second element of the same start tag. */
function repeat(open: OpenElements, element: TreeElement, mode = element.mode): TreeElement {
  open.repeated += element.tag.length;
  return createElement(element, mode);
}

/** Where the author's text would grow beyond measure, formatting elements end with their blocks. */
function limit(open: OpenElements): void {
  if (open.repeated > MAX_REPEATED) open.formatting.length = 0;
}

/** Index after the last marker in the list of formatting elements. */
const scopeStart = ({ formatting }: OpenElements): number => formatting.lastIndexOf(undefined) + 1;

/** The innermost formatting element of this name in effect. */
export function findFormatting({ formatting }: OpenElements, name: string): TreeElement | undefined {
  for (let index = formatting.length - 1; index >= 0; index--) {
    const element = formatting[index];
    if (!element || element.name === name) return element;
  }
  return undefined;
}

/** Equal for start tags of one name with the same attributes, in any order and notation. */
const keyOf = (element: TreeElement): string =>
  (element.key ??= JSON.stringify([...readTag(element.tag)].sort()));

/** Opens a formatting element; of four equal ones in effect the first goes. */
export function insertFormatting(open: OpenElements, tag: StartTag): void {
  const { formatting } = open;
  reopenFormatting(open);
  const element = open.insert(tag);
  // An element too deep to open has no effect either.
  if (element !== open.current) return;
  const inEffect = formatting.slice(scopeStart(open)).filter((other) => other?.name === tag.name);
  if (inEffect.length > 2) {
    const equal = inEffect.filter((other) => other && keyOf(other) === keyOf(element));
    if (equal.length > 2) formatting.splice(formatting.indexOf(equal[0]), 1);
  }
  formatting.push(element);
  if (formatting.length > MAX_FORMATTING) formatting.shift();
}

/**
 * Opens the formatting elements again that a block's end closed but no end tag of theirs; where too many go on around blocks already,
 * these end.
 */
export function reopenFormatting(open: OpenElements): void {
  const { formatting, stack } = open;
  limit(open);
  let index = formatting.length;
  while (index > 0) {
    const element = formatting[index - 1];
    if (!element || stack.lastIndexOf(element) > 0) break;
    index--;
  }
  if (index < formatting.length && open.isInlineFull) {
    formatting.length = index;
    open.isFlattened = true;
  }
  for (; index < formatting.length; index++) {
    const element = formatting[index];
    if (!element) continue;
    const clone = repeat(open, element, open.current.mode);
    formatting[index] = clone;
    open.open(clone);
  }
}

/** Ends the effect of formatting elements since the last marker: a cell, a caption or an object closed. */
export function clearFormatting({ formatting }: OpenElements): void {
  while (formatting.length > 0) if (!formatting.pop()) break;
}

function forget(open: OpenElements, element: TreeElement): void {
  const index = open.formatting.indexOf(element);
  if (index >= 0) open.formatting.splice(index, 1);
}

/** Closes a formatting element and takes it out of effect, whatever it holds. */
export function dropFormatting(open: OpenElements, element: TreeElement): void {
  forget(open, element);
  open.remove(element);
}

function detach(node: TreeElement): void {
  const siblings = node.parent?.children;
  const index = siblings?.lastIndexOf(node) ?? -1;
  if (index >= 0) siblings?.splice(index, 1);
}

/**
 * The standard's adoption agency: the end tag of a formatting element that blocks begin in. The element ends before
 * the blocks and goes on inside each of them. `false` says that no formatting element waits for the tag.
 */
export function adopt(open: OpenElements, name: string): boolean {
  const { stack, formatting } = open;
  limit(open);
  if (open.current.name === name && !formatting.includes(open.current)) {
    stack.pop();
    return true;
  }
  for (let round = 0; round < 8; round++) {
    const element = findFormatting(open, name);
    if (!element) return false;
    const depth = stack.lastIndexOf(element);
    if (depth < 0) {
      forget(open, element);
      return true;
    }
    let block: TreeElement | undefined;
    for (let inside = depth + 1; inside < stack.length; inside++) {
      const inner = stack[inside] ?? element;
      if (inner.groups & SCOPE) return true;
      if (inner.groups & SPECIAL) block ??= inner;
    }
    if (!block) {
      open.closeTo(depth);
      forget(open, element);
      return true;
    }
    const ancestor = stack[depth - 1] ?? open.root;
    const last = adoptBetween(open, element, block);
    detach(last.node);
    open.append(last.node, ancestor);
    const clone = repeat(open, element, block.mode);
    clone.children = block.children;
    for (const child of clone.children) if (typeof child !== 'string') child.parent = clone;
    clone.parent = block;
    block.children = [clone];
    const bookmark = last.bookmark ? formatting.indexOf(last.bookmark) + 1 : formatting.indexOf(element);
    formatting.splice(bookmark, 0, clone);
    forget(open, element);
    open.remove(element);
    stack.splice(stack.lastIndexOf(block) + 1, 0, clone);
  }
  return true;
}

/** Repeats the formatting elements between `element` and `block` around the block and closes the others there. */
function adoptBetween(
  open: OpenElements,
  element: TreeElement,
  block: TreeElement,
): { node: TreeElement; bookmark: TreeElement | undefined } {
  const { stack, formatting } = open;
  let node = block;
  let bookmark: TreeElement | undefined;
  let depth = stack.lastIndexOf(block);
  for (let step = 1; ; step++) {
    const inner = stack[--depth];
    if (!inner || inner === element) return { node, bookmark };
    if (step > 3) forget(open, inner);
    const index = formatting.indexOf(inner);
    if (index < 0) {
      stack.splice(depth, 1);
      continue;
    }
    const clone = repeat(open, inner);
    stack[depth] = formatting[index] = clone;
    if (node === block) bookmark = clone;
    detach(node);
    open.append(node, clone);
    node = clone;
  }
}
