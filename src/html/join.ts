import type { Part } from '../model/part.js';
import { formatAttributes } from './heading.js';

/** Parts as one text. What holds the author's own HTML must have passed a sanitizer before. */
export const joinParts = (parts: readonly Part[]): string =>
  parts
    .map(
      ({ tag, attributes, html, parts: children }) =>
        `<${tag}${formatAttributes(attributes)}>${html}${joinParts(children)}</${tag}>`,
    )
    .join('');
