import { expect } from 'chai';
import { languageOf, type Language } from '../../src/model/language.js';

describe('languageOf', () => {
  const rows: [page: Language, language: Language][] = [
    [{}, {}],
    [{ lang: 'en' }, { lang: 'en', dir: 'ltr' }],
    [{ lang: 'ar' }, { lang: 'ar', dir: 'rtl' }],
    [{ lang: 'he-IL' }, { lang: 'he-IL', dir: 'rtl' }],
    [{ lang: 'fa' }, { lang: 'fa', dir: 'rtl' }],
    [{ lang: 'ur-PK' }, { lang: 'ur-PK', dir: 'rtl' }],
    [{ lang: 'dv' }, { lang: 'dv', dir: 'rtl' }],
    [{ lang: 'az' }, { lang: 'az', dir: 'ltr' }],
    [{ lang: 'az-Arab' }, { lang: 'az-Arab', dir: 'rtl' }],
    [{ lang: 'ku-Latn' }, { lang: 'ku-Latn', dir: 'ltr' }],
    [{ lang: 'zh-Hant' }, { lang: 'zh-Hant', dir: 'ltr' }],
    [{ lang: 'tlh' }, { lang: 'tlh' }],
    [{ lang: 'not a tag' }, { lang: 'not a tag' }],
    [
      { lang: 'en', dir: 'rtl' },
      { lang: 'en', dir: 'rtl' },
    ],
    [{ dir: 'rtl' }, { dir: 'rtl' }],
  ];
  for (const [page, language] of rows)
    it(`${JSON.stringify(page)} is ${JSON.stringify(language)}`, () => {
      expect(languageOf(page)).to.deep.equal(language);
    });
});
