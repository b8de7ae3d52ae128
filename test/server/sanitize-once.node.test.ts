import { expect } from 'chai';
import { joinParts } from '../../src/html/join.js';
import type { Part } from '../../src/model/part.js';
import { renderMarkdown } from '../../src/pipeline/markdown.js';
import { renderPage } from '../../src/server/page.js';
import { sanitizeHtml } from '../../src/server/sanitize.js';
import { fc } from '../property.js';
import { IDIOMS } from '../security/idioms.js';
import { VECTORS } from '../security/vectors.js';
import { fixturePages, packagePages, type CorpusPage } from '../source/corpus.js';
import { CASES } from '../source/html/cases.js';
import { treeOf } from '../source/html/oracle.js';

/** Twice, because some trees (a link in a link, say) cannot be written as HTML at all; what shows nothing does not count. */
const shownBy = (html: string): string =>
  treeOf(treeOf(html))
    .replace(/<div class="doc-(?:lead|header)"[^>]*><\/div>/g, '')
    .replace(/\s+(?=<\/h[1-6]>)/g, '');

/** A page whose parts are compiled first and then parsed and sanitized as text, one by one. */
async function sanitizedAfterwards(markdown: string): Promise<string> {
  const sanitize = (part: Part): Part => ({
    ...part,
    html: part.rawHtml ? sanitizeHtml(part.html) : part.html,
    parts: part.parts.map(sanitize),
  });
  const { parts } = await renderMarkdown(markdown);
  return joinParts(parts.map(sanitize));
}

async function expectSame(markdown: string): Promise<void> {
  const page = await renderPage(markdown);
  const content = page.replace(/^<doc-page[^>]*>|<\/doc-page>$/g, '');
  expect(shownBy(content), markdown).to.equal(shownBy(await sanitizedAfterwards(markdown)));
}

/** What opens, closes, and stands in between. */
const PIECES = [
  ...['<details><summary>x</summary>\n\n', '</details>\n\n', '<div align=center>\n\n', '</div>\n\n'],
  ...['<p>', '</p>', '<b>', '</b>', '<a href="x">', '</a>', '<nobr>', '<button>', '</button>', '<form>'],
  ...['<table><tr><td>\n\n', '</td></tr></table>\n\n', '<ul><li>\n\n', '</li></ul>\n\n', '<dl><dt>a<dd>\n\n'],
  ...[
    '<pre>\n',
    '</pre>',
    '<textarea>',
    '</textarea>',
    '<script>',
    '</script>',
    '<!-- ',
    '-->',
    '<plaintext>',
  ],
  ...['<svg><p>', '</svg>', '<math><mi>', '<template>', '</template>', '<noscript>', '<select><option>'],
  ...['<h2 id=q>h', '</h2>', '<h1 align=center>', '</h1>', '\n\n# H\n\n', '\n\n## H\n\n', '\n\n> # q\n\n'],
  ...['\n\n- a\n- [x] b & "c"\n\n', '\n\n```js\nx < 1\n```\n\n', '\n\n| a | b |\n|--|--|\n| c | d |\n\n'],
  ...['text ', 'text\n\n', '**b**', '`c`', '[l](http://github.com/a/b "t\'q")', '&am', 'p;', '<', '\n\n'],
  ...['<img src=x onerror=alert(1)>', '<a href="javascript:1">', '<doc-section>', '<doc-code>', '<x-y>'],
];

const hasHtml = ({ text }: CorpusPage): boolean => text.length < 5000 && /^\s*<[a-z]/m.test(text);

describe('the server sanitizes what it parses anyway', () => {
  for (const { name, text } of fixturePages.filter(hasHtml))
    it(`the same as afterwards: ${name}`, () => expectSame(text));

  it('pages of packages', async () => {
    const withHtml = packagePages()
      .filter(hasHtml)
      .filter((_, index) => index % 4 === 0);
    for (const { text } of withHtml) await expectSame(text);
  });

  it('what attacks and what is used', async () => {
    const vectors = VECTORS.filter(({ kind }) => kind === 'markdown');
    for (const [index, { text }] of vectors.entries()) if (index % 9 === 0) await expectSame(text);
    for (const [html] of IDIOMS) await expectSame(html);
    for (const { html } of Object.values(CASES).flat()) await expectSame(`${html}\n\ntext *a*\n\n- b\n`);
  });

  it('what opens here and closes there', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...PIECES), { minLength: 2, maxLength: 14 }), (pieces) =>
        expectSame(pieces.join('')),
      ),
    ));

  it('what the host allows beside, and nothing else', async () => {
    const html = await renderPage('<x-y a="1" b="2" onclick="3">\n\n*t*\n\n</x-y>', {
      allow: { 'x-y': ['a'] },
    });
    expect(html).to.contain('<x-y a="1">\n<p><em>t</em></p>\n</x-y>');
  });

  it('a trusted page not at all', async () => {
    const html = await renderPage('<x-y onclick="3">\n\n*t*\n\n</x-y>', { trusted: true });
    expect(html).to.contain('<x-y onclick="3">');
  });
});
