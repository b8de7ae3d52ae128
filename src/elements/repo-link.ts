import { LitElement, html, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { childrenParsed } from '../dom/children-parsed.js';
import { formatRepository, parseRepository, type RepositoryLink } from '../model/repository.js';
import { isSafeUrl } from '../model/url.js';
import { forgeIcon } from './forge-icons.js';
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

  #href: string | undefined;
  #link: RepositoryLink | undefined;

  /** What the link leads to, read from its URL; `undefined` where it is no repository. */
  get repository(): RepositoryLink | undefined {
    return this.#link;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const anchor = this.querySelector('a') ?? this.#makeAnchor();
    this.#href = anchor?.href;
    this.#link = anchor ? parseRepository(anchor.href) : undefined;
  }

  protected override render(): TemplateResult {
    const icon = html`<span part="icon" aria-hidden="true">${forgeIcon(this.#link?.forge)}</span>`;
    return html`${icon}<slot @slotchange=${this.#reread}></slot>`;
  }

  readonly #reread = (): void => {
    if (this.querySelector('a')?.href !== this.#href) this.requestUpdate();
  };

  /** The link for an element that was given an address only; its own text, if it has any, goes into it. */
  #makeAnchor(): HTMLAnchorElement | undefined {
    const address =
      this.href || (/^[\w.-]+\/[\w.-]+$/.test(this.repo) ? `https://github.com/${this.repo}` : this.repo);
    if (!address || !isSafeUrl(address, 'link')) return undefined;
    const parsed = childrenParsed(this);
    if (parsed) {
      void parsed.then(() => {
        this.requestUpdate();
      });
      return undefined;
    }
    const anchor = this.ownerDocument.createElement('a');
    anchor.href = address;
    const link = parseRepository(address);
    if (this.textContent.trim()) anchor.append(...this.childNodes);
    else anchor.textContent = link ? formatRepository(link) : address;
    this.append(anchor);
    return anchor;
  }
}
