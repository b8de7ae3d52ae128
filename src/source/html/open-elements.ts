import { countTags } from './count-tags.js';
import { BLOCK, BREAKING, FOSTER_HOST, FOSTERING, IMPLIED_END, INLINE, PARTS } from './element-names.js';
import type { Mode, StartTag, TreeElement, TreeNode } from './tree.js';
import { createElement, createWhole } from './tree.js';

const MODES: ReadonlyMap<string, Mode> = new Map([
  ['table', 'table'],
  ['caption', 'caption'],
  ['colgroup', 'columns'],
  ['tbody', 'rows'],
  ['tfoot', 'rows'],
  ['thead', 'rows'],
  ['tr', 'row'],
  ['td', 'cell'],
  ['th', 'cell'],
  ['template', 'body'],
]);

/**
 * Deeper trees are flattened, as browsers do it at 512: the start tags of deeper elements are dropped. To lay out a deep
 * tree takes browsers far more than time in proportion; no real page comes near.
 */
export const MAX_DEPTH = 100;

/**
 * Inline elements that may stand around a block. Those without an end tag go on in all blocks that follow and add up, and browsers
 * cut each of them where a block begins and where it ends; the pages known have one.
 */
export const MAX_INLINE = 4;

/**
 * Blocks that an inline element may stand around. WebKit goes through what such an element holds for each block that follows a
 * line of it: 10,000 of them take it a minute.
 */
export const MAX_BLOCKS = 250;

/** Where browsers flatten. */
const BROWSER_DEPTH = 512;

/** Keeps two texts apart in the HTML that is written. */
const JOINT = createElement({ name: '!', tag: '<!---->', start: 0 }, 'body', true);

/** An HTML tree under construction: the open elements and the formatting elements that go on in later blocks. */
export class OpenElements {
  readonly root = createElement({ name: 'html', tag: '', start: 0 }, 'body');
  /** The root first. */
  readonly stack: TreeElement[] = [this.root];
  /** Formatting elements in effect, open or to be opened again; `undefined` hides those before it. */
  readonly formatting: (TreeElement | undefined)[] = [];
  /** The form that holds the fields to come, though it may be closed already. */
  form: TreeElement | undefined;
  /** Whether content in the wrong place of a table goes before the table. */
  fostering = false;
  /** Text in a table: whether it stays there shows when all of it is known. */
  tableText = '';
  /** Whether the token before opened the current element. */
  justOpened = false;
  /** Where the current tag stands in all text that was read. */
  position = 0;
  /** Whether an element stood too deep to be one, or had to end before a block. */
  isFlattened = false;
  /** How many characters of start tags were repeated to open formatting elements again. */
  repeated = 0;

  /**
   * `exact` is for a tree that is not written as it is: it may hold what no HTML can say, a form in a form and text
   * without an end, and is as deep as that of a browser.
   */
  constructor(readonly exact = false) {}

  get current(): TreeElement {
    return this.stack[this.stack.length - 1] ?? this.root;
  }

  /** Whether what comes next is parsed as if nothing stood before it. */
  get isClean(): boolean {
    return this.stack.length === 1 && !this.formatting.length && !this.form;
  }

  /**
   * Adds HTML of blocks that our compiler wrote, all closed and without headings, as they are, where nothing that is open
   * changes what a parser makes of it; whether that is so here.
   */
  insertWhole(html: string, start: number): boolean {
    const { stack } = this;
    if (this.formatting.length > 0) return false;
    for (let depth = 1; depth < stack.length; depth++)
      if (!((stack[depth]?.groups ?? 0) & BLOCK)) return false;
    if (countTags(html) > 2 * (MAX_DEPTH - stack.length)) return false;
    this.append(createWhole(html, start));
    this.justOpened = false;
    return true;
  }

  /** Opens an element, or adds a void one; returns it. */
  insert(tag: StartTag, isVoid = false): TreeElement {
    const element = createElement(tag, MODES.get(tag.name) ?? this.current.mode, isVoid);
    this.open(element);
    return element;
  }

  open(element: TreeElement): void {
    if (element.groups & BREAKING && !this.exact) this.#beginBlock();
    // A table's parts have no limit of their own: without the table they are not here.
    if (
      !element.isVoid &&
      this.stack.length > (this.exact ? BROWSER_DEPTH : MAX_DEPTH) &&
      !PARTS.has(element.name)
    ) {
      this.isFlattened = true;
      return;
    }
    this.append(element);
    if (!element.isVoid) this.stack.push(element);
  }

  /** Whether so many inline elements go on around blocks here that no other may. */
  get isInlineFull(): boolean {
    let left = MAX_INLINE;
    return !this.exact && this.stack.some(({ blocks }) => blocks !== undefined && --left === 0);
  }

  /** A block begins: the inline elements around it are counted, and those that are too many or hold too many blocks end. */
  #beginBlock(): void {
    const { stack } = this;
    const isAmongText = this.current.groups & INLINE ? 1 : 0;
    let left = MAX_INLINE;
    for (let depth = 1; depth < stack.length; depth++) {
      const element = stack[depth];
      if (!element || !(element.groups & INLINE)) continue;
      const blocks = (element.blocks ?? 0) + isAmongText;
      if (left-- === 0 || blocks > MAX_BLOCKS) {
        this.#end(depth);
        return;
      }
      element.blocks = blocks;
    }
  }

  /** Ends all elements from `depth` on, and their effect. */
  #end(depth: number): void {
    const { stack, formatting } = this;
    this.isFlattened = true;
    for (const element of stack.splice(depth)) {
      const index = formatting.indexOf(element);
      if (index >= 0) formatting.splice(index, 1);
    }
  }

  /** A start tag that the author left out. */
  implied(name: string): StartTag {
    return { name, tag: `<${name}>`, start: this.position, selfClosing: false };
  }

  /** Adds a node to `target`, or before the table where it has no place in `target`. */
  append(child: TreeNode, target = this.current): void {
    let parent = target;
    let index = parent.children.length;
    if (this.fostering && parent.groups & FOSTERING) {
      const host = this.find(FOSTER_HOST);
      parent = this.stack[host] ?? this.root;
      if (parent.name === 'table') {
        const table = parent;
        parent = table.parent ?? this.stack[host - 1] ?? this.root;
        index = table.parent ? parent.children.lastIndexOf(table) : parent.children.length;
      } else index = parent.children.length;
    }
    if (typeof child !== 'string') child.parent = parent;
    else if (index > 0) {
      const before = parent.children[index - 1];
      // Two texts must not join to a character reference that neither of them holds.
      if (typeof before === 'string' && /^[#\w;]/.test(child) && /&[#\w]*$/.test(before))
        parent.children.splice(index++, 0, JOINT);
    }
    if (index === parent.children.length) parent.children.push(child);
    else parent.children.splice(index, 0, child);
  }

  /** Depth of the innermost open element of a name or group; 0 where there is none, or where one of the group `scope` hides it. */
  find(kind: string | number, scope = 0): number {
    const { stack } = this;
    for (let depth = stack.length - 1; depth > 0; depth--) {
      const { name, groups } = stack[depth] ?? this.root;
      if (typeof kind === 'string' ? kind === name : groups & kind) return depth;
      if (groups & scope) return 0;
    }
    return 0;
  }

  /** Closes the innermost open element of a name or group and all in it; whether there was one. */
  close(kind: string | number, scope = 0): boolean {
    const depth = this.find(kind, scope);
    if (depth) this.closeTo(depth);
    return depth > 0;
  }

  /** Closes all elements from `depth` on. */
  closeTo(depth: number): void {
    while (this.stack.length > depth) this.stack.pop();
  }

  /** Closes the current elements that need no end tag, save those of the name `except`. */
  closeImplied(except?: string): void {
    while (this.current.name !== except && this.current.groups & IMPLIED_END) this.stack.pop();
  }

  remove(element: TreeElement): void {
    const depth = this.stack.lastIndexOf(element);
    if (depth > 0) this.stack.splice(depth, 1);
  }
}
