/** Elements whose end tag the parser has not reached, with what to do when it has. */
const waiting = new Map<Element, { readonly promise: Promise<void>; readonly resolve: () => void }>();

let observer: MutationObserver | undefined;

/**
 * Resolves when the parser has come past the end tag of `element`, so that all its children are there: an
 * element that is defined before the document is parsed is connected while it is still empty. `undefined`
 * where there is nothing to wait for. An element that leaves the document meanwhile is not waited for.
 */
export function childrenParsed(element: Element): Promise<void> | undefined {
  if (isParsed(element)) return undefined;
  const known = waiting.get(element);
  if (known) return known.promise;
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => (resolve = settle));
  waiting.set(element, { promise, resolve });
  watch(element.ownerDocument);
  return promise;
}

/** The parser appends: once anything follows an element or one of its ancestors, nothing more comes into it. */
function isParsed(element: Element): boolean {
  if (element.ownerDocument.readyState !== 'loading' || !element.isConnected) return true;
  for (let node: Node | null = element; node; node = node.parentNode) if (node.nextSibling) return true;
  return false;
}

/** One observer serves all elements that wait; it rests when there are none. */
function watch(document: Document): void {
  observer ??= new MutationObserver(settleParsed);
  observer.observe(document, { childList: true, subtree: true });
  document.addEventListener('readystatechange', settleParsed);
}

function settleParsed(): void {
  for (const [element, { resolve }] of waiting) {
    if (!isParsed(element)) continue;
    waiting.delete(element);
    resolve();
  }
  if (waiting.size > 0) return;
  observer?.disconnect();
  observer = undefined;
}
