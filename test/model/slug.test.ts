import { expect } from 'chai';
import { fc } from '../property.js';
import GithubSlugger, { slug as librarySlug } from 'github-slugger';
import type { SlugDialect } from '../../src/model/options.js';
import { createSlugger, slugify } from '../../src/model/slug.js';
import { UNASSIGNED_IN_UNICODE_13 } from './unicode-13.js';

const hex = (codePoint: number): string => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;

describe('slugify, GitHub dialect', () => {
  const cases: [text: string, id: string][] = [
    ['About .NET', 'about-net'],
    ['About .NET Core', 'about-net-core'],
    ['Further reading on .NET Core', 'further-reading-on-net-core'],
    ['', ''],
    ['!!!', ''],
    ['a  b', 'a--b'],
    [' lead and trail ', '-lead-and-trail-'],
    ['snake_case', 'snake_case'],
    ['a - b', 'a---b'],
    ['a -- b', 'a----b'],
    ['tab\there', 'tabhere'],
    ['no\u00a0break', 'nobreak'],
    ['C# & F#', 'c--f'],
    ['“quoted” (text) [link]', 'quoted-text-link'],
    ["What's new?", 'whats-new'],
    ['1.2.3', '123'],
    ['½ ² Ⅳ', '--ⅳ'],
    ['ÄÖÜ ß', 'äöü-ß'],
    ['Привет мир', 'привет-мир'],
    ['안녕하세요 세계', '안녕하세요-세계'],
    ['中文 标题：测试', '中文-标题测试'],
    ['हिन्दी', 'हिन्दी'],
    ['العَرَبِيَّة', 'العَرَبِيَّة'],
    ['I ❤ 😄 unicode', 'i---unicode'],
    ['e\u0301', 'e\u0301'],
    ['İstanbul', 'i\u0307stanbul'],
    ['ΟΔΟΣ', 'οδος'],
    ['a‿b', 'a‿b'],
    ['zero\u200bwidth', 'zerowidth'],
  ];
  for (const [text, id] of cases)
    it(`makes ${JSON.stringify(id)} of ${JSON.stringify(text)}`, () => {
      expect(slugify(text)).to.equal(id);
      expect(slugify(text, 'docusaurus'), 'Docusaurus').to.equal(id);
      expect(librarySlug(text), 'github-slugger').to.equal(id);
    });

  it('differs from github-slugger only in characters that Unicode did not have when that was made', () => {
    const surprises: string[] = [];
    let next = 0;
    for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++) {
      if (codePoint === 0xd800) codePoint = 0xe000;
      while ((UNASSIGNED_IN_UNICODE_13[next]?.[1] ?? Infinity) < codePoint) next++;
      const isNew = (UNASSIGNED_IN_UNICODE_13[next]?.[0] ?? Infinity) <= codePoint;
      const text = String.fromCodePoint(codePoint);
      const library = librarySlug(text);
      const ours = slugify(text);
      if (ours !== library && !(isNew && library === '' && ours === text.toLowerCase()))
        surprises.push(hex(codePoint));
    }
    expect(surprises).to.deep.equal([]);
  }).timeout(30_000);

  it('drops half a surrogate pair, which github-slugger keeps and no URL can hold', () => {
    const id = slugify('half \ud83d pair \ude00 \ud83d\ude00');
    expect(id).to.equal('half--pair--');
    expect(encodeURIComponent(id)).to.equal(id);
  });

  it('makes the same of whole texts as of their characters', () => {
    const isNew = (text: string) =>
      Array.from(text).some((character) => {
        const codePoint = character.codePointAt(0) ?? 0;
        return UNASSIGNED_IN_UNICODE_13.some(([first, last]) => first <= codePoint && codePoint <= last);
      });
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        if (!isNew(text)) expect(slugify(text)).to.equal(librarySlug(text));
      }),
      { numRuns: 500 },
    );
  });
});

describe('createSlugger, GitHub dialect', () => {
  const pages: [texts: string[], ids: string[]][] = [
    [
      ['a', 'a', 'a'],
      ['a', 'a-1', 'a-2'],
    ],
    [
      ['a', 'a', 'a 1', 'a 1'],
      ['a', 'a-1', 'a-1-1', 'a-1-2'],
    ],
    [
      ['a 1', 'a', 'a', 'a'],
      ['a-1', 'a', 'a-2', 'a-3'],
    ],
    [
      ['A', 'a', 'a!'],
      ['a', 'a-1', 'a-2'],
    ],
    [
      ['!', '?', ''],
      ['', '-1', '-2'],
    ],
    [
      ['constructor', '__proto__', 'constructor', '__proto__'],
      ['constructor', '__proto__', 'constructor-1', '__proto__-1'],
    ],
  ];
  for (const [texts, ids] of pages)
    it(`numbers ${JSON.stringify(texts)}`, () => {
      const slugger = createSlugger();
      const library = new GithubSlugger();
      expect(texts.map((text) => slugger.slug(text))).to.deep.equal(ids);
      expect(
        texts.map((text) => library.slug(text)),
        'github-slugger',
      ).to.deep.equal(ids);
    });

  it('numbers like github-slugger whatever texts collide', () => {
    const heading = fc.constantFrom('a', 'a 1', 'a-1', 'a 1 1', 'A', 'a-2', 'b', '', '-1', '1', 'a 10');
    fc.assert(
      fc.property(fc.array(heading, { maxLength: 40 }), (texts) => {
        const slugger = createSlugger();
        const library = new GithubSlugger();
        const ids = texts.map((text) => slugger.slug(text));
        expect(ids).to.deep.equal(texts.map((text) => library.slug(text)));
        expect(new Set(ids).size).to.equal(ids.length);
      }),
    );
  });

  it('gives no reserved id', () => {
    const slugger = createSlugger();
    slugger.reserve('install');
    slugger.reserve('install-1');
    slugger.reserve('install');
    expect([slugger.slug('Install'), slugger.slug('Install')]).to.deep.equal(['install-2', 'install-3']);
  });

  it('keeps one state for each slugger', () => {
    createSlugger().slug('a');
    expect(createSlugger().slug('a')).to.equal('a');
  });
});

// The expected ids were made by kramdown 2.4 with kramdown-parser-gfm 1.1, Jekyll's defaults.
describe('kramdown dialect', () => {
  const dialect: SlugDialect = 'kramdown';
  const cases: [text: string, id: string][] = [
    ['About .NET Core', 'about-net-core'],
    ['1. First step', '1-first-step'],
    ['Привет мир', 'привет-мир'],
    ['a -- b', 'a--b'],
    ['a --- b', 'a--b'],
    ['a ---- b', 'a---b'],
    ['a << b >> c', 'a-b-c'],
    ['a & b', 'a--b'],
    ['İstanbul', 'i\u0307stanbul'],
    ['a - b', 'a---b'],
    ['well-known', 'well-known'],
    ['wait... what', 'wait-what'],
    ['“quoted” it’s', 'quoted-its'],
    ['snake_case', 'snake_case'],
    ['tab\there', 'tab-here'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['½ 😄', '-'],
    ['!!!', ''],
  ];
  for (const [text, id] of cases)
    it(`makes ${JSON.stringify(id)} of ${JSON.stringify(text)}`, () => {
      expect(slugify(text, dialect)).to.equal(id);
    });

  const pages: [texts: string[], ids: string[]][] = [
    [
      ['a', 'a', 'a'],
      ['a', 'a-1', 'a-2'],
    ],
    // kramdown itself writes `a-1` twice in these two.
    [
      ['a', 'a', 'a 1', 'a'],
      ['a', 'a-1', 'a-1-1', 'a-2'],
    ],
    [
      ['a 1', 'a', 'a', 'a'],
      ['a-1', 'a', 'a-1-1', 'a-2'],
    ],
    [
      ['!', '?'],
      ['', '-1'],
    ],
  ];
  for (const [texts, ids] of pages)
    it(`numbers ${JSON.stringify(texts)}`, () => {
      const slugger = createSlugger(dialect);
      expect(texts.map((text) => slugger.slug(text))).to.deep.equal(ids);
    });

  it('gives no id twice', () => {
    const heading = fc.constantFrom('a', 'a 1', 'a-1', 'a 1 1', 'a--1', 'a-2', 'b', '', '1');
    fc.assert(
      fc.property(fc.array(heading, { maxLength: 40 }), (texts) => {
        const slugger = createSlugger(dialect);
        slugger.reserve('a-3');
        const ids = ['a-3', ...texts.map((text) => slugger.slug(text))];
        expect(new Set(ids).size).to.equal(ids.length);
      }),
    );
  });
});
