import { blockFence } from '../../model/block-fence.js';
import type { PageOptions } from '../../model/options.js';
import { clampLevel } from '../../model/outline.js';
import type { Problem } from '../../model/problem.js';
import { readPageData } from '../page-data.js';
import { authoredNodes, type HeadingPlace } from './authored.js';
import { CheckedWriter } from './checked-markdown.js';
import { headingsIn, ownHeadingIds } from './heading-ids.js';
import { htmlText, inOneLine } from './html-text.js';
import { attributeOf, isElement, namesOf, textOf, type HtmlNode } from './nodes.js';
import { readPageItems, type PageItem } from './page-items.js';
import { readBlock } from './read-blocks.js';
import { headingToMarkdown, prefix } from './to-markdown.js';

type HeadingItem = Extract<PageItem, { kind: 'heading' }>;

/** The Markdown of a page, and what could not be read of its blocks of data. */
export interface WrittenPage {
  readonly markdown: string;
  readonly problems: readonly Problem[];
}

/**
 * The Markdown of which a page's HTML comes: `root` is the element around it, a `doc-page`, a `doc-section` or any other.
 * What stands there by the library's own doing is left out.
 */
export function pageToMarkdown(root: HtmlNode, options: PageOptions): WrittenPage {
  const writer = new PageWriter(root, options);
  return { markdown: writer.write(), problems: writer.problems };
}

class PageWriter {
  readonly problems: Problem[] = [];
  readonly #root: HtmlNode;
  readonly #items: readonly PageItem[];
  readonly #notes: readonly HtmlNode[];
  readonly #title: HeadingItem | undefined;
  readonly #writer: CheckedWriter;
  readonly #place: HeadingPlace;
  readonly #titleLevel: number;
  /** The levels of the sections that are open, by how many `doc-section`s they stand in. */
  readonly #open: number[] = [];
  #pieces: string[] = [];
  #content: HtmlNode[] = [];

  constructor(root: HtmlNode, options: PageOptions) {
    const { items, notes } = readPageItems(root.childNodes);
    this.#root = root;
    this.#items = items;
    this.#notes = notes;
    this.#title = findTitle(items, root.localName === 'doc-section');
    this.#writer = new CheckedWriter(options);
    const inHeader = items.flatMap((item) => (item.kind === 'content' && item.inHeader ? [item.node] : []));
    const [titleInContent] = headingsIn(inHeader);
    const title = this.#title?.node ?? titleInContent;
    this.#titleLevel = title
      ? levelOf(title)
      : Number(attributeOf(root, 'heading-level') ?? '') || (options.headingLevel ?? 1);
    const ids = ownHeadingIds(headingsIn(root.childNodes), options.slugs);
    this.#place = {
      levelOf: (level) => clampLevel(level - this.#titleLevel + 1),
      ownId: (heading) => ids.get(heading),
    };
  }

  write(): string {
    const frontMatter = this.#frontMatter();
    for (const item of this.#items) {
      if (item.kind === 'content') this.#content.push(item.node);
      else {
        this.#endContent();
        if (item.kind === 'block') this.#writeBlock(item);
        else if (item !== this.#title) this.#writeHeading(item);
        else if (!isFromFrontMatter(item)) this.#writeTitle(item);
      }
    }
    this.#endContent();
    for (const note of this.#notes) this.#writeNote(note);
    const body = this.#pieces.join('\n\n');
    if (frontMatter === '' && body.startsWith('---')) return `***${body.slice(3)}\n`;
    return [frontMatter, body === '' ? '' : `${body}\n`].filter((piece) => piece !== '').join('\n');
  }

  #frontMatter(): string {
    const title =
      this.#title && isFromFrontMatter(this.#title) ? collapse(textOf(this.#title.node)) : undefined;
    const entries = Object.entries({
      title,
      lang: attributeOf(this.#root, 'lang'),
      dir: attributeOf(this.#root, 'dir'),
    }).filter(([, value]) => value !== undefined && value !== '');
    const lines = entries.map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
    return lines.length === 0 ? '' : `---\n${lines.join('')}---\n`;
  }

  #endContent(): void {
    const nodes = authoredNodes(this.#content, this.#place);
    this.#content = [];
    const text = this.#writer.content(nodes);
    if (text !== '') this.#pieces.push(text);
  }

  #writeTitle({ node }: HeadingItem): void {
    this.#pieces.push(this.#heading(node, 1));
  }

  #writeHeading({ node, depth, isOwn }: HeadingItem): void {
    const around = this.#open[isOwn ? depth - 1 : depth] ?? 1;
    const level = clampLevel(Math.max(this.#place.levelOf(levelOf(node)), around + 1, 2));
    if (isOwn) this.#open[depth] = level;
    this.#pieces.push(this.#heading(node, level));
  }

  /** A heading by its signs; with its tag where it has attributes of its own. */
  #heading(node: HtmlNode, level: number): string {
    const [heading] = authoredNodes([node], { ...this.#place, levelOf: () => level });
    if (!heading) return '';
    if (namesOf(heading).length > 0) return inOneLine(htmlText(heading));
    return this.#writer.heading(heading, headingToMarkdown(heading));
  }

  /** A block as data; as it stands there, where the data are not those of a block. */
  #writeBlock({ node, block }: Extract<PageItem, { kind: 'block' }>): void {
    const data = readBlock(block, node, (nodes) => this.#writer.content(authoredNodes(nodes, this.#place)));
    const reading = readPageData({ blocks: [data] });
    const [read] = reading.data.blocks ?? [];
    this.problems.push(...reading.problems);
    if (read && read.kind !== 'prose') this.#pieces.push(blockFence(read).trimEnd());
    else {
      this.#content = [node];
      this.#endContent();
    }
  }

  #writeNote(note: HtmlNode): void {
    const [, number = ''] = /^fn-(.+)$/.exec(attributeOf(note, 'id') ?? '') ?? [];
    const content = this.#writer.content(authoredNodes(note.childNodes, this.#place));
    if (number !== '') this.#pieces.push(prefix(content, `[^${number}]: `, '    '));
  }
}

const levelOf = ({ localName = '' }: HtmlNode): number => Number(localName.charAt(1));

const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The title that front matter gave has no id, unlike any other; an author's own stands there without a header. */
const isFromFrontMatter = ({ node, inHeader }: HeadingItem): boolean =>
  inHeader &&
  attributeOf(node, 'slot') === undefined &&
  attributeOf(node, 'id') === undefined &&
  [...node.childNodes].every(({ nodeType }) => nodeType === 3);

/** The title: the heading in the header, or the first where it stands above all others. */
function findTitle(items: readonly PageItem[], isSection: boolean): HeadingItem | undefined {
  const headings = items.filter((item) => item.kind === 'heading');
  const inHeader = headings.find((item) => item.inHeader);
  if (inHeader) return inHeader;
  const hasHeader = items.some((item) => item.kind === 'content' && item.inHeader && isElement(item.node));
  const [first, ...others] = headings;
  if (!first || hasHeader || first.depth > 0) return undefined;
  const level = levelOf(first.node);
  if (isSection || level === 1) return first;
  return others.length > 0 && others.every(({ node }) => levelOf(node) > level) ? first : undefined;
}
