import { adoptStyles } from '@lit/reactive-element';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { copyText } from '../dom/copy.js';
import { numberLines } from '../dom/code/lines.js';
import { canPaint, paintTokens, type Painting } from '../dom/code/paint.js';
import { optional } from '../dom/optional.js';
import { wordsAround } from '../dom/words.js';
import { formatCount } from '../model/format.js';
import type { Labels } from '../model/labels.js';
import { ENGLISH } from '../model/labels/en.js';
import { CodeDrawing, languageOf } from './code-drawing.js';
import { CodeGroup } from './code-group.js';
import { styles } from './code-chrome.styles.js';
import { codeIcon } from './code-icons.js';
import { renderChrome } from './render-chrome.js';
import { ensureStyleSheets } from './style-sheets.js';
import type { DocCode } from './doc-code.js';

/** How long the sign of success is shown, in milliseconds. */
const FEEDBACK = 2000;

/** How long code that goes on changing waits for its colours, in milliseconds: it may grow by every word. */
const REST = 100;

/** What `doc-code` is when it is about to be seen: buttons, numbers, colours. A chunk of its own, loaded by the first. */
export class CodeChrome {
  readonly #host: DocCode;
  readonly #group: CodeGroup | undefined;
  readonly #drawing: CodeDrawing;
  #words: Labels = ENGLISH;
  #isNear = false;
  #painted: { readonly text: string; readonly language: string } | undefined;
  #painting: Painting | undefined;
  /** A text that grows changes inside of its elements, of which no slot tells. */
  readonly #changes = new MutationObserver(() => this.#onChange());
  #rest: ReturnType<typeof setTimeout> | undefined;
  #hasChanged = false;
  #copied: 'yes' | 'no' | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isWide = false;
  #wasFolded = false;

  constructor(host: DocCode) {
    this.#host = host;
    this.#drawing = new CodeDrawing(host, () => this.#words);
    const { renderRoot } = host;
    if (renderRoot instanceof ShadowRoot) adoptStyles(renderRoot, [styles]);
    // Code that stands in no page has nobody else to see to its style sheets.
    ensureStyleSheets(host.parentElement ?? host).catch(() => undefined);
    if (host.querySelector(':scope > doc-code')) this.#group = new CodeGroup(host);
    this.setNear(host.isConnected);
    void optional(this.#learnWords());
  }

  async #learnWords(): Promise<void> {
    this.#words = await wordsAround(this.#host);
    if (this.#words !== ENGLISH) this.#host.requestUpdate();
  }

  get #code(): HTMLElement | null {
    return this.#host.querySelector('code');
  }

  get #pre(): HTMLElement | null {
    return this.#host.querySelector('pre');
  }

  /** Colours are painted while the code is near, so that a long page holds few of them. */
  setNear(isNear: boolean): void {
    this.#isNear = isNear;
    if (this.#group) {
      this.#group.setLive();
      return;
    }
    this.#drawing.setNear(isNear);
    if (isNear) {
      this.#changes.observe(this.#host, { subtree: true, childList: true, characterData: true });
      this.#ready();
    } else {
      this.#changes.disconnect();
      this.#painting?.hide();
    }
  }

  updated(): void {
    if (this.#group) this.#group.updated();
    else if (this.#isNear) this.#number();
    this.#drawing.updated();
  }

  update(): void {
    renderChrome(this.#host, this.#render());
  }

  #render(): TemplateResult {
    if (this.#group) return this.#group.render();
    const content = this.#drawing.render();
    // Space would show inside a line of text.
    if (!this.#pre) return html`<span part="base" dir="ltr">${content}</span>`;
    const { folded } = this.#host;
    this.#wasFolded ||= folded;
    return html`
      <div
        part="base"
        class=${this.#isWide ? 'base is-wide' : 'base'}
        dir="ltr"
        @pointerenter=${this.#measure}
        @focusin=${this.#measure}
        @scroll=${{ handleEvent: this.#onScroll, capture: true }}
      >
        ${content} ${this.#actions()}
        ${this.#wasFolded && !this.#drawing.isShown ? this.#foldButton() : nothing}
      </div>
    `;
  }

  #actions(): TemplateResult {
    const { wrap } = this.#host;
    return html`<div part="actions" class="actions">
        ${
          this.#isWide || wrap
            ? html`<button
                part="button wrap"
                type="button"
                aria-pressed=${wrap ? 'true' : 'false'}
                aria-label=${this.#words.codeWrap}
                title=${this.#words.codeWrap}
                @click=${this.#toggleWrap}
              >
                ${codeIcon('wrap')}
              </button>`
            : nothing
        }
        <button
          part="button copy"
          type="button"
          aria-label=${this.#words.codeCopy}
          title=${this.#words.codeCopy}
          @click=${this.#copy}
        >
          ${codeIcon(this.#copied === 'yes' ? 'done' : 'copy')}
        </button>
      </div>
      <span class="status" role="status">${this.#message()}</span>`;
  }

  #message(): string {
    if (this.#copied === undefined) return '';
    return this.#copied === 'yes' ? this.#words.codeCopied : this.#words.codeNotCopied;
  }

  #foldButton(): TemplateResult {
    const { folded } = this.#host;
    const count = countLines(this.#code?.textContent ?? '');
    const { codeUnfold, codeFold, lang } = this.#words;
    return html`<div class=${folded ? 'fold is-folded' : 'fold'}>
      <button
        part="button fold"
        type="button"
        aria-expanded=${folded ? 'false' : 'true'}
        @click=${this.#toggleFold}
      >
        ${folded ? formatCount(codeUnfold, count, lang) : codeFold}
      </button>
    </div>`;
  }

  #ready(): void {
    this.#number();
    this.#measure();
    this.#drawing.update();
    void this.#paint();
  }

  #number(): void {
    const { numbers } = this.#host;
    const code = this.#code;
    if (code && this.#pre && numbers !== null) numberLines(code, Number.parseInt(numbers, 10) || 1);
  }

  async #paint(): Promise<void> {
    const code = this.#code;
    if (!code || !canPaint()) return;
    const text = code.textContent;
    const language = languageOf(code);
    if (this.#painted?.text === text && this.#painted.language === language) {
      this.#painting?.show();
      return;
    }
    // What grows keeps the colours it has until there are new ones.
    if (this.#painted?.language !== language || !text.startsWith(this.#painted.text)) this.#painting?.hide();
    this.#painted = { text, language };
    if (language === '') return;
    try {
      const { tokenize } = await import('../highlight/tokenize.js');
      const tokens = await tokenize(text, language);
      // The code may have changed, or be far away by now.
      if (code.textContent !== text || this.#code !== code) return;
      this.#painting?.hide();
      this.#painting = paintTokens(code, tokens);
      if (this.#isNear) this.#painting.show();
    } catch {
      // Code that cannot be painted is read as it is; what failed to load is tried again.
      this.#painted = undefined;
    }
  }

  readonly #measure = (): void => {
    const pre = this.#pre;
    const isWide = pre !== null && !this.#host.wrap && pre.scrollWidth > pre.clientWidth + 1;
    if (isWide === this.#isWide || this.#host.wrap) return;
    this.#isWide = isWide;
    this.#host.requestUpdate();
  };

  /** At once, and then not again before it has rested. */
  #onChange(): void {
    this.#hasChanged = true;
    if (this.#rest !== undefined) return;
    this.#hasChanged = false;
    if (this.#isNear) this.#ready();
    this.#rest = setTimeout(() => {
      this.#rest = undefined;
      if (this.#hasChanged) this.#onChange();
    }, REST);
  }

  readonly #toggleWrap = (): void => {
    this.#host.wrap = !this.#host.wrap;
  };

  readonly #toggleFold = (): void => {
    this.#host.folded = !this.#host.folded;
    // The beginning of what was folded may be far above.
    if (this.#host.folded) this.#host.scrollIntoView({ block: 'nearest' });
  };

  /** What is looked for in the page, or gone to by keyboard, scrolls folded code: then it is to be seen. */
  readonly #onScroll = (): void => {
    if (this.#host.folded && (this.#pre?.scrollTop ?? 0) > 0) this.#host.folded = false;
  };

  readonly #copy = async (): Promise<void> => {
    const code = this.#code;
    if (!code) return;
    const done = await copyText(textToCopy(code));
    if (!done) getSelection()?.selectAllChildren(code);
    this.#copied = done ? 'yes' : 'no';
    this.#host.requestUpdate();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#copied = undefined;
      this.#host.requestUpdate();
    }, FEEDBACK);
  };
}

/** The code without lines that are removed from it; a patch is whole only with them. */
function textToCopy(code: Element): string {
  if (languageOf(code) === 'diff') return code.textContent;
  const copy = code.cloneNode(true) as Element;
  for (const line of copy.querySelectorAll('del.line')) line.remove();
  return copy.textContent.replace(/\n$/, '');
}

const countLines = (text: string): number => text.replace(/\n$/, '').split('\n').length;
