import { provoke } from './provoke.js';
import { findResidues } from './residues.js';

/** What happened that must not: calls, errors, rejections, what the console was told. */
const events: string[] = [];
Object.assign(window, { hit: () => events.push('a script ran') });
addEventListener('error', ({ message }) => {
  // The browser's own complaint about a loop that it broke.
  if (message && !message.includes('ResizeObserver')) events.push(`an error: ${message}`);
});
addEventListener('unhandledrejection', ({ reason }) => events.push(`a rejection: ${String(reason)}`));
addEventListener('click', (event) => event.preventDefault(), true);
/* eslint-disable no-console -- that nothing is told there is looked at */
const { error } = console;
console.error = (...args: unknown[]) => {
  events.push(`an error in the console: ${args.map(String).join(' ')}`);
  error.apply(console, args);
};
/* eslint-enable no-console */

/** What has happened since it was asked last. */
export const takeEvents = (): string[] => events.splice(0);

/** Requests that no page of strangers may make. */
export const stolen = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.includes('__steal'));

/** What is wrong with what was rendered, before and after everything was done to it. */
export async function findHarm(name: string, render: () => Promise<HTMLElement>): Promise<string[]> {
  const globals = new Set(Object.getOwnPropertyNames(window));
  const { title } = document;
  const { length } = history;
  const root = await render();
  const found = findResidues(root);
  await provoke(root);
  for (const global of Object.getOwnPropertyNames(window))
    if (!globals.has(global)) found.push(`a new global ${global}`);
  if ('polluted' in {}) found.push('a polluted prototype');
  if (document.title !== title) found.push('another title');
  if (history.length !== length) found.push('a navigation');
  found.push(...takeEvents());
  root.remove();
  return found.map((each) => `${name}\n      ${each}`);
}
