import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { SLUG_DIALECTS } from '../../model/options.js';
import { FORMATS } from './report.js';
import { UsageError, type Arguments, type Options } from './options.js';
import { MAX_BYTES } from './read-source.js';

/** Threads beyond this wait for the disk. */
const MAX_THREADS = 8;

const defaultThreads = Math.min(availableParallelism(), MAX_THREADS);

/** Options of every command that works through files. */
export const WORK_OPTIONS = {
  slugs: {
    value: 'RULE',
    choices: SLUG_DIALECTS,
    description: 'Whose rule makes ids from headings. Default: github.',
  },
  jobs: {
    short: 'j',
    value: 'N',
    range: [1, 64],
    description: `Threads to work in. Default: one for each core, ${defaultThreads} here; few files are done in one.`,
  },
  'max-bytes': {
    value: 'N',
    range: [1, Infinity],
    description: `The largest file to read, in bytes. Default: ${MAX_BYTES}.`,
  },
} as const satisfies Options;

export const HELP_OPTION = {
  help: { short: 'h', description: 'Explains this command.' },
} as const satisfies Options;

export const FORMAT_OPTION = {
  format: {
    value: 'FORMAT',
    choices: FORMATS,
    description:
      'How problems are written: pretty for people (default), json for programs, github for annotations in a workflow.',
  },
} as const satisfies Options;

export const threadsOf = (args: Arguments): number => args.number('jobs') ?? defaultThreads;

export const maxBytesOf = (args: Arguments): number => args.number('max-bytes') ?? MAX_BYTES;

export const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );

/** The folder that an option names; one that is not there is a slip of the pen. */
export async function givenFolder(option: string, path: string): Promise<string> {
  if (!(await isFolder(path))) throw new UsageError(`--${option}: There is no folder ${path}.`);
  return resolve(path);
}
