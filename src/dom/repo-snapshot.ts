import { indexFacts, SNAPSHOT_TYPE, type RepositoryFacts } from '../model/repository-facts.js';
import type { Problem } from '../model/problem.js';
import { readSnapshot } from '../model/repository-snapshot.js';
import { loadText } from './load.js';

/** A snapshot that many cards look into. */
export interface IndexedSnapshot {
  readonly facts: ReadonlyMap<string, RepositoryFacts>;
  readonly problems: readonly Problem[];
}

const loaded = new Map<string, Promise<IndexedSnapshot>>();
const given = new WeakMap<object, IndexedSnapshot>();

/**
 * The snapshot of a page: its URL, relative to the document, or what is in it. Each is loaded and read once. A
 * snapshot that fails is an empty one with a problem.
 */
export function snapshotOf(source: unknown): Promise<IndexedSnapshot> | IndexedSnapshot {
  if (typeof source === 'object' && source !== null) {
    const known = given.get(source) ?? index(source);
    given.set(source, known);
    return known;
  }
  const url = String(source);
  const known = loaded.get(url) ?? load(url);
  loaded.set(url, known);
  return known;
}

/** The snapshot that a prerendered page has in itself. */
export function adoptedSnapshot(page: Element): IndexedSnapshot | undefined {
  const script = page.querySelector(`:scope > script[type="${SNAPSHOT_TYPE}"]`);
  if (!script) return undefined;
  const known = given.get(script) ?? index(script.textContent);
  given.set(script, known);
  return known;
}

async function load(url: string): Promise<IndexedSnapshot> {
  try {
    return index((await loadText(url)).text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { facts: new Map(), problems: [{ code: 'load-failed', severity: 'error', message }] };
  }
}

function index(input: unknown): IndexedSnapshot {
  const { snapshot, problems } = readSnapshot(input);
  return { facts: indexFacts(snapshot), problems };
}
