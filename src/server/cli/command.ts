import type { Arguments, Options } from './options.js';
import type { Terminal } from './terminal.js';

/** How a run ended, for the shell. */
export const EXIT = {
  /** Everything is right. */
  ok: 0,
  /** Something is wrong with a page or a file; everything else was done. */
  problems: 1,
  /** The command line makes no sense; nothing was done. */
  usage: 2,
  /** Broken off by Ctrl+C; what was written is whole. */
  interrupted: 130,
  /** Broken off by a request to end. */
  terminated: 143,
} as const;

/** A command of the command line, with all that `--help` says about it. */
export interface Command {
  readonly name: string;
  /** What comes behind the name. */
  readonly usage: string;
  /** One line. */
  readonly summary: string;
  /** Some paragraphs on what it does. */
  readonly description: string;
  readonly options: Options;
  /** Command lines, each with what it does. */
  readonly examples: readonly (readonly [string, string])[];
  /** Does it. Resolves with the exit code. */
  readonly run: (args: Arguments, terminal: Terminal) => Promise<number>;
}
