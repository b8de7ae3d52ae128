import { fc } from '../property.js';
import { HOSTILE_INPUTS } from './hostile-input.js';
import { IDIOMS } from './idioms.js';
import { VECTORS } from './vectors.js';

/** Marks that open, close or part something in Markdown, in HTML, in front matter or in none of them. */
const MARKS = [
  ...[
    '*',
    '**',
    '_',
    '__',
    '~',
    '~~',
    '`',
    '``',
    '```',
    '~~~',
    '> ',
    '- ',
    '* ',
    '1. ',
    '# ',
    '## ',
    '=== ',
    '---',
  ],
  ...[
    '[',
    ']',
    '](',
    ')',
    '![',
    '[^',
    ']: ',
    '<',
    '>',
    '</',
    '/>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
  ],
  ...[
    '|',
    '|-|',
    '\\',
    '&',
    '&#',
    '&lt;',
    '&#x6a;',
    ';',
    ':::',
    '!!! ',
    '[!NOTE]',
    '{#',
    '{{',
    '}}',
    '{%',
    '%}',
  ],
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '\t',
    '    ',
    ' ',
    '\0',
    '\u00a0',
    '\u202e',
    '\ufeff',
    '\ud800',
    '😀',
    'é',
    'ı',
    '"',
    "'",
  ],
  ...[
    'javascript:',
    'data:text/html,',
    'https://a.example/',
    '//a.example',
    'a@b.example',
    '#a',
    '../a.md',
    'www.a.b',
  ],
  ...[
    '<a href="',
    '<img src=x ',
    'onerror=hit() ',
    '<svg>',
    '<math>',
    '<style>',
    '<script>',
    '</script>',
    '<table>',
  ],
  ...[
    '<details>',
    '<summary>',
    '<p ',
    'id="',
    'name=',
    'slot=toc ',
    '<doc-page ',
    '<repo-link ',
    'src=/__steal ',
    '<template>',
  ],
  ...[
    'a',
    'word',
    'A B',
    '1',
    '[x] ',
    '---\n',
    '...\n',
    'title: ',
    'a: &a [*a]',
    '```yaml doc:people\n',
    '- name: ',
  ],
];

/** Pages in Markdown that somebody who means harm, or nobody in particular, might have written. */
export const randomMarkdown: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...MARKS) },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          ...VECTORS.filter(({ kind }) => kind === 'markdown').map(({ text }) => text),
        ),
      },
      { weight: 1, arbitrary: fc.constantFrom(...IDIOMS.map(([html]) => html)) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          ...HOSTILE_INPUTS.filter(({ kind }) => kind === 'markdown').map(({ text }) => text(40)),
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

/** A piece of a page, to be repeated. */
export const randomUnit: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...MARKS), { minLength: 1, maxLength: 5 })
  .map((marks) => marks.join(''));

const KEYS = [
  ...[
    'title',
    'sections',
    'heading',
    'body',
    'id',
    'level',
    'lang',
    'dir',
    'blocks',
    'people',
    'name',
    'url',
    'links',
  ],
  ...[
    'repos',
    'faq',
    'question',
    'answer',
    'timeline',
    '__proto__',
    'constructor',
    'toString',
    'src',
    'html',
    'kind',
  ],
];

const { value: json } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    randomMarkdown,
    fc.constantFrom(null, true, 0, -1, 1.5, '', 'javascript:hit()'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.constantFrom(...KEYS), tie('value')), { maxLength: 6 })
      .map((entries) => Object.fromEntries(entries) as unknown),
  ),
}));

/** JSON texts, some of pages and some of none. */
export const randomData: fc.Arbitrary<string> = json.map((value) => JSON.stringify(value));

/** Markdown that says what it says by words of its own, each in a place where none may be lost. */
export const randomWords: fc.Arbitrary<{ readonly text: string; readonly words: readonly string[] }> = fc
  .array(
    fc.constantFrom<(word: string) => string>(
      (word) => `${word}\n\n`,
      (word) => `## ${word}\n\n`,
      (word) => `- ${word}\n`,
      (word) => `> ${word}\n`,
      (word) => `> [!TIP]\n> ${word}\n\n`,
      (word) => `*${word}* `,
      (word) => `**${word} `,
      (word) => `[${word}](x.md) `,
      (word) => `[${word}](javascript:x) `,
      (word) => `[${word} `,
      (word) => `\`${word}\` `,
      (word) => `\n\n    ${word}\n`,
      (word) => `\n\n\`\`\`js\n${word}\n\`\`\`\n`,
      (word) => `\n\n:::note ${word}\n${word}\n:::\n\n`,
      (word) => `\n\n!!! note "${word}"\n    ${word}\n\n`,
      (word) => `\n\n| ${word} |\n|---|\n| ${word} |\n\n`,
      (word) => `<b>${word}</b> `,
      (word) => `<div>${word}\n\n`,
      (word) => `</div>${word}\n\n`,
      (word) => `<details><summary>${word}</summary>\n\n${word}\n\n</details>\n\n`,
      (word) => `<form action="x">${word}</form> `,
      (word) => `<unknown-tag>${word}</unknown-tag> `,
      (word) => `<a onclick="hit()">${word}</a> `,
      (word) => `${word} & ${word} < ${word} > ${word}\n`,
      (word) => `${word}\\\n`,
      (word) => `{{ ${word} }} `,
    ),
    { minLength: 1, maxLength: 25 },
  )
  .map((forms) => {
    const words = forms.map((_, index) => `w${index}w`);
    return { text: forms.map((form, index) => form(words[index] ?? '')).join(''), words };
  });
