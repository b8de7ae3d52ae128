import type { Part } from '../model/part.js';
import { formatAttributes } from './heading.js';

/** Parts as one text. What holds the author's own HTML must have passed a sanitizer before. */
export function joinParts(parts: readonly Part[]): string {
  let joined = '';
  for (const { tag, attributes, html, parts: children } of parts)
    joined += `<${tag}${formatAttributes(attributes)}>${html}${joinParts(children)}</${tag}>`;
  return joined;
}
