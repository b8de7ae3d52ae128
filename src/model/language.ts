import type { Page } from './page.js';

/** Scripts that run from right to left, by their ISO 15924 codes: those with a living use (Unicode, UAX #9). */
const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Syrc', 'Thaa', 'Yezi']);

/** What a page says of its language, as the attributes of HTML that say it. */
export type Language = Pick<Page, 'lang' | 'dir'>;

/**
 * Language and base direction of a page. A page that names its language only has the direction in which that
 * language is written; one that names none has none, and stands as its host does.
 */
export function languageOf({ lang, dir }: Language): Language {
  const direction = dir ?? (lang === undefined ? undefined : directionOf(lang));
  if (direction === undefined) return lang === undefined ? {} : { lang };
  return lang === undefined ? { dir: direction } : { lang, dir: direction };
}

/** The direction in which a language is written; `undefined` for a tag that is none (BCP 47). */
function directionOf(lang: string): 'ltr' | 'rtl' | undefined {
  try {
    const { script } = new Intl.Locale(lang).maximize();
    return script === undefined ? undefined : RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
  } catch {
    return undefined;
  }
}
