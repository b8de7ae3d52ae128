import { expect } from 'chai';
import { fc } from '../property.js';
import { loadExtras } from '../../src/source/extras.js';
import { fromMarkdown } from '../../src/source/markdown.js';
import { needsHtmlReader } from '../../src/source/markdown/inner-headings.js';
import { lexMarkdown } from './markdown/lex.js';

const loads = async (text: string): Promise<boolean> =>
  (await loadExtras(text, {})).html !== undefined || needsHtmlReader(lexMarkdown([text]));

/** What HTML and headings are made of, and where they may stand. */
const PIECES = [
  ...['<', '>', '/', '!', '?', 'a', 'https:', '--', '<b>', '</b>', '<!--', '![', ']', '(x)', '{', '}'],
  ...['# ', '## ', '\n', '\n\n', '===\n', '---\n', '> ', '- ', '1. ', '    ', '\t', '[^a]', '[^a]: ', ' b '],
  ...[':::note\n', ':::\n', '!!! tip\n', '<details>', '`', '```\n', '{{< figure src="x" >}}', '&lt;', '\\'],
];

describe('what reads HTML', () => {
  it('is loaded for a tag, a comment, and a heading in another block', async () => {
    for (const text of [
      'a <b>b</b>',
      '<!-- a -->',
      '> # a',
      '- a\n  ---',
      '1. > ## a',
      '[^a]\n\n[^a]: # b',
      '# ![a](b)',
    ])
      expect(await loads(text), text).to.equal(true);
  });

  it('is not loaded for text, lists, code and links', async () => {
    for (const text of [
      '# a\n\nb < c',
      '- a\n- b',
      '> a',
      '    # a',
      '<https://example.org/>',
      '[a](b) ![c](d)',
    ])
      expect(await loads(text), text).to.equal(false);
  });

  it('is there wherever it is needed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }), async (pieces) => {
        await fromMarkdown(pieces.join(''));
      }),
      { numRuns: 3000 },
    );
  });
});
