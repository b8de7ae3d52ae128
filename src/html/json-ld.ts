import type { Page } from '../model/page.js';

/** What schema.org needs beside the page. */
export interface JsonLdOptions {
  /** The page's own address, absolute. */
  readonly url?: string | undefined;
}

/** A page as schema.org's `AboutPage`. Only what the page says is in it. */
export function toJsonLd(page: Page, { url }: JsonLdOptions = {}): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'AboutPage',
    ...(page.title ? { name: page.title.text } : {}),
    ...(page.description === undefined ? {} : { description: page.description }),
    ...(page.lang === undefined ? {} : { inLanguage: page.lang }),
    ...(url === undefined ? {} : { url }),
  };
}

/** JSON for the inside of a script element: nothing in it ends the element or begins a comment. */
export const escapeJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
