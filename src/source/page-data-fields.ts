import { nearestWord } from '../model/nearest-word.js';

/** What a field holds, in words, and how it is read; `undefined` where the text does not fit. */
export interface Field {
  readonly expected: string;
  readonly read: (text: string) => string | undefined;
}

/** Any text. */
const TEXT: Field = { expected: 'text', read: (text) => text };

const HEADING: Field = {
  expected: 'text that is not empty',
  read: (text) => (text.trim() === '' ? undefined : text),
};

/** The keys of a page that hold text. `heading` is there because the data of a section are read like those of a page. */
export const PAGE_FIELDS: Readonly<Record<string, Field>> = {
  title: TEXT,
  heading: HEADING,
  description: TEXT,
  body: TEXT,
  lang: {
    expected: 'a language tag such as “en” or “pt-BR”',
    read: (text) => (/^[a-z]{2,8}(?:[-_][a-z\d]{1,8})*$/i.test(text) ? text.replaceAll('_', '-') : undefined),
  },
  dir: {
    expected: '“ltr” or “rtl”',
    read: (text) => /^(?:ltr|rtl)$/.exec(text.toLowerCase())?.[0],
  },
};

/** The keys of a section that hold text. */
export const SECTION_FIELDS = {
  heading: HEADING,
  id: {
    expected: 'an id, text without white space',
    read: (text) => (/^\S+$/.test(text) ? text : undefined),
  },
  body: TEXT,
} as const satisfies Readonly<Record<string, Field>>;

/** All keys of a section. */
export const SECTION_KEYS: readonly string[] = [...Object.keys(SECTION_FIELDS), 'sections'];

/** Other words for the keys of a section. */
const SYNONYMS: Readonly<Record<string, string>> = {
  anchor: 'id',
  children: 'sections',
  content: 'body',
  items: 'sections',
  markdown: 'body',
  name: 'heading',
  slug: 'id',
  subsections: 'sections',
  text: 'body',
  title: 'heading',
};

/** The key of a section that the author may have meant by `key`. */
export function nearestKey(key: string): string | undefined {
  const word = key.toLowerCase();
  return Object.hasOwn(SYNONYMS, word) ? SYNONYMS[word] : nearestWord(word, SECTION_KEYS);
}
