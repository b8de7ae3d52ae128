import { expect } from 'chai';
import { renderDocument, renderPage } from '../../src/server/server.js';
import { EVERY_SAMPLE } from '../block-samples.js';

const blocks = EVERY_SAMPLE.map(([, block]) => block);

/** What each language says in blocks and cards, and how it writes dates and numbers. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  ar: [
    'عضو سابق',
    'منتدى',
    'يتلقى إصلاحات أمنية',
    'إصدار تجريبي',
    'مؤرشف',
    'انتقل إلى',
    'رخصة MIT',
    'فبراير',
  ],
  ja: [
    '元メンバー',
    'フォーラム',
    'セキュリティ修正の対象',
    'プレリリース',
    'アーカイブ済み',
    'スター 12,345 個',
    '2015年2月3日',
  ],
  de: [
    'Ehemals',
    'seit ',
    'Bekommt Sicherheitsupdates',
    'Vorabversion',
    'Archiviert',
    '12.345 Sterne',
    'Lizenz MIT',
    'Stand: ',
    '3. Februar 2015',
    '1.234.567',
  ],
};

/** What stands in the same blocks in English. */
const ENGLISH =
  /Emeritus|since |Gets security fixes|>Yes<|Security policy|Pre-release|supported until|Archived|Moved to|Work goes on|\d stars|As of|ORCID of|Mailing list/;

/** What people read or hear of a page. */
const heard = (html: string): string => html.replace(/ value="[^"]*"/g, '');

describe('the words of a prerendered page', () => {
  for (const [lang, words] of Object.entries(WORDS)) {
    const data = { title: 'T', sections: [{ heading: 'One', blocks }] };

    it(`are in the language that its data names, in blocks and cards as well: ${lang}`, async () => {
      const html = await renderPage({ ...data, lang });
      for (const word of words) expect(html).to.contain(word);
      expect(heard(html)).not.to.match(ENGLISH);
    });

    it(`are in the language of the option, where it names none: ${lang}`, async () => {
      const html = await renderPage(data, { lang });
      for (const word of words) expect(html).to.contain(word);
      expect(heard(html)).not.to.match(ENGLISH);
    });
  }

  it('can be replaced in blocks and cards by the site’s own', async () => {
    const html = await renderPage(
      { blocks },
      {
        labels: {
          blocks: { emeritus: 'Retired' },
          repositories: { archived: 'Frozen', stars: { other: '★ {count}' } },
        },
      },
    );
    expect(html).to.contain('Retired').and.to.contain('Frozen').and.to.contain('★ 12,345');
    expect(html).to.contain('Gets security fixes').and.not.to.contain('Emeritus');
  });

  it('give a document without a title one in its language', async () => {
    expect(await renderDocument('Text.', { lang: 'ja' })).to.contain('<title>無題</title>');
    expect(await renderDocument('Text.')).to.contain('<title>Untitled</title>');
  });

  it('name links that show their address in the language of the page', async () => {
    const html = await renderPage('---\nlang: de\n---\nSee https://github.com/dotnet/roslyn/issues/5.');
    expect(html).to.contain('aria-label="Issue 5 in dotnet/roslyn: ');
    expect(await renderPage('---\nlang: fr\n---\nSee https://github.com/dotnet/roslyn/issues/5.')).to.contain(
      'aria-label="Ticket 5 dans dotnet/roslyn: ',
    );
  });
});
