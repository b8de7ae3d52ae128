import type { Problem } from '../model/problem.js';

/**
 * Data are here, but are none of a page: there is nothing to show, and the problems say why. What stood in the element
 * before stays, as it does where a source cannot be loaded.
 */
export class NoPageError extends Error {
  override readonly name = 'NoPageError';
  readonly problems: readonly Problem[];

  /** `url` is where the data were loaded from. There is at least one problem. */
  constructor(problems: readonly Problem[], url: string | undefined) {
    const message = problems[0]?.message ?? '';
    super(url === undefined ? message : `${url}: ${message}`);
    this.problems = problems;
  }
}
