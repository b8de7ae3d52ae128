import { contextLevel } from '../dom/heading-level.js';
import { clampLevel } from '../model/outline.js';
import type { HeadingLevel } from '../model/page.js';
import type { Rendered } from '../pipeline/rendered.js';
import type { SourceHost } from './source-controller.js';

/**
 * The level of a page's title. One that is left to the place of the page is one below the heading it comes under.
 * A text without a title, as sites have it that print the title themselves, has nothing at that level: its sections
 * begin there, because readers who go from heading to heading would look for the one that is missing (WCAG 2.2, G141).
 */
export class TitleLevel {
  readonly #host: SourceHost;
  /** Whether the latest text has sections and no title. */
  #isVacant = false;

  constructor(host: SourceHost) {
    this.#host = host;
  }

  /** Renders a text; once more where it has a title and the one before had none, or the other way round. */
  async fit<Result extends Rendered | undefined>(
    render: (headingLevel: HeadingLevel) => Promise<Result>,
  ): Promise<Result> {
    const level = this.#level();
    const rendered = await render(level);
    if (!rendered) return rendered;
    const { title, sections } = rendered.page;
    this.#isVacant = title === undefined && sections.length > 0;
    const fitting = this.#level();
    return fitting === level ? rendered : render(fitting);
  }

  #level(): HeadingLevel {
    const { headingLevel } = this.#host;
    if (headingLevel !== 'auto') return headingLevel;
    const level = contextLevel(this.#host);
    return this.#isVacant ? clampLevel(level - 1) : level;
  }
}
