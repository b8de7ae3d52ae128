import { hasContent } from '../dom/has-content.js';
import { canonicalUrl, setJsonLd } from '../dom/json-ld.js';
import type { Page } from '../model/page.js';
import { optionsOf, type OptionProperties } from './page-options.js';
import { hasSource, type SourceProperties } from './source.js';

/** The page that is described, or no longer. */
export interface DescribedHost extends HTMLElement, SourceProperties, OptionProperties {
  readonly jsonLd: boolean;
  readonly page: Page | undefined;
}

/** Describes a page for search engines where it asks for that: the page of its source, or the one that its children are. */
export async function describe(host: DescribedHost): Promise<void> {
  const { jsonLd, page } = host;
  const json = jsonLd ? await descriptionOf(host) : undefined;
  // Whoever has brought another page describes that one.
  if (host.jsonLd === jsonLd && host.page === page) setJsonLd(host, json);
}

async function descriptionOf(host: DescribedHost): Promise<string | undefined> {
  if (!host.page && (hasSource(host) || !hasContent(host))) return undefined;
  const { describePage } = await import('../pipeline/json-ld.js');
  return describePage(host.page ?? host, optionsOf(host), canonicalUrl(host.ownerDocument));
}
