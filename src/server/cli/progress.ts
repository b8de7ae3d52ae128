import type { Output } from './terminal.js';

/** Short work says nothing; then a terminal hears often, a log seldom. Milliseconds. */
const FIRST_AFTER = 500;
const TERMINAL_EVERY = 100;
const LOG_EVERY = 5000;

/** Tells how far long work has come, on a line of its own that the next one replaces in a terminal. */
export class Progress {
  readonly #output: Output;
  readonly #verb: string;
  readonly #quiet: boolean;
  readonly #noun: string;
  readonly #begin = performance.now();
  #next: number;
  #shown = false;

  /** `verb` as in “Rendered 12 pages …”. */
  constructor(output: Output, verb: string, quiet: boolean, noun = 'pages') {
    this.#output = output;
    this.#verb = verb;
    this.#quiet = quiet;
    this.#noun = noun;
    this.#next = this.#begin + (output.isTerminal ? FIRST_AFTER : LOG_EVERY);
  }

  get seconds(): string {
    return ((performance.now() - this.#begin) / 1000).toFixed(1);
  }

  async at(count: number, path: string): Promise<void> {
    const now = performance.now();
    if (this.#quiet || now < this.#next) return;
    const terminal = this.#output.isTerminal;
    this.#next = now + (terminal ? TERMINAL_EVERY : LOG_EVERY);
    const line = `${this.#verb} ${count} ${this.#noun}, now ${path}`.slice(0, this.#output.columns - 1);
    await this.#output.write(terminal ? `\r\u001b[K${line}` : `${line}\n`);
    this.#shown = terminal;
  }

  /** Takes the line away, so that something else can be written. */
  async clear(): Promise<void> {
    if (this.#shown) await this.#output.write('\r\u001b[K');
    this.#shown = false;
  }
}
