import { REPOSITORY } from '../../model/blocks/repos.js';
import { BLOCKS, isBlockKind, type BlockKind } from '../../model/blocks.js';
import { BLOCK_CLASS, ITEM_CLASS } from '../../model/names.js';
import type { OptionalSchema, RecordSchema, Schema, TextSchema } from '../../model/schema.js';
import { attributeOf, classesOf, isElement, textOf, type HtmlNode } from './nodes.js';

/** Writes the Markdown of what stands in an element. */
export type WriteContent = (nodes: readonly HtmlNode[]) => string;

/*
 * In a block `doc-` and the name of a field mark what holds its value, and `doc-item` each item of a list and each
 * object in one.
 */

/** The data of a block of this kind, as they stand in its HTML; nothing is validated. */
export const readBlock = (kind: BlockKind, node: HtmlNode, write: WriteContent): Record<string, unknown> => ({
  kind,
  ...readRecord(BLOCKS[kind], node, write),
});

/** The kind of the block that an element is. */
export function kindOf(node: HtmlNode): BlockKind | undefined {
  const classes = classesOf(node);
  if (!classes.includes(BLOCK_CLASS)) return undefined;
  const prefix = `${BLOCK_CLASS}-`;
  return classes
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length))
    .find(isBlockKind);
}

function readRecord(schema: RecordSchema, node: HtmlNode, write: WriteContent): Record<string, unknown> {
  const data = (schema as unknown) === REPOSITORY ? readRepository(node) : undefined;
  if (data) return data;
  const result: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(schema.fields)) {
    const own = key === 'id' ? attributeOf(node, 'id') : undefined;
    const holder = own === undefined ? findField(node, key) : undefined;
    const value = own ?? (holder && readField(field, holder, write));
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

function readField(schema: Schema | OptionalSchema, node: HtmlNode, write: WriteContent): unknown {
  switch (schema.type) {
    case 'optional':
      return readField(schema.schema, node, write);
    case 'text':
      return readText(schema, node, write);
    case 'number':
      return Number(attributeOf(node, 'value') ?? textOf(node));
    case 'boolean':
      return (attributeOf(node, 'value') ?? textOf(node)) === 'true';
    case 'list':
      return itemsIn(node).map((item) =>
        schema.item.type === 'record'
          ? readRecord(schema.item, item, write)
          : readField(schema.item, item, write),
      );
    case 'record':
      return readRecord(schema, node, write);
  }
}

function readText(
  { format }: TextSchema<string, unknown>,
  node: HtmlNode,
  write: WriteContent,
): string | undefined {
  if (format === 'markdown') return write([...node.childNodes]);
  if (format === 'link') return attributeOf(node, 'href') ?? attributeOf(node, 'value');
  if (format === 'image') return attributeOf(node, 'src') ?? attributeOf(node, 'value');
  return attributeOf(node, 'datetime') ?? attributeOf(node, 'value') ?? textOf(node);
}

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
