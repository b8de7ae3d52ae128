import type { AnyBlockData, PageData, SectionData } from '../model/page-data.js';
import { textsOfBlock } from './block-maker.js';
import { joinPath } from './json.js';

/** One line of Markdown that is a heading whatever it begins with. */
const headingLine = (heading: string): string => `# ${heading.replace(/\s+/g, ' ')}`;

/** A text of a page, and where in its data it stands. */
export interface TextOfData {
  readonly text: string;
  readonly path: string;
}

/** The texts of a page in the order in which they stand in it: its heading if it has one and body, then those of each section. */
export function textsOf(data: PageData, heading: string | undefined): TextOfData[] {
  const texts: TextOfData[] = heading === undefined ? [] : [{ text: headingLine(heading), path: 'heading' }];
  const addContent = ({ body, blocks = [] }: PageData | SectionData, path: string): void => {
    texts.push({ text: body ?? '', path: joinPath(path, 'body') });
    for (const [index, block] of blocks.entries())
      texts.push(
        ...blockTexts(block).map((text) => ({ text, path: `${joinPath(path, 'blocks')}[${index}]` })),
      );
  };
  const add = (sections: readonly SectionData[], path: string): void => {
    for (const [index, section] of sections.entries()) {
      const place = `${path}[${index}]`;
      texts.push({ text: headingLine(section.heading), path: `${place}.heading` });
      addContent(section, place);
      add(section.sections ?? [], `${place}.sections`);
    }
  };
  addContent(data, '');
  add(data.sections ?? [], 'sections');
  return texts;
}

export const blockTexts = (block: AnyBlockData): string[] =>
  block.kind === 'prose' ? [block.body] : textsOfBlock(block);
