/** What shows a code as what it says: a formula, a diagram. */
export interface Drawer {
  /** Whether the code stays in reach under the drawing, because a picture cannot say all that it does. */
  readonly keepsSource: boolean;
  /**
   * Draws a code. Rejects with why it cannot: then the code is shown, and the reason is told.
   */
  draw(source: string, around: Surroundings): Promise<Element>;
}

/** Where a drawing will stand. */
export interface Surroundings {
  /** Whether it stands on lines of its own. */
  readonly isBlock: boolean;
  /** Whether the colour scheme is dark. */
  readonly isDark: boolean;
  /** What to call a drawing that has no name of its own. */
  readonly name: string;
}

type LoadDrawer = () => Promise<Drawer>;

interface Registry {
  readonly drawers: Map<string, LoadDrawer>;
  readonly waiting: Set<() => void>;
}

/** One for all copies of the library in a page: what draws may come in a script of its own. */
const KEY = Symbol.for('doc-elements.drawings');
const scope = globalThis as unknown as Record<symbol, Registry | undefined>;
const registry: Registry = scope[KEY] ?? { drawers: new Map(), waiting: new Set() };
scope[KEY] = registry;
const { drawers, waiting } = registry;

/** Draws the codes in a language from now on. What draws them is loaded when the first of them comes near. */
export function registerDrawer(language: string, load: LoadDrawer): void {
  drawers.set(language, load);
  for (const notify of waiting) notify();
}

export const drawerOf = (language: string): LoadDrawer | undefined => drawers.get(language);

/** Tells when a drawer is registered, until `unwatchDrawers`. */
export const watchDrawers = (notify: () => void): unknown => waiting.add(notify);

export const unwatchDrawers = (notify: () => void): boolean => waiting.delete(notify);
