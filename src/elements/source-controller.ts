import type { ReactiveController, ReactiveElement } from '@lit/reactive-element';
import { ask } from '../dom/ask.js';
import { once } from '../model/once.js';
import type { HeadingLevel, Page } from '../model/page.js';
import type { Problem } from '../model/problem.js';
import type { Shape } from '../pipeline/rendered.js';
import { DocErrorEvent, DocProblemEvent, DocRenderEvent } from './events.js';
import type { NoPageError } from './no-page-error.js';
import type { OptionProperties } from './page-options.js';
import type { SourceRenderer } from './source-renderer.js';
import { hasSource, type SourceProperties } from './source.js';
import { ensureStyleSheets } from './style-sheets.js';

/** What an element shows: nothing yet, a source on its way, its content, or why there is none. */
export type Phase = 'idle' | 'loading' | 'ready' | 'error';

/** The element whose light DOM is the content. */
export interface SourceHost extends ReactiveElement, SourceProperties, OptionProperties {
  readonly base: string;
  readonly headingLevel: HeadingLevel | 'auto';
  readonly trusted: boolean;
  /** Milliseconds; `null` for the loader's own. */
  readonly timeout: number | null;
  /** Bytes; `null` for the loader's own. */
  readonly maxBytes: number | null;
  /** Whether a source is a page here, or the content of a section. */
  readonly shape: Shape;
  /** Whether it stands in a page that looks after it. */
  readonly isPart: boolean;
  /** Adds a problem to those of the source. */
  report(problem: Problem): void;
  /** Gives authored children what rendered ones have; `first` when it is about what the document came with. */
  enhance(first: boolean): Promise<void> | undefined;
  /** The content has changed. */
  contentChanged(first: boolean): Promise<void> | undefined;
}

/** What becomes of a source, as the element shows it. */
export interface SourceState {
  page: Page | undefined;
  problems: readonly Problem[];
  enter(phase: Phase): void;
  arrive(first: boolean, phase?: Phase): Promise<void>;
}

/**
 * Keeps an element's state in step with its source. There are two ways to the content: children that are there are
 * **adopted**, with what this file imports; a source is **rendered**, by a chunk that holds all it takes and that a
 * page without a source never loads. What only the second way needs belongs into {@link SourceRenderer}.
 * The newest request wins: one that is overtaken stops where it is.
 */
export class SourceController implements ReactiveController, SourceState {
  phase: Phase = 'idle';
  /** Whether what is shown came from an earlier source, because the latest failed. */
  stale = false;
  error: Error | undefined;
  page: Page | undefined;
  problems: readonly Problem[] = [];
  /** Resolves when the latest request has come to its end, whatever that is. */
  settled: Promise<void> = Promise.resolve();

  #running: AbortController | undefined;
  /** Why the latest source failed, among the problems. */
  #failures: readonly Problem[] = [];
  #renderer: SourceRenderer | undefined;
  readonly #host: SourceHost;
  readonly #internals: ElementInternals;

  constructor(host: SourceHost, internals: ElementInternals) {
    this.#host = host;
    this.#internals = internals;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#host.hasUpdated && this.phase !== 'ready') this.request();
  }

  /** A request on its way is given up; connecting the element again starts it anew. */
  hostDisconnected(): void {
    if (this.#running === undefined) return;
    this.#running.abort();
    this.#running = undefined;
    this.enter('idle');
  }

  /** Renders the source as it is now. With `reload` its text is loaded again. */
  request(reload = false): void {
    this.#running?.abort();
    this.#renderer?.begin(reload);
    if (this.standBy()) {
      this.#running = undefined;
      return;
    }
    const run = new AbortController();
    this.#running = run;
    this.settled = this.#run(run.signal).finally(() => {
      // What listens or waits for the sake of this request ends with it.
      run.abort();
      if (this.#running === run) this.#running = undefined;
    });
  }

  /** Adds a problem that shows only in use; once, however often it is met. */
  report(problem: Problem): void {
    if (this.problems.some(({ message }) => message === problem.message)) return;
    this.problems = [...this.problems, problem];
    this.#host.dispatchEvent(new DocProblemEvent([problem]));
  }

  /**
   * The sections of a page, of which there may be thousands, have nothing to do but to be there. Gives whether the
   * host is one of them; before it is parsed nobody knows.
   */
  standBy(isParsed = this.#host.ownerDocument.readyState !== 'loading'): boolean {
    const host = this.#host;
    const standsBy =
      isParsed && host.isPart && (this.phase === 'idle' || this.phase === 'ready') && !hasSource(host);
    if (standsBy) {
      this.phase = 'ready';
      this.#internals.states.add('ready');
    }
    return standsBy;
  }

  /** Whoever waits here while a newer request begins is stopped by `throwIfAborted`. */
  async #run(signal: AbortSignal): Promise<void> {
    try {
      if (this.#host.ownerDocument.readyState === 'loading') {
        const { childrenParsed } = await import('../dom/children-parsed.js');
        await childrenParsed(this.#host);
        signal.throwIfAborted();
        if (this.standBy(true)) return;
      }
      await (hasSource(this.#host) ? this.#render(signal) : this.#adopt(signal));
    } catch (error) {
      if (!signal.aborted) this.#fail(error instanceof Error ? error : new Error(String(error)), signal);
    }
  }

  async #adopt(signal: AbortSignal): Promise<void> {
    const host = this.#host;
    const first = this.phase !== 'ready';
    // Children are no source that could have failed.
    this.problems = this.problems.filter((problem) => !this.#failures.includes(problem));
    await ensureStyleSheets(host);
    signal.throwIfAborted();
    await host.enhance(first);
    signal.throwIfAborted();
    await this.arrive(first);
    if (first) host.dispatchEvent(new DocRenderEvent(undefined));
  }

  async #render(signal: AbortSignal): Promise<void> {
    const host = this.#host;
    const isLocal = host.data != null || host.markdown != null || !host.src;
    // A text that is here already takes no time that anybody could be told of.
    if (this.phase !== 'ready' || !isLocal) this.enter('loading');
    if (!this.#renderer) {
      if (!isLocal) ask(host.src, signal);
      this.#renderer = await createRenderer(host, this);
    }
    signal.throwIfAborted();
    await this.#renderer.render(signal);
  }

  /** Content is there: all of it, or what has come of it in another `phase`. */
  async arrive(first: boolean, phase: Phase = 'ready'): Promise<void> {
    this.error = undefined;
    this.enter(phase, false);
    await this.#host.contentChanged(first);
  }

  #fail(error: Error & Partial<Pick<NoPageError, 'problems'>>, signal: AbortSignal): void {
    const status = 'status' in error && typeof error.status === 'number' ? error.status : undefined;
    this.#failures = error.problems ?? [{ code: 'load-failed', severity: 'error', message: error.message }];
    this.problems = this.#failures;
    const show = this.#host.dispatchEvent(new DocErrorEvent(error, status));
    // Who was told may have tried again.
    if (signal.aborted) return;
    this.error = show ? error : undefined;
    this.enter('error', this.#renderer?.filled === true);
    this.#host.dispatchEvent(new DocProblemEvent(this.problems));
  }

  /**
   * Goes into a phase. States that do not change are left alone: to set one again makes browsers look through the whole
   * page for what it changes. They are not asked what they hold, which WebKitGTK forgets when memory is collected.
   */
  enter(phase: Phase, stale = this.stale): void {
    const { states } = this.#internals;
    if (phase !== this.phase) {
      states.delete(this.phase);
      if (phase !== 'idle') states.add(phase);
    }
    if (stale !== this.stale) {
      if (stale) states.add('stale');
      else states.delete('stale');
    }
    this.phase = phase;
    this.stale = stale;
    this.#host.requestUpdate();
  }
}

let Renderer: typeof SourceRenderer | undefined;
const loadRenderer = once(() => import('./source-renderer.js'));

/** What renders and its compiler travel at the same time. To import again what is here takes browsers a task each time. */
async function createRenderer(host: SourceHost, state: SourceState): Promise<SourceRenderer> {
  if (!Renderer && host.data == null) {
    // Its own failure shows when it is awaited.
    void import('../pipeline/markdown.js').catch(() => undefined);
    if (host.markdown != null) void import('../pipeline/memory.js').catch(() => undefined);
  }
  ({ SourceRenderer: Renderer } = await loadRenderer());
  return new Renderer(host, state);
}
