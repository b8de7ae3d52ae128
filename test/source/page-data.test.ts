import { expect } from 'chai';
import { fc } from '../property.js';
import type { PageData } from '../../src/model/page-data.js';
import type { ProblemCode } from '../../src/model/problem.js';
import { readPageData } from '../../src/source/page-data.js';

/** `code at path` of each problem. */
const faults = (input: unknown): string[] =>
  readPageData(input).problems.map(({ code, place }) =>
    place?.path === undefined ? code : `${code} at ${place.path}`,
  );

const SEED: PageData = {
  title: 'About .NET Core',
  description: 'What it is.',
  lang: 'en',
  dir: 'ltr',
  body: 'Lead.',
  layout: 'main',
  menu: { main: [{ weight: 1 }, null] },
  sections: [
    { heading: 'About .NET', id: 'about-net', body: 'Text.', sections: [{ heading: 'Deeper' }] },
    { heading: 'About .NET Core', body: '' },
  ],
};

describe('readPageData', () => {
  describe('takes what is right', () => {
    const rows: [name: string, input: unknown, data: PageData][] = [
      ['a page', SEED, SEED],
      ['a page as JSON', JSON.stringify(SEED), SEED],
      ['a page as JSON with a byte order mark', `\ufeff${JSON.stringify(SEED, null, 2)}`, SEED],
      ['an empty object', {}, {}],
      [
        'an object without prototype',
        Object.assign(Object.create(null) as object, { title: 'a' }),
        { title: 'a' },
      ],
      ['nulls for nothing', { title: null, sections: null, body: undefined }, {}],
      [
        'nulls in a section',
        { sections: [{ heading: 'a', id: null, body: null, sections: null }] },
        { sections: [{ heading: 'a' }] },
      ],
      ['an empty list of sections', { title: 'a', sections: [] }, { title: 'a' }],
      [
        'the data of one section',
        { heading: 'a', id: 'b', body: 'c', sections: [{ heading: 'd' }] },
        { heading: 'a', id: 'b', body: 'c', sections: [{ heading: 'd' }] },
      ],
      ['an underscore in a language', { lang: 'pt_BR' }, { lang: 'pt-BR' }],
      ['a direction in capitals', { dir: 'RTL' }, { dir: 'rtl' }],
      [
        'a date in other keys',
        { title: 'a', date: new Date(0) },
        { title: 'a', date: '1970-01-01T00:00:00.000Z' },
      ],
    ];
    for (const [name, input, data] of rows)
      it(name, () => {
        expect(readPageData(input)).to.deep.equal({ data, problems: [] });
      });

    it('and hands out a copy', () => {
      const input = { menu: { a: [1] }, sections: [{ heading: 'a' }] };
      const { data } = readPageData(input);
      input.menu.a.push(2);
      input.sections.push({ heading: 'b' });
      expect(data).to.deep.equal({ menu: { a: [1] }, sections: [{ heading: 'a' }] });
    });
  });

  describe('leaves out what is wrong', () => {
    const rows: [name: string, input: unknown, data: PageData, faults: string[]][] = [
      ['no object', 42, {}, ['data-type']],
      ['nothing', undefined, {}, ['data-type']],
      ['null', null, {}, ['data-type']],
      ['an array', [{ heading: 'a' }], {}, ['data-type']],
      ['JSON that is no object', '"title"', {}, ['data-type']],
      ['a number for a title', { title: 5, lang: 'en' }, { lang: 'en' }, ['data-type at title']],
      ['an object for a body', { body: {} }, {}, ['data-type at body']],
      ['a language that is none', { lang: 'english language' }, {}, ['data-type at lang']],
      ['a direction that is none', { dir: 'up' }, {}, ['data-type at dir']],
      [
        'sections that are no list',
        { title: 'a', sections: { heading: 'b' } },
        { title: 'a' },
        ['data-type at sections'],
      ],
      ['sections that are text', { sections: 'text' }, {}, ['data-type at sections']],
      [
        'a section that is text',
        { sections: ['text', { heading: 'a' }] },
        { sections: [{ heading: 'a' }] },
        ['data-type at sections[0]'],
      ],
      ['a section that is null', { sections: [null] }, {}, ['data-type at sections[0]']],
      [
        'a number for a body',
        { sections: [{ heading: 'a', body: 1 }] },
        { sections: [{ heading: 'a' }] },
        ['data-type at sections[0].body'],
      ],
      [
        'an id with a space',
        { sections: [{ heading: 'a', id: 'b c' }] },
        { sections: [{ heading: 'a' }] },
        ['data-type at sections[0].id'],
      ],
      [
        'an empty id',
        { sections: [{ heading: 'a', id: '' }] },
        { sections: [{ heading: 'a' }] },
        ['data-type at sections[0].id'],
      ],
      [
        'sections of a section that are no list',
        { sections: [{ heading: 'a', sections: 1 }] },
        { sections: [{ heading: 'a' }] },
        ['data-type at sections[0].sections'],
      ],
      [
        'a key that sections do not have',
        { sections: [{ heading: 'a', colour: 'red' }] },
        { sections: [{ heading: 'a' }] },
        ['data-unknown-key at sections[0].colour'],
      ],
      ['a function', { onload: () => 1, title: 'a' }, { title: 'a' }, ['data-type at onload']],
      [
        'a map deep inside',
        { title: 't', a: { 'b c': [new Map()] } },
        { title: 't', a: { 'b c': [] } },
        ['data-type at a["b c"][0]'],
      ],
      [
        'several things, in their order',
        { title: 1, x: Symbol('y'), sections: [{ heading: 'a', sections: [{ heading: 'b', id: 3 }, 4] }] },
        { sections: [{ heading: 'a', sections: [{ heading: 'b' }] }] },
        [
          'data-type at title',
          'data-type at x',
          'data-type at sections[0].sections[0].id',
          'data-type at sections[0].sections[1]',
        ],
      ],
    ];
    for (const [name, input, data, expected] of rows)
      it(name, () => {
        expect(readPageData(input).data).to.deep.equal(data);
        expect(faults(input)).to.deep.equal(expected);
      });
  });

  describe('loses no text of a section without a heading', () => {
    const rows: [name: string, input: unknown, data: PageData, faults: string[]][] = [
      [
        'the first of a page',
        { sections: [{ body: 'x' }] },
        { body: 'x' },
        ['data-type at sections[0].heading'],
      ],
      [
        'behind the text of a page',
        { body: 'lead', sections: [{ body: 'x' }] },
        { body: 'lead\n\nx' },
        ['data-type at sections[0].heading'],
      ],
      [
        'behind a section',
        { sections: [{ heading: 'a', body: 'b' }, { body: 'x' }] },
        { sections: [{ heading: 'a', body: 'b\n\nx' }] },
        ['data-type at sections[1].heading'],
      ],
      [
        'behind a section without text',
        { sections: [{ heading: 'a' }, { heading: ' ', body: 'x' }] },
        { sections: [{ heading: 'a', body: 'x' }] },
        ['data-type at sections[1].heading'],
      ],
      [
        'behind sections of a section',
        { sections: [{ heading: 'a', body: 'b', sections: [{ heading: 'c', body: 'd' }] }, { body: 'x' }] },
        { sections: [{ heading: 'a', body: 'b', sections: [{ heading: 'c', body: 'd\n\nx' }] }] },
        ['data-type at sections[1].heading'],
      ],
      [
        'the first in a section',
        { sections: [{ heading: 'a', body: 'b', sections: [{ heading: 7, body: 'x' }, { heading: 'c' }] }] },
        { sections: [{ heading: 'a', body: 'b\n\nx', sections: [{ heading: 'c' }] }] },
        ['data-type at sections[0].sections[0].heading'],
      ],
      [
        'with sections of its own',
        { sections: [{ heading: 'a' }, { body: 'x', sections: [{ heading: 'b' }] }, { heading: 'c' }] },
        { sections: [{ heading: 'a', body: 'x' }, { heading: 'b' }, { heading: 'c' }] },
        ['data-type at sections[1].heading'],
      ],
    ];
    for (const [name, input, data, expected] of rows)
      it(name, () => {
        expect(readPageData(input).data).to.deep.equal(data);
        expect(faults(input)).to.deep.equal(expected);
      });
  });

  describe('says what was expected', () => {
    const rows: [input: unknown, code: ProblemCode, says: RegExp][] = [
      [5, 'data-type', /object with “title” and “sections”; this is a number/],
      [{ title: ['a'] }, 'data-type', /“title” is text; this is an array/],
      [{ lang: 'x y' }, 'data-type', /“lang” is a language tag.*this is "x y"/],
      [{ sections: 5 }, 'data-type', /list of sections; this is a number/],
      [{ sections: [5] }, 'data-type', /object with “heading” and “body”; this is a number/],
      [{ sections: [{ body: 'a' }] }, 'data-type', /needs a heading/],
      [{ sections: [{ heading: 'a', bodi: 'b' }] }, 'data-unknown-key', /Did you mean “body”\?/],
      [{ sections: [{ heading: 'a', headng: 'b' }] }, 'data-unknown-key', /Did you mean “heading”\?/],
      [{ sections: [{ heading: 'a', Section: [] }] }, 'data-unknown-key', /Did you mean “sections”\?/],
      [{ sections: [{ heading: 'a', title: 'b' }] }, 'data-unknown-key', /Did you mean “heading”\?/],
      [{ sections: [{ heading: 'a', text: 'b' }] }, 'data-unknown-key', /Did you mean “body”\?/],
      [{ sections: [{ heading: 'a', ID: 'b' }] }, 'data-unknown-key', /Did you mean “id”\?/],
      [
        { sections: [{ heading: 'a', colour: 'b' }] },
        'data-unknown-key',
        /“heading”, “id”, “body”, “sections”/,
      ],
      [
        { sections: [{ heading: 'a', constructor: 'b' }] },
        'data-unknown-key',
        /no key “constructor”\. It has/,
      ],
    ];
    for (const [input, code, says] of rows)
      it(`of ${JSON.stringify(input)}`, () => {
        const [problem] = readPageData(input).problems;
        expect(problem?.code).to.equal(code);
        expect(problem?.message).to.match(says);
      });

    const mistaken: [input: object, code: string, says: RegExp][] = [
      [{ title: 'a', sectons: [] }, 'data-unknown-key', /“sectons”.*“sections”/],
      [{ title: 'a', block: [] }, 'data-unknown-key', /“block”.*“blocks”/],
      [{ name: 'package', version: '1.0.0' }, 'data-type', /no page data.*“title”/],
      [{ name: 'package', description: 'Of something else.' }, 'data-type', /no page data.*“title”/],
    ];
    for (const [input, code, says] of mistaken)
      it(`of what is kept and not shown, in ${JSON.stringify(input)}`, () => {
        const { problems } = readPageData(input);
        expect(problems.map((each) => [each.code, each.severity])).to.deep.equal([[code, 'warning']]);
        expect(problems[0]?.message).to.match(says);
      });

    it('of none where other keys are text, or far from what a page has', () => {
      expect(readPageData({ title: 'a', section: 'docs', tags: ['b'] }).problems).to.deep.equal([]);
      expect(readPageData({}).problems).to.deep.equal([]);
    });

    const texts: [text: string, line: number, column: number, says: RegExp][] = [
      ['', 1, 1, /not JSON\. The text ends too early/],
      ['{\n  "title": "a",\n}', 3, 1, /Remove the comma/],
      ['\ufeff{ title: 1 }', 1, 3, /double quotes/],
      ['<!doctype html>', 1, 1, /HTML/],
    ];
    for (const [text, line, column, says] of texts)
      it(`of ${JSON.stringify(text)}`, () => {
        const { data, problems } = readPageData(text);
        expect(data).to.deep.equal({});
        expect(problems).to.have.length(1);
        expect(problems[0]).to.deep.include({
          code: 'data-not-json',
          severity: 'error',
          place: { line, column },
        });
        expect(problems[0]?.message).to.match(says);
      });
  });

  describe('is not harmed', () => {
    it('by keys of prototypes', () => {
      const text =
        '{"__proto__": {"a": 1}, "constructor": {"prototype": {"b": 1}}, "sections": [{"heading": "x", "__proto__": {"id": "y"}}]}';
      const { data } = readPageData(text);
      expect(Object.hasOwn(data, '__proto__')).to.equal(false);
      expect(Object.getPrototypeOf(data)).to.equal(Object.prototype);
      expect(data.sections).to.deep.equal([{ heading: 'x' }]);
      expect({}).not.to.have.any.keys('a', 'b');
    });

    it('by sections inside themselves', () => {
      const section: Record<string, unknown> = { heading: 'a' };
      section['sections'] = [section, { heading: 'b' }, section];
      expect(readPageData({ sections: [section] }).data).to.deep.equal({
        sections: [{ heading: 'a', sections: [{ heading: 'b' }] }],
      });
      expect(faults({ sections: [section] })).to.deep.equal([
        'data-too-deep at sections[0].sections[0]',
        'data-too-deep at sections[0].sections[2]',
      ]);
    });

    it('by sections that are lists of themselves', () => {
      const sections: unknown[] = [];
      sections.push({ heading: 'a', sections });
      const { data, problems } = readPageData({ sections });
      expect(data.sections).to.have.length(1);
      expect(problems).to.have.length(1);
    });

    it('by cycles elsewhere', () => {
      const menu: Record<string, unknown> = { title: 'a' };
      menu['menu'] = menu;
      const { data, problems } = readPageData({ title: 'b', menu });
      expect(data.title).to.equal('b');
      expect(problems.map(({ code }) => code)).to.deep.equal(['data-too-deep']);
    });

    it('by deep sections', () => {
      let section: object = { heading: 'last' };
      for (let level = 0; level < 500; level++) section = { heading: 'a', sections: [section] };
      const { problems } = readPageData({ sections: [section] });
      expect(problems.map(({ code }) => code)).to.deep.equal(['data-too-deep']);
    });

    it('by deep JSON', () => {
      const { problems } = readPageData(`{"title": "a", "x": ${'['.repeat(3_000)}${']'.repeat(3_000)}}`);
      expect(problems.map(({ code }) => code)).to.deep.equal(['data-too-deep']);
    });

    it('by sections that multiply', () => {
      let sections: unknown[] = [{ heading: 'a' }];
      for (let level = 0; level < 12; level++)
        sections = Array.from({ length: 10 }, () => ({ heading: 'b', sections }));
      const { problems } = readPageData({ sections });
      expect(problems.map(({ code }) => code)).to.deep.equal(['data-too-deep']);
    });

    it('by thousands of faults', () => {
      const { problems } = readPageData({ sections: Array.from({ length: 5_000 }, () => 1) });
      expect(problems).to.have.length(100);
    });

    it('by getters that throw', () => {
      const broken = () => {
        throw new Error('broken');
      };
      const section = Object.defineProperty({ body: 'x' }, 'heading', { enumerable: true, get: broken });
      const page = Object.defineProperty({ sections: [section] }, 'title', { enumerable: true, get: broken });
      expect(readPageData(page).data).to.deep.equal({ body: 'x' });
      expect(faults(page)).to.deep.equal(['data-type at title', 'data-type at sections[0].heading']);
    });

    it('by proxies that are revoked', () => {
      const revoked = (target: object): object => {
        const { proxy, revoke } = Proxy.revocable(target, {});
        revoke();
        return proxy;
      };
      expect(faults(revoked({}))).to.deep.equal(['data-type']);
      expect(faults({ sections: revoked([]) })).to.deep.equal(['data-type at sections']);
      expect(faults({ sections: [revoked({})] })).to.deep.equal(['data-type at sections[0]']);
    });

    it('by any value', () => {
      const value = fc.oneof(
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withNullPrototype: true,
          withSparseArray: true,
          withTypedArray: true,
        }),
        fc.record(
          {
            title: fc.anything(),
            lang: fc.anything(),
            sections: fc.array(
              fc.record(
                { heading: fc.anything(), body: fc.anything(), sections: fc.anything() },
                { requiredKeys: [] },
              ),
            ),
          },
          { requiredKeys: [] },
        ),
        fc.string(),
        fc.json(),
      );
      fc.assert(
        fc.property(value, (input) => {
          const { data } = readPageData(input);
          expect(JSON.parse(JSON.stringify(data))).to.deep.equal(data);
        }),
        { numRuns: 1_000 },
      );
    });

    it('by valid pages of any shape: each comes out as it went in', () => {
      const text = fc.string();
      const heading = text.filter((each) => each.trim() !== '');
      const id = fc.stringMatching(/^[a-z-]+$/);
      const fields = { heading, id, body: text };
      const options = { requiredKeys: ['heading'] as ['heading'], noNullPrototype: true };
      const { section } = fc.letrec<{ section: object }>((tie) => ({
        section: fc.oneof(
          { maxDepth: 3 },
          fc.record(fields, options),
          fc.record(
            { ...fields, sections: fc.array(tie('section'), { minLength: 1, maxLength: 3 }) },
            options,
          ),
        ),
      }));
      fc.assert(
        fc.property(
          fc.record(
            { title: text, sections: fc.array(section, { minLength: 1, maxLength: 3 }) },
            { noNullPrototype: true },
          ),
          (page) => {
            expect(readPageData(page)).to.deep.equal({ data: page, problems: [] });
            expect(readPageData(JSON.stringify(page))).to.deep.equal({ data: page, problems: [] });
          },
        ),
      );
    });
  });
});
