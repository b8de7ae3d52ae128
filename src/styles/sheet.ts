/**
 * What TypeScript finds for `doc-elements/prose.css` and the other sheets. A bundler takes the import for its effect;
 * with `{ type: 'css' }` a browser gives the sheet.
 */
declare const sheet: CSSStyleSheet;
export default sheet;
