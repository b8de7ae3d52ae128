import type { ReactiveController, ReactiveElement } from 'lit';
import { childrenParsed } from '../dom/children-parsed.js';
import { removeFallback } from '../dom/fallback.js';
import { adoptLanguage, showLanguage } from '../dom/language.js';
import { loadText, type LoadedText } from '../dom/load.js';
import { adoptParts, patchParts } from '../dom/parts.js';
import { sinkReady } from '../dom/sink.js';
import type { PageOptions } from '../model/options.js';
import type { Page } from '../model/page.js';
import type { Problem } from '../model/problem.js';
import type { Rendered, Shape } from '../pipeline/rendered.js';
import { DocErrorEvent, DocLoadEvent, DocProblemEvent, DocRenderEvent } from './events.js';
import { findSource, type Source, type SourceProperties } from './source.js';
import { ensureStyleSheets } from './style-sheets.js';

/** What an element shows: nothing yet, a source on its way, its content, or why there is none. */
export type Phase = 'idle' | 'loading' | 'ready' | 'error';

/** The element whose light DOM is the content. */
export interface SourceHost extends ReactiveElement, SourceProperties {
  readonly trusted: boolean;
  /** Milliseconds; `null` for the loader's own. */
  readonly timeout: number | null;
  /** Bytes; `null` for the loader's own. */
  readonly maxBytes: number | null;
  /** Options for a source; `base` is where its text came from. */
  pageOptions(base: string | undefined): PageOptions;
  /** Whether a source is a page here, or the content of a section. */
  readonly shape: Shape;
  /** Gives authored children what rendered ones have. */
  enhance(): void;
  /** The content has changed. */
  contentChanged(first: boolean): void;
}

/** Text from a URL, remembered so that a change of options needs no second request. */
interface Loaded extends LoadedText {
  readonly src: string;
}

/**
 * Takes an element's source to its light DOM: finds it, loads it, compiles it and patches the content, and
 * keeps the element's state in step. The newest request wins: one that is overtaken stops where it is.
 */
export class SourceController implements ReactiveController {
  phase: Phase = 'idle';
  /** Whether what is shown came from an earlier source, because the latest failed. */
  stale = false;
  error: Error | undefined;
  page: Page | undefined;
  problems: readonly Problem[] = [];
  /** Resolves when the latest request has come to its end, whatever that is. */
  settled: Promise<void> = Promise.resolve();

  #running: AbortController | undefined;
  #loaded: Loaded | undefined;
  #filled = false;
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
    this.#setPhase('idle');
  }

  /** Renders the source as it is now. With `reload` its text is loaded again. */
  request(reload = false): void {
    this.#running?.abort();
    const run = new AbortController();
    this.#running = run;
    if (reload) this.#loaded = undefined;
    this.settled = this.#run(run.signal).finally(() => {
      if (this.#running === run) this.#running = undefined;
    });
  }

  /** Whoever waits here while a newer request begins is stopped by `throwIfAborted`. */
  async #run(signal: AbortSignal): Promise<void> {
    try {
      await childrenParsed(this.#host);
      signal.throwIfAborted();
      const source = findSource(this.#host);
      if (source.kind === 'children') {
        await ensureStyleSheets(this.#host);
        signal.throwIfAborted();
        this.#adoptChildren();
        return;
      }
      this.#setPhase('loading');
      const rendered = await this.#render(source, signal);
      signal.throwIfAborted();
      if (rendered) this.#show(rendered);
    } catch (error) {
      if (!signal.aborted) this.#fail(error instanceof Error ? error : new Error(String(error)));
    }
  }

  async #render(
    source: Exclude<Source, { kind: 'children' }>,
    signal: AbortSignal,
  ): Promise<Rendered | undefined> {
    const host = this.#host;
    const ready = Promise.all([host.trusted ? undefined : sinkReady(), ensureStyleSheets(host, [])]);
    // Awaited below; what fails before must not leave its rejection unhandled.
    ready.catch(() => undefined);
    if (source.kind !== 'url') {
      const rendered = await renderLocal(source, host);
      await Promise.all([ready, ensureStyleSheets(host, rendered.parts)]);
      return rendered;
    }
    const loaded = await this.#load(source.url, signal);
    signal.throwIfAborted();
    if (!host.dispatchEvent(new DocLoadEvent(loaded.text, loaded.url))) {
      this.#setPhase(this.#filled ? 'ready' : 'idle');
      return undefined;
    }
    const rendered = await renderText(loaded.kind, loaded.text, host, loaded.url);
    await Promise.all([ready, ensureStyleSheets(host, rendered.parts)]);
    return { ...rendered, problems: [...loaded.problems, ...rendered.problems] };
  }

  async #load(src: string, signal: AbortSignal): Promise<Loaded> {
    if (this.#loaded?.src === src) return this.#loaded;
    // The compiler travels while the text does; its own failure shows when it is awaited.
    void import('../pipeline/markdown.js').catch(() => undefined);
    const { timeout, maxBytes } = this.#host;
    this.#loaded = {
      ...(await loadText(src, {
        signal,
        ...(timeout ? { timeout } : {}),
        ...(maxBytes ? { maxBytes } : {}),
      })),
      src,
    };
    return this.#loaded;
  }

  #show({ page, parts, problems }: Rendered): void {
    const host = this.#host;
    const first = !this.#filled;
    if (first && adoptParts(host) > 0) adoptLanguage(host);
    showLanguage(host, page);
    patchParts(host, parts, { trusted: host.trusted });
    if (first) removeFallback(host);
    this.#filled = true;
    this.page = page;
    this.problems = problems;
    this.#finish(first);
    host.dispatchEvent(new DocRenderEvent(page));
    if (problems.length > 0) host.dispatchEvent(new DocProblemEvent(problems));
  }

  #adoptChildren(): void {
    const first = this.phase !== 'ready';
    this.#host.enhance();
    this.#finish(first);
    if (first) this.#host.dispatchEvent(new DocRenderEvent(undefined));
  }

  #finish(first: boolean): void {
    this.error = undefined;
    this.stale = false;
    this.#setPhase('ready');
    this.#host.contentChanged(first);
  }

  #fail(error: Error): void {
    const status = 'status' in error && typeof error.status === 'number' ? error.status : undefined;
    this.problems = [{ code: 'load-failed', severity: 'error', message: error.message }];
    this.stale = this.#filled;
    const show = this.#host.dispatchEvent(new DocErrorEvent(error, status));
    this.error = show ? error : undefined;
    this.#setPhase('error');
    this.#host.dispatchEvent(new DocProblemEvent(this.problems));
  }

  #setPhase(phase: Phase): void {
    this.phase = phase;
    const { states } = this.#internals;
    for (const name of ['loading', 'ready', 'error'] as const)
      if (name === phase) states.add(name);
      else states.delete(name);
    if (this.stale) states.add('stale');
    else states.delete('stale');
    this.#host.requestUpdate();
  }
}

/** Compiles a source that is in the page already. */
async function renderLocal(
  source: Exclude<Source, { kind: 'children' | 'url' }>,
  host: SourceHost,
): Promise<Rendered> {
  if (source.kind === 'data') {
    const { renderData } = await import('../pipeline/data.js');
    return renderData(source.data, host.pageOptions(undefined), host.shape);
  }
  if (source.kind === 'markdown-script') {
    const { renderScript } = await import('../pipeline/markdown.js');
    return renderScript(source.text, host.pageOptions(undefined), host.shape);
  }
  return renderText(source.kind === 'json-script' ? 'json' : 'markdown', source.text, host, undefined);
}

/** Compiles text, which came from `url` if from anywhere. */
async function renderText(
  kind: 'json' | 'markdown',
  text: string,
  host: SourceHost,
  url: string | undefined,
): Promise<Rendered> {
  const options = host.pageOptions(url);
  if (kind === 'json') {
    const { renderData } = await import('../pipeline/data.js');
    return renderData(text, options, host.shape);
  }
  const { renderMarkdown } = await import('../pipeline/markdown.js');
  return renderMarkdown(text, options, host.shape);
}
