import { escapeHtml } from '../model/escape.js';
import type { Json, Page, Title } from '../model/page.js';

/** Text that a key of front matter or page data holds; numbers and booleans as they are written. */
export const textOf = (value: Json | undefined): string | undefined => {
  if (typeof value === 'string') return value.trim() || undefined;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
};

/** A title of plain text. */
export const plainTitle = (text: string): Title => ({ text, html: escapeHtml(text), inContent: false });

/** The fields of a page that front matter or page data name. */
export function pageFields(meta: Readonly<Record<string, Json>>): Pick<Page, 'lang' | 'dir' | 'description'> {
  const lang = textOf(meta['lang']);
  const description = textOf(meta['description']);
  const dir = textOf(meta['dir'])?.toLowerCase();
  return {
    ...(lang !== undefined && /^[a-z]{2,8}(?:[-_][a-z0-9]{1,8})*$/i.test(lang)
      ? { lang: lang.replace(/_/g, '-') }
      : {}),
    ...(dir === 'ltr' || dir === 'rtl' ? { dir } : {}),
    ...(description === undefined ? {} : { description }),
  };
}
