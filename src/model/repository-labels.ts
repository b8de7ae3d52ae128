import type { RepositoryLinkKind } from './repository.js';

/** Words of repository links, apart from the others because only pages that show them load them. */
export interface RepositoryLabels {
  /** BCP 47 tag of the language that numbers and dates are written in. */
  readonly locale: string;
  /** State of a repository that is read-only. */
  readonly archived: string;
  /** `{repository}` is a link to what the repository is called now. */
  readonly movedTo: string;
  /** `{repository}` is what the repository was called before. */
  readonly movedFrom: string;
  /** `{repository}` is a link to where the work goes on. */
  readonly continuedIn: string;
  /** `{count}` is the number of stars, by the plural categories of the language. */
  readonly stars: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };
  /** `{licence}` is an SPDX identifier. */
  readonly licence: string;
  /** Age of the facts; `{date}` is a day. */
  readonly asOf: string;
  /**
   * What a link leads to, for those who hear it: `{repository}` is `owner/name`; `{number}`, `{ref}`, `{path}` and
   * `{lines}` say the rest. Where a link has no ref or path, the plural kind's words are used.
   */
  readonly places: Readonly<Record<RepositoryLinkKind, string>>;
  /** Behind a file's words: one line, and several from `{first}` to `{last}`. */
  readonly line: string;
  readonly lines: string;
}

/** English, the default; dates as the rest of the world writes them. */
export const ENGLISH_REPOSITORY: RepositoryLabels = {
  locale: 'en-GB',
  archived: 'Archived',
  movedTo: 'Moved to {repository}',
  movedFrom: 'Formerly {repository}',
  continuedIn: 'Work goes on in {repository}',
  stars: { one: '{count} star', other: '{count} stars' },
  licence: '{licence} licence',
  asOf: 'As of {date}',
  places: {
    repository: 'Repository {repository}',
    file: 'File {path} in {repository}',
    directory: 'Directory {path} in {repository}',
    commit: 'Commit {ref} in {repository}',
    commits: 'Commits in {repository}',
    compare: 'Comparison {ref} in {repository}',
    issue: 'Issue {number} in {repository}',
    issues: 'Issues of {repository}',
    'pull-request': 'Pull request {number} in {repository}',
    'pull-requests': 'Pull requests of {repository}',
    discussion: 'Discussion {number} in {repository}',
    discussions: 'Discussions of {repository}',
    release: 'Release {ref} of {repository}',
    releases: 'Releases of {repository}',
    tag: 'Tag {ref} of {repository}',
    tags: 'Tags of {repository}',
    wiki: 'Wiki of {repository}',
    actions: 'Workflow runs of {repository}',
    other: 'Page of {repository}',
  },
  line: ', line {first}',
  lines: ', lines {first} to {last}',
};
