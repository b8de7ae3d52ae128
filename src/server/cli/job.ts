import type { Problem } from '../../model/problem.js';
import { createChecker, type CheckSettings } from './check-file.js';
import type { ListedPage } from './llms.js';
import { createRenderer, type RenderSettings } from './render-file.js';

/** What came of a file. */
export interface Outcome {
  /** As the user would write it. */
  readonly path: string;
  /** In the order of the source. */
  readonly problems: readonly Problem[];
  /** The file that was written. */
  readonly written?: string;
  /** The files that were to be copied along with it; absolute paths. */
  readonly files?: readonly string[];
  /** What `llms.txt` says of it, where it is wanted. */
  readonly link?: ListedPage;
}

/** Works on a file. Never rejects. */
export type ProcessFile = (path: string) => Promise<Outcome>;

/** What is done with each file: plain data, so that it can be sent to a worker. */
export type JobSettings = RenderSettings | CheckSettings;

/** Makes the function that does it. */
export function createJob(settings: JobSettings): ProcessFile {
  return settings.kind === 'render' ? createRenderer(settings) : createChecker(settings);
}
