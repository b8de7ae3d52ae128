/** A request that is on its way, for all who want its answer. */
export interface Asked {
  readonly response: Promise<Response>;
  readonly controller: AbortController;
  /** Those who have asked for it and those who read it; it lasts until the last one leaves. */
  readonly readers: Set<object>;
}

/** Asks for what we can read; any server may ignore it. */
const ACCEPT = 'text/markdown, application/json, text/plain;q=0.9, */*;q=0.5';

const onTheWay = new Map<string, Asked>();

/**
 * Asks for what is at `url`, or joins those who have. A `key` other than the address keeps a request apart.
 */
export function join(url: URL, reader: object, key = url.href): Asked {
  let asked = onTheWay.get(key);
  if (!asked) {
    const controller = new AbortController();
    const response = fetch(url, { signal: controller.signal, headers: { accept: ACCEPT } });
    // Whoever reads it sees the failure.
    response.catch(() => undefined);
    asked = { response, controller, readers: new Set() };
    onTheWay.set(key, asked);
  }
  asked.readers.add(reader);
  return asked;
}

/** The last one to leave gives the request up; where the answer has come, the next one asks anew. */
export function leave(url: URL, reader: object, key = url.href): void {
  const asked = onTheWay.get(key);
  if (!asked?.readers.delete(reader) || asked.readers.size > 0) return;
  onTheWay.delete(key);
  asked.controller.abort();
}

/**
 * Asks for the text at `src` before the loader is here, so that both travel at once. The loader leaves for whoever
 * asked here, whom their `signal` stands for. An address that is none is left to the loader, which has words for it.
 */
export function ask(src: string, signal: AbortSignal): void {
  if (!URL.canParse(src, document.baseURI)) return;
  const url = new URL(src, document.baseURI);
  url.hash = '';
  if (!url.protocol.startsWith('http')) return;
  join(url, signal);
  signal.addEventListener('abort', () => leave(url, signal));
}
