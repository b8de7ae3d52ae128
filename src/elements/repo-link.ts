import type { PropertyValues } from '@lit/reactive-element';
import { isBareLink } from '../dom/bare-link.js';
import { unwatchNear, watchNear } from '../dom/near.js';
import { optional } from '../dom/optional.js';
import type { Forge } from '../model/repository.js';
import { property } from './property.js';
import type * as forgeModule from './repo-link-forge.js';
import { SlotElement } from './slot-element.js';

export type { DocForgeRequestEvent } from '../dom/forge-request-event.js';

/** What knows the forges; here once the first link has asked for it. */
let known: typeof forgeModule | undefined;

/** What the style sheet has the right sign for: a repository on GitHub, and a file in one. */
const ON_GITHUB = /^https:\/\/github\.com\/[^/]+\/[^/]+(?:\/?|\/blob\/.+)$/;

/**
 * A link to a repository, or to something in one, with the sign of what it leads to: a forge, an issue, a file. The
 * link itself is an `a` in the light DOM, written by the author or made from `repo` or `href`. As a card it says what
 * is known of the repository, in the light DOM as well, so that a prerendered card is complete without script.
 *
 * @element repo-link
 *
 * @slot - The link. Text without a link becomes the link's text.
 *
 * @csspart icon - The sign of the forge, or of the place in the repository.
 *
 * @fires doc-forge-request - A forge is about to be asked for the first time, its `host` in the event; cancel it and it never is, or give `consent(promise)` what resolves to whether it may be.
 */
export class RepoLink extends SlotElement {
  /** `owner/name` on GitHub, or the URL of a repository elsewhere. A child link wins over it. */
  @property() repo = '';

  /** Where the link leads, when it is not to the repository itself. A child link wins over it. */
  @property() href = '';

  /**
   * Forges on hosts of their own, `git.example.org=gitea` each, with blanks between them: `github`, `gitlab`, `gitea`,
   * `forgejo`, `bitbucket` or `sourcehut`. By default those of the `doc-page` around it.
   */
  @property() forges = '';

  /** `card` for a block with what is known of the repository; anything else is a link in the line. */
  @property() variant: 'inline' | 'card' = 'inline';

  /** What a card shows where it is known: any of `description`, `stars`, `language` and `licence`, with blanks between; by default all. State and age it always shows. */
  @property() show = '';

  /**
   * Whether a card asks its forge for what is true now: when it is in view, once for all cards of a repository, and
   * never more often than the forge likes. No token is sent or stored. The event `doc-forge-request` comes first.
   */
  @property({ type: Boolean }) live = false;

  /** Facts for a card, as a snapshot has them for a repository, without `url`. By default those of the `doc-page` around it. */
  @property({ attribute: false }) data: unknown;

  /** The software of the forge that the link leads to; `undefined` for any other host, and until the link has been near the window. */
  forge: Forge | undefined;

  #isNear = false;
  #reading: Promise<unknown> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    watchNear(this, onNear);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    unwatchNear(this);
  }

  /** @internal Whoever reads a link need not have it drawn before. */
  comeNear(): void {
    if (this.#isNear) return;
    this.#isNear = true;
    unwatchNear(this);
    this.renderRoot.addEventListener('slotchange', () => {
      this.#read();
    });
    this.#read();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.size > 0) this.#read();
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    known?.drawSign(this);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#reading;
    return super.getUpdateComplete();
  }

  #read(): void {
    if (this.#readAlone()) return;
    const reading = known ? known.readLink(this) : this.#load();
    if (reading) this.#reading = optional(reading);
  }

  /** @internal Whether it is a card that does not say yet all that it could. A prerendered one does, unless there is something newer. */
  needsFacts(): boolean {
    if (this.variant !== 'card') return false;
    const page: (Element & { repos?: unknown; live?: boolean }) | null = this.closest('doc-page');
    const isPlain = this.data == null && !this.live && !page?.repos && !page?.live;
    return !isPlain || this.querySelector(':scope > .repo-facts') === null;
  }

  /**
   * Reads what can be read without what knows the forges, and gives whether that was all: of prerendered links it is, and
   * of those far away.
   */
  #readAlone(): boolean {
    const anchor = this.querySelector('a');
    if (!anchor) return !this.repo && !this.href;
    if (this.needsFacts()) return false;
    if (!this.#isNear) return true;
    if (known?.isDrawn(this) || !this.closest('doc-page, doc-section')) return false;
    if (!ON_GITHUB.test(anchor.getAttribute('href') ?? '')) return false;
    this.forge = 'github';
    return !isBareLink(anchor);
  }

  async #load(): Promise<void> {
    known ??= await import('./repo-link-forge.js');
    return known.readLink(this);
  }
}

function onNear(link: RepoLink, isNear: boolean): void {
  if (isNear) link.comeNear();
}
