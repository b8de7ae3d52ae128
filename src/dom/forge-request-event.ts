/**
 * A forge is about to be asked for the first time in this page. Cancel it, and the forge is never asked; or give a
 * promise, and it is asked once that resolves to `true`.
 */
export class DocForgeRequestEvent extends Event {
  static readonly type = 'doc-forge-request';
  #consent: Promise<boolean> | undefined;

  constructor(
    /** The host that is asked, such as `api.github.com`. */
    readonly host: string,
  ) {
    super(DocForgeRequestEvent.type, { bubbles: true, composed: true, cancelable: true });
  }

  /** Lets the forge wait for somebody's consent. A rejection is a no. */
  consent(promise: Promise<boolean>): void {
    this.#consent = promise;
  }

  /** @internal */
  get given(): boolean | Promise<boolean> {
    return this.defaultPrevented ? false : (this.#consent ?? true);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'doc-forge-request': DocForgeRequestEvent;
  }
}
