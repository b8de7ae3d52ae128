/** Lit without what it does for browsers that the library does not support, where the two are in one bundle. */

/**
 * What stands in place of `css-tag.js`: the same names, for browsers that have constructed style sheets. In those it does
 * the same; a value inside a style is not asked whether it is safe, which those of the library are.
 */
const STYLES = `
export class CSSResult {
  constructor(text) { this.cssText = text; }
  get styleSheet() {
    if (!this._sheet) (this._sheet = new CSSStyleSheet()).replaceSync(this.cssText);
    return this._sheet;
  }
  toString() { return this.cssText; }
}
export const unsafeCSS = (text) => new CSSResult(text + '');
export const css = (strings, ...values) => new CSSResult(String.raw({ raw: strings }, ...values));
export const adoptStyles = (root, styles) => {
  root.adoptedStyleSheets = styles.map((style) => style.styleSheet ?? style);
};
export const getCompatibleStyle = (style) => style;
export const supportsAdoptingStyleSheets = true;
`;

/** What an older browser's polyfills hook into, and names that only the Closure compiler renames. @type {readonly (readonly [RegExp, string])[]} */
const LEFT_OUT = [
  [/\b(\w+)=\w+\.reactiveElementPolyfillSupport,(?=[^]*\b\1\?\.)/, ''],
  [/\b\w+\?\.\(\{ReactiveElement:\w+\}\),/, ''],
  [/\b\w+\(("(?:elementProperties|finalized|properties)")\)/g, '$1'],
  [/,\w+=\((\w+),\w+\)=>\1(?=,)/, ''],
];

/** @param {string} code that of `reactive-element.js` */
export function withoutPolyfills(code) {
  return LEFT_OUT.reduce((rest, [pattern, by]) => {
    const left = rest.replace(pattern, by);
    if (left === rest)
      throw new Error(`Lit is put together in another way now: see test/tools/lit-parts.mjs`);
    return left;
  }, code);
}

/** @returns {import('rollup').Plugin} */
export const litParts = () => ({
  name: 'lit-parts',
  transform(code, id) {
    const name = /\/@lit\/reactive-element\/([\w-]+)\.js$/.exec(id.replaceAll('\\', '/'))?.[1];
    if (name === 'css-tag') return { code: STYLES, map: { mappings: '' } };
    if (name === 'reactive-element') return { code: withoutPolyfills(code), map: { mappings: '' } };
    return null;
  },
});
