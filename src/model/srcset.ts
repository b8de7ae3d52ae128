import { isSafeUrl } from './safe-url.js';

/** One image of a `srcset`. */
export interface SrcsetCandidate {
  readonly url: string;
  /** Where the URL begins in the attribute's value. */
  readonly start: number;
  /** Where its descriptors end, before the comma. */
  readonly end: number;
}

const BETWEEN = /[\s,]*/y;
const URL_TEXT = /\S+/y;
const DESCRIPTORS = /(?:[^,(]+|\([^)]*\)?)*/y;

/** The images of a `srcset`, read as browsers do: a URL may hold commas, but not end with one. */
export function* readSrcset(srcset: string): Generator<SrcsetCandidate> {
  for (let at = 0; ;) {
    const start = skip(BETWEEN, srcset, at);
    const urlEnd = skip(URL_TEXT, srcset, start);
    if (urlEnd === start) return;
    let end = urlEnd;
    while (srcset.charAt(end - 1) === ',') end--;
    const url = srcset.slice(start, end);
    if (end === urlEnd) end = skip(DESCRIPTORS, srcset, urlEnd);
    yield { url, start, end };
    at = Math.max(end, urlEnd);
  }
}

function skip(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : at;
}

/** A `srcset` without the images that do not come from a safe URL; empty where none is left. */
export function safeSrcset(srcset: string): string {
  const candidates: string[] = [];
  for (const { url, start, end } of readSrcset(srcset)) {
    if (!isSafeUrl(url, 'image')) continue;
    const descriptors = srcset.slice(start + url.length, end).trim();
    candidates.push(descriptors ? `${url} ${descriptors}` : url);
  }
  return candidates.join(', ');
}
