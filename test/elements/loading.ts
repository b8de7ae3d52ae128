import { expect } from 'chai';
import type { DocPage, DocSection } from '../../src/index.js';
import { clearFixtures } from './fixture.js';

/** An element that loads. */
export type Loading = DocPage | DocSection;

export const FAULT = new URL('/__fault/', location.href).href;

export const json = async <T>(path: string): Promise<T> => (await fetch(FAULT + path)).json() as Promise<T>;

/** The engines of a run share one server: each test counts, and mends, under a name of its own. */
export const fresh = (): string => Math.random().toString(36).slice(2);

/** How many requests of this name the server has had, and how many of them were given up. */
export const requests = (name: string): Promise<{ count: number; aborted: number }> => json(`count/${name}`);

/** A text that the server answers with. */
export const echo = (body: string, more = ''): string =>
  `${FAULT}echo/a.md?body=${encodeURIComponent(body)}${more}`;

const TYPES = ['doc-load', 'doc-render', 'doc-error', 'doc-problem'] as const;
const STATES = ['loading', 'ready', 'error', 'stale'] as const;

/** Everything that elements tell about their loading, in order: the names of events, and of states with a colon. */
export const told: string[] = [];
const events: Event[] = [];
const unhandled: unknown[] = [];

/** The first event of this type since {@link forget}. */
export const firstEvent = <T extends Event>(type: (typeof TYPES)[number]): T =>
  events.find((event) => event.type === type) as T;

/** The names of events, without the states between. */
export const toldEvents = (): string[] => told.filter((name) => !name.startsWith(':'));

export function forget(): void {
  for (const list of [told, events, unhandled]) list.length = 0;
}

export const statesOf = (element: Element): string[] =>
  STATES.filter((name) => element.matches(`:state(${name})`));

/** Long enough for what should not come. */
export const moment = (milliseconds = 20): Promise<unknown> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Keeps what the elements of each test tell, and fails a test that leaves a rejection unhandled. */
export function listenToLoading(): void {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is put back as it was
  const { add } = CustomStateSet.prototype;
  const onEvent = (event: Event): void => {
    told.push(event.type);
    events.push(event);
  };
  const onUnhandled = (event: PromiseRejectionEvent): void => {
    unhandled.push(event.reason);
  };
  before(() => {
    CustomStateSet.prototype.add = function (name: string) {
      if (!this.has(name)) told.push(`:${name}`);
      return add.call(this, name);
    };
    for (const type of TYPES) document.addEventListener(type, onEvent);
    addEventListener('unhandledrejection', onUnhandled);
  });
  after(() => {
    CustomStateSet.prototype.add = add;
    for (const type of TYPES) document.removeEventListener(type, onEvent);
    removeEventListener('unhandledrejection', onUnhandled);
  });
  beforeEach(forget);
  afterEach(async () => {
    await moment();
    clearFixtures();
    expect(unhandled).to.deep.equal([]);
  });
}
