import type { ReactiveController, ReactiveElement } from 'lit';
import { contentHeadings } from '../dom/outline.js';
import { createScrollSpy, type ScrollSpy } from '../dom/scroll-spy.js';
import { DocSectionChangeEvent } from './events.js';

/** Tells a page, by its event, which of its sections is being read. */
export class SectionSpy implements ReactiveController {
  readonly #host: ReactiveElement;
  #spy: ScrollSpy | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Id of the heading the reader is at; `undefined` above the first one. */
  get current(): string | undefined {
    return this.#spy?.current;
  }

  hostDisconnected(): void {
    this.#spy?.dispose();
    this.#spy = undefined;
  }

  hostConnected(): void {
    if (this.#host.hasUpdated) this.observe();
  }

  /** Takes the headings as they are now. */
  observe(): void {
    if (!this.#host.isConnected) return;
    const headings = contentHeadings(this.#host).filter(({ id }) => id !== '');
    if (this.#spy) this.#spy.refresh(headings);
    else this.#spy = createScrollSpy(this.#host, headings, this.#report);
  }

  readonly #report = (id: string | undefined): void => {
    this.#host.dispatchEvent(new DocSectionChangeEvent(id));
  };
}
