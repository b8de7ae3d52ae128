import { expect } from 'chai';
import { nearestWord } from '../../src/model/nearest-word.js';

describe('nearestWord', () => {
  const words = ['install', 'installation', 'usage', 'id', 'Über-uns'];
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['instal', 'install'],
    ['instalation', 'installation'],
    ['USAGE', 'usage'],
    ['uasge', 'usage'],
    ['über-un', 'Über-uns'],
    ['ix', 'id'],
    ['xy', undefined],
    ['licence', undefined],
    ['', undefined],
  ];
  for (const [word, expected] of cases)
    it(`takes ${JSON.stringify(word)} for ${String(expected)}`, () => {
      expect(nearestWord(word, words)).to.equal(expected);
    });

  it('takes the nearest of several', () => {
    expect(nearestWord('section-3', ['section-12', 'section-13', 'section-2'])).to.equal('section-13');
  });
});
