import { compileAsSection, compilePage } from '../html/page.js';
import type { PageOptions } from '../model/options.js';
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

/** Whether a source becomes a page of its own, or the content of a section in another one. */
export type Shape = 'page' | 'section';

/** Compiles what was parsed into the parts of its shape. */
export function compile(
  { page, problems }: { page: Page; problems: readonly Problem[] },
  options: PageOptions,
  shape: Shape,
): Rendered {
  const parts = shape === 'page' ? compilePage(page, options) : compileAsSection(page, options);
  return { page, parts, problems };
}
