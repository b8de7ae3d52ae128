import type { ReactiveController, ReactiveElement } from 'lit';
import { repairFragmentLinks } from '../dom/fragment-link.js';

/** Makes links to the sections of a page work, those inside it and the one the page was opened with. */
export class DeepLink implements ReactiveController {
  readonly #host: ReactiveElement;
  #stop: (() => void) | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = repairFragmentLinks(this.#host);
  }

  hostDisconnected(): void {
    this.#stop?.();
  }

  /** Goes to what the address names, now that the content is there. Most addresses name nothing. */
  async follow(): Promise<void> {
    if (location.hash.length < 2) return;
    const { followFragment } = await import('../dom/fragment.js');
    if (this.#host.isConnected) followFragment(this.#host);
  }
}
