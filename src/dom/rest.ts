import type { Work } from '../model/turns.js';

/** Milliseconds of work at a time: with what one step takes longer it is no long task, on a slow machine either. */
const TURN = 8;

/** Where the others take longer than that, because a page of megabytes is looked through in each turn. */
const LONGER_TURN = 16;

/** Lets a browser paint and readers act while there is much to do. */
export class BrowserRest {
  /** Whether all is to be done at once from now on. */
  isHurried = false;
  #end = performance.now() + TURN;
  #wake: (() => void) | undefined;
  readonly #signal: AbortSignal;

  /** Once `signal` has aborted nothing goes on: what asks is thrown out, and the promise of a turn rejects. */
  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** Does work in turns, between which others have theirs. */
  async inTurns<T>({ step, result }: Work<T>): Promise<T> {
    while (step()) {
      const turn = this.next();
      if (turn) await turn;
    }
    return result();
  }

  /** The promise of the next turn, where it is time for one; with `untilPainted` in any case, after the next frame. */
  next(untilPainted = false): Promise<void> | undefined {
    this.#signal.throwIfAborted();
    const begin = performance.now();
    if (this.isHurried || (!untilPainted && begin < this.#end)) return undefined;
    const turn = untilPainted ? nextFrame().then(nextTask) : nextTask();
    const hurried = new Promise<void>((resolve) => (this.#wake = resolve));
    return Promise.race([turn, hurried]).then(() => {
      this.#signal.throwIfAborted();
      const now = performance.now();
      this.#end = now + (untilPainted ? TURN : Math.min(LONGER_TURN, Math.max(TURN, now - begin)));
    });
  }

  /** Ends the turn of the others, and is the end of turns. */
  hurry(): void {
    this.isHurried = true;
    this.#wake?.();
  }
}

/** Milliseconds after which no frame is waited for: a frame of another document gets none where it is out of sight. */
const LONGEST_FRAME = 100;

/** At once in a tab that is not in sight, where timers take a second and nothing is painted. */
const nextFrame = async (): Promise<void> => {
  if (document.hidden) return;
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => resolve());
    setTimeout(resolve, LONGEST_FRAME);
  });
};

/**
 * A message: timers would be put off in a tab that is not in sight, and what `scheduler.yield` lets go on comes before
 * the painting.
 */
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
