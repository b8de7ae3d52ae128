import { PERMALINK_CLASS } from '../model/names.js';
import type { Problem } from '../model/problem.js';
import { findExact, isTop, plainClickOn } from './fragment-target.js';
import { optional } from './optional.js';

/**
 * Makes links to fragments inside `root` work where the browser alone would not find their target: in a shadow tree,
 * under a `<base>`, or by another writing of its id. A permalink is copied as well. `reportDead` is told of a link that
 * leads nowhere. Gives a function that ends it.
 * Whether the browser may go by itself has to be known at once; what goes there is loaded with the first click.
 */
export function repairFragmentLinks(root: Element, reportDead?: (problem: Problem) => void): () => void {
  const onClick = (event: Event): void => {
    const link = plainClickOn(event);
    const hash = link?.getAttribute('href') ?? '';
    if (!link || isTop(hash)) return;
    if (link.matches(`.${PERMALINK_CLASS}`))
      void optional(import('./copy-permalink.js').then(({ copyPermalink }) => copyPermalink(link)));
    const exact = findExact(root, hash);
    const native = exact && isNative(link, exact) ? exact : undefined;
    if (exact && !native && !root.contains(exact)) return;
    if (!native) event.preventDefault();
    void import('./fragment.js').then(
      ({ deadLink, scrollToFragment, settleOnNative }) => {
        if (native) {
          settleOnNative(native);
        } else if (!scrollToFragment(root, hash)) {
          reportDead?.(deadLink(hash));
          location.assign(link.href);
        }
      },
      () => {
        if (!native) location.assign(link.href);
      },
    );
  };
  root.addEventListener('click', onClick);
  return () => root.removeEventListener('click', onClick);
}

/** Whether the browser goes there by itself: in the document's own tree, and in this document. */
const isNative = (link: HTMLAnchorElement, target: Element): boolean =>
  target.getRootNode() instanceof Document && withoutHash(link.href) === withoutHash(location.href);

export const withoutHash = (url: string): string => url.split('#', 1)[0] ?? '';
