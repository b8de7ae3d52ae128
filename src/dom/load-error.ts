import { fill, type ErrorLabels, type Labels } from '../model/labels.js';
import { ENGLISH } from '../model/labels/en.js';

/** Why a source could not be loaded; what a program decides by. */
export type LoadErrorReason =
  /** The address is none, or of a kind that cannot be loaded. */
  | 'url'
  /** No answer: offline, no such server, refused, forbidden by the browser, or broken off half-way. */
  | 'network'
  /** No complete answer in time. */
  | 'timeout'
  /** The server answered with a failure; see `status`. */
  | 'http'
  /** The answer is something else than Markdown or JSON. */
  | 'type'
  /** The answer is larger than allowed. */
  | 'too-large'
  /** The request was given up by whoever made it. */
  | 'aborted';

/** What an error says in the words of a language. */
type Telling = (words: ErrorLabels, lang: string) => string;

/**
 * A source could not be loaded. The message says what failed, where, and what to do about it: in English, for programs
 * and their authors. {@link tell} says it to readers.
 */
export class LoadError extends Error {
  override readonly name = 'LoadError';
  readonly reason: LoadErrorReason;
  /** The address as it was asked for, absolute where it could be resolved. */
  readonly url: string;
  /** The HTTP status, where a server answered with a failure. */
  readonly status: number | undefined;
  readonly #telling: Telling;

  constructor(
    reason: LoadErrorReason,
    url: string,
    telling: Telling,
    details: { status?: number; cause?: unknown } = {},
  ) {
    super(telling(ENGLISH.errors, ENGLISH.lang), 'cause' in details ? { cause: details.cause } : undefined);
    this.reason = reason;
    this.url = url;
    this.status = details.status;
    this.#telling = telling;
  }

  /** The message in the words of a language. */
  tell({ errors, lang }: Pick<Labels, 'errors' | 'lang'>): string {
    return this.#telling(errors, lang);
  }
}

const STATUS_ADVICE = {
  401: 'signIn',
  403: 'refused',
  404: 'missing',
  410: 'removed',
  429: 'busy',
} as const;

/** What to do about an answer. */
const adviceFor = (status: number): keyof ErrorLabels =>
  status in STATUS_ADVICE
    ? STATUS_ADVICE[status as keyof typeof STATUS_ADVICE]
    : status >= 500
      ? 'faulty'
      : 'checkAddress';

/** The server answered, but not with the file. */
export function httpError(url: string, status: number, statusText: string): LoadError {
  const named = statusText ? `${status} (${statusText})` : String(status);
  const telling: Telling = (words) => {
    const advice = words[adviceFor(status)] as string;
    return fill(words.notLoaded, { url, cause: fill(words.answered, { status: named, advice }) });
  };
  return new LoadError('http', url, telling, { status });
}

/** There was no answer. Browsers do not tell why; what can be told from the address is told. */
export function networkError(url: URL, { location, navigator }: Window, cause: unknown): LoadError {
  const raw = rawAddress(url);
  const guess = guessCause(url, location, navigator, raw);
  const values = { host: url.host, origin: location.origin, raw };
  const telling: Telling = (words) =>
    fill(words.notLoaded, { url: url.href, cause: fill(words[guess], values) });
  return new LoadError('network', url.href, telling, { cause });
}

const SHOWN_FILE = /^https:\/\/github\.com\/([^/]+\/[^/]+)\/blob\/(.+)/;

/** Where a file of GitHub is that other sites may load, by the address that people copy; empty for any other address. */
const rawAddress = ({ origin, pathname }: URL): string => {
  const [, repository, path] = SHOWN_FILE.exec(origin + pathname) ?? [];
  return repository && path ? `https://raw.githubusercontent.com/${repository}/${path}` : '';
};

function guessCause(
  url: URL,
  location: Location,
  { onLine }: Navigator,
  raw: string,
): 'fromDisk' | 'offline' | 'shownPage' | 'mixed' | 'blocked' | 'silent' {
  if (url.protocol === 'file:' || location.protocol === 'file:') return 'fromDisk';
  if (!onLine) return 'offline';
  if (raw) return 'shownPage';
  if (location.protocol === 'https:' && url.protocol === 'http:') return 'mixed';
  return url.origin !== location.origin ? 'blocked' : 'silent';
}

/** The connection broke while the text was on its way. */
export const brokenError = (url: string, cause: unknown): LoadError =>
  new LoadError('network', url, (words) => fill(words.notLoaded, { url, cause: words.broken }), { cause });

/** No complete answer within `timeout` milliseconds. */
export const timeoutError = (url: string, timeout: number): LoadError =>
  new LoadError('timeout', url, (words, lang) => {
    const seconds = new Intl.NumberFormat(lang).format(timeout / 1000);
    return fill(words.notLoaded, { url, cause: fill(words.slow, { seconds }) });
  });

/** More than `maxBytes`. */
export const sizeError = (url: string, maxBytes: number): LoadError =>
  new LoadError('too-large', url, (words, lang) =>
    fill(words.tooLarge, { url, size: formatBytes(maxBytes, lang) }),
  );

function formatBytes(bytes: number, lang: string): string {
  const [unit, size] =
    bytes >= 1_000_000 ? ['megabyte', 1_000_000] : bytes >= 1000 ? ['kilobyte', 1000] : ['byte', 1];
  const format = new Intl.NumberFormat(lang, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: 1,
  });
  return format.format(bytes / size);
}

/** What was sent instead of a text: a kind of file, or where that is not known its media type. */
export type Found = keyof ErrorLabels['found'] | `${string}/${string}`;

/** The answer is something else, that came from `finalUrl`. */
export const typeError = (url: string, finalUrl: string, found: Found): LoadError =>
  new LoadError('type', url, ({ found: names, ...words }) =>
    fill(finalUrl === url ? words.wrongType : words.wrongTypeThere, {
      url,
      target: finalUrl,
      found: isNamed(found, names) ? names[found] : fill(names.other, { type: found }),
      advice: found === 'html' ? words.pageInstead : words.pointToText,
    }),
  );

const isNamed = <Names extends object>(found: string, names: Names): found is keyof Names & string =>
  Object.hasOwn(names, found);

/** The request was given up. */
export const abortedError = (url: string): LoadError =>
  new LoadError('aborted', url, (words) => fill(words.aborted, { url }));

/** The address cannot be loaded from. */
export const urlError = (url: string): LoadError =>
  new LoadError('url', url, (words) => fill(words.noAddress, { url }));
