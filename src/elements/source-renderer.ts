import { removeFallback } from '../dom/fallback.js';
import { contextLevel } from '../dom/heading-level.js';
import { adoptLanguage, contextLanguage, showLanguage } from '../dom/language.js';
import { loadText, type LoadedText } from '../dom/load.js';
import { resolveBase } from '../dom/location.js';
import { optional } from '../dom/optional.js';
import { adoptParts, appendParts, partsOf } from '../dom/parts.js';
import { sinkReady } from '../dom/sink.js';
import { StreamedText, type TextStream } from '../dom/streamed-text.js';
import { PAGE_CLASS } from '../model/names.js';
import type { PageMemory } from '../pipeline/memory.js';
import type { PipelineOptions, Rendered } from '../pipeline/rendered.js';
import { DocLoadEvent, DocProblemEvent, DocRenderEvent } from './events.js';
import type { SourceHost, SourceState } from './source-controller.js';
import type { Source } from './source.js';
import { Mentions } from './mentions.js';
import { ensureStyleSheets } from './style-sheets.js';

/** Text from a URL, remembered so that a change of options needs no second request. */
interface Loaded extends LoadedText {
  readonly src: string;
}

/** What is no number above zero leaves the limit to the loader. */
const isLimit = (value: number | null): value is number => value !== null && value > 0;

/** Takes an element's source to its light DOM: loads it, compiles it, patches the content. */
export class SourceRenderer {
  /** Whether the content is of a source, be it an earlier one. */
  filled = false;

  #loaded: Loaded | undefined;
  #streamed: { readonly stream: TextStream; readonly text: StreamedText } | undefined;
  #patch: typeof appendParts | undefined;
  /** What the compiler knows of the text before. */
  #memory: PageMemory | undefined;
  readonly #mentions = new Mentions();
  readonly #host: SourceHost;
  readonly #state: SourceState;

  constructor(host: SourceHost, state: SourceState) {
    this.#host = host;
    this.#state = state;
  }

  /** The text is to be loaded again. */
  forget(): void {
    this.#loaded = undefined;
  }

  /** Renders a source, and tells whoever listens. */
  async render(source: Exclude<Source, { kind: 'children' }>, signal: AbortSignal): Promise<void> {
    const rendered = await this.#read(source, signal);
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

  /** Loads and compiles a source; `undefined` where the host wants its text not to be rendered. */
  async #read(
    source: Exclude<Source, { kind: 'children' }>,
    signal: AbortSignal,
  ): Promise<Rendered | undefined> {
    const host = this.#host;
    const ready = Promise.all([host.trusted ? undefined : sinkReady(), ensureStyleSheets(host, () => false)]);
    // Awaited below; what fails before must not leave its rejection unhandled.
    ready.catch(() => undefined);
    if (source.kind === 'stream') {
      await ready;
      return this.#follow(source.stream, signal);
    }
    this.#streamed?.text.cancel();
    this.#streamed = undefined;
    if (source.kind !== 'url') {
      const rendered = await this.#compileLocal(source);
      await Promise.all([ready, ensureStyleSheets(host, this.#mentions.in(rendered.parts))]);
      return rendered;
    }
    const loaded = await this.#load(source.url, signal);
    signal.throwIfAborted();
    if (!host.dispatchEvent(new DocLoadEvent(loaded.text, loaded.url))) return undefined;
    const rendered = await this.#compile(loaded.kind, loaded.text, loaded.url);
    await Promise.all([ready, ensureStyleSheets(host, this.#mentions.in(rendered.parts))]);
    return { ...rendered, problems: [...loaded.problems, ...rendered.problems] };
  }

  /** Brings the content up to date; what has not changed is left alone. */
  async #show({ page, parts, allowed, problems }: Rendered, signal: AbortSignal): Promise<void> {
    const host = this.#host;
    const first = !this.filled;
    if (first && adoptParts(host) > 0) adoptLanguage(host);
    // Where nothing stands yet, nothing is compared, and what does that is not loaded.
    const show = partsOf(host).length === 0 ? appendParts : await this.#patcher();
    signal.throwIfAborted();
    showLanguage(host, page);
    if (host.shape === 'page' && !host.classList.contains(PAGE_CLASS)) host.classList.add(PAGE_CLASS);
    show(host, parts, { trusted: host.trusted || (allowed ?? false) });
    if (first) removeFallback(host);
    this.filled = true;
    this.#state.page = page;
    this.#state.problems = problems;
    await this.#state.finish(first);
  }

  /** Kept, because a stream asks for it with each piece. */
  async #patcher(): Promise<typeof appendParts> {
    this.#patch ??= (await import('../dom/patch-parts.js')).patchParts;
    return this.#patch;
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
  async #follow(stream: TextStream, signal: AbortSignal): Promise<Rendered> {
    if (this.#streamed?.stream !== stream) {
      this.#streamed?.text.cancel();
      this.#streamed = { stream, text: new StreamedText(stream) };
    }
    const streamed = this.#streamed.text;
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(new DOMException('Overtaken', 'AbortError')));
    });
    aborted.catch(() => undefined);
    for (;;) {
      const { text, done } = streamed;
      const rendered = await this.#compileText(text, !done);
      await ensureStyleSheets(this.#host, this.#mentions.in(rendered.parts));
      signal.throwIfAborted();
      if (done) return rendered;
      if (text !== '') await this.#show(rendered, signal);
      await Promise.race([streamed.more(), aborted]);
    }
  }

  async #compileText(text: string, isGrowing: boolean): Promise<Rendered> {
    const [{ renderGrowing, renderMarkdown }, memory] = await Promise.all([
      import('../pipeline/markdown.js'),
      optional(import('../pipeline/memory.js')),
    ]);
    this.#memory ??= memory && new memory.PageMemory();
    const render = isGrowing ? renderGrowing : renderMarkdown;
    return render(text, this.#options(undefined), this.#host.shape, this.#memory);
  }

  /** Compiles a source that is in the page already. */
  async #compileLocal(source: Exclude<Source, { kind: 'children' | 'url' | 'stream' }>): Promise<Rendered> {
    if (source.kind === 'data') {
      const { renderData } = await import('../pipeline/data.js');
      return renderData(source.data, this.#options(undefined), this.#host.shape);
    }
    if (source.kind === 'markdown-script') {
      const { renderScript } = await import('../pipeline/markdown.js');
      return renderScript(source.text, this.#options(undefined), this.#host.shape);
    }
    if (source.kind === 'markdown') return this.#compileText(source.text, source.isGrowing);
    return this.#compile('json', source.text, undefined);
  }

  /** Compiles text, which came from `url` if from anywhere. */
  async #compile(kind: 'json' | 'markdown', text: string, url: string | undefined): Promise<Rendered> {
    const { shape } = this.#host;
    if (kind === 'json') {
      const { renderData } = await import('../pipeline/data.js');
      return renderData(text, this.#options(url), shape);
    }
    const { renderMarkdown } = await import('../pipeline/markdown.js');
    return renderMarkdown(text, this.#options(url), shape);
  }

  #options(url: string | undefined): PipelineOptions {
    const host = this.#host;
    const { options, headingLevel } = host;
    const lang = contextLanguage(host);
    const base =
      host.base || options.repo === undefined ? resolveBase(host.base, url, host.ownerDocument) : undefined;
    return {
      ...options,
      ...(base === undefined ? {} : { base }),
      ...(lang === undefined ? {} : { lang }),
      headingLevel: headingLevel === 'auto' ? contextLevel(host) : headingLevel,
      forSanitizer: !host.trusted,
    };
  }
}
