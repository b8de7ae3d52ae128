import { expect } from 'chai';
import { fc } from '../property.js';
import { dedent } from '../../src/source/dedent.js';

describe('dedent', () => {
  const rows: [name: string, text: string, expected: string][] = [
    ['nothing', '', ''],
    ['one line', 'a', 'a'],
    ['one indented line', '  a', 'a'],
    ['blank text', '  \n\n  ', '\n'],
    ['a script of a page', '\n    ## A\n\n    text\n  ', '## A\n\ntext\n'],
    ['nested indentation', '\n  - a\n    - b\n', '- a\n  - b\n'],
    ['indented code', '\n  a\n\n      code\n', 'a\n\n    code\n'],
    ['tabs', '\n\t\ta\n\t\t\tb\n\t', 'a\n\tb\n'],
    ['tabs and spaces', '\n\ta\n    b\n', '\ta\n    b\n'],
    ['spaces, then a tab', '\n  a\n  \tb\n', 'a\n\tb\n'],
    ['text behind the tag', '# A\n    text\n    more', '# A\ntext\nmore'],
    ['text behind the tag and a space', ' # A\n    text', '# A\ntext'],
    ['a line without indentation', '\n  a\nb\n', '  a\nb\n'],
    ['blank lines shorter than the margin', '\n    a\n  \n    b\n', 'a\n\nb\n'],
    ['blank lines longer than the margin', '\n  ```\n     \n  ```\n', '```\n   \n```\n'],
    ['blank lines before the text', '\n\n\n  a\n', '\n\na\n'],
    ['blank lines behind the text', '\n  a\n\n  \n  ', 'a\n\n\n'],
    ['no line break at the end', '\n  a', 'a'],
    ['CRLF', '\r\n  a\r\n\r\n    b\r\n  ', 'a\r\n\r\n  b\r\n'],
    ['no-break spaces, which are text', '\n\u00a0a\n\u00a0b\n', '\u00a0a\n\u00a0b\n'],
  ];
  for (const [name, text, expected] of rows)
    it(`dedents ${name}`, () => {
      expect(dedent(text)).to.equal(expected);
    });

  it('takes away what an author indented, however deep', () => {
    const line = fc.stringMatching(/^(?:[a-z#>-][a-z ]{0,5})?$/);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), fc.stringMatching(/^[ \t]{0,6}$/), (lines, margin) => {
        const text = ['x', ...lines].join('\n');
        const indented = `\n${['x', ...lines].map((each) => (each === '' ? '' : margin + each)).join('\n')}`;
        expect(dedent(`${indented}\n${margin}`)).to.equal(`${text}\n`);
      }),
    );
  });
});
