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
    const { headingLevel } = this.#host;
    const isFixed = headingLevel !== 'auto';
    const context = isFixed ? headingLevel : placeLevel(this.#host);
    const levelNow = (): HeadingLevel => (this.#isVacant && !isFixed ? clampLevel(context - 1) : context);
    const level = levelNow();
    const rendered = await render(level);
    if (!rendered) return rendered;
    const { title, sections } = rendered.page;
    this.#isVacant = title === undefined && sections.length > 0;
    const fitting = levelNow();
    return fitting === level ? rendered : render(fitting);
  }
}

/** Levels that were found in the same round of microtasks, before anything else can have changed. */
const known = new Map<Element, HeadingLevel>();

/** As many sections as come at once do not all look through those before them. */
function placeLevel(host: Element): HeadingLevel {
  if (known.size === 0) queueMicrotask(() => known.clear());
  const level = contextLevel(host, known);
  known.set(host, level);
  return level;
}
