import { isPaused } from './forge-pause.js';

/** A repository that somebody wants to know about. */
export interface Wanted {
  readonly key: string;
  /** Of its forge. */
  readonly host: string;
  /** Whether a card of it is in view. */
  readonly visible: boolean;
  /** When it came into view, in any rising number. */
  readonly since: number;
  /** Not to be asked about before, in milliseconds since 1970. */
  readonly notBefore: number;
  readonly running: boolean;
}

/** What to do now. */
export interface Plan {
  /** Keys of the repositories to ask about at once, in order. */
  readonly ask: readonly string[];
  /** When to look again (milliseconds since 1970), where only time stands in the way. */
  readonly wake: number | undefined;
}

/** So many requests are on their way at once, for the whole page. */
export const AT_ONCE = 4;

/**
 * Whom to ask next: what is in view, in the order in which it came there, never more than {@link AT_ONCE} at once,
 * and no forge that wants to be left alone. `pauses` are until when, by host.
 */
export function plan(wanted: Iterable<Wanted>, pauses: ReadonlyMap<string, number>, now: number): Plan {
  const ready: Wanted[] = [];
  let running = 0;
  let wake: number | undefined;
  for (const each of wanted) {
    if (each.running) {
      running++;
      continue;
    }
    if (!each.visible) continue;
    const times = [each.notBefore, pauses.get(each.host) ?? 0].filter((time) => isPaused(time, now));
    const time = Math.max(...times);
    if (times.length === 0) ready.push(each);
    else if (Number.isFinite(time)) wake = Math.min(wake ?? Infinity, time);
  }
  ready.sort((a, b) => a.since - b.since);
  return { ask: ready.slice(0, Math.max(0, AT_ONCE - running)).map(({ key }) => key), wake };
}
