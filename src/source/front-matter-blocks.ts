import type { PageOptions } from '../model/options.js';
import type { Json, Section } from '../model/page.js';
import type { Problem } from '../model/problem.js';
import { createBlockMaker, textsOfBlock } from './block-maker.js';
import { DataBuilder } from './data-builder.js';
import { textsOf } from './data-texts.js';
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

/**
 * Makes the sections that the front matter of a file holds; they stand behind those of its text, and are written back with
 * the front matter: a section of a file that was given as data is none of its text.
 */
export function readFrontMatterSections(
  given: readonly Json[],
  compiler: Compiler,
  options: PageOptions,
  problems: Problem[],
): () => Section[] {
  const { data, problems: found } = readPageData({ sections: given }, Object.keys(options.blocks ?? {}));
  problems.push(...found);
  const { sections = [] } = data;
  // The first text is that of the page itself.
  const [, ...texts] = textsOf({ sections }, undefined);
  const titleLevel = options.headingLevel ?? 1;
  const builder = new DataBuilder(compiler, titleLevel, compiler.addTexts(texts.map(({ text }) => text)));
  return () => builder.sections(sections, 2, titleLevel, 'sections');
}
