import {
  LitElement,
  html,
  nothing,
  type CSSResultGroup,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { RepositoryLink } from '../model/repository.js';
import { property } from './property.js';
import type { Recognized } from './repo-link-forge.js';
import { styles } from './repo-link.styles.js';

/**
 * A link to a repository, or to something in one, with the sign of the forge it leads to. The link itself is an
 * `a` in the light DOM, written by the author or made from `repo` or `href`; nothing is asked of the network.
 *
 * @element repo-link
 *
 * @slot - The link. Text without a link becomes the link's text.
 *
 * @csspart icon - The sign of the forge.
 */
export class RepoLink extends LitElement {
  static override styles: CSSResultGroup = styles;

  /** `owner/name` on GitHub, or the URL of a repository elsewhere. A child link wins over it. */
  @property() repo = '';

  /** Where the link leads, when it is not to the repository itself. A child link wins over it. */
  @property() href = '';

  @property({ state: true }) private recognized: Recognized | undefined;

  #href: string | undefined;
  #recognizing: Promise<void> | undefined;

  /** What the link leads to, read from its URL; `undefined` where it is no repository. */
  get repository(): RepositoryLink | undefined {
    return this.recognized?.link;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.size === 0 || changed.has('repo') || changed.has('href')) this.#reread();
  }

  protected override render(): TemplateResult {
    const icon = this.recognized?.icon ?? nothing;
    return html`<span part="icon" aria-hidden="true">${icon}</span><slot @slotchange=${this.#reread}></slot>`;
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#recognizing;
    return super.getUpdateComplete();
  }

  readonly #reread = (): void => {
    const anchor = this.querySelector('a');
    if (!anchor || anchor.href !== this.#href) this.#recognizing = this.#recognize(anchor);
  };

  /** What knows the forges is loaded with the first link. */
  async #recognize(written: HTMLAnchorElement | null): Promise<void> {
    const { makeAnchor, recognize } = await import('./repo-link-forge.js');
    const anchor = written ?? (await makeAnchor(this, this));
    this.#href = anchor?.href;
    this.recognized = recognize(anchor);
  }
}
