import { html, nothing, type TemplateResult } from 'lit/html.js';
import { drawerOf, unwatchDrawers, watchDrawers } from '../dom/drawings.js';
import { optional } from '../dom/optional.js';
import { wordsAround } from '../dom/words.js';
import { findLine } from '../model/find-line.js';
import type { Labels } from '../model/labels.js';
import { undrawn } from '../model/undrawn.js';
import type { DocCode } from './doc-code.js';
import type { SourceElement } from './source-element.js';

/** What a drawing is made from. */
interface Sketch {
  readonly text: string;
  readonly language: string;
  readonly isDark: boolean;
}

interface Drawing {
  readonly element: Element;
  /** Whether the code stays in reach under it. */
  readonly keepsSource: boolean;
}

/** The drawing of a code that says what to draw; nothing where nobody has registered what draws its language. */
export class CodeDrawing {
  readonly #host: DocCode;
  readonly #words: () => Labels;
  /** What is drawn, or on its way. */
  #sketch: Sketch | undefined;
  #drawing: Drawing | undefined;
  /** What is drawn is not slotted: a change of its text is known in no other way. */
  readonly #changes = new MutationObserver(() => this.update());
  readonly #sizes = new ResizeObserver(() => this.#measure());
  #box: Element | null = null;
  #isNear = false;
  #isWide = false;

  constructor(host: DocCode, words: () => Labels) {
    this.#host = host;
    this.#words = words;
  }

  get isShown(): boolean {
    return this.#drawing !== undefined;
  }

  /** Draws while the code is near, also by what is registered later. */
  setNear(isNear: boolean): void {
    this.#isNear = isNear;
    if (isNear) watchDrawers(this.update);
    else {
      unwatchDrawers(this.update);
      this.#changes.disconnect();
    }
  }

  /** Draws the code where it has changed, or the colour scheme has. */
  readonly update = (): void => {
    const code = this.#host.querySelector('code');
    const language = code ? languageOf(code) : '';
    const load = drawerOf(language);
    if (!code || !load) {
      this.#sketch = undefined;
      this.#show(undefined);
      return;
    }
    this.#changes.observe(this.#host, { childList: true, characterData: true, subtree: true });
    const probe = this.#find('.scheme');
    if (!probe) {
      // With it the element tells that it was rendered.
      this.#host.requestUpdate();
      return;
    }
    const isDark = getComputedStyle(probe).color === 'rgb(255, 255, 255)';
    const sketch = { text: code.textContent, language, isDark };
    const last = this.#sketch;
    // A formula has the colour of the text around it.
    const isRepainted = sketch.isDark !== last?.isDark && this.#drawing?.keepsSource !== false;
    if (sketch.text !== last?.text || language !== last.language || isRepainted)
      void this.#draw(sketch, load);
  };

  async #draw(sketch: Sketch, load: NonNullable<ReturnType<typeof drawerOf>>): Promise<void> {
    this.#sketch = sketch;
    try {
      const [drawer, words] = await Promise.all([load(), wordsAround(this.#host)]);
      const element = await drawer.draw(sketch.text, {
        isBlock: this.#host.querySelector('pre, .math-display') !== null,
        isDark: sketch.isDark,
        name: words.diagram,
      });
      if (this.#sketch === sketch) this.#show({ element, keepsSource: drawer.keepsSource });
    } catch (error) {
      if (this.#sketch !== sketch) return;
      this.#show(undefined);
      this.#tell(sketch, error);
    }
  }

  /** A page that is rendered anew forgets what it was told: it is told again as long as the code is the same. */
  #tell(sketch: Sketch, error: unknown): void {
    const host = this.#host;
    const page = host.closest<SourceElement>('doc-page') ?? host.closest<SourceElement>('doc-section');
    if (!page) return;
    const retell = (): void => {
      const isSame = this.#sketch === sketch && host.querySelector('code')?.textContent === sketch.text;
      if (isSame && page.contains(host)) void optional(tell(page, host, sketch, error));
      else page.removeEventListener('doc-render', retell);
    };
    page.addEventListener('doc-render', retell);
    retell();
  }

  #show(drawing: Drawing | undefined): void {
    if (drawing === this.#drawing) return;
    this.#drawing = drawing;
    this.#host.requestUpdate();
  }

  render(): TemplateResult {
    if (!this.#drawing) return html`${this.#probe()}<slot></slot>`;
    const { element, keepsSource } = this.#drawing;
    const rendered = html`<span
      part="rendered"
      class=${this.#sketch?.isDark ? 'rendered is-dark' : 'rendered'}
      tabindex=${this.#isWide ? 0 : nothing}
      >${element}</span
    >`;
    if (!keepsSource) return html`${this.#probe()}${rendered}`;
    return html`${this.#probe()}${rendered}
      <details part="source">
        <summary>${this.#words().diagramSource}</summary>
        <slot></slot>
      </details>`;
  }

  /** An element nobody sees, whose colour is that of the scheme; that it changes is known by its transition. */
  #probe(): TemplateResult | typeof nothing {
    const code = this.#host.querySelector('code');
    return code && drawerOf(languageOf(code))
      ? html`<span class="scheme" @transitionend=${this.update}></span>`
      : nothing;
  }

  updated(): void {
    if (this.#isNear) this.update();
    this.#watchSize(this.#find('.rendered'));
    this.#measure();
  }

  /** Its own size changes with the page, that of what is in it when fonts have come. */
  #watchSize(box: Element | null): void {
    if (box === this.#box) return;
    this.#sizes.disconnect();
    this.#box = box;
    for (const element of box ? [box, ...box.children] : []) this.#sizes.observe(element);
  }

  /** What is too wide for its place is scrolled by keyboard as well. */
  #measure(): void {
    const box = this.#box;
    const isWide = box !== null && box.clientWidth > 0 && box.scrollWidth > box.clientWidth + 1;
    if (isWide === this.#isWide) return;
    this.#isWide = isWide;
    this.#host.requestUpdate();
  }

  #find(selector: string): Element | null {
    return this.#host.renderRoot.querySelector(selector);
  }
}

/** What the class of a code says about its language; empty where it says nothing. */
export const languageOf = (code: Element): string =>
  /(?:^|\s)lang(?:uage)?-([\w#+.-]+)/.exec(code.getAttribute('class') ?? '')?.[1] ?? '';

/** Tells the page what could not be drawn, and where in its source that is. */
async function tell(
  page: SourceElement,
  host: Element,
  { text, language }: Sketch,
  error: unknown,
): Promise<void> {
  const reason = (error instanceof Error ? error.message : String(error)).trim().replace(/\s+/g, ' ');
  // Page data have paths for places, and no lines.
  const source = page.page?.file && (await page.toMarkdown());
  const same = [...page.querySelectorAll('doc-code code')].filter((code) => code.textContent === text);
  const before = same.findIndex((code) => host.contains(code));
  const line = source && findLine(source, text, Math.max(before, 0));
  if (!page.contains(host)) return;
  page.report(undrawn(language, text, reason, line ? { line } : undefined));
}
