import {
  defaultTreeAdapter,
  html as standard,
  parseFragment,
  serialize,
  type DefaultTreeAdapterTypes as Tree,
} from 'parse5';
import { compileHeading, formatAttributes } from '../../src/html/heading.js';
import type { Block, Footnote, Page, Prose, Section } from '../../src/model/page.js';
import type { Part } from '../../src/model/part.js';

/** A root-level heading with what stands below it, up to the next one; the first of a page has no heading. */
export interface Stretch {
  /** How many sections are around it; 0 for what stands before the first section, and for the title. */
  readonly depth: number;
  /** The heading element, serialised. */
  readonly heading?: string;
  /** The nodes below the heading, serialised. */
  readonly html: string;
}

const CONTEXT = defaultTreeAdapter.createElement('div', standard.NS.HTML, []);

/** HTML as a browser parses the content of a `div`. */
export const parseContent = (html: string): Tree.DocumentFragment => parseFragment(CONTEXT, html, {});

const HEADING = /^h[1-6]$/;

/** The running text among blocks. */
export const proseOf = (blocks: readonly Block[]): Prose[] =>
  blocks.filter((block) => block.kind === 'prose');

const blocksHtml = (blocks: readonly Block[]): string =>
  proseOf(blocks)
    .map((block) => block.html)
    .join('');

/** HTML as a browser writes it after it has parsed it. */
export const reparse = (html: string): string => serialize(parseContent(html));

/** Whether the tree of this HTML can be written as HTML at all: parsers nest some elements as no text can say. */
export function isWritable(html: string): boolean {
  const once = reparse(html);
  return reparse(once) === once;
}

const titleHtml = ({ title }: Page): string | undefined =>
  title && !title.inContent ? compileHeading(title, 1, false) : undefined;

const sectionHeading = ({ heading }: Section): string => compileHeading(heading, heading.level, false);

function* walk(sections: readonly Section[], depth = 1): Generator<{ section: Section; depth: number }> {
  for (const section of sections) {
    yield { section, depth };
    yield* walk(section.sections, depth + 1);
  }
}

/** All sections of a page in document order, each at the level the author gave it. */
export const allSections = (page: Page): { section: Section; depth: number }[] => [...walk(page.sections)];

/** The page's HTML as one text without section elements, headings at the level the author gave them. */
export const flatten = (page: Page): string =>
  [
    blocksHtml(page.preamble),
    titleHtml(page) ?? '',
    blocksHtml(page.lead),
    ...allSections(page).map(({ section }) => sectionHeading(section) + blocksHtml(section.blocks)),
  ].join('');

/** The notes' HTML, in order. */
export const notesHtml = (notes: readonly Footnote[]): string => notes.map((note) => note.html).join('');

/** The page as it was cut: each stretch parsed as HTML on its own. */
export function cutStretches(page: Page): Stretch[] {
  const title = titleHtml(page);
  const sections = allSections(page).map(({ section, depth }) => ({
    depth,
    heading: reparse(sectionHeading(section)),
    html: reparse(blocksHtml(section.blocks)),
  }));
  const lead = reparse(blocksHtml(page.lead));
  if (title === undefined)
    return [{ depth: 0, html: reparse(blocksHtml(page.preamble) + blocksHtml(page.lead)) }, ...sections];
  return [
    { depth: 0, html: reparse(blocksHtml(page.preamble)) },
    { depth: 0, heading: reparse(title), html: lead },
    ...sections,
  ];
}

/**
 * The same page by the definition: `html` parsed whole, its root-level nodes moved into sections at root-level
 * headings. `titled` says that the first heading is the page's title.
 */
export function movedStretches(html: string, titled: boolean): Stretch[] {
  interface Group {
    depth: number;
    heading?: Tree.Element;
    nodes: Tree.ChildNode[];
  }
  const groups: Group[] = [{ depth: 0, nodes: [] }];
  const open: number[] = [];
  for (const node of parseContent(html).childNodes) {
    if (!('tagName' in node) || !HEADING.test(node.tagName)) {
      groups.at(-1)!.nodes.push(node);
      continue;
    }
    const level = Number(node.tagName.slice(1));
    if (titled && groups.length === 1) {
      groups.push({ depth: 0, heading: node, nodes: [] });
      continue;
    }
    while (open.length > 0 && open.at(-1)! >= level) open.pop();
    open.push(level);
    groups.push({ depth: open.length, heading: node, nodes: [] });
  }
  return groups.map(({ depth, heading, nodes }) => ({
    depth,
    ...(heading ? { heading: serializeNodes([heading]) } : {}),
    html: serializeNodes(nodes),
  }));
}

const withoutId = (tag: string): string => tag.replace(/ id="[^"]*"/, '');

/** A root-level heading without what the cutter may leave out of it: attributes, and white space at its ends. */
const bareHeading = (html: string): string =>
  html.replace(/^<(h\d)[^>]*>\s*/, '<$1>').replace(/\s*(?=<\/h\d>$)/, '');

/**
 * Stretches without what is the cutter's own work and changes no tree: ids, the level that headings inside elements
 * render at, and line ends below a heading.
 */
export const bare = (stretches: readonly Stretch[]): Stretch[] =>
  stretches.map(({ depth, heading: own, html }) => ({
    depth,
    ...(own === undefined ? {} : { heading: bareHeading(own) }),
    html: html
      .replace(/^\n+/, '')
      .replace(/<h[1-6][^>]*>/g, withoutId)
      .replace(/(<\/?h)[1-6]/g, '$1'),
  }));

const serializeNodes = (childNodes: Tree.ChildNode[]): string =>
  serialize({ nodeName: '#document-fragment', childNodes });

/** Whether the title is a heading of the text, and its place is known. */
export const isHeadingTitle = ({ title }: Page): boolean => title?.id !== undefined && !title.inContent;

/** The page's text as it was cut; a title that no heading of the text is stands apart from it. */
export function textStretches(page: Page): Stretch[] {
  const { title, ...untitled } = page;
  return cutStretches(title && isHeadingTitle(page) ? page : untitled);
}

/** Each part parsed as HTML on its own, in its element. */
export const partTree = (parts: readonly Part[]): string =>
  parts
    .map(({ tag, attributes, html, parts: below }) => {
      const element = reparse(`<${tag}${formatAttributes(attributes)}></${tag}>`);
      const endTag = `</${tag}>`;
      return element.slice(0, -endTag.length) + reparse(html) + partTree(below) + endTag;
    })
    .join('');

/** Whether the page's title is a heading of its text, and not front matter or a heading inside an element. */
export const isTitled = (page: Page): boolean => page.title !== undefined && !page.title.inContent;

/** Elements in document order, those inside `template` left out, as they are inert. */
export function* elements(node: Tree.ParentNode): Generator<Tree.Element> {
  for (const child of node.childNodes)
    if ('tagName' in child) {
      yield child;
      yield* elements(child);
    }
}

export const attribute = (element: Tree.Element, name: string): string | undefined =>
  element.attrs.find((candidate) => candidate.name === name)?.value;

const INLINE = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i img input ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** The text of a tree with white space collapsed; what is no inline element stands apart from its neighbours. */
export function visibleText(
  root: Tree.ParentNode,
  skip: (element: Tree.Element) => boolean = () => false,
): string {
  const pieces: string[] = [];
  const add = (node: Tree.ParentNode) => {
    for (const child of node.childNodes) {
      if ('value' in child) pieces.push(child.value);
      else if ('tagName' in child && !skip(child)) {
        const gap = INLINE.has(child.tagName) ? '' : ' ';
        pieces.push(gap);
        add(child);
        pieces.push(gap);
      }
    }
  };
  add(root);
  return pieces
    .join('')
    .replace(/[ \t\n\f\r]+/g, ' ')
    .trim();
}

/** The text of an element as it stands. */
export const textOf = (node: Tree.ParentNode): string =>
  node.childNodes
    .map((child) => ('value' in child ? child.value : 'tagName' in child ? textOf(child) : ''))
    .join('');
