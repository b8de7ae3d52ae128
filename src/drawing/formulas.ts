import type { FormulaRenderer } from '../model/formula.js';
import { readMathml, writeMathml, type MathElement } from './mathml.js';

/** A longer formula would hold up the page. */
const LONGEST = 20_000;

/** Reads a formula. @throws {Error} where it cannot be read: why. */
export type FormulaReader = (tex: string, display: boolean) => MathElement;

/** Loads KaTeX. */
export async function loadFormulaReader(): Promise<FormulaReader> {
  const { default: katex } = await import('katex');
  return (tex, display) => {
    if (tex.length > LONGEST) throw new Error(`It has more than ${LONGEST} characters.`);
    const text = katex.renderToString(tex, {
      displayMode: display,
      output: 'mathml',
      throwOnError: true,
      strict: 'ignore',
      trust: false,
      maxSize: 50,
      maxExpand: 1000,
    });
    const mathml = readMathml(text);
    if (!mathml) throw new Error('There is nothing in it.');
    return mathml;
  };
}

/** Why KaTeX cannot read a formula, without its own name and the formula again. */
export const reasonOf = (error: unknown): string => {
  const { rawMessage, message } = error as { rawMessage?: string; message?: string };
  return rawMessage ?? message ?? String(error);
};

/** Formulas as MathML, for a server: `renderPage(source, { math })`. */
export const math: FormulaRenderer = {
  load: async () => {
    const read = await loadFormulaReader();
    return (tex, display) => {
      try {
        return writeMathml(read(tex, display));
      } catch (error) {
        throw new Error(reasonOf(error), { cause: error });
      }
    };
  },
};
