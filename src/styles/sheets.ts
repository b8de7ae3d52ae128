/** A style sheet for the light DOM. */
export interface Sheet {
  /** Its file's. The elements of a page that has the sheet have `--doc-NAME-sheet`. */
  readonly name: string;
  /** Tags and classes of what it is for; none where it is for every page. */
  readonly content: readonly string[];
  /** Its text, from a chunk of its own. */
  readonly load: () => Promise<{ readonly default: string }>;
}

/** In the order in which they apply, which is also the one in which a host links them and the build joins them. */
export const SHEETS: readonly Sheet[] = [
  { name: 'prose', content: [], load: () => import('./prose.css') },
  { name: 'blocks', content: ['.doc-block'], load: () => import('./blocks.css') },
  {
    name: 'repos',
    content: ['.repo-facts', '[variant="card"]'],
    load: () => import('./repos.css'),
  },
  { name: 'tasks', content: ['.task-list-item'], load: () => import('./tasks.css') },
  { name: 'footnotes', content: ['.data-footnote-backref'], load: () => import('./footnotes.css') },
  { name: 'callouts', content: ['.markdown-alert', 'doc-callout'], load: () => import('./callouts.css') },
  { name: 'code', content: ['doc-code'], load: () => import('./code.css') },
  {
    name: 'pictures',
    content: [
      '[src$="#gh-dark-mode-only"]',
      '[src$="#gh-light-mode-only"]',
      'source[media*="prefers-color-scheme"]',
    ],
    load: () => import('./pictures.css'),
  },
  { name: 'math', content: ['.doc-formula'], load: () => import('./math.css') },
];
