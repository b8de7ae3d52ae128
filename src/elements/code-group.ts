import { html, type TemplateResult } from 'lit/html.js';
import { rememberTab, rememberedTab } from '../dom/code/tab-memory.js';
import { CODE_SELECTOR } from '../model/names.js';
import { languageOf } from './code-drawing.js';
import type { DocCode } from './doc-code.js';

/** The groups of the page that are in it and have been seen. */
const live = new Set<CodeGroup>();

const KEYS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => (at === last ? 0 : at + 1),
  ArrowLeft: (at, last) => (at === 0 ? last : at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

/** Several codes of which one is shown, chosen by tabs. What a reader chooses is chosen in all groups, and remembered. */
export class CodeGroup {
  readonly #host: DocCode;
  #selected = 0;

  constructor(host: DocCode) {
    this.#host = host;
    const remembered = rememberedTab(this.#labels);
    if (remembered !== -1) this.#selected = remembered;
  }

  /** Follows the choices made in other groups, as long as it is in the page. */
  setLive(): void {
    if (this.#host.isConnected) live.add(this);
    else live.delete(this);
  }

  get #panels(): DocCode[] {
    return [...this.#host.children].filter((child): child is DocCode => child.matches(CODE_SELECTOR));
  }

  get #labels(): string[] {
    return this.#panels.map(labelOf);
  }

  render(): TemplateResult {
    return html`
      <div part="base" class="base" dir="ltr">
        <div part="tabs" class="tabs" role="tablist" @keydown=${this.#onKeydown}>
          ${this.#labels.map((label, index) => this.#tab(label, index === this.#selected, index))}
        </div>
        <div class="panels"><slot @slotchange=${this.#onSlotChange}></slot></div>
      </div>
    `;
  }

  #tab(label: string, isSelected: boolean, index: number): TemplateResult {
    const choose = (): void => this.#choose(index);
    return html`<button
      part=${isSelected ? 'tab tab-selected' : 'tab'}
      type="button"
      role="tab"
      aria-selected=${isSelected ? 'true' : 'false'}
      tabindex=${isSelected ? 0 : -1}
      @click=${choose}
    >
      ${label}
    </button>`;
  }

  /** Shows the panel of the selected tab. */
  updated(): void {
    const labels = this.#labels;
    const tabs = this.#host.renderRoot.querySelectorAll('[role="tab"]');
    for (const [index, panel] of this.#panels.entries()) {
      showAsPanel(panel, labels[index] ?? '', index === this.#selected);
      const tab = tabs[index];
      if (tab && 'ariaControlsElements' in tab) tab.ariaControlsElements = [panel];
    }
    // For the style sheet, which would have to look from each code in the page whether it is a panel.
    const { states } = internalsOf(this.#host);
    if (this.#panels.length > 0 && !states.has('tabbed')) states.add('tabbed');
  }

  #choose(index: number): void {
    const label = this.#labels[index];
    if (label === undefined) return;
    rememberTab(label);
    this.#select(index);
    for (const group of live) if (group !== this) group.#follow(label);
  }

  #follow(label: string): void {
    const index = this.#labels.indexOf(label);
    if (index !== -1) this.#select(index);
  }

  #select(index: number): void {
    this.#selected = index;
    this.#host.requestUpdate();
  }

  readonly #onSlotChange = (): void => {
    this.#selected = Math.max(0, Math.min(this.#selected, this.#panels.length - 1));
    this.#host.requestUpdate();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const next = KEYS[event.key]?.(this.#selected, this.#panels.length - 1);
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.#choose(next);
    this.#host.renderRoot.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  };
}

const known = new WeakMap<Element, ElementInternals>();

/** A group may be a panel of another one. */
function internalsOf(code: DocCode): ElementInternals {
  const internals = known.get(code) ?? code.attachInternals();
  known.set(code, internals);
  return internals;
}

/** Panels that are not shown keep their room, so that nothing moves. */
function showAsPanel(panel: DocCode, label: string, isShown: boolean): void {
  const internals = internalsOf(panel);
  internals.states.add('panel');
  internals.role = 'tabpanel';
  internals.ariaLabel = label;
  panel.inert = !isShown;
}

/** The name of a tab: its own, else its title, else its language, else its number. */
function labelOf(panel: DocCode, index: number): string {
  const named = panel.getAttribute('tab') ?? panel.querySelector('figcaption')?.textContent.trim() ?? '';
  const code = panel.querySelector('code');
  return named || (code && languageOf(code)) || String(index + 1);
}
