/** Makes MathML of formulas in TeX: what `doc-elements/math.js` exports. */
export interface FormulaRenderer {
  /** Loads what it takes. Called only where there is a formula. */
  readonly load: () => Promise<FormulaCompiler>;
}

/**
 * The MathML of a formula; `display` where it stands on lines of its own.
 *
 * @throws {Error} where the formula cannot be read: why.
 */
export type FormulaCompiler = (tex: string, display: boolean) => string;
