import { Worker } from 'node:worker_threads';
import type { Problem } from '../../model/problem.js';
import type { ListedFile } from './files.js';
import { createJob, type JobSettings, type Outcome, type ProcessFile } from './job.js';

/** Fewer files than this are done before a worker has started. */
const MIN_FILES_FOR_WORKERS = 40;

/** Files in work at once in each thread: while one is read or written another is rendered. */
const FILES_AT_ONCE = 4;

/** Outcomes that may wait for the one before them: a slow file does not stop the others, and memory has a bound. */
const WINDOW = 64;

/** Files to work through, as they are listed. */
export type Files = AsyncIterable<ListedFile> | Iterable<ListedFile>;

/** What does the work: this thread, or workers. */
interface Crew {
  readonly size: number;
  readonly process: ProcessFile;
  readonly end: () => Promise<void>;
}

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
  const listing = stream(files);
  const { first, rest } = await lookAhead(listing, threads > 1 ? MIN_FILES_FOR_WORKERS : 0);
  const crew = rest && threads > 1 ? hireWorkers(settings, threads) : workAlone(settings);
  const waiting: Promise<Outcome>[] = [];
  const limit = Math.max(WINDOW, crew.size * FILES_AT_ONCE);
  try {
    for await (const { path, problem } of chain(first, rest ?? listing)) {
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

/** The first files of a list, and the rest of it where there are more. */
async function lookAhead(
  files: AsyncGenerator<ListedFile>,
  count: number,
): Promise<{ first: ListedFile[]; rest: AsyncGenerator<ListedFile> | undefined }> {
  const first: ListedFile[] = [];
  while (first.length < count) {
    const next = await files.next();
    if (next.done) return { first, rest: undefined };
    first.push(next.value);
  }
  return { first, rest: files };
}

async function* stream(files: Files): AsyncGenerator<ListedFile> {
  for await (const file of files) yield file;
}

async function* chain<Item>(first: readonly Item[], rest: AsyncGenerator<Item>): AsyncGenerator<Item> {
  yield* first;
  yield* rest;
}

function workAlone(settings: JobSettings): Crew {
  const job = createJob(settings);
  const queue = new Queue(1, (path) => job(path));
  return { size: 1, process: (path) => queue.add(path), end: () => Promise.resolve() };
}

function hireWorkers(settings: JobSettings, count: number): Crew {
  const hired = Array.from({ length: count }, () => new HiredWorker(settings));
  const queue = new Queue(count, (path) => {
    const [idlest] = [...hired].sort((one, other) => one.inWork - other.inWork);
    return idlest ? idlest.process(path) : Promise.resolve(fault(path, 'no worker is left'));
  });
  return {
    size: count,
    process: (path) => queue.add(path),
    end: async () => {
      await Promise.all(hired.map((worker) => worker.end()));
    },
  };
}

/** Begins a file when a thread is free for it. */
class Queue {
  readonly #process: ProcessFile;
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(threads: number, process: ProcessFile) {
    this.#process = process;
    this.#free = threads * FILES_AT_ONCE;
  }

  async add(path: string): Promise<Outcome> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await this.#process(path);
    } catch (error) {
      return fault(path, error instanceof Error ? error.message : String(error));
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free++;
    }
  }
}

/** A worker thread; when it breaks, only the files it has in work are lost, and another takes its place. */
class HiredWorker {
  readonly #settings: JobSettings;
  readonly #pending = new Map<number, { path: string; resolve: (outcome: Outcome) => void }>();
  #worker: Worker | undefined;
  #next = 0;

  constructor(settings: JobSettings) {
    this.#settings = settings;
  }

  get inWork(): number {
    return this.#pending.size;
  }

  process(path: string): Promise<Outcome> {
    const worker = (this.#worker ??= this.#start());
    const id = this.#next++;
    return new Promise((resolve) => {
      this.#pending.set(id, { path, resolve });
      worker.postMessage({ id, path });
    });
  }

  async end(): Promise<void> {
    const worker = this.#worker;
    if (!worker) return;
    const gone = new Promise((resolve) => worker.once('exit', resolve));
    worker.postMessage(null);
    await gone;
  }

  #start(): Worker {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: this.#settings });
    worker.on('message', ({ id, outcome }: { id: number; outcome: Outcome }) => {
      this.#pending.get(id)?.resolve(outcome);
      this.#pending.delete(id);
    });
    worker.on('error', (error) => {
      this.#worker = undefined;
      for (const { path, resolve } of this.#pending.values()) resolve(fault(path, error.message));
      this.#pending.clear();
    });
    return worker;
  }
}

/** What should not happen: the page is lost, the others are not. */
export function fault(path: string, reason: string): Outcome {
  const message = `The page could not be worked on: ${reason}. This is a fault of doc-elements, unless memory ran out; please report it with the page.`;
  const problem: Problem = { code: 'page-failed', severity: 'error', message };
  return { path, problems: [problem] };
}
