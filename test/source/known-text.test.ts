import { expect } from 'chai';
import { fc } from '../property.js';
import { KnownText, type Question } from '../../src/source/known-text.js';
import { mayDefineNotes } from '../../src/source/markdown/footnotes.js';
import { mayHaveLeftovers } from '../../src/source/markdown/templates.js';
import { mayHaveShortcodes } from '../../src/source/shortcodes.js';
import { limitMarks } from '../../src/source/marks.js';
import { normalizeText } from '../../src/source/text.js';

/** What the questions look for, whole and in halves, among what they do not. */
const piece = fc.constantFrom(
  ...[
    '\n',
    '\n\n',
    'text',
    ' ',
    'a',
    '[^1]',
    ']:',
    '> [^x]: ',
    '{',
    '{%',
    '{{ x }}',
    '[!',
    'xref:',
    '::',
    ':',
  ],
  ...[':tada', ':tada:', '\r', '\r\n', '\0', '\ufeff', '\u0301', '\u0301'.repeat(20), '\u{1f3fb}'.repeat(16)],
  ...['\u1039\u1000'.repeat(9), '&#x301;', '&#769;'.repeat(18), '&#', 'e', '\u{1f600}'],
);

const edit = fc.record({ at: fc.nat(200), remove: fc.nat(30), insert: fc.oneof(piece, fc.constant('')) });

const hasTooManyMarks: Question = (text) => limitMarks(text) !== text;

describe('KnownText', () => {
  it('gives the answers that the whole text gives, whatever is edited', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 20 }),
        fc.array(edit, { minLength: 1, maxLength: 8 }),
        fc.nat(15),
        (pieces, edits, asked) => {
          let text = pieces.join('');
          let known: KnownText | undefined;
          for (const [round, { at, remove, insert }] of edits.entries()) {
            text = text.slice(0, at) + insert + text.slice(at + remove);
            known = new KnownText(text, known);
            expect(normalizeText(text, known.ask)).to.deep.equal(normalizeText(text));
            for (const question of [mayDefineNotes, mayHaveLeftovers, mayHaveShortcodes])
              expect(known.ask(question), question.name).to.equal(question(text));
            // What is not asked each time is not known from before.
            if ((asked >> (round % 4)) % 2 === 1)
              expect(known.ask(hasTooManyMarks)).to.equal(hasTooManyMarks(text));
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('asks of a long text only the lines that have changed', () => {
    const asked: string[] = [];
    const hasTea: Question = (text) => {
      asked.push(text);
      return text.includes('tea');
    };
    const text = (word: string): string => `${'line\n'.repeat(1000)}a ${word} b\n${'line\n'.repeat(1000)}`;
    const moved = `tea${text('milk')}`;
    let known: KnownText | undefined;
    const answers = [
      ...['coffee', 'cocoa', 'tea', 'milk'].map(text),
      moved,
      moved.replace('milk', 'cocoa'),
    ].map((each) => {
      known = new KnownText(each, known);
      return known.ask(hasTea);
    });
    expect(answers).to.deep.equal([false, false, true, false, true, true]);
    const line = ({ length }: { length: number }): string => (length < 20 ? 'line' : 'all');
    // The tea that has gone could have stood elsewhere as well.
    expect(asked.map(line).join()).to.equal('all,line,line,line,line,all,line,line,line');
  });
});
