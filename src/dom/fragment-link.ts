import { decodeFragment } from '../model/decode-fragment.js';
import { PERMALINK_CLASS } from '../model/names.js';
import { optional } from './optional.js';

/** Whether a fragment means the top of the page, where no element has it as its id. */
export const isTop = (hash: string): boolean => /^#(?:top)?$/i.test(hash);

/** What a browser finds for a fragment in the tree of nodes that `root` belongs to. */
export function findExact(root: Element, hash: string): Element | undefined {
  const tree = root.getRootNode();
  if (!(tree instanceof Document || tree instanceof ShadowRoot)) return undefined;
  const written = hash.slice(1);
  for (const id of [written, decodeFragment(written)]) {
    const found = id && (tree.getElementById(id) ?? tree.querySelector(`a[name="${CSS.escape(id)}"]`));
    if (found) return found;
  }
  return undefined;
}

/**
 * Makes links to fragments inside `root` work where the browser alone would not find their target: in a shadow tree,
 * under a `<base>`, or by another writing of its id. A permalink is copied as well. `reportDead` is told of a link that
 * leads nowhere. Gives a function that ends it.
 * Whether the browser may go by itself has to be known at once; what goes there is loaded with the first click.
 */
export function repairFragmentLinks(root: Element, reportDead?: (hash: string) => void): () => void {
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
      ({ scrollToFragment, settleOnNative }) => {
        if (native) {
          settleOnNative(native);
        } else if (!scrollToFragment(root, hash)) {
          reportDead?.(hash);
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

/** The link to a fragment that a click follows in this window. */
function plainClickOn(event: Event): HTMLAnchorElement | undefined {
  if (!(event instanceof MouseEvent) || event.defaultPrevented || event.button !== 0) return undefined;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return undefined;
  const link =
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
  const leaves = link && (link.hasAttribute('download') || (link.target !== '' && link.target !== '_self'));
  return link && !leaves ? link : undefined;
}

/** Whether the browser goes there by itself: in the document's own tree, and in this document. */
const isNative = (link: HTMLAnchorElement, target: Element): boolean =>
  target.getRootNode() instanceof Document && withoutHash(link.href) === withoutHash(location.href);

export const withoutHash = (url: string): string => url.split('#', 1)[0] ?? '';
