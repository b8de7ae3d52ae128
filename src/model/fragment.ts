import { ID_PREFIX } from './names.js';
import { decodePart } from './percent.js';

/** An id as the fragment of a URL: only what would end or change the fragment is encoded, so that it stays readable. */
export const encodeFragment = (id: string): string =>
  /[%\s"<>`]/.test(id) ? id.replace(/[%\s"<>`]/g, (character) => encodeURIComponent(character)) : id;

/**
 * The id that a fragment means: the very id, or else the id it names once percent-encoding is read, with or
 * without GitHub's `user-content-` prefix on either side, and only then whatever the case of its letters. Last comes
 * the id with the same letters and digits: each site generator has its own rule for the rest of a heading, and links
 * from the time before a page moved are written by that of another one.
 * `hash` may begin with `#`. An empty fragment means no id. Of two ids that fit equally, the first wins.
 */
export function matchFragment(hash: string, ids: readonly string[]): string | undefined {
  const written = hash.startsWith('#') ? hash.slice(1) : hash;
  if (written === '') return undefined;
  const names = new Set([written, decodePart(written)]);
  for (const name of names) if (ids.includes(name)) return name;
  return (
    findAlike(names, ids, withoutPrefix) ?? findAlike(names, ids, fold) ?? findAlike(names, ids, lettersOnly)
  );
}

const withoutPrefix = (id: string): string => (id.startsWith(ID_PREFIX) ? id.slice(ID_PREFIX.length) : id);

const fold = (id: string): string => withoutPrefix(id.normalize().toLowerCase());

/** Letters and digits, those of Latin and Greek without accents. Ids that {@link matchFragment} takes for one another have the same. */
export const lettersOnly = (id: string): string =>
  fold(id)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]+|[^\p{L}\p{M}\p{N}]+/gu, '');

/** The first id that is the same as one of the names in the eyes of `read`; what reads as nothing is like nothing. */
function findAlike(
  names: ReadonlySet<string>,
  ids: readonly string[],
  read: (id: string) => string,
): string | undefined {
  const wanted = new Set([...names].map(read).filter((name) => name !== ''));
  return ids.find((id) => wanted.has(read(id)));
}
