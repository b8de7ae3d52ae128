import { clampLevel, renderedLevel } from '../model/outline.js';
import type { AnyBlockData, SectionData } from '../model/page-data.js';
import type { HeadingLevel, Section } from '../model/page.js';
import { createBlockMaker } from './block-maker.js';
import { blockTexts } from './data-texts.js';
import { joinPath } from './json.js';
import type { BodyPart, Compiler, IdentifiedContent } from './markdown/compiler.js';
import type { Body } from './markdown/sections.js';

/** Takes the texts from the compiler in the order of `textsOf`. */
export class DataBuilder {
  readonly #compiler: Compiler;
  readonly #titleLevel: HeadingLevel;
  #next: number;

  /** The first of the texts has the index `first`. */
  constructor(compiler: Compiler, titleLevel: HeadingLevel, first = 0) {
    this.#next = first;
    this.#compiler = compiler;
    this.#titleLevel = titleLevel;
  }

  heading(path: string, id?: string): IdentifiedContent {
    return this.#compiler.heading(this.#next++, id, path);
  }

  body(blocks: readonly AnyBlockData[] = [], parent: HeadingLevel, path: string): Body {
    const parts: BodyPart[] = [{ text: this.#next++, path: joinPath(path, 'body') }];
    for (const [index, block] of blocks.entries()) {
      const blockPath = `${joinPath(path, 'blocks')}[${index}]`;
      parts.push(
        block.kind === 'prose'
          ? { text: this.#next, path: `${blockPath}.body` }
          : createBlockMaker(block, this.#next, { path: blockPath }),
      );
      this.#next += blockTexts(block).length;
    }
    return this.#compiler.body(parts, {
      parent,
      isTitle: () => false,
      titleInContent: false,
    });
  }

  sections(sections: readonly SectionData[], depth: number, parent: HeadingLevel, path: string): Section[] {
    return sections.map((section, index) =>
      this.#section(section, clampLevel(depth), parent, `${path}[${index}]`),
    );
  }

  #section(data: SectionData, level: HeadingLevel, parent: HeadingLevel, path: string): Section {
    const heading = { ...this.heading(`${path}.heading`, data.id), level };
    const rendered = renderedLevel(level, this.#titleLevel, parent);
    const body = this.body(data.blocks, rendered, path);
    return {
      given: { heading: data.heading, ...(data.id === undefined ? {} : { id: data.id }) },
      heading,
      blocks: body.lead,
      sections: [
        ...body.sections,
        ...this.sections(data.sections ?? [], level + 1, rendered, `${path}.sections`),
      ],
    };
  }
}
