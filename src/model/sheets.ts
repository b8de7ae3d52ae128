/** The style sheets for the light DOM, by their files' names. */
export type SheetName =
  'prose' | 'blocks' | 'repos' | 'tasks' | 'footnotes' | 'callouts' | 'code' | 'pictures' | 'math';

/**
 * What each sheet is for: selectors of tags and attributes, none where it is for every page. In the order in which the
 * sheets apply, which is also the one in which a host links them and the build joins them. The elements of a page that
 * has a sheet have `--doc-NAME-sheet`.
 */
export const SHEETS: Readonly<Record<SheetName, readonly string[]>> = {
  prose: [],
  blocks: ['.doc-block'],
  repos: ['.repo-facts', '[variant="card"]'],
  tasks: ['.task-list-item'],
  footnotes: ['.data-footnote-backref'],
  callouts: ['.markdown-alert', 'doc-callout'],
  code: ['doc-code'],
  pictures: [
    '[src$="#gh-dark-mode-only"]',
    '[src$="#gh-light-mode-only"]',
    'source[media*="prefers-color-scheme"]',
  ],
  math: ['.doc-formula'],
};

/** The sheets that a page needs, if `holds` says of selectors whether it has something of theirs. */
export const sheetsFor = (holds: (selectors: readonly string[]) => boolean): SheetName[] =>
  (Object.keys(SHEETS) as SheetName[]).filter((name) => SHEETS[name].length === 0 || holds(SHEETS[name]));
