import { expect } from 'chai';
import { gemoji } from 'gemoji';
import { EMOJI_NAMES } from '../../src/source/emoji-names.js';

describe('the names of emoji', () => {
  it('are those of gemoji, in its order: write them anew where it has changed', () => {
    const table = gemoji.map(({ names, emoji }) => `${names.join(' ')} ${emoji}\n`).join('');
    expect(EMOJI_NAMES.trimStart()).to.equal(table);
  });
});
