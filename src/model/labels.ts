import type { BlockData } from './blocks.js';
import type { RepositoryLinkKind } from './repository.js';

/** One wording for each plural category that the language has; `{count}` is the number. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/**
 * The words the library writes itself, in the language of the page: one table for each language, in `labels/`. Words in
 * braces are replaced by what they name.
 */
export interface Labels {
  /** BCP 47 tag of the language that the words are in, and that numbers, dates and plural forms go by. */
  readonly lang: string;
  /** Accessible name of the table of contents. */
  readonly toc: string;
  /** Title of a document whose page has none. */
  readonly untitled: string;
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
  /** The button that shows the rest of a long code; the number is that of all its lines. */
  readonly codeUnfold: Plural;
  /** The button that shows only the beginning of a long code again. */
  readonly codeFold: string;
  /** What a diagram is called that its author gave no title. */
  readonly diagram: string;
  /** Opens the code of a diagram below it. */
  readonly diagramSource: string;
  readonly blocks: BlockLabels;
  readonly repositories: RepositoryLabels;
  readonly errors: ErrorLabels;
}

type ChannelType = NonNullable<BlockData<'channels'>['channels'][number]['type']>;

/** Words in blocks of data. */
export interface BlockLabels {
  /** A person's status. */
  readonly emeritus: string;
  /** A period without an end, and one without a beginning; `{date}` is a day, a month or a year. */
  readonly since: string;
  readonly until: string;
  /** Kinds of channels. */
  readonly channels: Readonly<Record<ChannelType, string>>;
  /** Column headings of the versions that get fixes, and what stands in them. */
  readonly version: string;
  readonly supported: string;
  readonly supportedUntil: string;
  readonly yes: string;
  readonly no: string;
  /** Links about security. */
  readonly policy: string;
  readonly encryption: string;
  readonly acknowledgments: string;
  /** A release that is not yet for everybody, and until when one gets fixes; `{date}` is a day, a month or a year. */
  readonly prerelease: string;
  readonly releaseSupported: string;
  /** The version that is cited; `{version}` is its number. */
  readonly citedVersion: string;
  /** Accessible name of the link to an author's ORCID record; `{name}` is the author's. */
  readonly orcid: string;
}

/** Words of links to repositories, and of cards. */
export interface RepositoryLabels {
  /** State of a repository that is read-only. */
  readonly archived: string;
  /** `{repository}` is a link to what the repository is called now. */
  readonly movedTo: string;
  /** `{repository}` is what the repository was called before. */
  readonly movedFrom: string;
  /** `{repository}` is a link to where the work goes on. */
  readonly continuedIn: string;
  readonly stars: Plural;
  /** `{licence}` is an SPDX identifier. */
  readonly licence: string;
  /** Age of the facts; `{date}` is a day. */
  readonly asOf: string;
  /**
   * What a link leads to, for those who hear it: `{repository}` is `owner/name`; `{number}`, `{ref}` and `{path}` say
   * the rest. Where a link has no ref or path, the plural kind's words are used.
   */
  readonly places: Readonly<Record<RepositoryLinkKind, string>>;
  /** Behind a file's words: line `{first}`, and lines `{first}` to `{last}`. */
  readonly line: string;
  readonly lines: string;
}

/** What readers are told when a source cannot be loaded. */
export interface ErrorLabels {
  /** `{url}` is the source's address, `{cause}` the rest of the sentence, from below, and what to do. */
  readonly notLoaded: string;
  readonly fromDisk: string;
  readonly offline: string;
  readonly mixed: string;
  /** `{host}` is that of the source, `{origin}` that of the page. */
  readonly blocked: string;
  /** The address is that of a page which shows the file; `{raw}` is the file's own. */
  readonly shownPage: string;
  readonly silent: string;
  readonly broken: string;
  /** `{seconds}` is how long was waited. */
  readonly slow: string;
  /** `{size}` is the limit, such as `5 MB`. */
  readonly tooLarge: string;
  /** `{status}` is the server's answer, such as `404 (Not Found)`, `{advice}` what to do about it. */
  readonly answered: string;
  readonly signIn: string;
  readonly refused: string;
  readonly missing: string;
  readonly removed: string;
  readonly busy: string;
  readonly faulty: string;
  readonly checkAddress: string;
  /** The source is something else: `{found}` is one of {@link found}, `{advice}` one of the two below. */
  readonly wrongType: string;
  /** The same, where the answer came from another address, `{target}`. */
  readonly wrongTypeThere: string;
  readonly pageInstead: string;
  readonly pointToText: string;
  /** What was sent instead; `{type}` is a media type such as `application/msword`. */
  readonly found: Readonly<
    Record<'html' | 'pdf' | 'image' | 'audio' | 'video' | 'font' | 'zip' | 'compressed' | 'other', string>
  >;
  readonly aborted: string;
  /** `{url}` is what was given for an address. */
  readonly noAddress: string;
}

/** Some of the words, for a language or a site of its own; the others stay as they are. */
export type Translation = Some<Labels>;

type Some<Table> = { readonly [Key in keyof Table]?: Table[Key] extends string ? string : Some<Table[Key]> };

/** `text` with each `{name}` replaced by its value. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  let filled = '';
  let last = 0;
  for (let open = text.indexOf('{'); open !== -1; open = text.indexOf('{', open + 1)) {
    const close = text.indexOf('}', open);
    const value = values[text.slice(open + 1, close)];
    if (value === undefined) continue;
    filled += text.slice(last, open) + value;
    last = close + 1;
  }
  return filled + text.slice(last);
}

/** `labels` with some of them replaced. */
export const withWords = (labels: Labels, words: Translation | undefined): Labels =>
  words && words !== labels ? merge(labels, words) : labels;

function merge<Table extends object>(table: Table, words: Some<Table>): Table {
  const merged = Object.fromEntries<unknown>(Object.entries(table));
  for (const [key, word] of Object.entries<unknown>(words)) {
    const before = Object.hasOwn(merged, key) ? merged[key] : undefined;
    if (typeof word === 'object' && word && typeof before === 'object' && before)
      merged[key] = merge(before, word);
    else if (word !== undefined) merged[key] = word;
  }
  return merged as Table;
}
