/** What is called when an element comes near the part of the page that is seen, and when it has gone far again. */
type OnNear<E extends Element> = (element: E, isNear: boolean) => void;

const watched = new Map<Element, OnNear<never>>();
let observer: IntersectionObserver | undefined;

/** One screen above and below: what is there is ready when it is scrolled or tabbed to. */
const MARGIN = '100% 0px';

/**
 * Tells when `element` comes near and goes far, with one observer for all elements of the page. `onNear` is given the
 * element, so that a thousand elements can share one function.
 */
export function watchNear<E extends Element>(element: E, onNear: OnNear<E>): void {
  observer ??= new IntersectionObserver(notify, { rootMargin: MARGIN });
  watched.set(element, onNear);
  observer.observe(element);
}

export function unwatchNear(element: Element): void {
  watched.delete(element);
  observer?.unobserve(element);
}

function notify(entries: readonly IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting } of entries) watched.get(target)?.(target as never, isIntersecting);
}
