import { Worker } from 'node:worker_threads';
import type { Problem } from '../../model/problem.js';
import type { JobSettings, Outcome } from './job.js';

/** What a worker says: that it can begin, or what came of a file. */
export type Said = 'ready' | { readonly id: number; readonly outcome: Outcome };

/** A worker thread; when it breaks, only the files in work are lost, and another takes its place. */
export class HiredWorker {
  readonly #settings: JobSettings;
  readonly #whenReady: (worker: HiredWorker) => void;
  readonly #pending = new Map<number, { path: string; resolve: (outcome: Outcome) => void }>();
  #worker: Worker | undefined;
  #isReady = false;
  #next = 0;

  /** Starts; `whenReady` is told when it can take files at once. */
  constructor(settings: JobSettings, whenReady: (worker: HiredWorker) => void) {
    this.#settings = settings;
    this.#whenReady = whenReady;
    this.#worker = this.#start();
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
    if (this.#isReady) worker.postMessage(null);
    else void worker.terminate();
    await gone;
  }

  #start(): Worker {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: this.#settings });
    worker.on('message', (said: Said) => {
      if (said === 'ready') this.#begin();
      else this.#hand(said.id, said.outcome);
    });
    worker.on('error', (error) => {
      this.#worker = undefined;
      for (const { path, resolve } of this.#pending.values()) resolve(fault(path, error.message));
      this.#pending.clear();
    });
    return worker;
  }

  #hand(id: number, outcome: Outcome): void {
    this.#pending.get(id)?.resolve(outcome);
    this.#pending.delete(id);
  }

  #begin(): void {
    if (!this.#isReady) this.#whenReady(this);
    this.#isReady = true;
  }
}

/** What should not happen: the page is lost, the others are not. */
export function fault(path: string, reason: string): Outcome {
  const message = `The page could not be worked on: ${reason}. This is a fault of doc-elements, unless memory ran out; please report it with the page.`;
  const problem: Problem = { code: 'page-failed', severity: 'error', message };
  return { path, problems: [problem] };
}
