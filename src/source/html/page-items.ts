import type { BlockKind } from '../../model/blocks.js';
import {
  CHROME_ATTRIBUTE,
  FOOTNOTES_CLASS,
  HEADER_CLASS,
  HEADING_CLASS,
  LEAD_CLASS,
} from '../../model/names.js';
import { HEADINGS } from './element-names.js';
import { attributeOf, hasClass, isElement, type HtmlNode } from './nodes.js';
import { kindOf } from './read-blocks.js';

/** A piece of a page as it stands in the document. */
export type PageItem =
  | {
      readonly kind: 'heading';
      readonly node: HtmlNode;
      /** How many `doc-section`s it stands in. */
      readonly depth: number;
      /** Whether it is the heading of the innermost of them. */
      readonly isOwn: boolean;
      /** Whether it stands in the header of the page, where the title is. */
      readonly inHeader: boolean;
    }
  | { readonly kind: 'content'; readonly node: HtmlNode; readonly inHeader: boolean }
  | { readonly kind: 'block'; readonly node: HtmlNode; readonly block: BlockKind };

/** The pieces of a page in document order, and its notes. */
export interface PageItems {
  readonly items: readonly PageItem[];
  /** The items of the list of notes. */
  readonly notes: readonly HtmlNode[];
}

/** Where a node stands. */
interface Place {
  readonly depth: number;
  /** The `doc-section` around it, until its heading was met. */
  readonly section: { isNamed: boolean };
  readonly inHeader: boolean;
  /** Whether it is the content of a part, where only the part's own heading opens a section. */
  readonly inPart: boolean;
}

/** Whose headings are the page's, outside of its parts. */
const SECTIONS = new Set(['section', 'article', 'main']);

/** Slots of `doc-page` that hold no part of the page. */
const OTHER_SLOTS = new Set(['toc', 'footer', 'loading', 'error']);

/** Takes the content of a page apart: that of a prerendered one, or what an author wrote in its place. */
export function readPageItems(nodes: Iterable<HtmlNode>): PageItems {
  const items: PageItem[] = [];
  const notes: HtmlNode[] = [];
  const visitAll = (children: Iterable<HtmlNode>, place: Place): void => {
    for (const child of children) visit(child, place);
  };
  const visit = (node: HtmlNode, place: Place): void => {
    const name = node.localName ?? '';
    const slot = attributeOf(node, 'slot');
    if (!isElement(node)) {
      if (node.nodeType === 3) items.push({ kind: 'content', node, inHeader: place.inHeader });
    } else if (attributeOf(node, CHROME_ATTRIBUTE) !== undefined || name === 'doc-toc') return;
    else if (slot !== undefined && OTHER_SLOTS.has(slot)) return;
    else if (hasClass(node, FOOTNOTES_CLASS) && attributeOf(node, 'data-footnotes') !== undefined)
      notes.push(...notesIn(node));
    else if (HEADINGS.has(name))
      addHeading(node, { ...place, inHeader: place.inHeader || slot === 'header' });
    else if (hasClass(node, HEADER_CLASS) || slot === 'header')
      visitAll(node.childNodes, { ...place, inHeader: true, inPart: true });
    else if (name === 'hgroup' && hasClass(node, HEADING_CLASS)) visitAll(node.childNodes, place);
    else if (name === 'doc-section')
      visitAll(node.childNodes, {
        ...place,
        depth: place.depth + 1,
        section: { isNamed: false },
        inPart: true,
      });
    else if (hasClass(node, LEAD_CLASS)) visitAll(node.childNodes, { ...place, inPart: true });
    else visitOther(node, place);
  };
  const addHeading = (node: HtmlNode, { depth, section, inHeader }: Place): void => {
    items.push({ kind: 'heading', node, depth, isOwn: depth > 0 && !section.isNamed, inHeader });
    section.isNamed = true;
  };
  const visitOther = (node: HtmlNode, place: Place): void => {
    const block = kindOf(node);
    if (block) items.push({ kind: 'block', node, block });
    else if (
      (SECTIONS.has(node.localName ?? '') && !place.inPart && !hasClass(node, 'markdown-alert')) ||
      holdsParts(node)
    )
      visitAll(node.childNodes, place);
    else items.push({ kind: 'content', node, inHeader: place.inHeader });
  };
  visitAll(nodes, { depth: 0, section: { isNamed: false }, inHeader: false, inPart: false });
  return { items, notes };
}

/** The items of the list that the notes are. */
const notesIn = (section: HtmlNode): HtmlNode[] =>
  [...section.childNodes]
    .filter(({ localName }) => localName === 'ol')
    .flatMap(({ childNodes }) => [...childNodes].filter(({ localName }) => localName === 'li'));

/** Elements around blocks of data or sections that do not show in Markdown, which can hold these only at its root. */
const WRAPPERS = new Set('article aside center div figure footer header main section'.split(' '));

const holdsParts = (node: HtmlNode): boolean =>
  WRAPPERS.has(node.localName ?? '') &&
  [...node.childNodes].some(
    (child) =>
      isElement(child) &&
      (child.localName === 'doc-section' || kindOf(child) !== undefined || holdsParts(child)),
  );
