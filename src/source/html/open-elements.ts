import { FOSTER_HOSTS, FOSTERING, IMPLIED_END, PARTS } from './element-names.js';
import type { Mode, StartTag, TreeElement, TreeNode } from './tree.js';
import { createElement } from './tree.js';

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
  /** Whether an element stood too deep to be one. */
  isFlattened = false;
  /** How many characters of start tags were repeated to open formatting elements again. */
  repeated = 0;

  get current(): TreeElement {
    return this.stack.at(-1) ?? this.root;
  }

  /** Whether what comes next is parsed as if nothing stood before it. */
  get isClean(): boolean {
    return this.stack.length === 1 && !this.formatting.length && !this.form;
  }

  /** Opens an element, or adds a void one; returns it. */
  insert(tag: StartTag, isVoid = false): TreeElement {
    const element = createElement(tag, MODES.get(tag.name) ?? this.current.mode, isVoid);
    this.open(element);
    return element;
  }

  open(element: TreeElement): void {
    // A table's parts have no limit of their own: without the table they are not here.
    if (!element.isVoid && this.stack.length > MAX_DEPTH && !PARTS.has(element.name)) {
      this.isFlattened = true;
      return;
    }
    this.append(element);
    if (!element.isVoid) this.stack.push(element);
  }

  /** A start tag that the author left out. */
  implied(name: string): StartTag {
    return { name, tag: `<${name}>`, start: this.position, selfClosing: false };
  }

  /** Adds a node to `target`, or before the table where it has no place in `target`. */
  append(child: TreeNode, target = this.current): void {
    let parent = target;
    let index = parent.children.length;
    if (this.fostering && FOSTERING.has(parent.name)) {
      const host = this.find(FOSTER_HOSTS);
      parent = this.stack[host] ?? this.root;
      if (parent.name === 'table') {
        const table = parent;
        parent = table.parent ?? this.stack[host - 1] ?? this.root;
        index = table.parent ? parent.children.lastIndexOf(table) : parent.children.length;
      } else index = parent.children.length;
    }
    const before = parent.children[index - 1];
    if (typeof child !== 'string') child.parent = parent;
    // Two texts must not join to a character reference that neither of them holds.
    else if (typeof before === 'string' && /^[#\w;]/.test(child) && /&[#\w]*$/.test(before))
      parent.children.splice(index++, 0, JOINT);
    if (index === parent.children.length) parent.children.push(child);
    else parent.children.splice(index, 0, child);
  }

  /** Depth of the innermost open element of these names; 0 where there is none, or where one of `scope` hides it. */
  find(names: string | ReadonlySet<string>, scope?: ReadonlySet<string>): number {
    let depth = this.stack.length;
    while (--depth > 0) {
      const { name } = this.stack[depth] ?? this.root;
      if (typeof names === 'string' ? names === name : names.has(name)) return depth;
      if (scope?.has(name)) return 0;
    }
    return 0;
  }

  /** Closes the innermost open element of these names and all in it; whether there was one. */
  close(names: string | ReadonlySet<string>, scope?: ReadonlySet<string>): boolean {
    const depth = this.find(names, scope);
    if (depth) this.stack.length = depth;
    return depth > 0;
  }

  /** Closes the current elements that need no end tag, save those of the name `except`. */
  closeImplied(except?: string): void {
    while (this.current.name !== except && IMPLIED_END.has(this.current.name)) this.stack.pop();
  }

  remove(element: TreeElement): void {
    const depth = this.stack.lastIndexOf(element);
    if (depth > 0) this.stack.splice(depth, 1);
  }
}
