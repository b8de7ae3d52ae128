import { isSafeUrl } from './url.js';

/** One image of a `srcset`: a URL that may hold commas, then the descriptor up to the next comma. */
const CANDIDATE = /[\s,]*(\S*[^\s,])(?:\s+([^,]*?))?\s*(?:,|$)/gy;

/** A `srcset` without the images that do not come from a safe URL; empty where none is left. */
export function safeSrcset(srcset: string): string {
  const candidates: string[] = [];
  for (const [, url = '', descriptor] of srcset.matchAll(CANDIDATE))
    if (isSafeUrl(url, 'image')) candidates.push(descriptor ? `${url} ${descriptor}` : url);
  return candidates.join(', ');
}
