import { expect } from 'chai';
import { labelsFor, LANGUAGES } from '../../src/model/labels-for.js';
import { ENGLISH } from '../../src/model/labels.js';
import { languageOf } from '../../src/model/language.js';

/** Every word of a table with the path to it. */
const words = (table: object, path = ''): [string, string][] =>
  Object.entries(table).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[path + key, value]] : words(value as object, `${path}${key}.`),
  );

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

describe('labelsFor', () => {
  it('knows twelve languages and more, some from right to left', () => {
    expect(LANGUAGES).to.have.lengthOf.above(12);
    expect(LANGUAGES.filter((lang) => languageOf({ lang }).dir === 'rtl')).to.deep.equal(['ar', 'fa', 'he']);
  });

  for (const lang of LANGUAGES)
    describe(lang, () => {
      it('has every word, in its script', async () => {
        const table = words(await labelsFor(lang));
        expect(table.map(([path]) => path).sort()).to.deep.equal(
          words(ENGLISH)
            .map(([path]) => path)
            .sort(),
        );
        const script = SCRIPTS[lang] ?? /\p{Script=Latin}/u;
        expect(table.filter(([, word]) => !script.test(word))).to.deep.equal([]);
      });

      it('leaves no sentence in English', async () => {
        const english = new Map(words(ENGLISH));
        const same = words(await labelsFor(lang)).filter(([path, word]) => english.get(path) === word);
        // Languages share words such as “Note”, never sentences.
        expect(same.filter(([, word]) => word.includes(' '))).to.deep.equal([]);
        expect(same.length).to.be.below(4);
      });

      it('fills in what English fills in', async () => {
        const english = new Map(words(ENGLISH));
        for (const [path, word] of words(await labelsFor(lang)))
          expect(placeholders(word), path).to.deep.equal(placeholders(english.get(path) ?? ''));
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
