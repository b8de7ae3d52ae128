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

/** A source could not be loaded. The message says what failed, where, and what to do about it. */
export class LoadError extends Error {
  override readonly name = 'LoadError';
  readonly reason: LoadErrorReason;
  /** The address as it was asked for, absolute where it could be resolved. */
  readonly url: string;
  /** The HTTP status, where a server answered with a failure. */
  readonly status: number | undefined;

  constructor(
    reason: LoadErrorReason,
    url: string,
    message: string,
    details: { status?: number; cause?: unknown } = {},
  ) {
    super(message, 'cause' in details ? { cause: details.cause } : undefined);
    this.reason = reason;
    this.url = url;
    this.status = details.status;
  }
}

const STATUS_ADVICE: Readonly<Record<number, string>> = {
  401: 'It asks for a sign-in. Sign in to the site, or publish the file without one.',
  403: 'It refuses access. Check who may read the file.',
  404: 'There is no such file. Check the address, capital letters included.',
  410: 'The file has been removed. Point to where it is now.',
  429: 'It has had too many requests. Try again in a few minutes.',
};

/** The server answered, but not with the file. */
export function httpError(url: string, status: number, statusText: string): LoadError {
  const advice =
    STATUS_ADVICE[status] ??
    (status >= 500 ? 'It has a fault of its own. Try again later.' : 'Check the address.');
  const named = statusText ? `${status} (${statusText})` : String(status);
  return new LoadError('http', url, `${url} could not be loaded: the server answered ${named}. ${advice}`, {
    status,
  });
}

/** There was no answer. Browsers do not tell why; what can be told from the address is told. */
export function networkError(url: URL, { location, navigator }: Window, cause: unknown): LoadError {
  return new LoadError(
    'network',
    url.href,
    `${url.href} could not be loaded: ${guessCause(url, location, navigator)}`,
    {
      cause,
    },
  );
}

function guessCause(url: URL, location: Location, { onLine }: Navigator): string {
  if (url.protocol === 'file:' || location.protocol === 'file:')
    return 'browsers do not let a page that was opened from disk read files. Serve the folder by a web server, even a local one.';
  if (!onLine) return 'the browser is offline. Connect and try again.';
  if (location.protocol === 'https:' && url.protocol === 'http:')
    return 'a page on https may not load from http. Use the https address.';
  if (url.origin !== location.origin)
    return `the server ${url.host} cannot be reached or does not allow pages of ${location.origin} to read from it (CORS). Put the file on this site, or let the server send Access-Control-Allow-Origin.`;
  return 'the server does not answer. Check that it is running and the connection works.';
}

/** The connection broke while the text was on its way. */
export const brokenError = (url: string, cause: unknown): LoadError =>
  new LoadError(
    'network',
    url,
    `${url} could not be loaded: the connection broke before the end. Try again.`,
    { cause },
  );

/** No complete answer within `timeout` milliseconds. */
export const timeoutError = (url: string, timeout: number): LoadError =>
  new LoadError(
    'timeout',
    url,
    `${url} could not be loaded: the server took longer than ${timeout / 1000} seconds. Try again, or check the server.`,
  );

/** More than `maxBytes`. */
export const sizeError = (url: string, maxBytes: number): LoadError =>
  new LoadError(
    'too-large',
    url,
    `${url} was not loaded: it is larger than ${formatBytes(maxBytes)}. Split it into several pages.`,
  );

const formatBytes = (bytes: number): string => {
  if (bytes >= 1_000_000) return `${Math.round(bytes / 100_000) / 10} MB`;
  return bytes >= 1000 ? `${Math.round(bytes / 100) / 10} kB` : `${bytes} bytes`;
};

/** The answer is `found`, such as `an HTML page`, that came from `finalUrl`. */
export function typeError(url: string, finalUrl: string, found: string): LoadError {
  const from = finalUrl === url ? '' : `, after a redirect to ${finalUrl}`;
  const advice =
    found === HTML_FOUND
      ? 'Some servers send a page of their own, such as a sign-in or the start page, for what they do not have: check the address and the file on the server.'
      : 'Point to a Markdown or JSON file.';
  return new LoadError(
    'type',
    url,
    `${url} is not Markdown or JSON: the server sent ${found}${from}. ${advice}`,
  );
}

/** How an HTML page is named to {@link typeError}. */
export const HTML_FOUND = 'an HTML page';

/** The request was given up. */
export const abortedError = (url: string): LoadError =>
  new LoadError('aborted', url, `Loading ${url} was given up.`);

/** The address cannot be loaded from. */
export const urlError = (url: string): LoadError =>
  new LoadError('url', url, `"${url}" is no address to load from. Give the URL of a Markdown or JSON file.`);
