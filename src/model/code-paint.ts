/** What code is painted as. Each has a `::highlight(doc-…)` and a custom property of its name in the style sheet. */
export type Paint =
  | 'keyword'
  | 'string'
  | 'number'
  | 'comment'
  | 'title'
  | 'type'
  | 'attribute'
  | 'tag'
  | 'meta'
  | 'addition'
  | 'deletion';

/** A piece of code that is painted; `from` and `to` count UTF-16 code units from the start of the code. */
export interface Token {
  readonly paint: Paint;
  readonly from: number;
  readonly to: number;
}

/** The paint of each kind of token that Prism's grammars know; `undefined` for the colour of the text. */
const KINDS = new Map<string, Paint | undefined>();
const add = (paint: Paint | undefined, names: string): void => {
  for (const name of names.split(' ')) KINDS.set(name, paint);
};
add('keyword', 'keyword atrule important rule unit-keyword control directive statement');
add('string', 'string char regex url attr-value template-string string-property-value triple-quoted-string');
add('number', 'number boolean constant symbol unit hexcode null nil color date time');
add('comment', 'comment prolog cdata doctype blockquote shebang');
add('title', 'function title section method function-name id property-access-title');
add('type', 'class-name builtin namespace type type-definition primitive');
add(
  'attribute',
  'attr-name property variable parameter key selector pseudo-class pseudo-element environment label',
);
add('tag', 'tag');
add('meta', 'decorator annotation attribute macro preprocessor shell-symbol coord property-meta');
add('addition', 'inserted inserted-sign');
add('deletion', 'deleted deleted-sign deleted-arrow inserted-arrow');
// What is substituted into a string is code again.
add(undefined, 'interpolation script style language-javascript language-css');

/** Signs of a tag or a string are part of it; of anything else they have the colour of the text. */
const WITH_SIGNS = new Set<Paint>(['string', 'tag', 'comment', 'meta', 'addition', 'deletion']);
const SIGNS = /^(?:punctuation|operator)$/;

/** The paint of a token by its kind and its other names, inside another one that is painted as `outer`. */
export function paintOf(names: readonly string[], outer: Paint | undefined): Paint | undefined {
  const [kind = ''] = names;
  if (SIGNS.test(kind)) return outer && WITH_SIGNS.has(outer) ? outer : undefined;
  const known = names.find((name) => KINDS.has(name));
  return known === undefined ? outer : KINDS.get(known);
}
