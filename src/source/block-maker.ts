import { compileTexts, markdownOf } from '../model/block-texts.js';
import { isBlockKind, type BlockData } from '../model/blocks.js';
import type { AnyBlockData, CustomBlockData, ProseData } from '../model/page-data.js';
import type { Structured } from '../model/page.js';
import type { BlockMaker, BlockPlace } from './markdown/compiler.js';

/** A block that is no prose. */
export type StructuredData = Exclude<AnyBlockData, ProseData>;

const isOwn = (data: StructuredData): data is BlockData => isBlockKind(data.kind);

/** The Markdown in a block of data, which is read with that of the page. */
export const textsOfBlock = (data: StructuredData): string[] => (isOwn(data) ? markdownOf(data) : []);

/** Makes a block of the model out of data. Its Markdown are the texts from the index `first` on. */
export const createBlockMaker =
  (data: StructuredData, first: number, place: BlockPlace): BlockMaker =>
  (compiler, parent) => {
    if (!isOwn(data)) return customBlock(data);
    let index = first;
    return compileTexts(data, {
      markdown: (text) => compiler.richText(index++, text, parent, place),
      url: (url, use) => ({ url, href: compiler.url(url, use) }),
    });
  };

function customBlock({ kind, ...data }: CustomBlockData): Structured {
  return { kind: 'custom', name: kind, data };
}
