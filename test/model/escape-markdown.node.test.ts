import { expect } from 'chai';
import { escapeHtml } from '../../src/model/escape.js';
import { escapeMarkdown, guardParagraph } from '../../src/model/escape-markdown.js';
import { compile } from '../source/markdown/compile.js';

describe('plain text as Markdown', () => {
  const texts = [
    '# of users',
    '#hash',
    '- a',
    '+ a',
    '-',
    '---',
    '===',
    '> a',
    '1. a',
    '2024) a',
    '10.5 million',
    ': a',
    '::: tip',
    '!!! note',
    '??? note',
    '=== "Tab"',
    '===! "Tab"',
    '* a',
    '* * *',
    '_ _ _',
    '~~~',
    '```',
    '<b>',
    '[a]: b',
    '[^a]: b',
    '| a |',
    ':smile: and {{ a }}',
  ];
  for (const text of texts)
    it(`is shown as it is: ${text}`, () => {
      expect(compile(guardParagraph(escapeMarkdown(text))).html).to.equal(`<p>${escapeHtml(text)}</p>\n`);
      const lines = `a\n${text}\nb`;
      expect(compile(guardParagraph(escapeMarkdown(lines))).html).to.equal(`<p>${escapeHtml(lines)}</p>\n`);
    });
});
