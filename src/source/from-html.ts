import { REPOSITORY } from '../model/blocks/repos.js';
import { BLOCKS, isBlockKind, type BlockKind } from '../model/blocks.js';
import { BLOCK_CLASS, CHROME_ATTRIBUTE, ITEM_CLASS } from '../model/names.js';
import type { PageData } from '../model/page-data.js';
import type { Problem } from '../model/problem.js';
import type { OptionalSchema, RecordSchema, Schema, TextSchema } from '../model/schema.js';
import { attributeOf, isElement, parseNodes, textOf, type HtmlNode } from './html/nodes.js';
import { contentToMarkdown } from './html/to-markdown.js';
import { readPageData } from './page-data.js';

export type { HtmlNode } from './html/nodes.js';

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
    if (kind) found.push({ kind, ...readRecord(BLOCKS[kind], node) });
    else for (const child of node.childNodes) visit(child);
  };
  for (const node of nodes) visit(node);
  const { data, problems } = readPageData({ blocks: found });
  return { blocks: data.blocks ?? [], problems };
}

const classesOf = (node: HtmlNode): string[] => (attributeOf(node, 'class') ?? '').split(/\s+/);

function kindOf(node: HtmlNode): BlockKind | undefined {
  const classes = classesOf(node);
  if (!classes.includes(BLOCK_CLASS)) return undefined;
  const prefix = `${BLOCK_CLASS}-`;
  return classes
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length))
    .find(isBlockKind);
}

function readRecord(schema: RecordSchema, node: HtmlNode): Record<string, unknown> {
  const data = (schema as unknown) === REPOSITORY ? readRepository(node) : undefined;
  if (data) return data;
  const result: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(schema.fields)) {
    const own = key === 'id' ? attributeOf(node, 'id') : undefined;
    const holder = own === undefined ? findField(node, key) : undefined;
    const value = own ?? (holder && readField(field, holder));
    if (value !== undefined) result[key] = value;
  }
  return result;
}

/** A repository's card shows its facts in words; the data stand beside it, or there is but a link. */
function readRepository(node: HtmlNode): Record<string, unknown> | undefined {
  const facts = findField(node, 'repository');
  if (facts) {
    try {
      return JSON.parse(attributeOf(facts, 'value') ?? '') as Record<string, unknown>;
    } catch {
      return {};
    }
  }
  const card = find(
    node,
    (each) => each.localName === 'repo-link' && attributeOf(each, 'variant') === 'card',
  );
  if (!card) return undefined;
  const link = find(card, ({ localName }) => localName === 'a');
  const url = (link && attributeOf(link, 'href')) ?? attributeOf(card, 'repo') ?? attributeOf(card, 'href');
  return url === undefined ? {} : { url };
}

/** What holds a field of a record; not what holds one of a record inside it. */
const findField = (record: HtmlNode, key: string): HtmlNode | undefined => {
  const name = `doc-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return find(
    record,
    (node) => classesOf(node).includes(name),
    (node) => classesOf(node).includes(ITEM_CLASS),
  );
};

/** The first element below a node; none inside those that are closed to the search. */
function find(
  node: HtmlNode,
  test: (element: HtmlNode) => boolean,
  isClosed: (element: HtmlNode) => boolean = () => false,
): HtmlNode | undefined {
  for (const child of node.childNodes) {
    if (!isElement(child)) continue;
    if (test(child)) return child;
    const found = isClosed(child) ? undefined : find(child, test, isClosed);
    if (found) return found;
  }
  return undefined;
}

function readField(schema: Schema | OptionalSchema, node: HtmlNode): unknown {
  switch (schema.type) {
    case 'optional':
      return readField(schema.schema, node);
    case 'text':
      return readText(schema, node);
    case 'number':
      return Number(attributeOf(node, 'value') ?? textOf(node));
    case 'boolean':
      return (attributeOf(node, 'value') ?? textOf(node)) === 'true';
    case 'list':
      return itemsIn(node).map((item) =>
        schema.item.type === 'record' ? readRecord(schema.item, item) : readField(schema.item, item),
      );
    case 'record':
      return readRecord(schema, node);
  }
}

function readText({ format }: TextSchema<string, unknown>, node: HtmlNode): string | undefined {
  if (format === 'markdown') return contentToMarkdown(withoutChrome(node));
  if (format === 'link') return attributeOf(node, 'href') ?? attributeOf(node, 'value');
  if (format === 'image') return attributeOf(node, 'src') ?? attributeOf(node, 'value');
  return attributeOf(node, 'datetime') ?? attributeOf(node, 'value') ?? textOf(node);
}

const withoutChrome = (node: HtmlNode): HtmlNode[] =>
  [...node.childNodes].filter((child) => attributeOf(child, CHROME_ATTRIBUTE) === undefined);

/** The items of a list, however deep in it they stand. */
function itemsIn(node: HtmlNode): HtmlNode[] {
  const items: HtmlNode[] = [];
  for (const child of node.childNodes) {
    if (!isElement(child)) continue;
    if (classesOf(child).includes(ITEM_CLASS)) items.push(child);
    else items.push(...itemsIn(child));
  }
  return items;
}
