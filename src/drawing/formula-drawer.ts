import type { Drawer } from '../dom/drawings.js';
import { once } from '../model/once.js';
import { loadFormulaReader, reasonOf } from './formulas.js';
import type { MathElement } from './mathml.js';

const MATHML = 'http://www.w3.org/1998/Math/MathML';

const loadReader = once(loadFormulaReader);

/** Draws formulas in MathML: text that is read out, searched and printed. */
export const formulaDrawer: Drawer = {
  keepsSource: false,
  draw: async (tex, { isBlock }) => {
    try {
      const read = await loadReader();
      return build(read(tex.trim(), isBlock));
    } catch (error) {
      throw new Error(reasonOf(error), { cause: error });
    }
  },
};

/** Node by node: nothing is parsed as HTML, so that no policy applies. */
function build({ name, attributes, children }: MathElement): Element {
  const element = document.createElementNS(MATHML, name);
  for (const [attribute, value] of attributes) element.setAttribute(attribute, value);
  element.append(...children.map((child) => (typeof child === 'string' ? child : build(child))));
  return element;
}
