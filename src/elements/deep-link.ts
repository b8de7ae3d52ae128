import type { ReactiveController, ReactiveElement } from '@lit/reactive-element';
import { repairFragmentLinks } from '../dom/fragment-link.js';
import { optional } from '../dom/optional.js';
import type { Problem } from '../model/problem.js';

/** The page whose links work. */
export interface DeepLinkHost extends ReactiveElement {
  /** Takes what is found to be wrong after the source was rendered. */
  report(problem: Problem): void;
}

/** Makes links to the sections of a page work, those inside it and the one the page was opened with. */
export class DeepLink implements ReactiveController {
  readonly #host: DeepLinkHost;
  #stop: (() => void) | undefined;

  constructor(host: DeepLinkHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = repairFragmentLinks(this.#host, (problem) => this.#host.report(problem));
  }

  hostDisconnected(): void {
    this.#stop?.();
  }

  /** Goes to what the address names, now that the content is there. Most addresses name nothing. */
  async follow(): Promise<void> {
    if (location.hash.length < 2) return;
    const fragment = await optional(import('../dom/fragment.js'));
    if (this.#host.isConnected) fragment?.followFragment(this.#host);
  }
}
