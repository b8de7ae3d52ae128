import { setImmediate as nextTurn } from 'node:timers/promises';
import { fault, HiredWorker } from './hired-worker.js';
import { createJob, type JobSettings, type Outcome, type ProcessFile } from './job.js';
import type { ListedFile } from './files.js';
import { StopSign } from './stop-sign.js';

/** Work that is shorter than so many milliseconds is done before workers have read their code. */
const HIRE_AFTER = 200;

/** Files in work at once in this thread: a pipe holds up no others. */
const OWN_FILES = 4;

/** Files that a worker has in work or finds waiting: enough for as long as this thread is busy with its own. */
const FILES_OF_WORKER = 16;

/** Outcomes that may wait for the one before them: a slow file does not stop the others, and memory has a bound. */
const WINDOW = 64;

/** Files to work through, as they are listed. */
export type Files = AsyncIterable<ListedFile> | Iterable<ListedFile>;

/**
 * Works through files in several threads, and hands out what came of each in the order of the list. Nothing is kept, however
 * many files there are. When `signal` aborts, no file is begun any more, in whatever thread it waits, and those in work come to
 * their end.
 */
export async function* processFiles(
  files: Files,
  settings: JobSettings,
  threads: number,
  signal: AbortSignal,
): AsyncGenerator<Outcome> {
  const crew = new Crew(settings, threads, signal);
  const waiting: Promise<Outcome | undefined>[] = [];
  const limit = Math.max(WINDOW, threads * FILES_OF_WORKER);
  try {
    for await (const { path, problem } of files) {
      if (signal.aborted) break;
      waiting.push(problem ? Promise.resolve({ path, problems: [problem] }) : crew.process(path));
      if (waiting.length < limit) continue;
      const outcome = await waiting.shift();
      if (outcome) yield outcome;
    }
    for (const each of waiting) {
      const outcome = await each;
      if (outcome) yield outcome;
    }
  } finally {
    await Promise.allSettled(waiting);
    await crew.end();
  }
}

/**
 * What does the work: this thread, which is there already, and beside it workers, when the work lasts and they have started.
 * Each thread has to read the code and become fast anew, which takes as long as a thousand pages: there is none too many.
 */
class Crew {
  readonly #settings: JobSettings;
  readonly #threads: number;
  readonly #own: ProcessFile;
  readonly #begin = performance.now();
  readonly #hired: HiredWorker[] = [];
  readonly #ready: HiredWorker[] = [];
  readonly #waiting: (() => void)[] = [];
  readonly #stop = new StopSign();
  readonly #signal: AbortSignal;
  #free = OWN_FILES;

  constructor(settings: JobSettings, threads: number, signal: AbortSignal) {
    this.#settings = settings;
    this.#threads = threads;
    this.#own = createJob(settings);
    this.#signal = signal;
    signal.addEventListener('abort', this.#stop.raise);
    if (signal.aborted) this.#stop.raise();
  }

  /** Begins a file when a thread is free for it; no outcome where the run was broken off before. Never rejects. */
  async process(path: string): Promise<Outcome | undefined> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await this.#processNow(path);
    } catch (error) {
      return fault(path, error instanceof Error ? error.message : String(error));
    } finally {
      this.#release(1);
    }
  }

  async end(): Promise<void> {
    this.#signal.removeEventListener('abort', this.#stop.raise);
    await Promise.all(this.#hired.map((worker) => worker.end()));
  }

  async #processNow(path: string): Promise<Outcome | undefined> {
    const [idlest] = [...this.#ready].sort((one, other) => one.inWork - other.inWork);
    if (idlest && idlest.inWork < FILES_OF_WORKER) return idlest.process(path);
    // Files and rendering leave the event loop no turn of its own, and signals, pipes and workers are waiting for one.
    await nextTurn();
    if (this.#stop.isUp) return undefined;
    if (this.#threads > 1 && this.#hired.length === 0 && performance.now() - this.#begin > HIRE_AFTER)
      this.#hire();
    return this.#own(path);
  }

  #hire(): void {
    for (let count = 1; count < this.#threads; count++)
      this.#hired.push(
        new HiredWorker(this.#settings, this.#stop, (worker) => {
          this.#ready.push(worker);
          this.#release(FILES_OF_WORKER);
        }),
      );
  }

  #release(count: number): void {
    for (let released = 0; released < count; released++) {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free++;
    }
  }
}
