import type { PageOptions } from '../model/options.js';
import type { Json } from '../model/page.js';
import type { Problem } from '../model/problem.js';
import { createBlockMaker, textsOfBlock } from './block-maker.js';
import type { BlockMaker, Compiler } from './markdown/compiler.js';
import { readPageData } from './page-data.js';

/**
 * The blocks that the front matter of a file holds; they stand behind its text. They are written back with the front
 * matter, so they have no Markdown of their own.
 */
export function readFrontMatterBlocks(
  blocks: readonly Json[],
  compiler: Compiler,
  options: PageOptions,
  problems: Problem[],
): BlockMaker[] {
  const { data, problems: found } = readPageData({ blocks }, Object.keys(options.blocks ?? {}));
  problems.push(...found);
  return (data.blocks ?? []).flatMap((block, index): BlockMaker[] => {
    const path = `blocks[${index}]`;
    if (block.kind === 'prose') {
      const message = 'Text in front matter is not shown: write it below the front matter.';
      problems.push({ code: 'data-unknown-kind', severity: 'error', message, place: { path } });
      return [];
    }
    const make = createBlockMaker(block, compiler.addTexts(textsOfBlock(block)), { path });
    return [(...context) => ({ ...make(...context), markdown: '' })];
  });
}
