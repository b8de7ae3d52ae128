/** Roots that have the sheet, or are about to. */
const styled = new WeakMap<Node, Promise<void>>();

/**
 * Sees to it that the light DOM around an element has its style sheet. A host that links `prose.css` has it
 * already, which the sheet says by a custom property; any other gets it from a chunk of our own, once per document
 * or shadow root. Its rules stand in a layer, so that every rule of the host still wins.
 */
export function ensureProseSheet(element: Element): Promise<void> {
  const root = element.getRootNode();
  let ready = styled.get(root);
  if (!ready) {
    ready = hasProseSheet(element) ? Promise.resolve() : adoptProseSheet(root);
    styled.set(root, ready);
  }
  return ready;
}

const hasProseSheet = (element: Element): boolean =>
  getComputedStyle(element).getPropertyValue('--doc-prose-sheet') !== '';

async function adoptProseSheet(root: Node): Promise<void> {
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  const { createProseSheet } = await import('../styles/prose.js');
  root.adoptedStyleSheets.push(createProseSheet());
}
