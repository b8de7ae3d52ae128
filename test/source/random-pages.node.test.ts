import { expect } from 'chai';
import { fc } from '../property.js';
import { joinParts } from '../../src/html/join.js';
import { compilePage } from '../../src/html/to-html.js';
import type { Page } from '../../src/model/page.js';
import { parseFrontMatter } from '../../src/source/front-matter.js';
import { fromMarkdown } from '../../src/source/markdown.js';
import { normalizeText } from '../../src/source/text.js';
import {
  bare,
  isHeadingTitle,
  isWritable,
  movedStretches,
  partTree,
  reparse,
  textStretches,
} from './page-tree.js';
import { uncut } from './uncut.js';

/** Asserts that each part holds together what is in it; returns the HTML that was cut. */
async function expectParts(text: string, page: Page): Promise<string> {
  const parts = compilePage(page);
  expect(reparse(joinParts(parts))).to.equal(partTree(parts));
  const { body } = await parseFrontMatter(normalizeText(text).text);
  return uncut(body, page);
}

describe('fromMarkdown', () => {
  // No `select`: the standard changed what it may hold, and parsers are on either side. No `template`: nobody sees it.
  const block = fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(
          fc.integer({ min: 1, max: 6 }),
          fc.constantFrom(
            'One',
            '*Two*',
            '`three`',
            '[four](x)',
            '<b>five',
            '???',
            '',
            'One {#one}',
            '<a id="x"></a>Six',
          ),
        )
        .map(([level, text]) => `${'#'.repeat(level)} ${text}`),
    },
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        'Text.',
        'Setext\n===',
        'Setext\n---',
        '> ## Quoted\n>\n> text',
        '- # In a list\n- item',
        '1. one\n\n   two',
        '```js\n# code\n```',
        '    # code',
        '| a | b |\n|---|---|\n| 1 | 2 |',
        '* * *',
        'A note[^1] and another[^2].',
        '[^1]: The note.',
        '[^2]:\n    # A heading',
        '[^2]: <table><tr><td><b>open',
        '[^1]: </li></ol></section> <h2 id="x">Note',
        '[ref]',
        '[ref]: https://x.example',
        '> [!NOTE]\n> Alert',
        '- [ ] task',
        '{{ x }} {% y %}',
        '{: .class}',
        '::: tip',
        '![i](data:text/html,x)',
        '[l](javascript:x)',
        'https://x.example/a_b',
        'a@b.example',
        '\\',
        '&lt;&#0;&bogus;',
        'a\u0000b',
        '---\nkey: value\n---',
      ),
    },
    {
      weight: 5,
      arbitrary: fc.constantFrom(
        '<div>',
        '</div>',
        '<div align="center">\n',
        '<p>',
        '</p>',
        '<p align="center">Text',
        '<details>\n<summary>S</summary>\n',
        '</details>',
        '<b>',
        '</b>',
        'text <b>bold',
        'end</b> text',
        '<a name="x"/>',
        '<a id=y></a>',
        '<table><tr><td>',
        '</td></tr></table>',
        '<ul><li>',
        '</ul>',
        '<h2>HTML</h2>',
        '<h1 align="center">Title</h1>',
        '<h3>left open',
        '</h3>',
        '<!-- comment -->',
        '<!-- open',
        '-->',
        '<br/>',
        '<img src=x alt=y>',
        '<title>',
        '<textarea>',
        '<style>',
        '</style>',
        '<script>',
        '</script>',
        '<pre>',
        '</pre>',
        '<svg>',
        '</svg>',
        '<span title="',
        '">',
        '<List<string>>',
        '<button>',
        '<?php',
        '?>',
        '<![CDATA[',
        ']]>',
        '<body>',
        '<em><p>',
        '</em>',
        '<dl><dt>',
        '</dl>',
        '<iframe>',
        '<math>',
        '</math>',
      ),
    },
  );
  const pages = fc
    .array(fc.tuple(block, fc.constantFrom('\n\n', '\n\n', '\n\n', '\n', '\n\n\n')), { maxLength: 14 })
    .map((blocks) => blocks.flat().join(''));

  it('cuts random pages as if their root-level nodes were moved, and says what is wrong with them', async () => {
    await fc.assert(
      fc.asyncProperty(pages, async (text) => {
        const { page, problems } = await fromMarkdown(text, { repoLinks: 'none' });
        const html = await expectParts(text, page);
        if (isWritable(html))
          expect(bare(textStretches(page))).to.deep.equal(bare(movedStretches(html, isHeadingTitle(page))));
        for (const problem of problems) {
          expect(problem.message).to.match(/^\S.*[.!?…]$/);
          expect(problem.code).to.match(/^[a-z]+(-[a-z\d]+)+$/);
        }
      }),
      { seed: 20240229, numRuns: 1200 },
    );
  }).timeout(300_000);

  it('reads any characters', async () => {
    const characters = fc.string({
      unit: fc.constantFrom(...'#<>/[]()!*_`~|:-\n\t "\'=&;{}%^\\a1\0é\ud83d\ufeff\r$+@.'),
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(characters, async (text) => {
        const { page } = await fromMarkdown(text, { repoLinks: 'none' });
        await expectParts(text, page);
      }),
      { seed: 20240229, numRuns: 3000 },
    );
  }).timeout(300_000);
});
