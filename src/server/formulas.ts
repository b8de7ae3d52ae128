import type { FormulaCompiler, FormulaRenderer } from '../model/formula.js';
import type { Problem } from '../model/problem.js';
import { undrawn } from '../model/undrawn.js';
import { countLines } from '../source/lines.js';

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
  const places = source === undefined ? undefined : new Places(source);
  let left = MIN_GROWTH + GROWTH_FACTOR * html.length;
  return html.replace(FORMULA, (whole, block: string | undefined, kind: string | undefined, text: string) => {
    if (left < 0) return whole;
    const tex = decode(text).trim();
    const line = places?.lineOf(tex);
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
      report(undrawn('math', tex, reasonOf(error), line === undefined ? undefined : { line }));
      return whole;
    }
  });
}

/** Formulas that may be in no place of the source: each costs a look at all the rest of it. Text of JSON has few of its own. */
const MAX_MISSED = 100;

/** Finds texts in a source, each behind the one before. */
class Places {
  readonly #source: string;
  #from = 0;
  #line = 1;
  #missed = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** The line that `text` begins in; `undefined` where it is not found. */
  lineOf(text: string): number | undefined {
    if (this.#missed > MAX_MISSED) return undefined;
    const at = this.#source.indexOf(text, this.#from);
    if (at === -1) {
      this.#missed++;
      return undefined;
    }
    const line = this.#line + countLines(this.#source.slice(this.#from, at));
    this.#from = at + text.length;
    this.#line = line + countLines(text);
    return line;
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
