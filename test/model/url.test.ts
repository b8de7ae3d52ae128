import { expect } from 'chai';
import { fc } from '../property.js';
import { createUrlResolver, isSafeUrl, type UrlUse } from '../../src/model/url.js';

const USES: readonly UrlUse[] = ['link', 'image'];

describe('isSafeUrl', () => {
  const everywhere = [
    '',
    '#fragment',
    '?query',
    'overview.html',
    'a/b:c',
    './a:b',
    '../x.md',
    '/docs/',
    '//example.org/x',
    '{{ site.baseurl }}/x',
    '{% link x.md %}',
    '日本語.md',
    '1st:chapter',
    '.a:b',
    'a%3Ab.md',
    'caf%C3%A9.md',
    '%E0%A4%A',
    '100%.md',
    'a%20b/c:d',
    'install.md#javascript:b',
    'http://example.org',
    'https://example.org/?a=javascript:b',
    'HTTPS://EXAMPLE.ORG',
    ' https://example.org',
    'ht\ntps://example.org',
  ];
  for (const url of everywhere)
    it(`lets ${JSON.stringify(url)} be a link and an image`, () => {
      expect(USES.map((use) => isSafeUrl(url, use))).to.deep.equal([true, true]);
    });

  const links = [
    'mailto:a@example.org',
    'tel:+123',
    'sms:+123',
    'ftp://example.org/x',
    'irc://irc.example.org/x',
    'ircs://irc.example.org/x',
    'news:comp.lang.x',
    'xmpp:a@example.org',
    'matrix:r/x:example.org',
    'MailTo:a@example.org',
  ];
  for (const url of links)
    it(`lets ${url} be a link only`, () => {
      expect(USES.map((use) => isSafeUrl(url, use))).to.deep.equal([true, false]);
    });

  const images = [
    'data:image/png;base64,iVBORw0KGgo=',
    'data:image/gif;base64,R0lGODlhAQABAAAAACw=',
    'data:image/jpeg;base64,xx',
    'data:image/jpg;base64,xx',
    'data:image/webp;base64,xx',
    'data:image/avif;base64,xx',
    'DATA:IMAGE/PNG;base64,xx',
    'data:image/png,xx',
    'data:image/png;charset=x;base64,xx',
    ' da\nta:image/png;base64,xx',
  ];
  for (const url of images)
    it(`lets ${JSON.stringify(url)} be an image only`, () => {
      expect(USES.map((use) => isSafeUrl(url, use))).to.deep.equal([false, true]);
    });

  const nowhere = [
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    '\u0000javascript:alert(1)',
    '\u0001 \u0002 javascript:alert(1)',
    'java\tscript:alert(1)',
    'java script:alert(1)',
    'java\r\nscript:alert(1)',
    'javascript\t:alert(1)',
    'java\u0000script:alert(1)',
    'java\u00adscript:alert(1)',
    'java\u200bscript:alert(1)',
    '\ufeffjavascript:alert(1)',
    '\u00a0javascript:alert(1)',
    '\u2003javascript:alert(1)',
    'javascript://example.org/%0aalert(1)',
    'vbscript:x',
    'livescript:x',
    'data:text/html,<script>alert(1)</script>',
    'data:text/html;base64,PHNjcmlwdD4=',
    'data:image/svg+xml,<svg onload=alert(1)>',
    'data:image/svg+xml;base64,PHN2Zz4=',
    'data:image/pngx;base64,xx',
    'data:image/png',
    'data:,x',
    'data:',
    'blob:https://example.org/0',
    'file:///etc/passwd',
    'view-source:https://example.org',
    'filesystem:https://example.org/x',
    'about:blank',
    'ssh://-oProxyCommand=x',
    'git://example.org/x',
    'vscode:extension/x',
    'ms-word:ofe|u|https://example.org',
    'intent://x',
    'ttps://example.org',
    'xref:System.String',
    'C:\\images\\x.png',
    'constructor:x',
    'x:',
    'java%73cript:alert(1)',
    '%6Aavascript:alert(1)',
    '%6a%61%76%61%73%63%72%69%70%74%3aalert(1)',
    'javascript%3Aalert(1)',
    'java%0ascript:alert(1)',
    'java%09script%3aalert(1)',
    '%01javascript:alert(1)',
    '%20javascript:alert(1)',
    'd%61ta:text/html,x',
    'b%6cob:https://example.org/0',
    'vs%63ode:extension/x',
  ];
  for (const url of nowhere)
    it(`refuses ${JSON.stringify(url)}`, () => {
      expect(USES.map((use) => isSafeUrl(url, use))).to.deep.equal([false, false]);
    });

  it('lets no URL through that a browser reads as another scheme', () => {
    const piece = fc.constantFrom(
      ...[
        'j',
        'java',
        'script',
        'SCRIPT',
        ':',
        'data',
        'vb',
        'text/html',
        ',',
        ';',
        'image/png',
        'image/svg+xml',
      ],
      ...[
        'http',
        'https',
        '//',
        '/',
        '%3A',
        '\t',
        '\n',
        '\r',
        ' ',
        '\0',
        '\u001f',
        '\u00a0',
        '\u200b',
        '\ufeff',
        '#',
        '?',
        '&',
        '.',
      ],
    );
    const allowed: Record<UrlUse, RegExp> = { link: /^https?:/, image: /^(?:https?:|data:image\/png[;,])/ };
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), fc.constantFrom(...USES), (pieces, use) => {
        const url = pieces.join('');
        if (isSafeUrl(url, use) && URL.canParse(url, 'https://base.example/'))
          expect(new URL(url, 'https://base.example/').href).to.match(allowed[use]);
      }),
      { numRuns: 3_000 },
    );
  }).timeout(20_000);
});

const href = (url: string, base: string): string | undefined =>
  URL.canParse(url, base) ? new URL(url, base).href : undefined;

/** URLs that no option changes. */
const FIXED = [
  '',
  ' ',
  '#',
  '#fragment',
  'https://example.org/x',
  'HTTP://example.org',
  '//cdn.example.org/x.js',
  '\\\\host\\x',
  '/\\host/x',
  'mailto:a@example.org',
  'data:image/png;base64,xx',
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  'xref:System.String',
  '{{ site.baseurl }}/x',
  'docs/{{ page.x }}.md',
  '%7B%7B%20site.baseurl%20%7D%7D/x',
  '{% link _docs/x.md %}',
  '%7B%25%20link%20x.md%20%25%7D',
  '{{< ref "x.md" >}}',
  '${base}/x',
  '<%= path %>/x',
];

describe('createUrlResolver', () => {
  const settings = [{}, { base: 'https://example.org/docs/' }, { base: '/docs/' }, { repo: 'o/n' }];
  for (const options of settings)
    for (const url of FIXED)
      it(`leaves ${JSON.stringify(url)} with ${JSON.stringify(options)}`, () => {
        expect(createUrlResolver(options)(url, 'link')).to.equal(url);
        expect(createUrlResolver(options)(url, 'image')).to.equal(url);
      });

  it('leaves everything where there is nothing to resolve against', () => {
    expect(createUrlResolver({})('../x.md', 'link')).to.equal('../x.md');
  });

  describe('with a base', () => {
    const rows: [base: string, url: string, resolved: string][] = [
      ['https://example.org/docs/about.md', 'overview.html', 'https://example.org/docs/overview.html'],
      ['https://example.org/docs/about.md', './overview.html', 'https://example.org/docs/overview.html'],
      ['https://example.org/docs/about.md', '../x.md', 'https://example.org/x.md'],
      ['https://example.org/docs/about.md', '../../../x.md', 'https://example.org/x.md'],
      ['https://example.org/docs/about.md', '/support/', 'https://example.org/support/'],
      ['https://example.org/docs/about.md', '?x=1', 'https://example.org/docs/about.md?x=1'],
      ['https://example.org/docs/about.md?v=2#top', 'x.md', 'https://example.org/docs/x.md'],
      ['https://example.org/docs/about.md?v=/a/', 'x.md', 'https://example.org/docs/x.md'],
      ['https://example.org/docs/', 'a/b/', 'https://example.org/docs/a/b/'],
      ['https://example.org/docs/', '.', 'https://example.org/docs/'],
      ['https://example.org/docs/', '..', 'https://example.org/'],
      ['https://example.org/docs', 'x.md', 'https://example.org/x.md'],
      ['https://example.org', 'x.md', 'https://example.org/x.md'],
      ['https://example.org?a', 'x.md', 'https://example.org/x.md'],
      ['https://example.org/docs/', 'x.md?a=../b#../c', 'https://example.org/docs/x.md?a=../b#../c'],
      ['https://example.org/docs/', 'images\\a.png', 'https://example.org/docs/images/a.png'],
      ['https://example.org/docs/', 'a b/日本語.md', 'https://example.org/docs/a b/日本語.md'],
      ['https://example.org/docs/', '%2e%2e/x.md', 'https://example.org/x.md'],
      ['https://example.org/docs/', ' x.md\n', 'https://example.org/docs/x.md'],
      ['https://example.org/docs/', '\u0001x\ty.md', 'https://example.org/docs/xy.md'],
      ['https://example.org/docs/', 'a//b', 'https://example.org/docs/a//b'],
      ['https://example.org/docs/', './a:b', 'https://example.org/docs/a:b'],
      ['https://example.org/docs/', 'a%20b.md', 'https://example.org/docs/a%20b.md'],
      ['https://example.org/docs/', '50%.md', 'https://example.org/docs/50%.md'],
      ['https://user@example.org:8080/docs/', '/x', 'https://user@example.org:8080/x'],
      ['HTTP://example.org/a/', 'x', 'HTTP://example.org/a/x'],
      ['//example.org/docs/', 'x', '//example.org/docs/x'],
      ['/docs/about.md', 'overview.html', '/docs/overview.html'],
      ['/docs/about.md', '../x.md', '/x.md'],
      ['/docs/about.md', '../../x.md', '/x.md'],
      ['/docs/', '/support/', '/support/'],
      ['/docs/', '?x', '/docs/?x'],
      ['/docs/?a#b', 'x', '/docs/x'],
      ['/', 'x', '/x'],
      ['/docs/', '..//example.org/x', '/.//example.org/x'],
      ['/docs/', '/.//example.org/x', '/.//example.org/x'],
      [' /docs/ ', 'x', '/docs/x'],
    ];
    for (const [base, url, resolved] of rows)
      it(`leads ${JSON.stringify(url)} from ${base} to ${resolved}`, () => {
        for (const use of USES) expect(createUrlResolver({ base })(url, use)).to.equal(resolved);
      });

    const useless = [
      '',
      'docs/',
      'javascript://x/',
      'data:text/html,x',
      'file:///docs/',
      'about:blank',
      '#x',
      '?x',
      'https://',
      '/\\host/',
    ];
    for (const base of useless)
      it(`ignores ${JSON.stringify(base)}`, () => {
        expect(createUrlResolver({ base })('x.md', 'link')).to.equal('x.md');
      });

    it('resolves as the URL standard says', () => {
      const piece = fc.constantFrom(
        'a',
        'b.md',
        '.',
        '..',
        '...',
        '/',
        '/',
        '\\',
        '%2e',
        '%2E%2E',
        '?',
        '#',
        ' ',
        '\t',
        'é',
        ':',
        '%',
        ';',
      );
      const base = fc.constantFrom(
        'https://h.example/a/b/c.md?q#f',
        'https://h.example',
        'http://h.example/a/b/',
        'https://h.example/a/../b//c',
      );
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 9 }), base, (pieces, from) => {
          const url = pieces.join('');
          const resolved = createUrlResolver({ base: from })(url, 'link');
          expect(href(resolved, from)).to.equal(href(url, from));
        }),
        { numRuns: 3_000 },
      );
    }).timeout(20_000);

    it('keeps to the host where the base is a path', () => {
      const piece = fc.constantFrom('a', '.', '..', '/', '/', '\\', '%2e', '?', '#', '\t');
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
          const url = pieces.join('');
          const page = 'https://h.example/docs/about.html';
          const resolved = createUrlResolver({ base: '/docs/about.html' })(url, 'link');
          expect(href(resolved, page)).to.equal(href(url, page));
        }),
        { numRuns: 3_000 },
      );
    }).timeout(20_000);
  });

  describe('in a repository', () => {
    const rows: [repo: string, url: string, link: string, image: string][] = [
      ['o/n', 'a.md', 'https://github.com/o/n/blob/HEAD/a.md', 'https://github.com/o/n/raw/HEAD/a.md'],
      [
        'o/n',
        './docs/a.md#b',
        'https://github.com/o/n/blob/HEAD/docs/a.md#b',
        'https://github.com/o/n/raw/HEAD/docs/a.md#b',
      ],
      ['o/n', 'docs/', 'https://github.com/o/n/tree/HEAD/docs/', 'https://github.com/o/n/raw/HEAD/docs/'],
      [
        'o/n',
        'docs/?x=1#y',
        'https://github.com/o/n/tree/HEAD/docs/?x=1#y',
        'https://github.com/o/n/raw/HEAD/docs/?x=1#y',
      ],
      ['o/n', 'a.md#/', 'https://github.com/o/n/blob/HEAD/a.md#/', 'https://github.com/o/n/raw/HEAD/a.md#/'],
      ['o/n', '.', 'https://github.com/o/n/tree/HEAD/', 'https://github.com/o/n/raw/HEAD/'],
      [
        'o/n',
        '/images/a.png',
        'https://github.com/o/n/blob/HEAD/images/a.png',
        'https://github.com/o/n/raw/HEAD/images/a.png',
      ],
      ['o/n', '/', 'https://github.com/o/n/tree/HEAD/', 'https://github.com/o/n/raw/HEAD/'],
      [
        'o/n',
        'a.svg?raw=true',
        'https://github.com/o/n/blob/HEAD/a.svg?raw=true',
        'https://github.com/o/n/raw/HEAD/a.svg?raw=true',
      ],
      ['o/n', '../../issues', 'https://github.com/o/n/issues', 'https://github.com/o/n/issues'],
      ['o/n', '../../wiki/Home', 'https://github.com/o/n/wiki/Home', 'https://github.com/o/n/wiki/Home'],
      ['o/n@v1.0', 'a.md', 'https://github.com/o/n/blob/v1.0/a.md', 'https://github.com/o/n/raw/v1.0/a.md'],
      [
        'o/n@feature/x',
        'a.md',
        'https://github.com/o/n/blob/feature/x/a.md',
        'https://github.com/o/n/raw/feature/x/a.md',
      ],
      ['o/n@a#b', 'a.md', 'https://github.com/o/n/blob/a%23b/a.md', 'https://github.com/o/n/raw/a%23b/a.md'],
      [' o/n ', 'a.md', 'https://github.com/o/n/blob/HEAD/a.md', 'https://github.com/o/n/raw/HEAD/a.md'],
      [
        'https://github.com/o/n',
        'a.md',
        'https://github.com/o/n/blob/HEAD/a.md',
        'https://github.com/o/n/raw/HEAD/a.md',
      ],
      [
        'https://github.com/o/n.git',
        'a.md',
        'https://github.com/o/n/blob/HEAD/a.md',
        'https://github.com/o/n/raw/HEAD/a.md',
      ],
      [
        'https://github.com/o/n@v1',
        'a.md',
        'https://github.com/o/n/blob/v1/a.md',
        'https://github.com/o/n/raw/v1/a.md',
      ],
      [
        'https://github.com/o/n/issues',
        'a.md',
        'https://github.com/o/n/blob/HEAD/a.md',
        'https://github.com/o/n/raw/HEAD/a.md',
      ],
      [
        'https://github.com/o/n/tree/main/docs',
        'a.md',
        'https://github.com/o/n/blob/main/docs/a.md',
        'https://github.com/o/n/raw/main/docs/a.md',
      ],
      [
        'https://github.com/o/n/tree/main/docs',
        '/a.md',
        'https://github.com/o/n/blob/main/a.md',
        'https://github.com/o/n/raw/main/a.md',
      ],
      [
        'https://github.com/o/n/tree/main/docs',
        '../a.md',
        'https://github.com/o/n/blob/main/a.md',
        'https://github.com/o/n/raw/main/a.md',
      ],
      [
        'https://github.com/o/n/tree/main/a%20b',
        'c.md',
        'https://github.com/o/n/blob/main/a%20b/c.md',
        'https://github.com/o/n/raw/main/a%20b/c.md',
      ],
      [
        'https://github.com/o/n/tree/main/packages/@scope/x',
        'c.md',
        'https://github.com/o/n/blob/main/packages/@scope/x/c.md',
        'https://github.com/o/n/raw/main/packages/@scope/x/c.md',
      ],
      [
        'https://github.com/o/n/blob/main/docs/README.md',
        'a.md',
        'https://github.com/o/n/blob/main/docs/a.md',
        'https://github.com/o/n/raw/main/docs/a.md',
      ],
      [
        'https://gitlab.com/g/s/n',
        'a.md',
        'https://gitlab.com/g/s/n/-/blob/HEAD/a.md',
        'https://gitlab.com/g/s/n/-/raw/HEAD/a.md',
      ],
      [
        'https://gitlab.com/g/n@v1',
        'docs/',
        'https://gitlab.com/g/n/-/tree/v1/docs/',
        'https://gitlab.com/g/n/-/raw/v1/docs/',
      ],
      [
        'https://codeberg.org/o/n',
        'a.md',
        'https://codeberg.org/o/n/src/commit/HEAD/a.md',
        'https://codeberg.org/o/n/raw/commit/HEAD/a.md',
      ],
      [
        'https://codeberg.org/o/n@main',
        'a.md',
        'https://codeberg.org/o/n/src/branch/main/a.md',
        'https://codeberg.org/o/n/raw/branch/main/a.md',
      ],
      [
        'https://codeberg.org/o/n/src/tag/v1',
        'a.md',
        'https://codeberg.org/o/n/src/tag/v1/a.md',
        'https://codeberg.org/o/n/raw/tag/v1/a.md',
      ],
      [
        'https://bitbucket.org/o/n',
        'docs/',
        'https://bitbucket.org/o/n/src/HEAD/docs/',
        'https://bitbucket.org/o/n/raw/HEAD/docs/',
      ],
      [
        'https://git.sr.ht/~o/n',
        'a.md',
        'https://git.sr.ht/~o/n/tree/HEAD/item/a.md',
        'https://git.sr.ht/~o/n/blob/HEAD/a.md',
      ],
    ];
    for (const [repo, url, link, image] of rows)
      it(`leads ${url} in ${repo} to ${link}`, () => {
        const resolve = createUrlResolver({ repo });
        expect([resolve(url, 'link'), resolve(url, 'image')]).to.deep.equal([link, image]);
      });

    const useless = [
      '',
      'o',
      'o/',
      'o/n/x',
      'https://example.org/o/n',
      'https://github.com/o',
      'javascript:o/n',
      '../n',
      'settings/n',
    ];
    for (const repo of useless)
      it(`ignores ${JSON.stringify(repo)}`, () => {
        expect(createUrlResolver({ repo })('x.md', 'link')).to.equal('x.md');
      });

    it('goes after the base where both are given', () => {
      expect(createUrlResolver({ base: '/docs/', repo: 'o/n' })('x.md', 'link')).to.equal('/docs/x.md');
    });
  });

  it('never throws', () => {
    const options = fc.record({
      base: fc.option(fc.string(), { nil: undefined }),
      repo: fc.option(fc.string(), { nil: undefined }),
    });
    fc.assert(
      fc.property(options, fc.string({ unit: 'binary' }), (given, url) => {
        expect(createUrlResolver(given)(url, 'link')).to.be.a('string');
      }),
    );
  });
});
