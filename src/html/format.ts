/*
 * Dates and numbers as people read them. English is written by rules of our own and any other language by the runtime's, without the
 * spaces in which versions of its data differ, so that a page is the same to the byte wherever it is rendered.
 */

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

const isEnglish = (lang: string | undefined): boolean => lang === undefined || /^en(?:-|$)/i.test(lang);

/** `2015-02-03` as `3 February 2015`, `2015-02` as `February 2015`, `2015` as it is. */
export function formatDate(date: string, lang: string | undefined): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  if (isEnglish(lang))
    return [day && String(Number(day)), MONTHS[Number(month) - 1], year].filter(Boolean).join(' ');
  return localized(date, () =>
    new Intl.DateTimeFormat(lang, {
      calendar: 'gregory',
      timeZone: 'UTC',
      year: 'numeric',
      month: 'long',
      ...(day === undefined ? {} : { day: 'numeric' }),
    }).format(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1))),
  );
}

/** `12345.6` as `12,345.6`. */
export function formatNumber(value: number, lang: string | undefined): string {
  const text = String(value);
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) return text;
  if (!isEnglish(lang))
    return localized(text, () => new Intl.NumberFormat(lang, { maximumFractionDigits: 20 }).format(value));
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** What the runtime makes of it; `otherwise` where it does not know the language. */
function localized(otherwise: string, format: () => string): string {
  try {
    return format().replace(/[\u00a0\u202f]/g, '\u00a0');
  } catch {
    return otherwise;
  }
}

/** One or two letters that stand for a name. */
export function initials(name: string): string {
  const words = name.split(/[\s_.-]+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const [first = name] = words;
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return `${[...first][0] ?? ''}${[...last][0] ?? ''}`.toUpperCase();
}
