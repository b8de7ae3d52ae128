import type { Block, Heading, HeadingLevel, Page, Section } from './page.js';

/** A heading as a table of contents needs it. */
export interface OutlineEntry {
  readonly id: string;
  readonly text: string;
  /** The level it renders at. */
  readonly level: HeadingLevel;
}

/** An outline entry with the entries below it. */
export interface OutlineNode extends OutlineEntry {
  readonly children: readonly OutlineNode[];
}

/** A table of contents is of use from this many headings on. */
export const TOC_MIN_ENTRIES = 2;

/** `level` as HTML knows it: between 1 and 6. */
export const clampLevel = (level: number): HeadingLevel => Math.min(6, Math.max(1, level)) as HeadingLevel;

/**
 * The level a section's heading renders at: as far below the title as the author put it below level 1,
 * and always deeper than its parent, so that a page with several `h1` still has one title.
 */
export const renderedLevel = (level: HeadingLevel, titleLevel: HeadingLevel, parent: number): HeadingLevel =>
  clampLevel(Math.max(parent + 1, level + titleLevel - 1));

/** All headings of a page in document order, at the level they render at; the title is not among them. */
export function outline(page: Pick<Page, 'lead' | 'sections'>, titleLevel: HeadingLevel = 1): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  const add = (heading: Heading, level: HeadingLevel) => {
    entries.push({ id: heading.id, text: heading.text, level });
  };
  const addBlocks = (blocks: readonly Block[]) => {
    for (const block of blocks)
      for (const heading of block.kind === 'prose' ? block.headings : [])
        add(heading, renderedLevel(heading.level, titleLevel, titleLevel));
  };
  const addSections = (sections: readonly Section[], parent: number) => {
    for (const section of sections) {
      const level = renderedLevel(section.heading.level, titleLevel, parent);
      add(section.heading, level);
      addBlocks(section.blocks);
      addSections(section.sections, level);
    }
  };
  addBlocks(page.lead);
  addSections(page.sections, titleLevel);
  return entries;
}

/** Nests flat entries by level. A skipped level is no level: an `h4` under an `h2` is its child. */
export function nestOutline(entries: readonly OutlineEntry[]): OutlineNode[] {
  interface Node extends OutlineEntry {
    children: Node[];
  }
  const roots: Node[] = [];
  const open: Node[] = [];
  for (const entry of entries) {
    const { id, text, level } = entry;
    const node: Node = { id, text, level, children: [] };
    while (open.length > 0 && (open[open.length - 1]?.level ?? 0) >= entry.level) open.pop();
    (open[open.length - 1]?.children ?? roots).push(node);
    open.push(node);
  }
  return roots;
}
