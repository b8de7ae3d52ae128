import { LitElement, html, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import type { Forge } from '../model/repository.js';
import type { Sign } from './forge-icons.js';
import { property } from './property.js';
import type * as forgeModule from './repo-link-forge.js';
import { styles } from './repo-link.styles.js';

/** What knows the forges; here once the first link has asked for it. */
let known: typeof forgeModule | undefined;

/**
 * A link to a repository, or to something in one, with the sign of what it leads to: a forge, an issue, a file. The
 * link itself is an `a` in the light DOM, written by the author or made from `repo` or `href`.
 *
 * @element repo-link
 *
 * @slot - The link. Text without a link becomes the link's text.
 *
 * @csspart icon - The sign of the forge, or of the place in the repository.
 */
export class RepoLink extends LitElement {
  static override styles: CSSResultGroup = styles;

  /** `owner/name` on GitHub, or the URL of a repository elsewhere. A child link wins over it. */
  @property() repo = '';

  /** Where the link leads, when it is not to the repository itself. A child link wins over it. */
  @property() href = '';

  /**
   * Forges on hosts of their own, `git.example.org=gitea` each, with blanks between them: `github`, `gitlab`, `gitea`,
   * `forgejo`, `bitbucket` or `sourcehut`. By default those of the `doc-page` around it.
   */
  @property() forges = '';

  /** @internal What to draw; the forge's module sets it. */
  sign: Sign = [];

  /** The software of the forge that the link leads to; `undefined` for any other host, and before it was looked up. */
  forge: Forge | undefined;

  #reading: Promise<void> | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.size > 0 || !this.hasUpdated) this.#read();
  }

  protected override render(): TemplateResult {
    const [fill, lines] = this.sign;
    return html`<svg part="icon" viewBox="0 0 16 16" aria-hidden="true">
        <path d=${fill} />
        <path d=${lines} /></svg
      ><slot @slotchange=${this.#read}></slot>`;
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#reading;
    return super.getUpdateComplete();
  }

  /** What is known of forges comes with the first link; from then on a link shows its sign at once. */
  readonly #read = (): void => {
    this.#reading = known ? (known.readLink(this) ?? this.#reading) : this.#load();
  };

  async #load(): Promise<void> {
    known ??= await import('./repo-link-forge.js');
    return known.readLink(this);
  }
}
