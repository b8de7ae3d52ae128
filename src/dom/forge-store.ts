import { formatEntry, freshness, parseEntry, type ForgeEntry } from '../model/forge-entry.js';

/**
 * What the browser remembers of forges, in the site's local storage, so that the next page and the next visit know it at
 * once. Where there is none, or no room in it, each page asks anew: nothing else changes. Tokens are never here.
 */
const ENTRY = 'doc-elements:repo:';
const PAUSE = 'doc-elements:forge-pause:';

/** No forge is left alone longer: a later moment comes from a clock that has jumped since. */
const LONGEST_PAUSE = 3_600_000;

/** Access itself may be denied. */
function storage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

function read(key: string): string | null {
  try {
    return storage()?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    storage()?.setItem(key, value);
  } catch {
    prune();
    try {
      storage()?.setItem(key, value);
    } catch {
      // Still no room: the page knows it, the next will ask.
    }
  }
}

/** Makes room: the older half of what we remember goes. */
function prune(): void {
  const store = storage();
  if (!store) return;
  const ours = Object.keys(store)
    .filter((key) => key.startsWith(ENTRY))
    .map((key) => ({ key, checkedAt: parseEntry(read(key))?.checkedAt ?? 0 }))
    .sort((a, b) => a.checkedAt - b.checkedAt);
  for (const { key } of ours.slice(0, Math.ceil(ours.length / 2))) store.removeItem(key);
}

/** What is remembered of a repository, unless it is too old to be shown. */
export function readEntry(repository: string, now: number): ForgeEntry | undefined {
  const entry = parseEntry(read(ENTRY + repository));
  return entry && freshness(entry, now) !== 'expired' ? entry : undefined;
}

export const writeEntry = (repository: string, entry: ForgeEntry): void =>
  write(ENTRY + repository, formatEntry(entry));

/** Until when a forge wants to be left alone, as an earlier page was told. */
export function readPause(host: string, now: number): number {
  const until = Number(read(PAUSE + host) ?? 0);
  return until > now && until <= now + LONGEST_PAUSE ? until : 0;
}

export const writePause = (host: string, until: number): void => write(PAUSE + host, String(until));
