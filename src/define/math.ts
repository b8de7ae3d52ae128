/** Formulas: draws what `$…$`, `$$…$$` and code in the language `math` say. Needs `katex`, which it loads for the first formula. */
import { registerDrawer } from '../dom/drawings.js';

registerDrawer('math', async () => (await import('../drawing/formula-drawer.js')).formulaDrawer);

export { math } from '../drawing/formulas.js';
export type { FormulaCompiler, FormulaRenderer } from '../model/formula.js';
