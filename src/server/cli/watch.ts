import { watch, type FSWatcher } from 'node:fs';
import { stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { shownPath, type ListedFile, type Selection } from './files.js';
import type { Terminal } from './terminal.js';

/** Editors write a file in several steps: what changes within so many milliseconds is one change. */
const SETTLE = 80;

/**
 * Watches the folders of a selection. The system's notices only wake it up: what has changed it finds out by listing
 * the files again, so that no notice more or less is of consequence.
 */
export class Watch {
  readonly #selection: Selection;
  readonly #terminal: Terminal;
  readonly #bell = new Bell();
  readonly #watchers: readonly FSWatcher[];
  readonly #known = new Map<string, string>();

  private constructor(selection: Selection, terminal: Terminal) {
    this.#selection = selection;
    this.#terminal = terminal;
    this.#watchers = selection.folders.map((folder) => watchFolder(folder, this.#bell));
  }

  /** Begins: what changes from now on is known to {@link Watch.run}. */
  static async start(selection: Selection, terminal: Terminal): Promise<Watch> {
    const started = new Watch(selection, terminal);
    await takeChanges(selection, started.#known);
    return started;
  }

  /** Renders what changes, until the run is ended. */
  async run(renderChanged: (files: readonly ListedFile[]) => Promise<unknown>): Promise<void> {
    const { err, signal } = this.#terminal;
    const { folders } = this.#selection;
    signal.addEventListener('abort', () => this.#bell.ring(), { once: true });
    if (!signal.aborted) await err.write(`Watching ${folders.map(shownPath).join(', ')}. Ctrl+C ends it.\n`);
    while (!signal.aborted) {
      await this.#bell.heard();
      await wait(SETTLE);
      const changed = await takeChanges(this.#selection, this.#known);
      if (changed.length > 0) await renderChanged(changed);
    }
    for (const watcher of this.#watchers) watcher.close();
  }
}

function watchFolder(folder: string, bell: Bell): FSWatcher {
  const watcher = watch(folder, { recursive: true });
  watcher.on('change', () => bell.ring());
  // A folder that was taken away is an end of its own: others go on.
  watcher.on('error', () => bell.ring());
  return watcher;
}

/** The files that are new or have changed since the last time. */
async function takeChanges(
  { list: listFiles }: Selection,
  known: Map<string, string>,
): Promise<ListedFile[]> {
  const changed: ListedFile[] = [];
  const gone = new Set(known.keys());
  for await (const file of listFiles()) {
    if (file.problem) continue;
    const state = await stat(file.path).then(
      ({ mtimeMs, size, ino }) => `${mtimeMs} ${size} ${ino}`,
      () => undefined,
    );
    if (state === undefined) continue;
    gone.delete(file.path);
    if (known.get(file.path) !== state) changed.push(file);
    known.set(file.path, state);
  }
  for (const path of gone) known.delete(path);
  return changed;
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
