import { escapeJson, toJsonLd } from '../html/json-ld.js';
import type { Page } from '../model/page.js';

/** A page as schema.org data: a chunk of its own. */
export const describePage = (page: Page, url: string | undefined): string =>
  escapeJson(toJsonLd(page, { url }));
