import { expect } from 'chai';
import { fc } from '../../property.js';
import { finishText } from '../../../src/source/markdown/unfinished.js';
import { compile } from './compile.js';

describe('finishText', () => {
  const cases: [name: string, text: string, shown: string][] = [
    ['a finished text', 'One.\n\nTwo.\n', 'One.\n\nTwo.\n'],
    ['bold text', 'It is **very imp', 'It is **very imp**'],
    ['half of its end', 'It is **very important*', 'It is **very important**'],
    ['bold text before a space', 'It is **very ', 'It is **very**'],
    ['emphasis in bold text', '**a *b', '**a *b***'],
    ['a sign alone', 'It is **', 'It is '],
    ['a star that is no sign', '2 * 3', '2 * 3'],
    ['code', 'Run `npm inst', 'Run `npm inst`'],
    ['a tick alone', 'Run `', 'Run '],
    ['the text of a link', 'See [the pa', 'See the pa'],
    ['a link before its address', 'See [the page]', 'See the page'],
    ['a link in its address', 'See [the page](https://exa', 'See the page'],
    ['a finished link', 'See [the page](https://example.org) a', 'See [the page](https://example.org) a'],
    ['an image', 'See ![a picture](pic', 'See '],
    ['a tag', 'Press <kb', 'Press '],
    ['an open code block', '```js\nconst a = **b', '```js\nconst a = **b'],
    ['half of its fence', '```js\na\n``', '```js\na'],
    ['a marker of a list', '- one\n-', '- one'],
    ['a marker of a heading', 'Text.\n\n##', 'Text.\n\n'],
    ['the head of a table', 'Text.\n\n| a | b |', 'Text.\n\n'],
    ['half the rule of a table', '| a | b |\n| --', ''],
    ['a table', '| a | b |\n| --- | --', '| a | b |\n| --- | --'],
    ['half the underline of a heading', 'Title\n--', 'Title'],
    ['a formula only when it is whole', 'Let $x^2 + y', 'Let '],
    ['a whole formula', 'Let $x_1$ *be', 'Let $x_1$ *be*'],
    ['an amount of money', 'It costs $5 or mo', 'It costs $5 or mo'],
    ['a formula on its lines', 'Text.\n\n$$\na +', 'Text.\n\n$$\na +\n$$\n'],
    ['half of its end', '$$\na\n$', '$$\na\n$$\n'],
    ['nothing of one that has just begun', 'Text.\n\n$$\n', 'Text.\n\n'],
    ['front matter', '---\ntitle: A', ''],
    ['text behind front matter', '---\ntitle: A\n---\n**b', '---\ntitle: A\n---\n**b**'],
  ];
  for (const [name, text, shown] of cases)
    it(`shows ${name}`, () => {
      expect(finishText(text)).to.equal(shown);
    });

  const TEXT = `# A *title*

Some **bold text**, *emphasis*, \`code\`, [a link](https://example.org/x) and ~~a mistake~~.

- one **item**
- two [items](x.md)

| a | b |
| - | - |
| 1 | \`2\` |

\`\`\`js
const stars = a ** b;
\`\`\`

> A quote with __more__.
`;

  it('shows no signs of markup at any point of a text that grows', () => {
    for (let end = 0; end <= TEXT.length; end++) {
      const html = compile(finishText(TEXT.slice(0, end))).html;
      const text = html.replace(/<pre>[^]*?<\/pre>/g, '').replace(/<[^>]*>/g, '');
      expect(text, JSON.stringify(TEXT.slice(0, end))).not.to.match(/[*_~`[\]|#>]/);
    }
  });

  it('takes any text', () => {
    const piece = fc.constantFrom(
      '**',
      '*',
      '_',
      '`',
      '```\n',
      '[',
      ']',
      '](',
      ')',
      '![',
      '| a ',
      '\n',
      '\n\n',
      'a',
      ' ',
      '<b',
      '>',
      '- ',
      '# ',
      '---\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(finishText(pieces.join(''))).to.be.a('string');
      }),
    );
  });
});
