/** The words the library writes itself, in the language of the page. */
export interface Labels {
  /** Accessible name of the table of contents. */
  readonly toc: string;
  /** Accessible name of a permalink; `{heading}` is the heading's text. */
  readonly permalink: string;
  /** Said when a permalink's address has been copied. */
  readonly linkCopied: string;
  /** Heading of the notes, for screen readers. */
  readonly footnotes: string;
  /** Accessible name of a note's link back; `{number}` is the note's number, with `-2` and so on for further references. */
  readonly footnoteBack: string;
  /** Titles of the alerts. */
  readonly alerts: Readonly<Record<'note' | 'tip' | 'important' | 'warning' | 'caution', string>>;
  /** Accessible name of a task's box that is ticked, and of one that is not. */
  readonly taskDone: string;
  readonly taskOpen: string;
  /** Said while the source is on its way. */
  readonly loading: string;
  /** The button that loads a failed source again. */
  readonly retry: string;
  /** The button that copies a code, what is said when it has, and when the browser does not let it. */
  readonly codeCopy: string;
  readonly codeCopied: string;
  readonly codeNotCopied: string;
  /** The button that lets long lines of code go on in the next one. */
  readonly codeWrap: string;
  /** The button that shows the rest of a long code; `{count}` is the number of its lines. */
  readonly codeUnfold: string;
  /** The button that shows only the beginning of a long code again. */
  readonly codeFold: string;
}

/** Some of the words, for a language or a site of its own; the others stay as they are. */
export type Translation = Partial<Omit<Labels, 'alerts'>> & { readonly alerts?: Partial<Labels['alerts']> };

/** English, the default. */
export const ENGLISH: Labels = {
  toc: 'On this page',
  permalink: 'Link to this section: {heading}',
  linkCopied: 'Link copied',
  footnotes: 'Footnotes',
  footnoteBack: 'Back to reference {number}',
  alerts: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution' },
  taskDone: 'Completed task',
  taskOpen: 'Incomplete task',
  loading: 'Loading…',
  retry: 'Try again',
  codeCopy: 'Copy code',
  codeCopied: 'Copied',
  codeNotCopied: 'The browser does not allow copying. The code is selected: press Ctrl+C or ⌘C.',
  codeWrap: 'Wrap long lines',
  codeUnfold: 'Show all {count} lines',
  codeFold: 'Show less',
};

/** `text` with each `{name}` replaced by its value. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** `labels` with some of them replaced. */
export const withWords = (labels: Labels, words: Translation | undefined): Labels =>
  words ? { ...labels, ...words, alerts: { ...labels.alerts, ...words.alerts } } : labels;
