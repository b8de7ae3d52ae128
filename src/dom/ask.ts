/** A request that is on its way before the code is here that reads its answer. */
export interface Asked {
  readonly response: Promise<Response>;
  readonly controller: AbortController;
}

/** Asks for what we can read; any server may ignore it. */
const ACCEPT = 'text/markdown, application/json, text/plain;q=0.9, */*;q=0.5';

const asked = new Map<string, Asked>();

/** Requests the text of a source, as `loadText` does. */
export const requestText = (url: URL, signal: AbortSignal): Promise<Response> =>
  fetch(url, { signal, headers: { accept: ACCEPT } });

/**
 * Requests the text at `src` for the loader that will come to {@link takeAsked it}, so that both travel at once. An
 * address that is none is left to the loader, which has words for it.
 */
export function ask(src: string, signal: AbortSignal): void {
  if (!URL.canParse(src, document.baseURI)) return;
  const url = new URL(src, document.baseURI);
  url.hash = '';
  if (!url.protocol.startsWith('http') || asked.has(url.href)) return;
  const controller = new AbortController();
  const entry: Asked = { response: requestText(url, controller.signal), controller };
  // Whoever takes it sees the failure.
  entry.response.catch(() => undefined);
  asked.set(url.href, entry);
  signal.addEventListener('abort', () => {
    if (asked.get(url.href) === entry) takeAsked(url.href)?.controller.abort();
  });
}

/** The request that is on its way to `href`, from now on the caller's own. */
export function takeAsked(href: string): Asked | undefined {
  const entry = asked.get(href);
  asked.delete(href);
  return entry;
}
