import type { Page } from '../model/page.js';
import type { Part } from '../model/part.js';
import type { Problem } from '../model/problem.js';

/** What a pipeline makes of a source. */
export interface Rendered {
  readonly page: Page;
  readonly parts: readonly Part[];
  /** In the order of the source; empty where nothing is wrong. */
  readonly problems: readonly Problem[];
}
