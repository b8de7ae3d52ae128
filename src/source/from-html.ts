import type { PageOptions } from '../model/options.js';
import type { PageData } from '../model/page-data.js';
import type { Problem } from '../model/problem.js';
import { ALONE, authoredNodes } from './html/authored.js';
import { isElement, makeElement, parseNodes, type HtmlNode } from './html/nodes.js';
import { pageToMarkdown } from './html/page-to-markdown.js';
import { kindOf, readBlock } from './html/read-blocks.js';
import { contentToMarkdown } from './html/to-markdown.js';
import { fromMarkdown, type Parsed } from './markdown.js';
import { readPageData } from './page-data.js';

export type { HtmlNode } from './html/nodes.js';
export type { Parsed } from './markdown.js';

/**
 * Makes a page of HTML: of a prerendered one, or of what an author wrote inside a `doc-page`. Markdown is written of
 * it, blocks of data are read as data, and the page is the one that comes of that Markdown: `toMarkdown` gives it, and
 * rendering it gives the same HTML again. Permalinks, the table of contents and all else that carries
 * `data-doc-chrome` is left out, and so is what no page may hold. What HTML does not hold is not in the page: front matter
 * beside title, language and direction, comments, and how the author wrote what can be written in several ways. Never
 * rejects on bad input: see `problems`.
 *
 * @param source HTML, of which the first `doc-page` counts if there is one; or an element of a document.
 * @param options how its Markdown is read; `slugs` and `repoLinks` should be those the HTML was made with.
 */
export async function fromHtml(source: string | HtmlNode, options: PageOptions = {}): Promise<Parsed> {
  const root = typeof source === 'string' ? rootOf(parseNodes(source)) : source;
  const { markdown, problems } = pageToMarkdown(root, options);
  const parsed = await fromMarkdown(markdown, options);
  return { page: parsed.page, problems: [...problems, ...parsed.problems] };
}

/** The element that a text is about. */
function rootOf(nodes: readonly HtmlNode[]): HtmlNode {
  const page = findPage(nodes);
  if (page) return page;
  const [only, ...others] = nodes.filter((node) => isElement(node) || (node.nodeValue ?? '').trim() !== '');
  if (only?.localName === 'doc-section' && others.length === 0) return only;
  return makeElement('div', nodes);
}

function findPage(nodes: Iterable<HtmlNode>): HtmlNode | undefined {
  for (const node of nodes) {
    const found = node.localName === 'doc-page' ? node : findPage(node.childNodes);
    if (found) return found;
  }
  return undefined;
}

/** Blocks that were found, and what is wrong with others. */
export interface BlocksReading {
  readonly blocks: NonNullable<PageData['blocks']>;
  readonly problems: readonly Problem[];
}

/**
 * Reads the blocks of data in HTML, that of a page or one that an author wrote: elements with the classes `doc-block` and
 * `doc-block-` and a kind, in document order. In them `doc-` and the name of a field mark what holds its value, and
 * `doc-item` each item of a list and each object in one. URLs are those the page holds; Markdown is written anew
 * from its HTML, and gives the same HTML again.
 *
 * @param source HTML, or an element of a document.
 */
export function blocksFromHtml(source: string | HtmlNode): BlocksReading {
  const nodes = typeof source === 'string' ? parseNodes(source) : [source];
  const found: unknown[] = [];
  const visit = (node: HtmlNode): void => {
    if (!isElement(node)) return;
    const kind = kindOf(node);
    if (kind) found.push(readBlock(kind, node, writeContent));
    else for (const child of node.childNodes) visit(child);
  };
  for (const node of nodes) visit(node);
  const { data, problems } = readPageData({ blocks: found });
  return { blocks: data.blocks ?? [], problems };
}

const writeContent = (nodes: readonly HtmlNode[]): string => contentToMarkdown(authoredNodes(nodes, ALONE));
