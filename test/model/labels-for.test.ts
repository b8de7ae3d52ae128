import { expect } from 'chai';
import { labelsFor, LANGUAGES } from '../../src/model/labels-for.js';
import { ENGLISH } from '../../src/model/labels/en.js';
import { languageOf } from '../../src/model/language.js';

/** Every word of a table with the path to it. */
const words = (table: object, path = ''): [string, string][] =>
  Object.entries(table).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[path + key, value]] : words(value as object, `${path}${key}.`),
  );

/** Plural forms differ from language to language: one path for all of them, the general one. */
const paths = (table: object): string[] => [
  ...new Set(
    words(table)
      .map(([path]) => path)
      .filter((path) => !/\.(?:zero|one|two|few|many)$/.test(path)),
  ),
];
const FORMS = ['codeUnfold', 'repositories.stars'];

const placeholders = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

const SCRIPTS: Readonly<Record<string, RegExp>> = {
  ar: /\p{Script=Arabic}/u,
  fa: /\p{Script=Arabic}/u,
  he: /\p{Script=Hebrew}/u,
  hi: /\p{Script=Devanagari}/u,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  ko: /\p{Script=Hangul}/u,
  ru: /\p{Script=Cyrillic}/u,
  uk: /\p{Script=Cyrillic}/u,
  'zh-Hans': /\p{Script=Han}/u,
  'zh-Hant': /\p{Script=Han}/u,
};

/** What is said in a language as in English. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  de: ['repositories.places.issue', 'repositories.places.commit', 'repositories.places.commits'],
  it: ['repositories.places.file', 'repositories.places.commit'],
  nl: ['repositories.places.commit', 'repositories.places.commits'],
};

describe('labelsFor', () => {
  it('knows twelve languages and more, some from right to left', () => {
    expect(LANGUAGES).to.have.lengthOf.above(12);
    expect(LANGUAGES.filter((lang) => languageOf({ lang }).dir === 'rtl')).to.deep.equal(['ar', 'fa', 'he']);
  });

  for (const lang of LANGUAGES)
    describe(lang, () => {
      it('has every word, in its script', async () => {
        const table = await labelsFor(lang);
        expect(table.lang).to.equal(lang);
        expect(paths(table).sort()).to.deep.equal(paths(ENGLISH).sort());
        const script = SCRIPTS[lang] ?? /\p{Script=Latin}/u;
        // What is put into `{words}` says the rest; GitHub is GitHub everywhere.
        const foreign = words(table).filter(
          ([path, word]) =>
            path !== 'lang' && word.replace(/[\s:({)}]|\{\w+\}/g, '') !== '' && !script.test(word),
        );
        expect(foreign).to.deep.equal([]);
      });

      it('leaves no sentence in English', async () => {
        const english = new Map(words(ENGLISH));
        const same = words(await labelsFor(lang))
          .filter(([path, word]) => english.get(path) === word && !(SHARED[lang] ?? []).includes(path))
          .map(([path, word]) => `${path}: ${word}`);
        // Languages share words such as “Version”, never sentences.
        const isSentence = (word: string): boolean =>
          /\p{L} .*\p{L}/u.test(word.replace(/^.*: |\{\w+\}/g, ''));
        expect(same.filter(isSentence)).to.deep.equal([]);
        expect(same.length).to.be.below(10);
      });

      it('has a wording for each plural form that its numbers ask for', async () => {
        const table = new Map(words(await labelsFor(lang)));
        for (const path of FORMS)
          for (const count of [0, 1, 2, 3, 5, 11, 21, 22, 100, 1000, 1_000_000]) {
            const category = new Intl.PluralRules(lang).select(count);
            const word = table.get(`${path}.${category}`) ?? table.get(`${path}.other`);
            expect(word, `${path} of ${String(count)}`).to.match(/\p{L}/u);
          }
      });

      it('fills in what English fills in', async () => {
        const english = new Map(words(ENGLISH));
        const table = new Map(words(await labelsFor(lang)));
        for (const path of paths(ENGLISH))
          expect(placeholders(table.get(path) ?? ''), path).to.deep.equal(
            placeholders(english.get(path) ?? ''),
          );
      });
    });

  const CASES: readonly (readonly [lang: string | undefined, toc: string])[] = [
    ['de-AT', 'Auf dieser Seite'],
    ['DE', 'Auf dieser Seite'],
    ['pt-BR', 'Nesta página'],
    ['zh', '本页内容'],
    ['zh-CN', '本页内容'],
    ['zh-TW', '本頁內容'],
    ['zh-HK', '本頁內容'],
    ['zh-Hant-CN', '本頁內容'],
    ['yue', '本頁內容'],
    ['iw', 'בדף זה'],
    ['en-GB', 'On this page'],
    ['cy', 'On this page'],
    ['x', 'On this page'],
    ['', 'On this page'],
    ['constructor', 'On this page'],
    [undefined, 'On this page'],
  ];
  for (const [lang, toc] of CASES)
    it(`gives ${String(lang)} “${toc}”`, async () => {
      expect((await labelsFor(lang)).toc).to.equal(toc);
    });

  it('takes words of the site’s own', async () => {
    const labels = await labelsFor('de', { toc: 'Inhalt', alerts: { tip: 'Rat' } });
    expect(labels).to.deep.include({ toc: 'Inhalt', footnotes: 'Fußnoten' });
    expect(labels.alerts).to.include({ tip: 'Rat', note: 'Hinweis' });
  });
});
