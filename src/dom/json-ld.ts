import { CHROME_ATTRIBUTE } from '../model/names.js';

const SELECTOR = `:scope > script[type='application/ld+json'][${CHROME_ATTRIBUTE}]`;

/**
 * Puts schema.org data into an element, or with `undefined` takes ours away. The text is a node of its own: a script's
 * `textContent` would ask for a trusted type, which data that never run have no need of.
 */
export function setJsonLd(host: Element, json: string | undefined): void {
  const existing = host.querySelector(SELECTOR);
  if (json === undefined) existing?.remove();
  if (json === undefined || existing?.textContent === json) return;
  const script = host.ownerDocument.createElement('script');
  script.type = 'application/ld+json';
  script.setAttribute(CHROME_ATTRIBUTE, '');
  script.append(json);
  if (existing) existing.replaceWith(script);
  else host.append(script);
}

/** The address under which a document wants to be known. */
export const canonicalUrl = (document: Document): string | undefined =>
  document.querySelector<HTMLLinkElement>("link[rel='canonical']")?.href;
