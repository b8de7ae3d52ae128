/** Reads a header of an answer; `null` where it is not there, or not shown to other sites. */
export type HeaderReader = (name: string) => string | null;

/** Nobody is asked again sooner, nor left alone longer, whatever their clock says. */
const SHORTEST = 1_000;
const LONGEST = 3_600_000;

/** How long a forge that has had enough is left alone where it does not say. */
const UNSAID = 60_000;

/** Numbers above it are seconds since 1970, below it seconds from now. */
const EPOCH = 1_000_000_000;

/**
 * Until when (milliseconds since 1970) a forge is not to be asked again, by its answer; `undefined` where it may be.
 * Read are `Retry-After` (RFC 9110), `X-RateLimit-*` (GitHub, Forgejo), `RateLimit-*` (GitLab) and `RateLimit` (the
 * draft of the IETF in both its forms).
 */
export function pauseUntil(status: number, header: HeaderReader, now: number): number | undefined {
  const refused = status === 429 || status === 403;
  const retry = readRetryAfter(header('retry-after'), now);
  if (retry !== undefined && (refused || status >= 500)) return clamp(retry, now);
  const { remaining, reset } = readLimit(header, now);
  // The last answer that was allowed: asking for more would be refused.
  if (remaining === 0) return clamp(reset ?? now + UNSAID, now);
  return status === 429 ? now + UNSAID : undefined;
}

const clamp = (until: number, now: number): number =>
  Math.min(Math.max(until, now + SHORTEST), now + LONGEST);

function readRetryAfter(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  if (/^\s*\d{1,9}\s*$/.test(value)) return now + Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : date;
}

interface Limit {
  readonly remaining?: number | undefined;
  readonly reset?: number | undefined;
}

function readLimit(header: HeaderReader, now: number): Limit {
  for (const prefix of ['x-ratelimit-', 'ratelimit-']) {
    const remaining = readNumber(header(`${prefix}remaining`));
    if (remaining !== undefined)
      return { remaining, reset: moment(readNumber(header(`${prefix}reset`)), now) };
  }
  const combined = header('ratelimit');
  if (combined === null) return {};
  const field = (name: RegExp): number | undefined => readNumber(name.exec(combined)?.[1] ?? null);
  return {
    remaining: field(/\b(?:remaining|r)\s*=\s*(\d{1,12})/),
    reset: moment(field(/\b(?:reset|t)\s*=\s*(\d{1,12})/), now),
  };
}

const readNumber = (value: string | null): number | undefined =>
  value !== null && /^\s*\d{1,15}\s*$/.test(value) ? Number(value) : undefined;

const moment = (seconds: number | undefined, now: number): number | undefined =>
  seconds === undefined ? undefined : seconds > EPOCH ? seconds * 1000 : now + seconds * 1000;

/**
 * Whether the time until which somebody is left alone (milliseconds since 1970, `Infinity` for always) is still to come.
 * Nobody is left alone for so long as a time that was set before the clock jumped back may say.
 */
export const isPaused = (until: number, now: number): boolean =>
  until > now && (until <= now + LONGEST || until === Infinity);

/** How long a repository is left alone after so many failures in a row, in milliseconds: half a minute, doubled each time. */
export const backOff = (failures: number): number =>
  Math.min(30_000 * 2 ** Math.min(Math.max(failures, 1) - 1, 20), LONGEST);
