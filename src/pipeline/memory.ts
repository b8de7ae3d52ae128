import { PartMemory } from '../html/part-memory.js';
import { Memory } from '../source/markdown/memory.js';

/** What is known of a page that changes: how it was read, and what it was compiled to. */
export class PageMemory extends Memory {
  readonly compiled = new PartMemory();
}
