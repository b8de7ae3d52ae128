import { expect } from 'chai';
import { fc } from '../property.js';
import { CORE_SCHEMA, load } from 'js-yaml';
import type { Json } from '../../src/model/page.js';
import { readFlatYaml } from '../../src/source/front-matter-subset.js';

/** What js-yaml reads, as JSON: a zero has no sign there. */
const fromLibrary = (yaml: string): unknown =>
  JSON.parse(JSON.stringify(load(yaml, { schema: CORE_SCHEMA })));

const lines = (...all: string[]): string => all.join('\n');

describe('readFlatYaml', () => {
  const read: [yaml: string, data: Record<string, Json>][] = [
    [lines('layout: main', 'title: About .NET Core'), { layout: 'main', title: 'About .NET Core' }],
    ['title: .NET', { title: '.NET' }],
    ["title: It's plain", { title: "It's plain" }],
    ["title: 'It''s quoted: yes'", { title: "It's quoted: yes" }],
    ['title: "a \\"b\\" \\\\ \\/ c\\nd\\te"', { title: 'a "b" \\ / c\nd\te' }],
    ['title: "" # nothing', { title: '' }],
    ['title: a#b # c', { title: 'a#b' }],
    ['title:   padded   ', { title: 'padded' }],
    ['title:', { title: null }],
    ['title: # only a comment', { title: null }],
    [lines('a: ~', 'b: null', 'c: NULL', 'd: nUll'), { a: null, b: null, c: null, d: 'nUll' }],
    [lines('a: true', 'b: False', 'c: yes', 'd: no'), { a: true, b: false, c: 'yes', d: 'no' }],
    [lines('a: 1', 'b: -2', 'c: +3', 'd: 007', 'e: -0'), { a: 1, b: -2, c: 3, d: 7, e: 0 }],
    [lines('a: 1.5', 'b: .5', 'c: 1.', 'd: 1e3', 'e: 1.0.0'), { a: 1.5, b: 0.5, c: 1, d: 1000, e: '1.0.0' }],
    [
      lines('date: 2015-02-03', 'at: 2015-02-03 12:30:45', 't: 12:30'),
      { date: '2015-02-03', at: '2015-02-03 12:30:45', t: '12:30' },
    ],
    ['permalink: /docs/a.html', { permalink: '/docs/a.html' }],
    ['link: https://example.org/a?b=c#d', { link: 'https://example.org/a?b=c#d' }],
    ['tags: [a, "b, c", \'d\', 4, true, ~]', { tags: ['a', 'b, c', 'd', 4, true, null] }],
    ['tags: [ ]  # none', { tags: [] }],
    ['links: [http://a, b:c]', { links: ['http://a', 'b:c'] }],
    [
      lines('tags:', '  - a', '  # between', '', "  - 'b'", '  - 3', 'title: x'),
      { tags: ['a', 'b', 3], title: 'x' },
    ],
    [lines('tags:', '- a', '- b c'), { tags: ['a', 'b c'] }],
    [lines('redirect_from:', ' - /a/', 'nav_order: 2'), { redirect_from: ['/a/'], nav_order: 2 }],
    [lines('# comment', '', '  # indented', 'title: x', ''), { title: 'x' }],
    ['title: 日本語 😀 العربية', { title: '日本語 😀 العربية' }],
    ['constructor: x', { constructor: 'x' }],
    ['', {}],
  ];
  for (const [yaml, data] of read)
    it(`reads ${JSON.stringify(yaml)}`, () => {
      expect(readFlatYaml(yaml)).to.deep.equal(data);
      if (yaml !== '') expect(fromLibrary(yaml), 'js-yaml').to.deep.equal(data);
    });

  const left: [why: string, yaml: string][] = [
    ['a colon in a value', 'title: Foo: bar'],
    ['a colon at the end of a value', 'title: Foo:'],
    ['an object', lines('menu:', '  main: 1')],
    ['an object in a list', lines('menu:', '  - name: a')],
    ['a list in a list', lines('a:', '  - - b')],
    ['a list of flow lists', lines('a:', '  - [b]')],
    ['a flow object', 'a: {b: c}'],
    ['a flow list over two lines', lines('a: [b,', '  c]')],
    ['nested flow lists', 'a: [b, [c]]'],
    ['a comma at the end of a flow list', 'a: [b,]'],
    ['an object in a flow list', 'a: [b: c]'],
    ['a flow list with something behind it', 'a: [b] c'],
    ['a flow list with a comment at once behind it', 'a: [b]# c'],
    ['a block text', lines('a: |', '  b')],
    ['a folded text', lines('a: >-', '  b')],
    ['a value over two lines', lines('a: b', '  c')],
    ['a line without a key', lines('a: b', 'c')],
    ['an empty item', lines('a:', '  - ', '  - b')],
    ['items with different indentation', lines('a:', '  - b', ' - c')],
    ['items behind a value', lines('a: b', '- c')],
    ['a list without a key', '- a'],
    ['an indented key', ' a: b'],
    ['a key twice', lines('a: 1', 'a: 2')],
    ['a key without a space', 'title:Foo'],
    ['a quoted key', '"a": b'],
    ['a key with a space', 'a b: c'],
    ['a key that is null', 'null: a'],
    ['a key that is a boolean', 'True: a'],
    ['the key __proto__', '__proto__: a'],
    ['a tab', 'a:\tb'],
    ['a carriage return', 'a: b\r\nc: d'],
    ['a control character', 'a: b\u0007'],
    ['a next-line character', 'a: b\u0085c: d'],
    ['half a surrogate pair', 'a: \ud800'],
    ['an anchor', 'a: &x b'],
    ['an alias', 'a: *x'],
    ['a tag', 'a: !!str 1'],
    ['a reserved sign', 'a: @b'],
    ['a percent sign', 'a: %b'],
    ['a dash', 'a: -b'],
    ['text behind quotes', 'a: "b" c'],
    ['a comment at once behind quotes', 'a: "b"#c'],
    ['quotes left open', 'a: "b'],
    ['an unusual escape', 'a: "\\x41"'],
    ['a hexadecimal number', 'a: 0x1f'],
    ['an octal number', 'a: 0o7'],
    ['an infinite number', 'a: .inf'],
    ['a number out of range', 'a: 1e999'],
    ['a document marker', lines('a: b', '---')],
    ['a directive', '%YAML 1.2'],
  ];
  for (const [why, yaml] of left)
    it(`leaves ${why} to the library`, () => {
      expect(readFlatYaml(yaml)).to.equal(undefined);
    });

  const word = fc.constantFrom(
    ...[
      'a',
      'b',
      'title',
      'null',
      'true',
      'yes',
      '~',
      '1',
      '-',
      '.',
      '.5',
      '1e3',
      '0x1',
      'é',
      '日',
      '😀',
      "'",
      '"',
      '\\',
      '\\n',
    ],
    ...[
      ':',
      ': ',
      ' :',
      '#',
      ' #',
      '# ',
      ',',
      ', ',
      '[',
      ']',
      '{',
      '}',
      '&',
      '*',
      '!',
      '|',
      '>',
      '%',
      '@',
      '`',
      '?',
      '? ',
      '- ',
      '=',
      '<<',
      '/',
    ],
    ...[' ', '  ', '\u00a0', '\u2028', '\u0085', '\t', '+', '_', '...', '---'],
  );
  const text = fc.array(word, { maxLength: 5 }).map((words) => words.join(''));
  const agree = (yaml: string): boolean => {
    const data = readFlatYaml(yaml);
    if (data === undefined || Object.keys(data).length === 0) return false;
    expect(fromLibrary(yaml), JSON.stringify(yaml)).to.deep.equal(data);
    return true;
  };

  it('agrees with js-yaml on whatever it reads', () => {
    const key = fc.constantFrom(
      'a',
      'b',
      'title',
      'x-y',
      'x.y',
      '_z',
      'a b',
      'null',
      'True',
      '"a"',
      '',
      '1',
      '<<',
      '?',
      '-',
    );
    const line = fc.oneof(
      {
        weight: 4,
        arbitrary: fc
          .tuple(key, fc.constantFrom(': ', ':', ':  ', ' : '), text)
          .map((parts) => parts.join('')),
      },
      fc
        .tuple(
          key,
          fc.constant(': ['),
          fc.array(text, { maxLength: 3 }).map((items) => items.join(', ')),
          fc.constantFrom(']', '] ', '] # c', ']x'),
        )
        .map((parts) => parts.join('')),
      fc
        .tuple(fc.constantFrom('', ' ', '  '), fc.constantFrom('- ', '-', '-  '), text)
        .map((parts) => parts.join('')),
      fc
        .tuple(key, fc.constantFrom('"', "'"), text, fc.constantFrom('"', "'", '" # c', "' "))
        .map(([name, open, inner, close]) => `${name}: ${open}${inner}${close}`),
      text,
      fc.constantFrom('', ' ', '# c', '  # c'),
    );
    let read = 0;
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (all) => {
        if (agree(all.join('\n'))) read++;
      }),
      { numRuns: 10_000, seed: 20_240_229 },
    );
    expect(read, 'documents that were read').to.be.above(300);
  }).timeout(30_000);

  it('reads all of the subset', () => {
    const key = fc.stringMatching(/^[a-z][a-z_]{0,8}$/).filter((name) => !/^(?:null|true|false)$/.test(name));
    const plain = fc.stringMatching(/^[A-Za-zé日/(][A-Za-z0-9é日.,;/()'"=+_-]{0,10}( [A-Za-z0-9é.]{1,6})?$/);
    const quoted = fc.string({
      unit: fc.constantFrom('a', ' ', ':', '#', ',', '-', '[', '{', '"', '\\', "'", 'é'),
    });
    const scalar = fc.oneof(
      plain,
      fc.integer().map(String),
      fc.constantFrom('true', 'false', 'null', '~', '2015-02-03'),
      quoted.map((value) => `'${value.replaceAll("'", "''")}'`),
      quoted.map((value) => JSON.stringify(value)),
    );
    const item = scalar.filter((value) => /^(?:"|'|[^,]*$)/.test(value));
    const value = fc.oneof(
      scalar.map((each) => ` ${each}`),
      scalar.map((each) => ` ${each} # comment`),
      fc.constant(''),
      fc.array(item).map((items) => ` [${items.join(', ')}]`),
      fc.array(scalar, { minLength: 1 }).map((items) => items.map((each) => `\n  - ${each}`).join('')),
    );
    fc.assert(
      fc.property(fc.dictionary(key, value, { minKeys: 1, noNullPrototype: true }), (entries) => {
        const yaml = Object.entries(entries)
          .map(([name, each]) => `${name}:${each}`)
          .join('\n');
        expect(agree(yaml), yaml).to.equal(true);
      }),
      { numRuns: 1_000 },
    );
  }).timeout(30_000);
});
