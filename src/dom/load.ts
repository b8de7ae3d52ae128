import type { Problem } from '../model/problem.js';
import { join, leave, type Asked } from './ask.js';
import { kindOfStart, refusedType } from './content-kind.js';
import { decodeText } from '../model/decode-text.js';
import {
  abortedError,
  brokenError,
  httpError,
  networkError,
  sizeError,
  timeoutError,
  typeError,
  urlError,
  type LoadError,
} from './load-error.js';

export { LoadError } from './load-error.js';

export interface LoadOptions {
  /** Gives the request up; `loadText` then rejects with the reason `aborted`. */
  readonly signal?: AbortSignal;
  /** Milliseconds from the call to the last byte; `Infinity` for no end. Default 10,000. */
  readonly timeout?: number;
  /** Largest size of the text in bytes. Default 5,000,000. */
  readonly maxBytes?: number;
}

/** A source's text as it came. */
export interface LoadedText {
  readonly text: string;
  /** What relative URLs in the text stand for: where it came from after redirects, without a fragment. */
  readonly url: string;
  readonly kind: 'markdown' | 'json';
  /** What was wrong with its bytes. */
  readonly problems: readonly Problem[];
}

/** What becomes of an answer, for all who read it with the same limit. */
interface Reading {
  readonly maxBytes: number;
  readonly text: Promise<LoadedText>;
}

const DEFAULT_TIMEOUT = 10_000;
const DEFAULT_MAX_BYTES = 5_000_000;

/** A timer that is set for longer rings at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

const LOADABLE = new Set(['http:', 'https:', 'file:', 'data:', 'blob:']);

const readings = new WeakMap<Asked, Reading>();

/**
 * Loads the text of a source. A relative `url` stands for one beside the document. Callers that ask for the same
 * URL at the same time share one request; each has its own deadline and may give up on its own.
 *
 * @throws {LoadError} (as a rejection) whatever goes wrong; the message can be shown as it is.
 */
export async function loadText(url: string | URL, options: LoadOptions = {}): Promise<LoadedText> {
  const { signal, timeout = DEFAULT_TIMEOUT, maxBytes = DEFAULT_MAX_BYTES } = options;
  const target = resolve(url);
  if (signal?.aborted) throw abortedError(target.href);
  const reader = {};
  const { text, key } = read(target, maxBytes, reader);
  // It has come for what it asked before this code was here.
  if (signal) leave(target, signal);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let giveUp: (() => void) | undefined;
  const given = new Promise<never>((_, reject) => {
    if (timeout <= LONGEST_TIMER)
      timer = setTimeout(() => reject(timeoutError(target.href, timeout)), timeout);
    giveUp = () => reject(abortedError(target.href));
    signal?.addEventListener('abort', giveUp);
  });
  try {
    return await Promise.race([text, given]);
  } finally {
    clearTimeout(timer);
    if (giveUp) signal?.removeEventListener('abort', giveUp);
    leave(target, reader, key);
  }
}

function resolve(url: string | URL): URL {
  const text = String(url);
  if (!URL.canParse(text, document.baseURI)) throw urlError(text);
  const resolved = new URL(text, document.baseURI);
  if (!LOADABLE.has(resolved.protocol) && resolved.protocol !== location.protocol) throw urlError(text);
  resolved.hash = '';
  return resolved;
}

/** A body can be read once: who has another limit than those before makes a request apart. */
function read(
  url: URL,
  maxBytes: number,
  reader: object,
  key = url.href,
): { text: Promise<LoadedText>; key: string } {
  const asked = join(url, reader, key);
  let reading = readings.get(asked);
  if (reading && reading.maxBytes !== maxBytes) {
    leave(url, reader, key);
    return read(url, maxBytes, reader, `${url.href} ${maxBytes}`);
  }
  reading ??= { maxBytes, text: request(url, maxBytes, asked.response) };
  readings.set(asked, reading);
  return { text: reading.text, key };
}

async function request(url: URL, maxBytes: number, answer: Promise<Response>): Promise<LoadedText> {
  let response: Response;
  try {
    response = await answer;
  } catch (error) {
    throw networkError(url, window, error);
  }
  const finalUrl = new URL(response.url || url);
  const type = response.headers.get('content-type') ?? '';
  const refusal = refuse(response, type, url.href, finalUrl.href, maxBytes);
  if (refusal) {
    void response.body?.cancel().catch(() => undefined);
    throw refusal;
  }
  const bytes = await readBytes(response, url.href, maxBytes);
  const kind = kindOfStart(bytes, type, finalUrl);
  if ('found' in kind) throw typeError(url.href, finalUrl.href, kind.found);
  const base =
    finalUrl.protocol === 'data:' || finalUrl.protocol === 'blob:' ? document.baseURI : finalUrl.href;
  return { ...decodeText(bytes, type), url: base, kind: kind.kind };
}

/** What can be told before the text has come. */
function refuse(
  { ok, status, statusText, headers }: Response,
  type: string,
  url: string,
  finalUrl: string,
  maxBytes: number,
): LoadError | undefined {
  if (!ok) return httpError(url, status, statusText);
  const found = refusedType(type);
  if (found !== undefined) return typeError(url, finalUrl, found);
  return Number(headers.get('content-length')) > maxBytes ? sizeError(url, maxBytes) : undefined;
}

async function readBytes({ body }: Response, url: string, maxBytes: number): Promise<Uint8Array> {
  if (!body) return new Uint8Array();
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch((error: unknown) => {
      throw brokenError(url, error);
    });
    if (done) return concatenate(chunks, size);
    size += value.byteLength;
    if (size > maxBytes) {
      void reader.cancel().catch(() => undefined);
      throw sizeError(url, maxBytes);
    }
    chunks.push(value);
  }
}

function concatenate(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
