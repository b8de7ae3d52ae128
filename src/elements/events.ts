import type { Page } from '../model/page.js';
import type { Problem } from '../model/problem.js';

/** All events of the elements bubble and cross shadow roots. */
const BUBBLING: EventInit = { bubbles: true, composed: true };
const CANCELABLE: EventInit = { ...BUBBLING, cancelable: true };

/** The source's text has arrived and is about to be rendered. Cancel it to keep the page as it is. */
export class DocLoadEvent extends Event {
  static readonly type = 'doc-load';
  constructor(
    /** The text as it came: Markdown or JSON. */
    readonly text: string,
    /** Where it came from, after redirects; `undefined` for text that was in the page already. */
    readonly url: string | undefined,
  ) {
    super(DocLoadEvent.type, CANCELABLE);
  }
}

/** The content of the latest source is in the document. */
export class DocRenderEvent extends Event {
  static readonly type = 'doc-render';
  constructor(
    /** The page that was rendered; `undefined` where authored children were enhanced. */
    readonly page: Page | undefined,
  ) {
    super(DocRenderEvent.type, BUBBLING);
  }
}

/** The source could not be loaded or read. Cancel it to show the failure yourself; the content stays either way. */
export class DocErrorEvent extends Event {
  static readonly type = 'doc-error';
  constructor(
    /** What went wrong; its message says what, where and what to do. */
    readonly error: Error,
    /** The HTTP status, where a server answered. */
    readonly status: number | undefined,
  ) {
    super(DocErrorEvent.type, CANCELABLE);
  }
}

/** The source has problems; the rest of it is rendered. One event for each render that has any, and for a link found dead by a reader. */
export class DocProblemEvent extends Event {
  static readonly type = 'doc-problem';
  constructor(readonly problems: readonly Problem[]) {
    super(DocProblemEvent.type, BUBBLING);
  }
}

/** The reader has come to another section. */
export class DocSectionChangeEvent extends Event {
  static readonly type = 'doc-section-change';
  constructor(
    /** Id of the section's heading; `undefined` above the first one. */
    readonly id: string | undefined,
  ) {
    super(DocSectionChangeEvent.type, BUBBLING);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'doc-load': DocLoadEvent;
    'doc-render': DocRenderEvent;
    'doc-error': DocErrorEvent;
    'doc-problem': DocProblemEvent;
    'doc-section-change': DocSectionChangeEvent;
  }
}
