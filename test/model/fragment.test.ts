import { expect } from 'chai';
import { encodeFragment, matchFragment } from '../../src/model/fragment.js';

describe('matchFragment', () => {
  const cases: [name: string, hash: string, ids: string[], expected: string | undefined][] = [
    ['the very id', '#about-net', ['x', 'about-net'], 'about-net'],
    ['without the sign', 'about-net', ['about-net'], 'about-net'],
    ['an id that is itself encoded, before the decoded one', '#a%20b', ['a b', 'a%20b'], 'a%20b'],
    ['percent-encoded', '#%D0%BF%D1%80%D0%B8%D0%B2%D0%B5%D1%82', ['привет'], 'привет'],
    ['an encoded sign', '#c%23', ['c#'], 'c#'],
    ['a percent sign that encodes nothing', '#100%', ['100%'], '100%'],
    ['a prefix on the link', '#user-content-about', ['about'], 'about'],
    ['a prefix on the id', '#about', ['user-content-about'], 'user-content-about'],
    ['the id without prefix before the one with it', '#about', ['user-content-about', 'about'], 'about'],
    ['another case', '#About-NET', ['about-net'], 'about-net'],
    ['an id in capitals', '#install', ['Install'], 'Install'],
    ['the exact case before another', '#Install', ['install', 'Install'], 'Install'],
    ['prefix and case together', '#user-content-FAQ', ['faq'], 'faq'],
    ['composed and decomposed letters', '#cafe\u0301', ['caf\u00e9'], 'caf\u00e9'],
    ['the first of two that fit', '#FAQ', ['Faq', 'faq'], 'Faq'],
    ['another rule for dots and blanks', '#about-.net-core', ['x', 'about-net-core'], 'about-net-core'],
    ['another rule for hyphens', '#faq--more', ['faq-more', 'faqs'], 'faq-more'],
    ['a rule with underscores', '#_1_first_steps', ['1-first-steps'], '1-first-steps'],
    ['a rule without accents', '#resume', ['résumé'], 'résumé'],
    ['the nearest rule first', '#a.b', ['a-b', 'A.B'], 'A.B'],
    ['vowel signs that matter', '#कि', ['का'], undefined],
    ['nothing for punctuation alone', '#--', ['', '-'], undefined],
    ['nothing that fits', '#missing', ['about'], undefined],
    ['part of an id', '#about', ['about-net'], undefined],
    ['an empty fragment', '#', ['', 'about'], undefined],
    ['no fragment', '', ['about'], undefined],
    ['the bare prefix', '#user-content-', ['about'], undefined],
    ['no ids', '#about', [], undefined],
  ];
  for (const [name, hash, ids, expected] of cases)
    it(`answers ${name}`, () => expect(matchFragment(hash, ids)).to.equal(expected));
});

describe('encodeFragment', () => {
  for (const id of [
    'about-net',
    'привет',
    '100%',
    'a b',
    'c#',
    '"quoted"',
    '<t>',
    '`x`',
    'a%20b',
    'ä\u00a0b',
  ])
    it(`writes ${id} so that it is read back`, () => {
      const { hash } = new URL(`#${encodeFragment(id)}`, 'https://example.org/');
      expect(decodeURIComponent(hash.slice(1))).to.equal(id);
    });

  it('leaves letters of all scripts readable', () =>
    expect(encodeFragment('über-привет')).to.equal('über-привет'));
});
