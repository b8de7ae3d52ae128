import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { html as names, parseFragment, serialize } from 'parse5';
import { RootNodes } from '../../../src/source/html/root-nodes.js';
import type { RootPiece } from '../../../src/source/html/root-nodes.js';

const OPTIONS = { scriptingEnabled: false };
const div = parseFragment('<div></div>').childNodes[0] as Tree.Element;

const parse = (html: string): Tree.DocumentFragment => parseFragment(div, html, OPTIONS);

const isParent = (node: Tree.Node): node is Tree.ParentNode & Tree.Node => 'childNodes' in node;

/**
 * Leaves out what makes no difference to a page: comments, and what scripts, styles and templates hold. `plaintext` becomes
 * `pre`, since nothing could be written after it.
 */
function simplify<Node extends Tree.ParentNode>(node: Node): Node {
  node.childNodes =
    'tagName' in node && (node.tagName === 'script' || node.tagName === 'style')
      ? []
      : node.childNodes.filter(({ nodeName }) => nodeName !== '#comment');
  for (const child of node.childNodes) {
    if (child.nodeName === 'plaintext' && 'tagName' in child) child.nodeName = child.tagName = 'pre';
    if (isParent(child)) simplify(child);
    if ('content' in child) (child as Tree.Template).content.childNodes = [];
  }
  return node;
}

/** What the next parser takes a first line feed from. */
const DROP_LINE_FEED = /^(?:pre|listing|textarea)$/;

/** Doubles each line feed that the next parser would drop. */
function doubleLineFeeds(node: Tree.ParentNode): void {
  for (const child of node.childNodes) {
    if (!isParent(child)) continue;
    doubleLineFeeds(child);
    const first = DROP_LINE_FEED.test(child.nodeName) ? child.childNodes[0] : undefined;
    if (first && 'value' in first && first.value.startsWith('\n')) first.value = `\n${first.value}`;
  }
}

/** A tree as HTML that is read as the same tree again. */
export function write(node: Tree.ParentNode): string {
  doubleLineFeeds(node);
  return serialize(node, OPTIONS);
}

/** The tree of the HTML, written as parse5 does. */
export const treeOf = (html: string): string => write(simplify(parse(html)));

const isHeading = (node: Tree.ChildNode): node is Tree.Element =>
  'tagName' in node && node.namespaceURI === names.NS.HTML && /^h[1-6]$/.test(node.tagName);

/** The headings among the root's nodes, each as its name and its content. */
export const rootHeadings = (html: string): string[] =>
  simplify(parse(html))
    .childNodes.filter(isHeading)
    .map((node) => node.tagName + treeOf(write(node)));

/** All headings that are in no other, as the names and texts that a reader of the document meets. */
export function allHeadings(html: string): string[] {
  const found: string[] = [];
  const textOf = (node: Tree.ChildNode): string =>
    'value' in node
      ? node.value
      : isParent(node) && node.nodeName !== 'style'
        ? node.childNodes.map(textOf).join('')
        : '';
  const visit = (node: Tree.ChildNode): void => {
    if (isHeading(node)) found.push(`${node.tagName} ${textOf(node)}`);
    else if (isParent(node)) node.childNodes.forEach(visit);
  };
  simplify(parse(html)).childNodes.forEach(visit);
  return found;
}

/** What there is to read, in no order: where text that has no place in a table goes depends on what is open around it. */
const signsOf = (html: string): string => {
  const textOf = (node: Tree.ChildNode): string =>
    'value' in node ? node.value : isParent(node) ? node.childNodes.map(textOf).join('') : '';
  return [...parse(html).childNodes.map(textOf).join('').replace(/\s/g, '')].sort().join('');
};

const escapeQuotes = (value: string): string => value.replace(/&/g, '&amp;').replace(/"/g, '&quot;');

/** A piece of the root as HTML again. */
export function pieceHtml(piece: RootPiece): string {
  if (piece.kind === 'prose') return piece.html;
  const { level, html, attributes } = piece.heading;
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeQuotes(value)}"`);
  return `<h${level}${written.join('')}>${html}</h${level}>`;
}

export interface Fed {
  readonly pieces: readonly RootPiece[];
  /** All pieces as HTML. */
  readonly html: string;
  /** After how many characters the state was clean. */
  readonly cuts: readonly number[];
  /** Whether a limit of ours was met, where a browser has none. */
  readonly isFlattened: boolean;
}

/** Feeds blocks one by one. */
export function feed(blocks: readonly string[]): Fed {
  const nodes = new RootNodes();
  const cuts: number[] = [];
  let length = 0;
  for (const block of blocks) {
    nodes.feed(block);
    length += block.length;
    if (nodes.clean) cuts.push(length);
  }
  const pieces = nodes.take();
  return { pieces, html: pieces.map(pieceHtml).join(''), cuts, isFlattened: nodes.isFlattened };
}

/** What is wrong with how we parse the blocks, or `undefined`: the whole contract, with parse5 as the judge. */
export function findFault(blocks: readonly string[]): string | undefined {
  const whole = blocks.join('');
  const { pieces, html, cuts, isFlattened } = feed(blocks);
  const tree = treeOf(whole);
  const fault = (what: string, ours: string, theirs: string): string =>
    `${what}\n  of ${JSON.stringify(blocks)}\n  written ${html}\n  ours    ${ours}\n  parse5  ${theirs}`;

  if (isFlattened) {
    // Other elements, but the same text.
    const [ours, theirs] = [signsOf(html), signsOf(tree)];
    return ours === theirs ? undefined : fault('The text', ours, theirs);
  }

  // Some trees (a link in a link, say) cannot be written as HTML at all: parse5 does no better with its own.
  const ours = treeOf(html);
  if (ours !== tree && ours !== treeOf(tree)) return fault('The tree', ours, tree);

  const headings = pieces.flatMap((piece) =>
    piece.kind === 'heading' ? [`h${piece.heading.level}${treeOf(piece.heading.html)}`] : [],
  );
  if (headings.join() !== rootHeadings(whole).join())
    return fault('The headings at the root', headings.join(), rootHeadings(whole).join());

  const all = pieces
    .flatMap((piece) => (piece.kind === 'heading' ? [piece.heading] : piece.headings))
    .map(({ level, text }) => `h${level} ${text}`);
  if (all.join() !== allHeadings(whole).join())
    return fault('All headings', all.join(), allHeadings(whole).join());

  for (const cut of cuts) {
    const apart = treeOf(whole.slice(0, cut)) + treeOf(whole.slice(cut));
    if (apart !== tree) return fault(`The clean state after ${cut} characters`, apart, tree);
  }

  const around = treeOf(`<x-a><x-b>${html}</x-b><p>after</p></x-a>`);
  if (!around.endsWith('</x-b><p>after</p></x-a>')) return fault('What stands after it', around, tree);
  return undefined;
}
