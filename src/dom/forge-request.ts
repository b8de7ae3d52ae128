import { readAnswer } from '../model/forge-api.js';
import { pauseUntil } from '../model/forge-pause.js';
import type { RepositoryFacts } from '../model/repository-facts.js';
import type { RepositoryLink } from '../model/repository.js';

/** What became of a request. */
export interface ForgeAnswer {
  /** `same`: nothing has changed. `unknown`: the forge has no such repository. `failed`: ask again later. */
  readonly kind: 'facts' | 'same' | 'unknown' | 'failed';
  readonly facts?: RepositoryFacts;
  readonly etag?: string;
  /** Until when the forge wants to be left alone, in milliseconds since 1970. */
  readonly pause?: number;
}

const TIMEOUT = 10_000;

/** A description of a repository is some kilobytes; more is something else. */
const MAX_LENGTH = 1_000_000;

const GONE = new Set([404, 410, 451]);

/** Asks a forge about one repository, without cookies, tokens or the page's address. Never rejects. */
export async function requestFacts(
  link: RepositoryLink,
  url: string,
  etag: string | undefined,
): Promise<ForgeAnswer> {
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json', ...(etag === undefined ? {} : { 'if-none-match': etag }) },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(TIMEOUT),
    });
    return await readResponse(link, url, response);
  } catch {
    // No network, no permission, no time.
    return { kind: 'failed' };
  }
}

async function readResponse(link: RepositoryLink, url: string, response: Response): Promise<ForgeAnswer> {
  const { status, headers } = response;
  const pause = pauseUntil(status, (name) => headers.get(name), Date.now());
  const limits = pause === undefined ? {} : { pause };
  if (status === 304) return { kind: 'same', ...limits };
  if (GONE.has(status)) return { kind: 'unknown', ...limits };
  const facts = response.ok ? await readBody(link, url, response) : undefined;
  if (!facts) return { kind: 'failed', ...limits };
  const etag = headers.get('etag');
  return { kind: 'facts', facts, ...(etag === null ? {} : { etag }), ...limits };
}

async function readBody(
  link: RepositoryLink,
  url: string,
  response: Response,
): Promise<RepositoryFacts | undefined> {
  const text = await response.text();
  if (text.length > MAX_LENGTH) return undefined;
  try {
    return readAnswer(link, JSON.parse(text), new Date().toISOString(), url);
  } catch {
    return undefined;
  }
}
