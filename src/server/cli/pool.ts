import { setImmediate as nextTurn } from 'node:timers/promises';
import { fault, HiredWorker } from './hired-worker.js';
import { createJob, type JobSettings, type Outcome, type ProcessFile } from './job.js';
import type { ListedFile } from './files.js';

/** Work that is shorter than so many milliseconds is done before workers have read their code. */
const HIRE_AFTER = 200;

/** Files in work at once in each thread: a pipe holds up no others, and a worker finds the next file waiting. */
const FILES_AT_ONCE = 4;

/** Outcomes that may wait for the one before them: a slow file does not stop the others, and memory has a bound. */
const WINDOW = 64;

/** Files to work through, as they are listed. */
export type Files = AsyncIterable<ListedFile> | Iterable<ListedFile>;

/**
 * Works through files in several threads, and hands out what came of each in the order of the list. Nothing is kept, however
 * many files there are. When `signal` aborts, no file is begun any more, and those in work come to their end.
 */
export async function* processFiles(
  files: Files,
  settings: JobSettings,
  threads: number,
  signal: AbortSignal,
): AsyncGenerator<Outcome> {
  const crew = new Crew(settings, threads);
  const waiting: Promise<Outcome>[] = [];
  const limit = Math.max(WINDOW, threads * FILES_AT_ONCE);
  try {
    for await (const { path, problem } of files) {
      if (signal.aborted) break;
      waiting.push(problem ? Promise.resolve({ path, problems: [problem] }) : crew.process(path));
      if (waiting.length < limit) continue;
      const outcome = await waiting.shift();
      if (outcome) yield outcome;
    }
    for (const outcome of waiting) yield await outcome;
  } finally {
    await Promise.allSettled(waiting);
    await crew.end();
  }
}

/**
 * What does the work: this thread at first, which is there already; workers, when the work lasts and they have started. This
 * thread then has its hands free for the list, the report, and whoever wants to break off.
 */
class Crew {
  readonly #settings: JobSettings;
  readonly #threads: number;
  readonly #own: ProcessFile;
  readonly #begin = performance.now();
  readonly #hired: HiredWorker[] = [];
  readonly #ready: HiredWorker[] = [];
  readonly #waiting: (() => void)[] = [];
  #free = FILES_AT_ONCE;

  constructor(settings: JobSettings, threads: number) {
    this.#settings = settings;
    this.#threads = threads;
    this.#own = createJob(settings);
  }

  /** Begins a file when a thread is free for it. Never rejects. */
  async process(path: string): Promise<Outcome> {
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
    await Promise.all(this.#hired.map((worker) => worker.end()));
  }

  async #processNow(path: string): Promise<Outcome> {
    const [idlest] = [...this.#ready].sort((one, other) => one.inWork - other.inWork);
    if (idlest) return idlest.process(path);
    // Files and rendering leave the event loop no turn of its own, and signals, pipes and workers are waiting for one.
    await nextTurn();
    if (this.#threads > 1 && this.#hired.length === 0 && performance.now() - this.#begin > HIRE_AFTER)
      this.#hire();
    return this.#own(path);
  }

  #hire(): void {
    for (let count = 0; count < this.#threads; count++)
      this.#hired.push(
        new HiredWorker(this.#settings, (worker) => {
          this.#ready.push(worker);
          // The first takes the place of this thread.
          if (this.#ready.length > 1) this.#release(FILES_AT_ONCE);
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
