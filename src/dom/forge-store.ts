import { formatEntry, freshness, parseEntry, type ForgeEntry } from '../model/forge-entry.js';
import { isPaused } from '../model/forge-pause.js';

/**
 * What the browser remembers of forges, in the site's local storage, so that the next page and the next visit know it at
 * once. Where there is none, or no room in it, each page asks anew: nothing else changes. Tokens are never here.
 */
const ENTRY = 'doc-elements:repo:';
const PAUSE = 'doc-elements:forge-pause:';

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
    const store = storage();
    if (!store) return;
    try {
      store.setItem(key, value);
    } catch {
      prune(store);
      store.setItem(key, value);
    }
  } catch {
    // No room, or no permission: the page knows it, the next will ask.
  }
}

/** Makes room: the older half of what we remember goes. */
function prune(store: Storage): void {
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
  return Number.isFinite(until) && isPaused(until, now) ? until : 0;
}

export const writePause = (host: string, until: number): void => write(PAUSE + host, String(until));
