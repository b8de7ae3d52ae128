import { expect } from 'chai';
import { formatCount, formatDate, formatNumber } from '../../src/model/format.js';
import { labelsFor } from '../../src/model/labels-for.js';

describe('formatDate', () => {
  const CASES: readonly (readonly [date: string, lang: string | undefined, long: string, short: string])[] = [
    ['2015-02-03', undefined, '3 February 2015', '3 Feb 2015'],
    ['2015-02', 'en-GB', 'February 2015', 'Feb 2015'],
    ['2015', 'de', '2015', '2015'],
    ['2015-02-03', 'de', '3. Februar 2015', '3. Feb. 2015'],
    ['2015-02-03', 'ar', '3 فبراير 2015', '3 فبراير 2015'],
    ['2015-02-03', 'ar-u-nu-arab', '٣ فبراير ٢٠١٥', '٣ فبراير ٢٠١٥'],
    ['2015-02', 'ja', '2015年2月', '2015年2月'],
    ['2015-02-03', 'no such language', '2015-02-03', '2015-02-03'],
  ];
  for (const [date, lang, long, short] of CASES)
    it(`writes ${date} in ${String(lang)} as “${long}”, or short as “${short}”`, () => {
      expect([formatDate(date, lang), formatDate(date, lang, 'short')]).to.deep.equal([long, short]);
    });
});

describe('formatNumber', () => {
  it('groups as the language does', () => {
    const all = ['en', 'de', 'hi', 'fr'].map((lang) => formatNumber(1234567.5, lang));
    expect(all).to.deep.equal(['1,234,567.5', '1.234.567,5', '12,34,567.5', '1\u00a0234\u00a0567,5']);
  });
});

describe('formatCount', () => {
  const CASES: readonly (readonly [lang: string, count: number, words: string])[] = [
    ['en', 1, '1 star'],
    ['en', 0, '0 stars'],
    ['en', 12345, '12,345 stars'],
    ['pl', 1, '1 gwiazdka'],
    ['pl', 3, '3 gwiazdki'],
    ['pl', 12, '12 gwiazdek'],
    ['ru', 21, '21 звезда'],
    ['ru', 5, '5 звёзд'],
    ['ar', 2, 'نجمتان'],
    ['he', 1, 'כוכב אחד'],
    ['ja', 1, 'スター 1 個'],
  ];
  for (const [lang, count, words] of CASES)
    it(`says ${String(count)} in ${lang} as “${words}”`, async () => {
      const { repositories, lang: tag } = await labelsFor(lang);
      expect(formatCount(repositories.stars, count, tag)).to.equal(words);
    });
});
