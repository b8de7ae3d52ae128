import { encodeFragment, matchFragment } from '../model/fragment.js';
import type { Problem } from '../model/problem.js';
import { withoutHash } from './fragment-link.js';
import { findExact, isTop } from './fragment-target.js';
import { scrollAreas } from './scroll-area.js';
import { settleAfterScroll, settleOn } from './settle.js';

/**
 * The element inside `root` that a fragment such as `#about` means: the one a browser would find, else the nearest
 * reading of it, as {@link matchFragment} tells. `undefined` where an element elsewhere in the document is meant.
 */
export function findTarget(root: Element, hash: string): Element | undefined {
  const exact = findExact(root, hash);
  if (exact) return root.contains(exact) ? exact : undefined;
  const named = new Map<string, Element>();
  for (const element of root.querySelectorAll('[id], a[name]'))
    for (const name of [element.id, element.getAttribute('name') ?? ''])
      if (name !== '' && !named.has(name)) named.set(name, element);
  const name = matchFragment(hash, [...named.keys()]);
  return name === undefined ? undefined : named.get(name);
}

/**
 * Goes to what `hash` means inside `root`, as a click on a link would: the address changes, `:target` matches, Back
 * leads back. Gives whether there was anything to go to.
 */
export function scrollToFragment(root: Element, hash: string): boolean {
  const target = findTarget(root, hash);
  if (!target) return false;
  const fragment = fragmentOf(target);
  // To set the fragment that is there already does nothing.
  if (location.hash === fragment) replaceFragment(fragment);
  else location.hash = fragment;
  scrollIntoShadow(target);
  settle(target);
  return true;
}

/**
 * Goes to what the address means, once `root` has its content: a browser that opens a deep link looks for the target
 * before the content has come. The history keeps its length and its state. Nothing happens where the browser has a
 * position to restore (after Back, Forward and reload), where it has found the target itself, or where the reader
 * has begun to scroll. Gives whether it went anywhere.
 */
export function followFragment(root: Element): boolean {
  const { hash } = location;
  if (isTop(hash) || !isFreshNavigation()) return false;
  const target = findTarget(root, hash);
  if (!target || target.matches(':target') || hasScrolled(target)) return false;
  replaceFragment(fragmentOf(target));
  scrollIntoShadow(target);
  // Nobody watches the way to where a page begins: it is cut short where the host scrolls smoothly.
  settleOn(target);
  return true;
}

/** What is told of a link that leads nowhere. */
export const deadLink = (hash: string): Problem => ({
  code: 'fragment-dead',
  severity: 'warning',
  message: `A link leads to “${hash}”, which is nowhere in this page. Link to a heading that is there, or give one this id.`,
});

/** Keeps `target`, which the browser goes to by itself, in its place while the layout settles. */
export function settleOnNative(target: Element): void {
  requestAnimationFrame(() => {
    if (target.matches(':target')) settle(target);
  });
}

const fragmentOf = (target: Element): string =>
  `#${encodeFragment(target.id || (target.getAttribute('name') ?? ''))}`;

/**
 * `:target` is decided when the browser goes to a fragment, so it is told to go where it already is. That replaces
 * the history entry; what a router keeps in it is put back.
 */
function replaceFragment(hash: string): void {
  const state: unknown = history.state;
  location.replace(withoutHash(location.href) + hash);
  if (state !== null) history.replaceState(state, '');
}

/** The browser does not go into shadow trees by itself. */
function scrollIntoShadow(target: Element): void {
  if (!(target.getRootNode() instanceof Document))
    target.scrollIntoView({ block: 'start', inline: 'nearest' });
}

function settle(target: Element): void {
  const isSmooth = scrollAreas(target).some(
    ({ element }) =>
      getComputedStyle(element).scrollBehavior === 'smooth' && element.scrollHeight > element.clientHeight,
  );
  if (isSmooth) settleAfterScroll(target);
  else settleOn(target);
}

const hasScrolled = (target: Element): boolean =>
  scrollAreas(target).some(({ element }) => element.scrollTop !== 0);

/** Back, Forward and reload bring the reader back to where they were. */
function isFreshNavigation(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  const type = entry instanceof PerformanceNavigationTiming ? entry.type : 'navigate';
  return type !== 'reload' && type !== 'back_forward';
}
