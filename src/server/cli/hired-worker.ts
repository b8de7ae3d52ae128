import { Worker } from 'node:worker_threads';
import type { Problem } from '../../model/problem.js';
import type { JobSettings, Outcome } from './job.js';
import type { StopSign } from './stop-sign.js';

/** What a worker begins with. */
export interface WorkerData {
  readonly settings: JobSettings;
  /** See {@link StopSign.memory}. */
  readonly stop: SharedArrayBuffer;
}

/** What a worker says: that it can begin, or what came of a file, if it was begun. */
export type Said = 'ready' | { readonly id: number; readonly outcome?: Outcome };

type Resolve = (outcome: Outcome | undefined) => void;

/** A worker thread; when it breaks, only the files in work are lost, and another takes its place. */
export class HiredWorker {
  readonly #data: WorkerData;
  readonly #whenReady: (worker: HiredWorker) => void;
  readonly #pending = new Map<number, { path: string; resolve: Resolve }>();
  #worker: Worker | undefined;
  #isReady = false;
  #next = 0;

  /** Starts; `whenReady` is told when it can take files at once. */
  constructor(settings: JobSettings, stop: StopSign, whenReady: (worker: HiredWorker) => void) {
    this.#data = { settings, stop: stop.memory };
    this.#whenReady = whenReady;
    this.#worker = this.#start();
  }

  get inWork(): number {
    return this.#pending.size;
  }

  process(path: string): Promise<Outcome | undefined> {
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
    const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: this.#data });
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

  #hand(id: number, outcome: Outcome | undefined): void {
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
