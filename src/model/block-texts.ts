import { BLOCKS, type BlockData, type DataBlock } from './blocks.js';
import type { Address, OptionalSchema, RichText, Schema } from './schema.js';

/** What becomes of the texts of a block that are more than plain. */
export interface TextVisitor {
  /** Asked about Markdown, in the order in which it stands in the block. */
  markdown(value: unknown): unknown;
  url(value: unknown, use: 'link' | 'image'): unknown;
}

/** A value with each of its Markdown texts and URLs replaced; fields in the order of the description. */
function mapTexts(schema: Schema | OptionalSchema, value: unknown, visit: TextVisitor): unknown {
  switch (schema.type) {
    case 'optional':
      return mapTexts(schema.schema, value, visit);
    case 'text':
      if (schema.format === 'markdown') return visit.markdown(value);
      return schema.format === 'plain' ? value : visit.url(value, schema.format);
    case 'list':
      return (value as readonly unknown[]).map((item) => mapTexts(schema.item, item, visit));
    case 'record': {
      const source = value as Readonly<Record<string, unknown>>;
      const entries = Object.entries(schema.fields as Readonly<Record<string, Schema | OptionalSchema>>)
        .filter(([key]) => source[key] !== undefined)
        .map(([key, field]) => [key, mapTexts(field, source[key], visit)]);
      return Object.fromEntries(entries);
    }
    default:
      return value;
  }
}

const withKind = (kind: string, fields: unknown): Record<string, unknown> => ({
  kind,
  ...(fields as object),
});

/** A block's Markdown, in the order in which {@link compileTexts} asks for it. */
export function markdownOf(block: BlockData): string[] {
  const texts: string[] = [];
  mapTexts(BLOCKS[block.kind], block, {
    markdown: (value) => texts.push(value as string),
    url: () => undefined,
  });
  return texts;
}

/** A block as the model holds it. */
export const compileTexts = (
  block: BlockData,
  compile: { markdown(text: string): RichText; url(url: string, use: 'link' | 'image'): Address },
): DataBlock =>
  withKind(
    block.kind,
    mapTexts(BLOCKS[block.kind], block, {
      markdown: (value) => compile.markdown(value as string),
      url: (value, use) => compile.url(value as string, use),
    }),
  ) as unknown as DataBlock;

/** A block as people write it. */
export const blockData = (block: DataBlock): BlockData =>
  withKind(
    block.kind,
    mapTexts(BLOCKS[block.kind], block, {
      markdown: (value) => (value as RichText).markdown,
      url: (value) => (value as Address).url,
    }),
  ) as unknown as BlockData;
