/** Work that can be interrupted between its steps. No generator: on a server these would take a tenth of all time. */
export interface Work<T> {
  /** Does some of it. Gives whether there may be more to do. */
  readonly step: () => boolean;
  /** What came of it, once nothing is left to do. */
  readonly result: () => T;
}

/** Does work, at once as {@link finish} does, or in turns between which others have theirs. */
export type Pace = <T>(work: Work<T>) => T | Promise<T>;

/** Does work at once. */
export function finish<T>({ step, result }: Work<T>): T {
  while (step());
  return result();
}
