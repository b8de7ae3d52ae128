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

/** The paint of each scope that highlight.js knows; a scope that is not here has the colour of the text. */
const SCOPES: Readonly<Record<string, Paint>> = {
  keyword: 'keyword',
  'selector-tag': 'tag',
  tag: 'tag',
  name: 'tag',
  string: 'string',
  regexp: 'string',
  'template-tag': 'meta',
  symbol: 'number',
  bullet: 'number',
  number: 'number',
  literal: 'number',
  link: 'string',
  comment: 'comment',
  quote: 'comment',
  doctag: 'keyword',
  title: 'title',
  section: 'title',
  'selector-id': 'title',
  type: 'type',
  class: 'type',
  built_in: 'type',
  'selector-class': 'attribute',
  'selector-attr': 'attribute',
  'selector-pseudo': 'attribute',
  attr: 'attribute',
  attribute: 'attribute',
  variable: 'attribute',
  'template-variable': 'attribute',
  property: 'attribute',
  meta: 'meta',
  addition: 'addition',
  deletion: 'deletion',
};

/** The paint of a scope such as `title.class.inherited`, given in its parts. */
export function paintOf([scope = '', ...sub]: readonly string[]): Paint | undefined {
  if (scope === 'title' && sub.includes('class')) return 'type';
  return Object.hasOwn(SCOPES, scope) ? SCOPES[scope] : undefined;
}
