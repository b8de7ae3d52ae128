import { optional } from '../dom/optional.js';
import { sheetsFor, type SheetName } from '../model/sheets.js';
import { SHEET_TEXTS } from '../styles/sheets.js';

/** What a document or shadow root has of the sheets: a promise for each that is there or on its way, and our own. */
interface Styled {
  readonly ready: Map<SheetName, Promise<void>>;
  readonly adopted: Map<SheetName, CSSStyleSheet>;
}

const roots = new WeakMap<Node, Styled>();

/**
 * Sees to it that the light DOM of an element has the style sheets it needs: the one for every page, and those for
 * what it `holds`, of the tags and classes that it is asked about. A host that links a sheet has it already, which
 * the sheet says by a custom property; any other gets it from a chunk of our own, once per document or shadow root.
 * Rules stand in a layer, so that every rule of the host still wins.
 */
export async function ensureStyleSheets(
  element: Element,
  holds: (content: readonly string[]) => boolean = (content) =>
    element.querySelector(content.join()) !== null,
): Promise<void> {
  const root = element.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  const styled: Styled = roots.get(root) ?? {
    ready: new Map<SheetName, Promise<void>>(),
    adopted: new Map<SheetName, CSSStyleSheet>(),
  };
  roots.set(root, styled);
  const needed = sheetsFor(holds);
  if (needed.includes('pictures')) void optional(followScheme(element));
  await Promise.all(
    needed.map(async (sheet) => {
      // To ask for a style costs a layout where the element stands in a container: once is enough.
      if (!styled.ready.has(sheet))
        styled.ready.set(sheet, isLinked(element, sheet) ? Promise.resolve() : adopt(root, sheet, styled));
      await styled.ready.get(sheet)?.catch((error: unknown) => {
        styled.ready.delete(sheet);
        throw error;
      });
    }),
  );
}

/** Not every picture can be chosen by a sheet. */
const followScheme = async (element: Element): Promise<void> =>
  (await import('../dom/scheme-pictures.js')).followScheme(element);

const isLinked = (element: Element, name: SheetName): boolean =>
  getComputedStyle(element).getPropertyValue(`--doc-${name}-sheet`) !== '';

/** Constructed sheets, so that no policy on inline styles applies. Whichever chunk comes first, their order is ours. */
async function adopt(root: Document | ShadowRoot, sheet: SheetName, { adopted }: Styled): Promise<void> {
  const { default: text } = await SHEET_TEXTS[sheet]();
  const constructed = new CSSStyleSheet();
  constructed.replaceSync(text);
  const ours = [...adopted.set(sheet, constructed).values()];
  root.adoptedStyleSheets = [
    ...root.adoptedStyleSheets.filter((other) => !ours.includes(other)),
    ...sheetsFor(() => true).flatMap((each) => adopted.get(each) ?? []),
  ];
}
