import { escapeJson, toJsonLd } from '../html/json-ld.js';
import type { PageOptions } from '../model/options.js';
import type { Page } from '../model/page.js';
import type { HtmlNode } from '../source/html/nodes.js';

/** A page, or the element whose content is one, as schema.org data: a chunk of its own. */
export async function describePage(
  source: Page | HtmlNode,
  options: PageOptions,
  url: string | undefined,
): Promise<string> {
  const page = 'nodeType' in source ? await (await import('./back.js')).readPage(source, options) : source;
  return escapeJson(toJsonLd(page, { url }));
}
