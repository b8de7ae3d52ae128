// Lit tells its version in a global when the first chrome loads it: that is to have happened before.
import 'lit/html.js';
import type { AllowList } from '../../src/model/allow-list.js';
import { provoke } from './provoke.js';
import { findResidues } from './residues.js';

/** What happened that must not: calls, navigations, errors, rejections, what the console was told. */
const events: string[] = [];
Object.assign(window, { hit: () => events.push('a script ran') });
window.open = (url) => {
  events.push(`a window with ${String(url)}`);
  return null;
};
addEventListener('error', (event) => {
  const { message } = event;
  // The browser's own complaint about a loop that it broke; the runner would take it for a failure.
  if (message.includes('ResizeObserver')) event.stopImmediatePropagation();
  else if (message) events.push(`an error: ${message}`);
});
addEventListener('unhandledrejection', ({ reason }) => events.push(`a rejection: ${String(reason)}`));
/* eslint-disable no-console -- that nothing is told there is looked at */
const { error } = console;
console.error = (...args: unknown[]) => {
  // What the runner tells of an error without one, which a broken loop is.
  if (args.some((arg) => arg !== undefined))
    events.push(`an error in the console: ${args.map(String).join(' ')}`);
  error.apply(console, args);
};
/* eslint-enable no-console */

/** Where a reader may be led. */
const FOLLOWED = /^(?:https?|mailto|tel|sms|ftp|ircs?|news|xmpp|matrix):$/;

// A link that leads anywhere on the web need not be followed; what any other does is what we want to see.
addEventListener(
  'click',
  (event) => {
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
    // Of half a character browsers tell no protocol.
    if (!link || link.protocol === ':' || FOLLOWED.test(link.protocol)) event.preventDefault();
  },
  true,
);

/** The page that the tests are in would be gone. */
interface NavigateEvent extends Event {
  readonly destination: { readonly url: string; readonly sameDocument: boolean };
}
const { navigation } = globalThis as { navigation?: EventTarget };
navigation?.addEventListener('navigate', (event) => {
  const { destination } = event as NavigateEvent;
  if (destination.sameDocument || destination.url.startsWith('javascript:')) return;
  event.preventDefault();
  events.push(`a navigation to ${destination.url}`);
});

/** What has happened since it was asked last. */
export const takeEvents = (): string[] => events.splice(0);

// Not the list that browsers keep, which ends after 250.
const requests: PerformanceEntry[] = [];
const observer = new PerformanceObserver((list) => requests.push(...list.getEntries()));
observer.observe({ type: 'resource', buffered: true });

/** What a page may ask for without having been told to. */
const MEDIA = /^(?:img|image|imageset|video|audio|source|track|input)$/;

/** The code under test, what runs it, and what browsers ask of any site. */
const OURS = /^\/(?:src|test|node_modules|__\w|@|favicon\.ico$)/;

/** Requests that no page of strangers may make, since it was asked last. */
export function stolen(): string[] {
  requests.push(...observer.takeRecords());
  return requests
    .splice(0)
    .filter(({ name, initiatorType }: PerformanceEntry & { initiatorType?: string }) => {
      const { origin, pathname, protocol } = new URL(name, document.baseURI);
      if (pathname.startsWith('/__steal')) return true;
      return !(
        MEDIA.test(initiatorType ?? '') ||
        protocol === 'data:' ||
        (origin === location.origin && OURS.test(pathname))
      );
    })
    .map(
      ({ name, initiatorType }: PerformanceEntry & { initiatorType?: string }) =>
        `a request by ${String(initiatorType)}: ${name}`,
    );
}

/** What every script finds: the window's properties, and those that all objects, lists and elements have. */
const SHARED = {
  window,
  Object: Object.prototype,
  Array: Array.prototype,
  Function: Function.prototype,
  document,
  Node: Node.prototype,
  Element: Element.prototype,
};

/** What can be told to have been changed since; to be asked once more. */
export function watchGlobals(): () => string[] {
  const before = Object.entries(SHARED).map(([name, owner]) => [name, owner, valuesOf(owner)] as const);
  return () =>
    before.flatMap(([name, owner, values]) => {
      const now = valuesOf(owner);
      return (
        [...new Set([...values.keys(), ...now.keys()])]
          .filter((key) => !Object.is(values.get(key), now.get(key)))
          .map((key) => `a change of ${name}.${String(key)}`)
          // What chunks of ours share with other copies of the library comes with them.
          .filter((change) => !change.includes('Symbol(doc-elements.'))
      );
    });
}

/** Own properties, by what makes them: of one with a getter the getter. */
const valuesOf = (owner: object): Map<PropertyKey, unknown> =>
  new Map(
    Reflect.ownKeys(owner).map((key) => {
      const property = Object.getOwnPropertyDescriptor(owner, key);
      return [key, property && (Reflect.get(property, 'get') ?? property.value)] as const;
    }),
  );

/** What is wrong with what was rendered, before and after everything was done to it; `given` is what the host has let through. */
export async function findHarm(
  name: string,
  render: () => Promise<HTMLElement>,
  given?: AllowList,
): Promise<string[]> {
  const globals = new Set(Object.getOwnPropertyNames(window));
  const { title } = document;
  const { length } = history;
  const { cookie } = document;
  const root = await render();
  const found = findResidues(root, given);
  await provoke(root);
  for (const global of Object.getOwnPropertyNames(window))
    if (!globals.has(global)) found.push(`a new global ${global}`);
  if ('polluted' in {}) found.push('a polluted prototype');
  if (document.title !== title) found.push('another title');
  if (document.cookie !== cookie) found.push('another cookie');
  if (history.length !== length) found.push('a navigation');
  found.push(...takeEvents());
  root.remove();
  return found.map((each) => `${name}\n      ${each}`);
}
