import { fill, type Labels } from './labels.js';
import { ENGLISH } from './labels/en.js';
import type { RepositoryLink, RepositoryLinkKind } from './repository.js';

/** What a place is called where its URL does not name one of its kind. */
const WITHOUT_DETAIL: Readonly<Partial<Record<RepositoryLinkKind, RepositoryLinkKind>>> = {
  compare: 'commits',
  directory: 'repository',
  file: 'repository',
  release: 'releases',
  tag: 'tags',
};

/** What a link leads to, in words: `Pull request 12 in dotnet/runtime`, `File src/main.c in dotnet/coreclr, lines 10 to 20`. */
export function describeRepository(
  link: RepositoryLink,
  { repositories: labels }: Pick<Labels, 'repositories'> = ENGLISH,
): string {
  const { kind, owner, name, path = '', number, lines } = link;
  const ref = kind === 'commit' ? shortCommit(link.ref ?? '') : (link.ref ?? '');
  const detail = kind === 'file' || kind === 'directory' ? path : kind === 'wiki' ? 'wiki' : ref;
  const named = number !== undefined || detail !== '' ? kind : (WITHOUT_DETAIL[kind] ?? kind);
  const words = fill(labels.places[named], {
    repository: `${owner}/${name}`,
    number: String(number ?? ''),
    ref,
    path,
  });
  if (!lines) return words;
  const [first, last] = lines;
  return (
    words + fill(first === last ? labels.line : labels.lines, { first: String(first), last: String(last) })
  );
}

/** Nobody wants to hear forty digits. */
const shortCommit = (ref: string): string => (/^[\da-f]{8,}$/i.test(ref) ? ref.slice(0, 7) : ref);
