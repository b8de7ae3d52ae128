import { removeFallback } from '../dom/fallback.js';
import { findExact } from '../dom/fragment-target.js';
import { adoptLanguage, contextLanguage, showLanguage } from '../dom/language.js';
import { loadText, type LoadedText } from '../dom/load.js';
import { resolveBase } from '../dom/location.js';
import { optional } from '../dom/optional.js';
import { adoptParts, appendParts, partsOf } from '../dom/parts.js';
import { sinkReady } from '../dom/sink.js';
import type { StreamedText, TextStream } from '../dom/streamed-text.js';
import { PAGE_CLASS } from '../model/names.js';
import { once } from '../model/once.js';
import type { PageMemory } from '../pipeline/memory.js';
import type { PipelineOptions, Rendered } from '../pipeline/rendered.js';
import { DocLoadEvent, DocProblemEvent, DocRenderEvent } from './events.js';
import { findSource } from './find-source.js';
import type { LongText } from './long-text.js';
import { Mentions } from './mentions.js';
import { NoPageError } from './no-page-error.js';
import { optionsOf } from './page-options.js';
import type { SourceHost, SourceState } from './source-controller.js';
import type { Source } from './source.js';
import { ensureStyleSheets } from './style-sheets.js';
import { TitleLevel } from './title-level.js';

/** Text from a URL, remembered so that a change of options needs no second request. */
interface Loaded extends LoadedText {
  readonly src: string;
}

/** A source whose content is here. */
type Local = Exclude<Source, { kind: 'children' | 'url' | 'stream' }> | Loaded;

/** Characters above which a text is shown from its beginning on: to read it all takes longer than readers wait for. */
const LONG = 200_000;

const loadPipeline = once(() => import('../pipeline/markdown.js'));
const loadData = once(() => import('../pipeline/data.js'));
const loadMemory = once(() => import('../pipeline/memory.js'));
const loadPatch = once(() => import('../dom/patch-parts.js'));

/** What is no number above zero leaves the limit to the loader. */
const isLimit = (value: number | null): value is number => value !== null && value > 0;

/** Takes an element's source to its light DOM: loads it, compiles it, patches the content. */
export class SourceRenderer {
  /** Whether the content is of a source, be it an earlier one. */
  filled = false;

  /** Whether the page has gone where the address leads, which it does once. */
  #hasFollowed = false;
  #loaded: Loaded | undefined;
  #streamed: StreamedText | undefined;
  #patch: typeof appendParts | undefined;
  /** The text of the latest request, where it is rendered in turns. */
  #long: LongText | undefined;
  /** What the compiler knows of the text before. */
  #memory: PageMemory | undefined;
  readonly #mentions = new Mentions();
  readonly #titleLevel: TitleLevel;
  readonly #host: SourceHost;
  readonly #state: SourceState;

  constructor(host: SourceHost, state: SourceState) {
    this.#host = host;
    this.#state = state;
    this.#titleLevel = new TitleLevel(host);
  }

  /** A request begins: lets go of what it has no use for. With `reload` a text is loaded again. */
  begin(reload: boolean): void {
    if (reload) this.#loaded = undefined;
    const source = findSource(this.#host);
    if (source.kind === 'stream' && source.stream === this.#streamed?.stream) return;
    this.#streamed?.cancel();
    this.#streamed = undefined;
  }

  /** Renders a source, and tells whoever listens. */
  async render(signal: AbortSignal): Promise<void> {
    const rendered = await this.#read(findSource(this.#host), signal);
    signal.throwIfAborted();
    if (!rendered) {
      this.#state.enter(this.filled ? 'ready' : 'idle');
      return;
    }
    await this.#show(rendered, signal);
    const { page, problems } = rendered;
    this.#host.dispatchEvent(new DocRenderEvent(page));
    if (problems.length > 0) this.#host.dispatchEvent(new DocProblemEvent(problems));
  }

  /** Loads and compiles a source; `undefined` where the host wants its text not to be rendered, or has taken it away. */
  async #read(source: Source, signal: AbortSignal): Promise<Rendered | undefined> {
    if (source.kind === 'children') return undefined;
    const host = this.#host;
    this.#long = undefined;
    const ready = Promise.all([host.trusted ? undefined : sinkReady(), ensureStyleSheets(host, () => false)]);
    // Awaited below; what fails before must not leave its rejection unhandled.
    ready.catch(() => undefined);
    if (source.kind === 'stream') return this.#follow(source.stream, ready, signal);
    if (source.kind !== 'url') return this.#compile(source, ready, signal);
    const loaded = await this.#load(source.url, signal);
    signal.throwIfAborted();
    if (!host.dispatchEvent(new DocLoadEvent(loaded.text, loaded.url))) return undefined;
    const rendered = await this.#compile(loaded, ready, signal);
    return { ...rendered, problems: [...loaded.problems, ...rendered.problems] };
  }

  async #show(rendered: Rendered, signal: AbortSignal, phase?: 'loading'): Promise<void> {
    await this.#bring(rendered, signal);
    this.#state.page = rendered.page;
    this.#state.problems = rendered.problems;
    const isWhole = phase !== 'loading' && !this.#host.isGrowing;
    // What the address names may come later; when all is here, what is like its name is looked for as well.
    const first = !this.#hasFollowed && (isWhole || findExact(this.#host, location.hash) !== undefined);
    this.#hasFollowed ||= first;
    await this.#state.arrive(first, phase);
  }

  /** Brings the content up to date; what has not changed is left alone. A long text comes from its beginning on. */
  async #bring({ page, parts, allowed }: Rendered, signal: AbortSignal): Promise<void> {
    const host = this.#host;
    if (!this.filled && adoptParts(host) > 0) adoptLanguage(host);
    // Where nothing stands yet, nothing is compared, and what does that is not loaded.
    const bring = this.#long?.bring ?? this.#patch ?? (await this.#bringer());
    signal.throwIfAborted();
    showLanguage(host, page);
    if (host.shape === 'page' && !host.classList.contains(PAGE_CLASS)) host.classList.add(PAGE_CLASS);
    const arriving = bring(host, parts, { trusted: host.trusted || (allowed ?? false) });
    if (!this.filled) removeFallback(host);
    this.filled = true;
    await arriving;
  }

  async #bringer(): Promise<typeof appendParts> {
    if (partsOf(this.#host).length === 0) return appendParts;
    return (this.#patch = (await loadPatch()).patchParts);
  }

  async #load(src: string, signal: AbortSignal): Promise<Loaded> {
    if (this.#loaded?.src === src) return this.#loaded;
    const { timeout, maxBytes } = this.#host;
    this.#loaded = {
      ...(await loadText(src, {
        signal,
        ...(isLimit(timeout) ? { timeout } : {}),
        ...(isLimit(maxBytes) ? { maxBytes } : {}),
      })),
      src,
    };
    return this.#loaded;
  }

  /** Shows a stream as it comes. A request that overtakes this one, because an option has changed, goes on where it is. */
  async #follow(stream: TextStream, ready: Promise<unknown>, signal: AbortSignal): Promise<Rendered> {
    if (!this.#streamed?.done) this.#state.enter('loading');
    await ready;
    const { StreamedText } = await import('../dom/streamed-text.js');
    signal.throwIfAborted();
    this.#streamed ??= new StreamedText(stream);
    return this.#streamed.follow(signal, async (text, done) => {
      const rendered = await this.#compileText(text, !done, this.#options(undefined));
      await ensureStyleSheets(this.#host, this.#mentions.in(rendered.parts));
      signal.throwIfAborted();
      if (!done && text !== '') await this.#show(rendered, signal, 'loading');
      return rendered;
    });
  }

  async #compileText(text: string, isGrowing: boolean, options: PipelineOptions): Promise<Rendered> {
    const [{ renderGrowing, renderMarkdown }, memory] = await Promise.all([
      loadPipeline(),
      optional(loadMemory()),
    ]);
    this.#memory ??= memory && new memory.PageMemory();
    const render = isGrowing ? renderGrowing : renderMarkdown;
    return this.#titleLevel.fit((headingLevel) =>
      render(text, { ...options, headingLevel }, this.#host.shape, this.#memory),
    );
  }

  /**
   * Compiles a source that is in the page or has been loaded. Resolves when it can be shown. A long text is rendered in
   * turns where it is the first that is shown, its beginning before all of it is read. What changes later changes at once:
   * a page of two texts is none.
   */
  async #compile(source: Local, ready: Promise<unknown>, signal: AbortSignal): Promise<Rendered> {
    const options = this.#options('url' in source ? source.url : undefined);
    if (!this.filled && 'text' in source && source.text.length > LONG) {
      const chunk = await optional(import('./long-text.js'));
      signal.throwIfAborted();
      const long = chunk?.longText(source, this.#host, this.#mentions, signal);
      const rendered = await long?.render(options, this.#titleLevel, ready, async (beginning) => {
        await this.#bring(beginning, signal);
        await this.#state.arrive(false, 'loading');
      });
      this.#long = long;
      this.#memory = long?.memory;
      if (rendered) return rendered;
    }
    const rendered = await this.#compileAtOnce(source, options);
    await Promise.all([ready, ensureStyleSheets(this.#host, this.#mentions.in(rendered.parts))]);
    return rendered;
  }

  async #compileAtOnce(source: Local, options: PipelineOptions): Promise<Rendered> {
    if ('isGrowing' in source) return this.#compileText(source.text, source.isGrowing, options);
    const { shape } = this.#host;
    const isScript = source.kind === 'markdown-script';
    if (isScript || source.kind === 'markdown') {
      const { renderMarkdown, renderScript } = await loadPipeline();
      const render = isScript ? renderScript : renderMarkdown;
      return this.#titleLevel.fit((headingLevel) => render(source.text, { ...options, headingLevel }, shape));
    }
    const { renderData } = await loadData();
    const data = 'data' in source ? source.data : source.text;
    const rendered = await this.#titleLevel.fit((headingLevel) =>
      renderData(data, { ...options, headingLevel }, shape),
    );
    if (rendered.parts.length === 0 && rendered.problems.length > 0)
      throw new NoPageError(rendered.problems, 'url' in source ? source.url : undefined);
    return rendered;
  }

  #options(url: string | undefined): PipelineOptions {
    const host = this.#host;
    const options = optionsOf(host);
    const lang = contextLanguage(host);
    const base =
      host.base || options.repo === undefined ? resolveBase(host.base, url, host.ownerDocument) : undefined;
    return {
      ...options,
      ...(base === undefined ? {} : { base }),
      ...(lang === undefined ? {} : { lang }),
      forSanitizer: !host.trusted,
    };
  }
}
