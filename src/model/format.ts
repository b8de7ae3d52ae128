import { fill, type Plural } from './labels.js';

/*
 * Dates and numbers as people read them. English is written by rules of our own and any other language by the runtime's, without the
 * spaces in which versions of its data differ, so that a page is the same to the byte wherever it is rendered.
 */

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

const isEnglish = (lang: string | undefined): boolean => lang === undefined || /^en(?:-|$)/i.test(lang);

/** `2015-02-03` as `3 February 2015`, or short as `3 Feb 2015`; `2015-02` as `February 2015`, `2015` as it is. */
export function formatDate(
  date: string,
  lang: string | undefined,
  length: 'long' | 'short' = 'long',
): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  if (isEnglish(lang)) {
    const name = MONTHS[Number(month) - 1];
    return [day && String(Number(day)), length === 'short' ? name?.slice(0, 3) : name, year]
      .filter(Boolean)
      .join(' ');
  }
  return localized(date, () =>
    dates(lang ?? '', optionsOf(length, day !== undefined), `${length} ${day === undefined}`).format(
      Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)),
    ),
  );
}

const optionsOf = (month: 'long' | 'short', hasDay: boolean): Intl.DateTimeFormatOptions => ({
  calendar: 'gregory',
  timeZone: 'UTC',
  year: 'numeric',
  month,
  ...(hasDay ? { day: 'numeric' } : {}),
});

/** `12345.6` as `12,345.6`. */
export function formatNumber(value: number, lang: string | undefined): string {
  const text = String(value);
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) return text;
  if (!isEnglish(lang))
    return localized(text, () => numbers(lang ?? '', { maximumFractionDigits: 20 }).format(value));
  const [whole = '', fraction] = text.split('.');
  // eslint-disable-next-line regexp/no-super-linear-move -- a number has at most a few hundred digits
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** The wording for a number, with the number in it. */
export function formatCount(forms: Plural, count: number, lang: string): string {
  const category = isEnglish(lang) ? (count === 1 ? 'one' : 'other') : plurals(lang, {}).select(count);
  return fill(forms[category] ?? forms.other, { count: formatNumber(count, lang) });
}

/** What the runtime makes of it; `otherwise` where it does not know the language. */
function localized(otherwise: string, format: () => string): string {
  try {
    return format().replace(/[\u00a0\u202f]/g, '\u00a0');
  } catch {
    return otherwise;
  }
}

/** What formats is dear to make: one for each language and use. */
function kept<Options, Format>(
  make: (lang: string, options: Options) => Format,
): (lang: string, options: Options, use?: string) => Format {
  const made = new Map<string, Format>();
  return (lang, options, use = '') => {
    const key = `${use} ${lang}`;
    const known = made.get(key);
    if (known) return known;
    const fresh = make(lang, options);
    made.set(key, fresh);
    return fresh;
  };
}

/**
 * Arabic is written with two sets of digits, and runtimes differ in which they take: those of version numbers and code,
 * unless the tag asks for others (`ar-u-nu-arab`).
 */
const digitsOf = (lang: string): { readonly numberingSystem?: string } =>
  /^ar\b(?!.*-nu-)/i.test(lang) ? { numberingSystem: 'latn' } : {};

const dates = kept(
  (lang, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(lang, { ...digitsOf(lang), ...options }),
);
const numbers = kept(
  (lang, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(lang, { ...digitsOf(lang), ...options }),
);
const plurals = kept((lang, options: Intl.PluralRulesOptions) => new Intl.PluralRules(lang, options));

/** One or two letters that stand for a name. */
export function initials(name: string): string {
  const words = name.split(/[\s_.-]+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const [first = name] = words;
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return `${[...first][0] ?? ''}${[...last][0] ?? ''}`.toUpperCase();
}
