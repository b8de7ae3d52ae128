import { Arrival, sizeOfParts } from '../dom/arrival.js';
import { findExact, isTop, plainClickOn } from '../dom/fragment-target.js';
import { hasContent } from '../dom/has-content.js';
import { optional } from '../dom/optional.js';
import { partsOf, type PatchOptions } from '../dom/parts.js';
import { patchParts } from '../dom/patch-parts.js';
import { BrowserRest } from '../dom/rest.js';
import type { Part } from '../model/part.js';
import type { Pace } from '../model/turns.js';
import type { PageMemory } from '../pipeline/memory.js';
import type { PipelineOptions, Rendered } from '../pipeline/rendered.js';
import type { SourceHost } from './source-controller.js';
import type { Mentions } from './mentions.js';
import { ensureStyleSheets } from './style-sheets.js';
import type { TitleLevel } from './title-level.js';

/** Parts that are looked through before others may have their turn. */
const STEP = 64;

/** A text, as a source holds it or as it was loaded. */
interface Text {
  readonly kind: string;
  readonly text: string;
  /** Where the text is a property: whether more will be added to it. */
  readonly isGrowing?: boolean;
}

/** `undefined` where a text is rendered at once, however long it is. */
export const longText = (
  source: Text,
  ...others: [host: SourceHost, mentions: Mentions, signal: AbortSignal]
): LongText | undefined =>
  source.kind.startsWith('markdown') && source.isGrowing !== true
    ? new LongText(source, ...others)
    : undefined;

/**
 * What only a long text needs, which is rendered in turns. Who prints, or follows a link to what has not come yet, does not
 * wait for them: what is read is there at once, and so is the rest where nothing is to be loaded for it, unless it is a
 * script that calls `print()`.
 */
export class LongText {
  /** What is known of a text that may change. */
  memory: PageMemory | undefined;
  readonly #source: Text;
  readonly #rest: BrowserRest;
  readonly #host: SourceHost;
  readonly #mentions: Mentions;
  readonly #signal: AbortSignal;
  /** Characters of HTML that are shown already. */
  #shown = 0;
  /** What is on its way into the document. */
  #arrival: Arrival | undefined;
  #hasFollowed = false;

  /** The end of the request, however it ends, is told by `signal`. */
  constructor(source: Text, host: SourceHost, mentions: Mentions, signal: AbortSignal) {
    this.#source = source;
    this.#host = host;
    this.#mentions = mentions;
    this.#signal = signal;
    this.#rest = new BrowserRest(signal);
    window.addEventListener('beforeprint', this.#hurry, { signal });
    host.addEventListener('click', this.#lead, { signal, capture: true });
  }

  /**
   * Compiles a text, and has what it begins with shown before all of it is read. Nothing is loaded once that is there: it
   * would come too late for a page that is printed.
   */
  async render(
    options: PipelineOptions,
    level: TitleLevel,
    ready: Promise<unknown>,
    show: (beginning: Rendered) => Promise<void>,
  ): Promise<Rendered> {
    const { kind, text, isGrowing } = this.#source;
    const [{ renderMarkdown, renderScript }, memory] = await Promise.all([
      import('../pipeline/markdown.js'),
      isGrowing === undefined ? undefined : optional(import('../pipeline/memory.js')),
    ]);
    await this.#showBeginning(options, level, ready, show);
    this.memory = memory && new memory.PageMemory();
    const pace: Pace = (work) => this.#rest.inTurns(work);
    const render = kind === 'markdown-script' ? renderScript : renderMarkdown;
    const rendered = await level.fit((headingLevel) =>
      render(text, { ...options, headingLevel, pace }, this.#host.shape, this.memory),
    );
    await Promise.all([ready, this.#styled(rendered.parts)]);
    return rendered;
  }

  /** Brings all of the content into the document: the first of it at once, and the rest as well where others have been there. */
  readonly bring = async (root: Element, parts: readonly Part[], options: PatchOptions): Promise<void> => {
    if (this.#shown === 0 && partsOf(root).length > 0) {
      patchParts(root, parts, options);
      return;
    }
    this.#arrival = new Arrival(root, parts, {
      ...options,
      rest: this.#rest,
      shown: this.#shown,
      onMore: () => this.#follow(),
    });
    await this.#arrival.inTurns();
    this.#arrival = undefined;
  };

  /** Shows nothing where there is something to read already. Resolves when what is shown is painted. */
  async #showBeginning(
    options: PipelineOptions,
    level: TitleLevel,
    ready: Promise<unknown>,
    show: (beginning: Rendered) => Promise<void>,
  ): Promise<void> {
    const host = this.#host;
    const { kind, text } = this.#source;
    if (hasContent(host)) return;
    const chunk = await optional(import('../pipeline/beginning.js'));
    const beginning = await level.fit(async (headingLevel) =>
      chunk?.renderBeginning(text, { ...options, headingLevel }, host.shape, kind === 'markdown-script'),
    );
    if (!beginning) return;
    this.#shown = sizeOfParts(beginning.parts);
    await Promise.all([ready, ensureStyleSheets(host, this.#mentions.in(beginning.parts))]);
    this.#signal.throwIfAborted();
    await show(beginning);
    this.#follow();
    await this.#rest.next(true);
  }

  /** Resolves when the style sheets of all parts are there; what is printed is not kept back for them. */
  async #styled(parts: readonly Part[]): Promise<void> {
    for (let at = 0; at < parts.length; at += STEP) {
      const sheets = ensureStyleSheets(this.#host, this.#mentions.in(parts.slice(at, at + STEP)));
      if (!this.#rest.isHurried) await sheets;
      await this.#rest.next();
    }
  }

  readonly #hurry = (): void => {
    this.#rest.hurry();
    this.#arrival?.finish();
  };

  /** Goes where the address leads as soon as that has come. */
  #follow(): void {
    const { hash } = location;
    if (this.#hasFollowed || isTop(hash) || !findExact(this.#host, hash)) return;
    this.#hasFollowed = true;
    void this.#host.contentChanged(true);
  }

  /** A link to what has not come yet is followed when all has. */
  readonly #lead = (event: Event): void => {
    const link = plainClickOn(event);
    const isThere = (hash: string): boolean => isTop(hash) || findExact(this.#host, hash) !== undefined;
    const hash = link?.getAttribute('href') ?? '';
    if (!link || isThere(hash)) return;
    this.#hurry();
    if (isThere(hash)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const again = (): void => link.click();
    void this.#host.updateComplete.then(again, again);
  };
}
