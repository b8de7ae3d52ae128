import type { Part } from '../model/part.js';
import { LEAD_CLASS } from '../model/names.js';

/**
 * A compiled page with the content of all its sections in one part. Each section costs a browser an element that has
 * to be watched and laid out by itself, which pays only where there is something in it.
 */
export function withoutSections(parts: readonly Part[]): Part[] {
  const isProse = ({ tag, key }: Part): boolean => tag === 'doc-section' || key === 'lead';
  const prose = parts.filter(isProse);
  const [first] = prose;
  if (!first) return [...parts];
  const flat: Part = {
    key: 'lead',
    tag: 'div',
    attributes: { class: LEAD_CLASS },
    html: prose.map(ownHtml).join(''),
    rawHtml: prose.some(holdsRawHtml),
    parts: [],
  };
  return parts.flatMap((part) => (part === first ? [flat] : isProse(part) ? [] : [part]));
}

const ownHtml = ({ html, parts }: Part): string => html + parts.map(ownHtml).join('');

const holdsRawHtml = ({ rawHtml, parts }: Part): boolean => rawHtml || parts.some(holdsRawHtml);
