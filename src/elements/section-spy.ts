import type { ReactiveController, ReactiveElement } from '@lit/reactive-element';
import { onFirstScroll } from '../dom/first-scroll.js';
import { whenIdle } from '../dom/idle.js';
import { optional } from '../dom/optional.js';
import type { SectionWatch } from '../dom/section-watch.js';
import { DocSectionChangeEvent } from './events.js';

/**
 * Tells a page, by its event, which of its sections is being read. Above the first heading there is nothing to tell:
 * what watches is loaded when the reader leaves the top, or where a heading may stand there.
 */
export class SectionSpy implements ReactiveController {
  readonly #host: ReactiveElement;
  #watch: SectionWatch | undefined;
  #stopWaiting: (() => void) | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Id of the heading the reader is at; `undefined` above the first one. */
  get current(): string | undefined {
    return this.#watch?.current;
  }

  hostDisconnected(): void {
    this.#stopWaiting?.();
    this.#watch?.dispose();
    this.#stopWaiting = this.#watch = undefined;
  }

  hostConnected(): void {
    if (this.#host.hasUpdated) this.observe();
  }

  /** Takes the headings as they are now. */
  observe(): void {
    if (!this.#host.isConnected) return;
    if (this.#watch) this.#watch.refresh();
    else this.#stopWaiting ??= this.#waitForReader();
  }

  #waitForReader(): () => void {
    const start = (): void => void optional(this.#start());
    if (this.#host.querySelector(':scope > [slot="header"]')) return onFirstScroll(this.#host, start);
    return whenIdle(start);
  }

  async #start(): Promise<void> {
    const { watchSections } = await import('../dom/section-watch.js');
    if (this.#host.isConnected) this.#watch ??= watchSections(this.#host, this.#report);
  }

  readonly #report = (id: string | undefined): void => {
    this.#host.dispatchEvent(new DocSectionChangeEvent(id));
  };
}
