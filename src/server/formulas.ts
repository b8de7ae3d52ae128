import type { FormulaCompiler, FormulaRenderer } from '../model/formula.js';
import type { Problem } from '../model/problem.js';
import { undrawn } from '../model/undrawn.js';

/** A formula as our own compiler writes it. In what a sanitizer has written, no attribute value reads like it. */
const FORMULA =
  /<doc-code><(pre><)?code class="language-math( math-display| math-inline)?">([^<]*)<\/code>(?:<\/pre>)?<\/doc-code>/g;

const CHARACTERS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': '\u00a0',
};

const decode = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (reference) => CHARACTERS[reference] ?? reference);

/** Characters that formulas may have as MathML in any page, and for each character of its HTML. */
const MIN_GROWTH = 50_000;
const GROWTH_FACTOR = 1;

const TOO_MUCH: Problem = {
  code: 'limit-exceeded',
  severity: 'warning',
  message:
    'There are so many formulas that the page would be many times its source: the others show as code.',
};

export const hasFormulas = (html: string): boolean => html.includes('<code class="language-math');

/**
 * Safe HTML with its formulas as MathML. One that cannot be read stays as it is, and is told with its line in `source`
 * where that is the text it came from.
 */
export async function drawFormulas(
  html: string,
  renderer: FormulaRenderer,
  source: string | undefined,
  report: (problem: Problem) => void,
): Promise<string> {
  let compile: FormulaCompiler;
  try {
    compile = await renderer.load();
  } catch (error) {
    report(undrawn('math', '', reasonOf(error)));
    return html;
  }
  let from = 0;
  let left = MIN_GROWTH + GROWTH_FACTOR * html.length;
  return html.replace(FORMULA, (whole, block: string | undefined, kind: string | undefined, text: string) => {
    const tex = decode(text).trim();
    const at = source?.indexOf(tex, from) ?? -1;
    if (at !== -1) from = at + tex.length;
    if (left < 0) return whole;
    const isDisplay = block !== undefined || kind === ' math-display';
    try {
      const mathml = compile(tex, isDisplay);
      left -= mathml.length;
      if (left < 0) {
        report(TOO_MUCH);
        return whole;
      }
      const tag = block !== undefined ? 'div' : 'span';
      return `<${tag} class="doc-formula" dir="ltr">${mathml}</${tag}>`;
    } catch (error) {
      const line = at === -1 ? undefined : (source?.slice(0, at).split('\n').length ?? 1);
      report(undrawn('math', tex, reasonOf(error), line === undefined ? undefined : { line }));
      return whole;
    }
  });
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
