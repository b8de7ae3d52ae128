/**
 * Something wrong with the input, as a value. Parsing, validation and loading return problems beside
 * their result; they never throw on bad input, and what is right still renders.
 */
export interface Problem {
  /** Stable, kebab-case name of the rule, such as `front-matter-invalid`: what a program matches on. */
  readonly code: ProblemCode;
  /** `error`: something the author wrote is missing from the page; `warning`: it may not look as meant; `info`: worth knowing. */
  readonly severity: 'error' | 'warning' | 'info';
  /** One sentence for the author: what is wrong and what to do about it. */
  readonly message: string;
  /** Where it is. */
  readonly place?: Place;
}

/** A place in the source: lines and columns for text, a path for data. */
export interface Place {
  /** 1-based line in the source text as the author wrote it, front matter included. */
  readonly line?: number;
  /** 1-based column in UTF-16 code units. */
  readonly column?: number;
  /** Path in page data, such as `sections[2].heading`; then there is no line, unless the data's own text tells it. */
  readonly path?: string;
}

/** Every code the library reports. A new rule adds its name here. */
export type ProblemCode =
  // text
  | 'text-invalid-utf8'
  | 'text-nul'
  | 'text-too-large'
  // front matter
  | 'front-matter-invalid'
  | 'front-matter-unclosed'
  | 'title-differs'
  // Markdown
  | 'template-leftover'
  | 'kramdown-attributes'
  | 'html-unclosed'
  | 'url-unsafe'
  | 'link-unresolved'
  | 'footnote-undefined'
  | 'footnote-unused'
  | 'heading-level-skipped'
  | 'heading-empty'
  | 'image-alt-missing'
  | 'limit-exceeded'
  | 'formula-invalid'
  | 'diagram-invalid'
  | 'id-duplicate'
  // page data
  | 'data-not-json'
  | 'data-not-yaml'
  | 'data-type'
  | 'data-unknown-key'
  | 'data-unknown-kind'
  | 'data-too-deep'
  | 'block-invalid'
  // files
  | 'file-missing'
  | 'file-unreadable'
  | 'file-unwritable'
  | 'page-failed'
  // repositories
  | 'repository-unknown'
  | 'repository-unreachable'
  // what the host asks for
  | 'allow-refused'
  // the live page
  | 'fragment-dead'
  | 'load-failed'
  | 'source-unread';

/** Whether any of the problems is an error. */
export const hasErrors = (problems: readonly Problem[]): boolean =>
  problems.some((problem) => problem.severity === 'error');

/** `12:3`, `line 12`, `sections[0].heading`, or an empty string: the place as people read it. */
export function formatPlace(place: Place | undefined): string {
  if (!place) return '';
  if (place.path !== undefined) return place.path;
  if (place.line === undefined) return '';
  return place.column === undefined ? `line ${place.line}` : `${place.line}:${place.column}`;
}
