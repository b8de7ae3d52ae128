import type { PropertyValues } from '@lit/reactive-element';
import { unwatchNear, watchNear } from '../dom/near.js';
import type { CodeChrome } from './code-chrome.js';
import { property } from './property.js';
import { SlotElement } from './slot-element.js';

/**
 * Code with a button that copies it, in colours. The code is a `pre` with a `code` in it in the light DOM, or a `code`
 * alone inside a line of text; it stays as it is, and colours are painted over it. A `figure` around the `pre` with a
 * `figcaption` gives it a title; lines in `mark`, `ins` or `del` of the class `line` are shown as marked, added and
 * removed. `doc-code`s inside a `doc-code` become tabs, named by their titles. Nothing is done before the code is
 * about to be seen.
 *
 * The language is read from the class of the `code`: `language-js`. What it is called by GitHub, and most other names,
 * will do; code in an unknown language is plain.
 *
 * @element doc-code
 *
 * @attr {string} tab - The name of its tab inside another `doc-code`, where its title is not to be that name.
 *
 * @slot - The code.
 *
 * @csspart base - Around everything.
 * @csspart actions - Around the buttons.
 * @csspart button - Each button beside the code.
 * @csspart copy - The button that copies.
 * @csspart wrap - The button that wraps long lines, where there are any.
 * @csspart fold - The button that shows the rest of a long code.
 * @csspart tabs - Around the tabs of a group.
 * @csspart tab - Each tab.
 * @csspart rendered - What is shown instead of the code where something draws it: a formula, a diagram.
 * @csspart source - Around the code under a diagram.
 *
 * @cssState panel - It is shown or hidden by a tab of the `doc-code` around it.
 *
 * @cssprop [--doc-code-keyword-color] - Keywords. The others are `--doc-code-string-color`, `-number-`, `-comment-`, `-title-`, `-type-`, `-attribute-`, `-tag-`, `-meta-`, `-addition-` and `-deletion-color`.
 */
export class DocCode extends SlotElement {
  /** Whether long lines go on in the next one. */
  @property({ type: Boolean, reflect: true }) wrap = false;

  /** Whether only the beginning of the code is shown, with a button for the rest. */
  @property({ type: Boolean, reflect: true }) folded = false;

  /** Numbers the lines: empty for numbers from 1, or the number of the first line. `null` for none. */
  @property() numbers: string | null = null;

  #chrome: CodeChrome | undefined;
  #isLoading = false;

  override connectedCallback(): void {
    super.connectedCallback();
    watchNear(this, onNear);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    unwatchNear(this);
    this.#chrome?.setNear(false);
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    this.#chrome?.update();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#chrome?.updated();
  }

  /** @internal */
  setNear(isNear: boolean): void {
    if (this.#chrome) this.#chrome.setNear(isNear);
    else if (isNear && !this.#isLoading) void this.#load();
  }

  async #load(): Promise<void> {
    this.#isLoading = true;
    try {
      const { CodeChrome } = await import('./code-chrome.js');
      this.#chrome = new CodeChrome(this);
      this.requestUpdate();
    } catch {
      // Without its chrome the code is all there, and so it must be seen.
      this.folded = this.#isLoading = false;
    }
  }
}

const onNear = (code: DocCode, isNear: boolean): void => code.setNear(isNear);
