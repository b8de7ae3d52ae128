import { existsSync, statSync, watch, type FSWatcher } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isInside, shownPath, type ListedFile, type Selection } from './files.js';
import type { Outcome } from './job.js';
import type { Terminal } from './terminal.js';

/** Editors write a file in several steps: what changes within so many milliseconds is one change. */
const SETTLE = 80;

/** What is done with what has changed. */
export interface Changes {
  readonly pages: (pages: readonly ListedFile[]) => Promise<unknown>;
  /** Files beside pages that were copied along; absolute paths. */
  readonly files: (files: readonly string[]) => Promise<unknown>;
}

/**
 * Watches the folders of a selection, and those of the files that its pages show. The system's notices only wake it up:
 * what has changed it finds out by looking at the files again, so that no notice more or less is of consequence.
 */
export class Watch {
  readonly #selection: Selection;
  readonly #terminal: Terminal;
  readonly #bell = new Bell();
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #known = new Map<string, string>();
  /** The files beside each page, and their states. */
  readonly #beside = new Map<string, readonly string[]>();
  readonly #besideKnown = new Map<string, string>();

  /** Begins: what comes beside `files`, and what changes from now on, is known to {@link Watch.run}. */
  constructor(selection: Selection, files: readonly ListedFile[], terminal: Terminal) {
    this.#selection = selection;
    this.#terminal = terminal;
    for (const folder of selection.folders) this.#watchFolder(folder);
    for (const { path, problem } of files) if (!problem) this.#known.set(path, stateOf(path));
    // Something may have come between the list and the watchers.
    this.#bell.ring();
  }

  /** Learns which files were copied along with a page. */
  note({ path, files = [] }: Outcome): void {
    this.#beside.set(path, files);
    for (const file of files) {
      if (!this.#besideKnown.has(file)) this.#besideKnown.set(file, stateOf(file));
      const folder = dirname(file);
      if (![...this.#watchers.keys()].some((watched) => isInside(folder, watched))) this.#watchFolder(folder);
    }
  }

  /** Tells what changes, until the run is ended. */
  async run(changes: Changes): Promise<void> {
    const { err, signal } = this.#terminal;
    const { folders } = this.#selection;
    signal.addEventListener('abort', () => this.#bell.ring(), { once: true });
    if (!signal.aborted) await err.write(`Watching ${folders.map(shownPath).join(', ')}. Ctrl+C ends it.\n`);
    while (!signal.aborted) {
      await this.#bell.heard();
      await wait(SETTLE);
      const pages = await this.#takePages();
      const files = this.#takeFiles();
      if (pages.length > 0) await changes.pages(pages);
      if (files.length > 0) await changes.files(files);
    }
    for (const watcher of this.#watchers.values()) watcher.close();
  }

  #watchFolder(folder: string): void {
    // The folder of a file that is missing may be missing too.
    if (!existsSync(folder)) return;
    const watcher = watch(folder, { recursive: true });
    watcher.on('change', () => this.#bell.ring());
    // A folder that was taken away is an end of its own: others go on.
    watcher.on('error', () => this.#bell.ring());
    this.#watchers.set(folder, watcher);
  }

  /** The pages that are new or have changed since the last time. */
  async #takePages(): Promise<ListedFile[]> {
    const changed: ListedFile[] = [];
    const gone = new Set(this.#known.keys());
    for await (const file of this.#selection.list()) {
      if (file.problem) continue;
      const state = stateOf(file.path);
      if (state === MISSING) continue;
      gone.delete(file.path);
      if (this.#known.get(file.path) !== state) changed.push(file);
      this.#known.set(file.path, state);
    }
    for (const path of gone) {
      this.#known.delete(path);
      this.#beside.delete(path);
    }
    return changed;
  }

  /** The files beside pages that have come or changed since the last time. */
  #takeFiles(): string[] {
    const changed: string[] = [];
    for (const file of new Set([...this.#beside.values()].flat())) {
      const state = stateOf(file);
      if (state !== MISSING && this.#besideKnown.get(file) !== state) changed.push(file);
      this.#besideKnown.set(file, state);
    }
    return changed;
  }
}

const MISSING = '';

/** What tells one content of a file from another. */
function stateOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.mtimeMs} ${stats.size} ${stats.ino}` : MISSING;
}

/** Rings and is heard later, if nobody listened. */
class Bell {
  #rung = false;
  #listener: (() => void) | undefined;

  ring(): void {
    this.#rung = true;
    this.#listener?.();
  }

  async heard(): Promise<void> {
    if (!this.#rung) await new Promise<void>((resolve) => (this.#listener = resolve));
    this.#listener = undefined;
    this.#rung = false;
  }
}
