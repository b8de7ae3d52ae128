import { withWords, type Labels, type Translation } from './labels.js';
import { ENGLISH } from './labels/en.js';

/** The languages there are words for beside English, each a chunk of its own. Chinese goes by its script. */
const TRANSLATIONS: Readonly<Record<string, () => Promise<{ readonly LABELS: Labels }>>> = {
  ar: () => import('./labels/ar.js'),
  de: () => import('./labels/de.js'),
  es: () => import('./labels/es.js'),
  fa: () => import('./labels/fa.js'),
  fr: () => import('./labels/fr.js'),
  he: () => import('./labels/he.js'),
  hi: () => import('./labels/hi.js'),
  it: () => import('./labels/it.js'),
  ja: () => import('./labels/ja.js'),
  ko: () => import('./labels/ko.js'),
  nl: () => import('./labels/nl.js'),
  pl: () => import('./labels/pl.js'),
  pt: () => import('./labels/pt.js'),
  ru: () => import('./labels/ru.js'),
  tr: () => import('./labels/tr.js'),
  uk: () => import('./labels/uk.js'),
  'zh-Hans': () => import('./labels/zh-Hans.js'),
  'zh-Hant': () => import('./labels/zh-Hant.js'),
};

/** The keys of the languages that have words, English aside. */
export const LANGUAGES: readonly string[] = Object.keys(TRANSLATIONS);

/** Languages that have the words of another one. */
const SAME: Readonly<Record<string, string>> = { yue: 'zh', cmn: 'zh' };

/** The key in the table for a language tag; none for English and for what there are no words for. */
function keyOf(lang: string): string | undefined {
  try {
    const { language, script } = new Intl.Locale(lang).maximize();
    const name = SAME[language] ?? language;
    const key = name === 'zh' ? `${name}-${script ?? 'Hans'}` : name;
    return Object.hasOwn(TRANSLATIONS, key) ? key : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The words of the language that a tag (BCP 47) names: `pt-BR` has those of `pt`, `zh-TW` those of the traditional
 * script; numbers and dates go by the whole tag. English where the tag is none or there are no words for it, and where
 * they cannot be loaded. `own` are words that replace those.
 */
export async function labelsFor(lang: string | undefined, own?: Translation): Promise<Labels> {
  const load = lang === undefined ? undefined : TRANSLATIONS[keyOf(lang) ?? ''];
  const table = load ? await load().catch(() => undefined) : undefined;
  return withWords(table && lang ? { ...table.LABELS, lang } : ENGLISH, own);
}
