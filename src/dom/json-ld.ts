import { CHROME_ATTRIBUTE } from '../model/names.js';
import { sinkPolicy } from './trusted-types.js';

const SELECTOR = `:scope > script[type='application/ld+json'][${CHROME_ATTRIBUTE}]`;

/**
 * Puts schema.org data into an element, or with `undefined` takes ours away. Browsers ask for a trusted type for the text
 * of any script, also of one that never runs.
 */
export function setJsonLd(host: Element, json: string | undefined): void {
  const existing = host.querySelector(SELECTOR);
  if (json === undefined) existing?.remove();
  if (json === undefined || existing?.textContent === json) return;
  const script = host.ownerDocument.createElement('script');
  script.type = 'application/ld+json';
  script.setAttribute(CHROME_ATTRIBUTE, '');
  script.text = sinkPolicy().createScript(json);
  if (existing) existing.replaceWith(script);
  else host.append(script);
}

/** The address under which a document wants to be known. */
export const canonicalUrl = (document: Document): string | undefined =>
  document.querySelector<HTMLLinkElement>("link[rel='canonical']")?.href;
