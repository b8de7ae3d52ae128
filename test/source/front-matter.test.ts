import { expect } from 'chai';
import { fc } from '../property.js';
import type { Json } from '../../src/model/page.js';
import { parseFrontMatter, type FrontMatter } from '../../src/source/front-matter.js';

const lines = (...all: string[]): string => all.join('\n');

/** `code@line` or `code@line:column` of each problem. */
const places = ({ problems }: FrontMatter): string[] =>
  problems.map(({ code, place }) => {
    const column = place?.column === undefined ? '' : `:${place.column}`;
    return `${code}@${place?.line}${column}`;
  });

describe('parseFrontMatter', () => {
  describe('finds the block', () => {
    const rows: [
      name: string,
      text: string,
      format: string,
      data: Record<string, Json>,
      body: string,
      bodyLine: number,
    ][] = [
      [
        'the seed page',
        lines('---', 'layout: main', 'title: About .NET Core', '---', '## About .NET', ''),
        'yaml',
        { layout: 'main', title: 'About .NET Core' },
        '## About .NET\n',
        5,
      ],
      ['dots as second fence', lines('---', 'title: a', '...', 'b'), 'yaml', { title: 'a' }, 'b', 4],
      ['spaces behind the fences', lines('---  ', 'title: a', '--- \t', 'b'), 'yaml', { title: 'a' }, 'b', 4],
      ['a byte order mark', lines('\ufeff---', 'title: a', '---', 'b'), 'yaml', { title: 'a' }, 'b', 4],
      [
        'blank lines before it',
        lines('', '  ', '---', 'title: a', '---', 'b'),
        'yaml',
        { title: 'a' },
        'b',
        6,
      ],
      [
        'CRLF',
        '---\r\ntitle: a\r\ntags:\r\n- b\r\n---\r\n\r\nc\r\n',
        'yaml',
        { title: 'a', tags: ['b'] },
        '\r\nc\r\n',
        6,
      ],
      ['CRLF and a mark', '\ufeff---\r\ntitle: a\r\n---\r\nb', 'yaml', { title: 'a' }, 'b', 4],
      ['CR', '---\rtitle: a\r---\rb', 'yaml', { title: 'a' }, 'b', 4],
      ['nothing behind it', lines('---', 'title: a', '---'), 'yaml', { title: 'a' }, '', 3],
      ['an empty block', lines('---', '---', 'b'), 'yaml', {}, 'b', 3],
      ['a blank block', lines('---', '', '---', 'b'), 'yaml', {}, 'b', 4],
      ['only comments', lines('---', '# title: a', '---', 'b'), 'yaml', {}, 'b', 4],
      [
        'an indented block',
        lines('---', '  title: a', '  layout: b', '---', 'c'),
        'yaml',
        { title: 'a', layout: 'b' },
        'c',
        5,
      ],
      ['a quoted key', lines('---', '"title": a', '---'), 'yaml', { title: 'a' }, '', 3],
      ['a flow mapping', lines('---', '{title: a, "b": [1]}', '---'), 'yaml', { title: 'a', b: [1] }, '', 3],
      [
        'a thematic break in the body',
        lines('---', 'title: a', '---', 'b', '', '---', 'c'),
        'yaml',
        { title: 'a' },
        'b\n\n---\nc',
        4,
      ],
      [
        'TOML',
        lines('+++', 'title = "a"', 'date = 2015-02-03', '+++', 'b'),
        'toml',
        { title: 'a', date: '2015-02-03' },
        'b',
        5,
      ],
      [
        'TOML with tables and CRLF',
        '+++\r\ntitle = "a"\r\n[menu.main]\r\nweight = 1\r\n+++\r\nb',
        'toml',
        { title: 'a', menu: { main: { weight: 1 } } },
        'b',
        6,
      ],
      ['an empty TOML block', lines('+++', '', '+++', 'b'), 'toml', {}, 'b', 4],
    ];
    for (const [name, text, format, data, body, bodyLine] of rows)
      it(name, async () => {
        const read = await parseFrontMatter(text);
        expect(read).to.deep.equal({
          format,
          data,
          raw: text.slice(0, text.length - body.length),
          body,
          bodyLine,
          problems: [],
        });
      });
  });

  describe('leaves the text alone', () => {
    const rows: [name: string, text: string][] = [
      ['without a fence', 'title: a\n---\nb'],
      ['an empty text', ''],
      ['a byte order mark', '\ufeff# a'],
      ['only a fence', '---'],
      ['only a fence and a line break', '---\n'],
      ['a thematic break', lines('---', '', 'text', '', 'more')],
      ['text between thematic breaks', lines('---', 'Some text here.', '', '---', 'more')],
      ['a sentence with a colon', lines('---', 'Some text here: it has a colon.', '---')],
      ['a URL', lines('---', 'https://example.org/', '---')],
      ['a list between thematic breaks', lines('---', '- a', '- b', '---')],
      ['a heading between thematic breaks', lines('---', '**Title**', '---')],
      [
        'a keyword, paragraphs, and a far thematic break',
        lines('---', 'Note: this is old.', '', '## Heading', '', 'Text.', '', '---', 'c'),
      ],
      ['a note without a second fence', lines('---', 'Note: this is old.', '', 'Text.')],
      [
        'a title and a sentence without a second fence',
        lines('---', 'title: this is old.', 'And this is a sentence.', ''),
      ],
      ['a fence of four', lines('----', 'title: a', '----')],
      ['an indented fence', lines(' ---', 'title: a', ' ---')],
      ['text behind the fence', lines('--- yaml', 'title: a', '---')],
      ['a key without a space, which is no mapping', lines('---', 'title:Foo', '---')],
      ['plus signs around text', lines('+++', 'text', '+++')],
      ['a list item of a plus sign', lines('+ a', '+++')],
    ];
    for (const [name, text] of rows)
      it(name, async () => {
        expect(await parseFrontMatter(text)).to.deep.equal({
          format: 'none',
          data: {},
          raw: '',
          body: text,
          bodyLine: 1,
          problems: [],
        });
      });
  });

  describe('reads what real files hold', () => {
    const rows: [name: string, yaml: string, data: Record<string, Json>][] = [
      [
        'a Jekyll page',
        lines(
          'layout: default',
          'title: FAQ',
          'permalink: /faq/',
          'nav_order: 3',
          'redirect_from:',
          '  - /old/',
          '  - /older.html',
        ),
        {
          layout: 'default',
          title: 'FAQ',
          permalink: '/faq/',
          nav_order: 3,
          redirect_from: ['/old/', '/older.html'],
        },
      ],
      [
        'a Hugo page',
        lines(
          'title: "Overview"',
          'linkTitle: "Overview"',
          'weight: 10',
          'date: 2017-01-05',
          'lastmod: 2021-02-03T10:00:00+01:00',
          'aliases: ["/a", "/b"]',
          'menu:',
          '  main:',
          '    weight: 20',
          'draft: false',
        ),
        {
          title: 'Overview',
          linkTitle: 'Overview',
          weight: 10,
          date: '2017-01-05',
          lastmod: '2021-02-03T10:00:00+01:00',
          aliases: ['/a', '/b'],
          menu: { main: { weight: 20 } },
          draft: false,
        },
      ],
      [
        'a folded description',
        lines('title: a', 'description: >', '  One', '  two.', 'slug: x'),
        { title: 'a', description: 'One two.\n', slug: 'x' },
      ],
      [
        'a value over two lines',
        lines('description: one', '  two', 'lang: en'),
        { description: 'one two', lang: 'en' },
      ],
      [
        'an array of objects',
        lines(
          'header:',
          '  - type: text',
          '    height: 24',
          '  - null',
          'author: {name: A, url: "https://x"}',
        ),
        { header: [{ type: 'text', height: 24 }, null], author: { name: 'A', url: 'https://x' } },
      ],
      ['Norwegian', lines('lang: no', 'title: yes'), { lang: 'no', title: 'yes' }],
      [
        'empty values',
        lines('title:', 'tags: []', "slug: ''", 'parent: ~'),
        { title: null, tags: [], slug: '', parent: null },
      ],
      [
        'numbers that JSON has no form for',
        lines('a: .inf', 'b: .nan', 'c: 0x1f'),
        { a: null, b: null, c: 31 },
      ],
      ['an alias', lines('a: &x [1, 2]', 'b: *x'), { a: [1, 2], b: [1, 2] }],
      [
        'a Docusaurus page',
        lines('id: intro', 'sidebar_label: Intro', "title: 'It''s here: intro'", 'keywords:', '- a', '- b'),
        { id: 'intro', sidebar_label: 'Intro', title: "It's here: intro", keywords: ['a', 'b'] },
      ],
      [
        'Cyrillic and CJK',
        lines('заголовок: Привет', 'title: 你好，世界'),
        { заголовок: 'Привет', title: '你好，世界' },
      ],
    ];
    for (const [name, yaml, data] of rows)
      it(name, async () => {
        const read = await parseFrontMatter(`---\n${yaml}\n---\nbody`);
        expect(read.data).to.deep.equal(data);
        expect(read.problems).to.deep.equal([]);
        expect(read.body).to.equal('body');
      });
  });

  describe('reads what YAML refuses', () => {
    const invalid = (...at: string[]): string[] => at.map((place) => `front-matter-invalid@${place}`);
    const rows: [name: string, yaml: string, data: Record<string, Json>, problems: string[], says: RegExp][] =
      [
        [
          'a title with a colon',
          lines('layout: main', 'title: Foo: the bar', 'tags: [a]'),
          { layout: 'main', title: 'Foo: the bar', tags: ['a'] },
          invalid('3'),
          /colon.*“title” in quotes/,
        ],
        [
          'a continued value without indentation',
          lines('description: one', 'two three', 'title: a'),
          { description: 'one two three', title: 'a' },
          invalid('3'),
          /continues the value of “description”/,
        ],
        ['a tab', lines('tags:', '\t- a', 'title: b'), { tags: '- a', title: 'b' }, invalid('3'), /tab/],
        [
          'a key twice',
          lines('title: a', 'layout: x', 'title: b'),
          { title: 'b', layout: 'x' },
          invalid('4:1'),
          /twice/,
        ],
        [
          'a key twice below another',
          lines('menu:', '  a: 1', '  a: 2', 'title: b'),
          { menu: { a: 2 }, title: 'b' },
          invalid('4:3'),
          /twice/,
        ],
        [
          'quotes that do not close',
          lines('title: "a', 'layout: x'),
          { title: '"a', layout: 'x' },
          invalid('2'),
          /quotes around the value of “title”/,
        ],
        [
          'text behind quotes',
          lines('title: "a" b', 'layout: x'),
          { title: '"a" b', layout: 'x' },
          invalid('2'),
          /quotes around the value of “title”/,
        ],
        [
          'a template',
          lines('title: {{ page.name }}', 'layout: x'),
          { title: '{{ page.name }}', layout: 'x' },
          invalid('2'),
          /“{{”/,
        ],
        [
          'a sign that YAML keeps for itself',
          lines('author: @someone', 'title: `x`'),
          { author: '@someone', title: '`x`' },
          invalid('2', '3'),
          /“@”/,
        ],
        [
          'no space behind a colon',
          lines('title:Foo', 'layout: x'),
          { title: 'Foo', layout: 'x' },
          invalid('2'),
          /space is missing/,
        ],
        ['an unknown alias', lines('a: *x', 'title: b'), { a: '*x', title: 'b' }, invalid('2'), /“\*”/],
        ['an unknown tag', lines('a: !x b', 'title: c'), { a: '!x b', title: 'c' }, invalid('2'), /“!”/],
        [
          'a block text without indentation',
          lines('text: |', 'one', 'title: c'),
          { text: 'one', title: 'c' },
          invalid('3'),
          /indent/,
        ],
        [
          'broken indentation',
          lines('menu:', '    a: 1', '  b: 2', 'title: c'),
          { menu: 'a: 1 b: 2', title: 'c' },
          invalid('2'),
          /“menu” cannot be read/,
        ],
        [
          'a first key that is indented',
          lines('  title: a', 'layout: x'),
          { title: 'a', layout: 'x' },
          invalid('3:1'),
          /YAML/,
        ],
        [
          'a control character',
          lines('title: a\u0007', 'layout: x'),
          { title: 'a\u0007', layout: 'x' },
          invalid('2'),
          /“title” cannot be read/,
        ],
      ];
    for (const [name, yaml, data, problems, says] of rows)
      it(name, async () => {
        const read = await parseFrontMatter(`---\n${yaml}\n---\nbody`);
        expect(read.data).to.deep.equal(data);
        expect(places(read)).to.deep.equal(problems);
        expect(read.problems[0]?.message).to.match(says);
        expect(read.body).to.equal('body');
      });

    it('names the line of the file, whatever stands before the block', async () => {
      const read = await parseFrontMatter('\ufeff\r\n\r\n---\r\nlayout: x\r\ntitle: a: b\r\n---\r\nbody');
      expect(places(read)).to.deep.equal(invalid('5'));
    });
  });

  describe('reads what TOML refuses', () => {
    const rows: [name: string, toml: string, data: Record<string, Json>, problem: string][] = [
      [
        'a value without quotes',
        lines('title = A title', 'weight = 3'),
        { title: 'A title', weight: 3 },
        'front-matter-invalid@2:9',
      ],
      [
        'a value that is missing',
        lines('weight = 3', 'title ='),
        { weight: 3, title: '' },
        'front-matter-invalid@3:8',
      ],
      [
        'a key twice',
        lines('a = 1', 'a = 2', '[menu]', 'b = "c"'),
        { a: 2, menu: { b: 'c' } },
        'front-matter-invalid@3:1',
      ],
    ];
    for (const [name, toml, data, problem] of rows)
      it(name, async () => {
        const read = await parseFrontMatter(`+++\n${toml}\n+++\nbody`);
        expect(read.data).to.deep.equal(data);
        expect(places(read)).to.deep.equal([problem]);
        expect(read.body).to.equal('body');
      });

    it('and what JSON has no form for', async () => {
      const read = await parseFrontMatter('+++\na = inf\nb = 12345678901234567890\nc = 07:30:00\n+++\n');
      expect(read.data).to.deep.equal({ a: null, b: '12345678901234567890', c: '07:30:00.000' });
    });
  });

  describe('reads a block without a second fence', () => {
    const rows: [name: string, text: string, data: Record<string, Json>, body: string, bodyLine: number][] = [
      [
        'up to a blank line',
        lines('---', 'title: a', 'layout: x', '', '## b'),
        { title: 'a', layout: 'x' },
        '\n## b',
        4,
      ],
      ['to the end', lines('---', 'title: a'), { title: 'a' }, '', 2],
      [
        'before a far thematic break',
        lines('---', 'title: a', '', 'Text.', '', '---', 'c'),
        { title: 'a' },
        '\nText.\n\n---\nc',
        3,
      ],
      ['in TOML', lines('+++', 'title = "a"', '', 'b'), { title: 'a' }, '\nb', 3],
    ];
    for (const [name, text, data, body, bodyLine] of rows)
      it(name, async () => {
        const read = await parseFrontMatter(text);
        expect(read).to.deep.include({ data, body, bodyLine, raw: text.slice(0, text.length - body.length) });
        expect(places(read)).to.deep.equal(['front-matter-unclosed@1']);
      });
  });

  describe('is not harmed', () => {
    it('by keys of prototypes', async () => {
      const yaml = lines(
        '__proto__: {a: 1}',
        'constructor: {prototype: {b: 1}}',
        'menu: {__proto__: {c: 1}}',
        'title: d',
      );
      for (const text of [
        `---\n${yaml}\n---\n`,
        '+++\n__proto__ = {a = 1}\ntitle = "d"\n+++\n',
        '---\n__proto__: a: b\ntitle: d\n---\n',
      ]) {
        const { data } = await parseFrontMatter(text);
        expect(data['title']).to.equal('d');
        expect(Object.hasOwn(data, '__proto__')).to.equal(false);
        expect(Object.getPrototypeOf(data)).to.equal(Object.prototype);
        expect({}).not.to.have.any.keys('a', 'b', 'c');
        expect(Object.assign({}, data['menu'])).to.deep.equal({});
        expect(Object.assign({}, data['menu'])).not.to.have.property('c');
      }
    });

    it('by aliases that multiply', async () => {
      const levels = Array.from(
        { length: 9 },
        (_, level) => `l${level + 1}: &l${level + 1} [${Array(10).fill(`*l${level}`).join(', ')}]`,
      );
      const read = await parseFrontMatter(lines('---', 'title: a', 'l0: &l0 [x]', ...levels, '---', 'body'));
      expect(read.data['title']).to.equal('a');
      expect(JSON.stringify(read.data).length).to.be.below(2_000_000);
      expect(read.problems.map(({ code }) => code)).to.include('front-matter-invalid');
      expect(read.body).to.equal('body');
    });

    it('by an alias to what it stands in', async () => {
      const read = await parseFrontMatter(lines('---', 'title: a', 'b: &x [*x]', '---', 'body'));
      expect(read.data['title']).to.equal('a');
      expect(read.problems).to.have.length(1);
    });

    it('by deep nesting', async () => {
      const read = await parseFrontMatter(`---\ntitle: a\nb: ${'['.repeat(5_000)}\n---\nbody`);
      expect(read.data['title']).to.equal('a');
      expect(read.problems).to.have.length(1);
    });

    it('by thousands of faults', async () => {
      const yaml = Array.from({ length: 3_000 }, (_, index) => `k${index}: a: b`).join('\n');
      const read = await parseFrontMatter(`---\n${yaml}\n---\nbody`);
      expect(read.data['k2999']).to.equal('a: b');
      expect(read.problems.length).to.be.within(1, 20);
    });

    it('by any text', async () => {
      const piece = fc.constantFrom(
        '---',
        '+++',
        '...',
        '\n',
        '\r\n',
        '\r',
        'title: a',
        'a = 1',
        '- ',
        ': ',
        '"',
        "'",
        '[',
        '{',
        '&x',
        '*x',
        ' ',
        '\t',
        '#',
        '\0',
        '\ufeff',
        '__proto__: 1',
      );
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom('---\n', '+++\n', ''),
          fc.array(piece, { maxLength: 20 }),
          async (start, pieces) => {
            const text = start + pieces.join('');
            const { raw, body, bodyLine, data } = await parseFrontMatter(text);
            expect(raw + body).to.equal(text);
            expect(bodyLine).to.equal(raw.split(/\r\n|\n|\r/).length);
            expect(JSON.parse(JSON.stringify(data))).to.deep.equal(data);
          },
        ),
        { numRuns: 1_000 },
      );
    }).timeout(20_000);
  });

  describe('goes on without what reads the rest', () => {
    const offline = () => Promise.reject(new Error('offline'));

    it('where the front matter is as simple as most', async () => {
      const { data, problems } = await parseFrontMatter('---\ntitle: A\n---\n\nText.', offline);
      expect(data).to.deep.equal({ title: 'A' });
      expect(problems).to.deep.equal([]);
    });

    for (const block of [
      '---\nmenu:\n  main: 1\n---\n',
      '---\n# a\nmenu:\n  main: 1\n---\n',
      '+++\ntitle = "A"\n+++\n',
    ])
      it(`and does not print ${JSON.stringify(block)}`, async () => {
        const { data, body, problems } = await parseFrontMatter(`${block}\nText.`, offline);
        expect(data).to.deep.equal({});
        expect(body.trim()).to.equal('Text.');
        expect(problems.map(({ code, severity }) => `${code} ${severity}`)).to.deep.equal([
          'front-matter-invalid warning',
        ]);
      });

    it('and leaves two thematic breaks alone', async () => {
      const text = '---\nText, with a [link](x).\n\n---\n';
      expect((await parseFrontMatter(text, offline)).body).to.equal(text);
    });
  });
});
