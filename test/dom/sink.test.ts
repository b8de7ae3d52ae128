import { expect } from 'chai';
import { setContent, sinkReady, toFragment } from '../../src/dom/sink.js';
import { ALLOWED_ELEMENTS, isAllowedAttribute } from '../../src/model/allow-list.js';
import { frames, mount, removeFixtures } from './fixture.js';

const nativeSetHtml = Object.getOwnPropertyDescriptor(Element.prototype, 'setHTML');

/** The HTML of a fragment; for reading in assertions only. */
function serialize(fragment: DocumentFragment): string {
  const container = document.implementation.createHTMLDocument('').createElement('div');
  container.append(fragment);
  return container.innerHTML;
}

const clean = (html: string): string => serialize(toFragment(html, { rawHtml: true }));

/** The `href` of each `repo-link` when it came into the document. */
const upgraded: (string | null)[] = [];

/** [name, input, expected]; `=` expects the input as it is. */
const CASES: [name: string, html: string, expected: string][] = [
  ['plain text', 'a &lt; b &amp; c', '='],
  ['prose', '<p>A <strong>b</strong> <em>c</em> <code>d</code> <del>e</del><br>f</p>', '='],
  ['a heading with id', '<h2 id="about-net">About .NET</h2>', '='],
  [
    'ids that are names of document properties',
    '<h2 id="links">L</h2><h2 id="images">I</h2><h2 id="body">B</h2>',
    '=',
  ],
  [
    'a compiled heading',
    '<div class="markdown-heading"><h2 id="a">A</h2><a class="heading-anchor" data-doc-chrome="" href="#a" aria-label="Link to this section: A"></a></div>',
    '=',
  ],
  [
    'a footnote reference',
    '<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" data-footnote-ref="" aria-describedby="footnote-label">1</a></sup>',
    '=',
  ],
  [
    'an alert',
    '<div class="markdown-alert markdown-alert-note"><p class="markdown-alert-title" data-doc-chrome="">Note</p></div>',
    '=',
  ],
  ['code', '<pre><code class="language-js">if (a &lt; b) {\n}</code></pre>', '='],
  [
    'a table',
    '<table><thead><tr><th align="right">A</th></tr></thead><tbody><tr><td colspan="2">1</td></tr></tbody></table>',
    '=',
  ],
  ['details', '<details open=""><summary>More</summary><p>x</p></details>', '='],
  ['an image', '<img src="a.png" alt="A: b" width="20">', '='],
  [
    'a picture',
    '<picture><source media="(prefers-color-scheme: dark)" srcset="d.png"><img src="l.png"></picture>',
    '=',
  ],
  [
    'a repository link',
    '<repo-link><a href="https://github.com/dotnet/coreclr">CoreCLR</a></repo-link>',
    '=',
  ],
  [
    'relative and protocol-relative links',
    '<a href="../x.md#y">a</a><a href="/z">b</a><a href="//e.org/">c</a>',
    '=',
  ],
  [
    'other safe schemes',
    '<a href="mailto:a@b.c">a</a><a href="irc://x/y">b</a><a href="ftp://x/y">c</a>',
    '=',
  ],
  ['the language and direction', '<p lang="fa" dir="rtl">x</p>', '='],
  ['an anchor with a name', '<a name="old"></a>', '='],

  [
    'text in angle brackets',
    '<p>List<string> is <your name> here</p><p>next</p>',
    '<p>List is  here</p><p>next</p>',
  ],
  ['an element that browsers do not know', '<x-y a="1">a <b>b</b></x-y>c', 'a <b>b</b>c'],
  ['unknown elements inside each other', '<foo><bar><p>a</p></bar></foo>', '<p>a</p>'],
  ['names of object properties', '<constructor>a</constructor><tostring>b</tostring>', 'ab'],
  ['a form', '<form action="/x"><button>go</button><p>text</p></form>', 'go<p>text</p>'],
  ['a script', 'a<script>hit()</script>b', 'ab'],
  ['a style', 'a<style>p{}</style>b', 'ab'],
  ['a frame', 'a<iframe src="/x" srcdoc="<script>hit()</script>">t</iframe>b', 'ab'],
  ['an object', 'a<object data="/x">t</object><embed src="/x">b', 'atb'],
  ['SVG', 'a<svg onload="hit()"><script>hit()</script><a href="javascript:hit()">x</a></svg>b', 'ab'],
  [
    'MathML',
    'a<math><mi>x</mi><maction actiontype="statusline" href="javascript:hit()">y</maction></math>b',
    'ab',
  ],
  ['a template', 'a<template><p onclick="hit()">x</p></template>b', 'ab'],
  ['a template in odd letters', 'a<TEMPLATE\n><p>x</p></TemPlate\n>b', 'ab'],
  ['a page of our own', '<doc-page src="/evil.md">a</doc-page>', 'a'],
  [
    'a section with a source',
    '<doc-section src="/evil.md" trusted>a</doc-section>',
    '<doc-section>a</doc-section>',
  ],
  ['comments', 'a<!-- hidden -->b<!-->c', 'abc'],
  [
    'event handlers',
    '<p onclick="hit()" ONMOUSEOVER=hit()>a</p><img src="x" onerror="hit()">',
    '<p>a</p><img src="x">',
  ],
  ['handlers that crash a browser', '<p onstart=1 onbegin=1 onfinish=1>a</p>', '<p>a</p>'],
  [
    'slot, part, is and style',
    '<p slot="toc" part="x" is="y-z" style="color:red" data-x="1" tabindex="1">a</p>',
    '<p>a</p>',
  ],
  [
    'a script in a link',
    '<a href="javascript:hit()">a</a><a href=" java\nscript:hit()">b</a>',
    '<a>a</a><a>b</a>',
  ],
  [
    'a script in a link, encoded',
    '<a href="&#106;avascript&colon;hit()">a</a><a href="\u0001javascript:hit()">b</a>',
    '<a>a</a><a>b</a>',
  ],
  [
    'schemes that are not on the list',
    '<a href="data:text/html,x">a</a><a href="vbscript:x">b</a><a href="blob:x">c</a>',
    '<a>a</a><a>b</a><a>c</a>',
  ],
  ['an unknown scheme', '<a href="vscode://x">a</a>', '<a>a</a>'],
  [
    'a script in a repository link',
    '<repo-link href="javascript:hit()">a</repo-link>',
    '<repo-link>a</repo-link>',
  ],
  ['an SVG image in a URL', '<img src="data:image/svg+xml,<svg/>" alt="a">', '<img alt="a">'],
  ['a picture in a URL', '<img src="data:image/png;base64,iVBORw0KGgo=" alt="a">', '='],
  [
    'an unsafe image of several',
    '<img srcset="a.png 1x, javascript:x 2x, data:image/png;base64,AA== 3x">',
    '<img srcset="a.png 1x, data:image/png;base64,AA== 3x">',
  ],
  ['no safe image of several', '<img alt="a" srcset="blob:x 1x">', '<img alt="a">'],
  ['a poster', '<video poster="javascript:x" src="v.mp4" autoplay></video>', '<video src="v.mp4"></video>'],
  [
    'a checkbox',
    '<ul><li><input type="checkbox" checked class="x"> a</li></ul>',
    '<ul><li><input type="checkbox" checked="" class="x" disabled=""> a</li></ul>',
  ],
  ['other inputs', '<input><input type="text" value="x"><input type="image" src="x">a', 'a'],
  [
    'a link to a new window',
    '<a href="/x" target="_BLANK">a</a>',
    '<a href="/x" target="_BLANK" rel="noopener">a</a>',
  ],
  [
    'a link to a new window with rel',
    '<a href="/x" target="_blank" rel="nofollow opener">a</a>',
    '<a href="/x" target="_blank" rel="nofollow noopener">a</a>',
  ],
  [
    'a link to a frame of the host',
    '<a href="/x" target="_top">a</a><a href="/x" target="main">b</a>',
    '<a href="/x">a</a><a href="/x">b</a>',
  ],
];

const MUTATIONS: string[] = [
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=hit()&gt;">',
  '<svg><p><style><g title="</style><img src=x onerror=hit()>">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=hit()>',
  '<noscript><p title="</noscript><img src=x onerror=hit()>">',
  '<textarea><p title="</textarea><img src=x onerror=hit()>">',
  '<title><p title="</title><img src=x onerror=hit()>">',
  '<select><template><style></template></select><img src=x onerror=hit()>',
  '<table><td><svg><desc><td><img src=x onerror=hit()>',
  '<a href="javascript&Tab;:hit()">x</a><a href="JaVaScRiPt:hit()">y</a>',
  '<img src=`x`onerror=hit()><img/src="x"/onerror=hit()><img src=x onerror=hit()//',
  '<x<y onclick=hit()>z</x<y><svg/onload=hit()>',
  '<div><template shadowrootmode="open"><img src=x onerror=hit()><a href="javascript:hit()">x</a></template>light</div>',
  '<div><template shadowrootmode=closed shadowrootclonable><style>:host{position:fixed}</style></template>light</div>',
  '<details ontoggle=hit() open><summary>x</summary></details><video><source onerror=hit() src=x></video>',
  '<p id=a onfocus=hit() tabindex=0 autofocus>x</p><marquee onstart=hit()>x</marquee>',
  '<meta http-equiv=refresh content="0;url=javascript:hit()"><base href="//evil/"><link rel=stylesheet href=x>',
];

for (const [mode, isNative] of [
  ['the browser’s own sanitizer', true],
  ['DOMPurify', false],
] as const)
  describe(`the sink with ${mode}`, () => {
    before(async function () {
      if (isNative && !nativeSetHtml) this.skip();
      if (!isNative) Reflect.deleteProperty(Element.prototype, 'setHTML');
      await sinkReady();
    });
    after(() => {
      if (nativeSetHtml) Object.defineProperty(Element.prototype, 'setHTML', nativeSetHtml);
    });
    afterEach(removeFixtures);

    for (const [name, html, expected] of CASES)
      it(`${expected === '=' ? 'keeps' : 'treats'} ${name}`, () =>
        expect(clean(html)).to.equal(expected === '=' ? html : expected));

    for (const html of MUTATIONS)
      it(`runs nothing of ${html}`, async () => {
        const hits: unknown[] = [];
        Object.assign(window, { hit: () => hits.push(html) });
        const root = mount('<div></div>');
        setContent(root, html, { rawHtml: true });
        await frames(3);
        for (const element of root.querySelectorAll('*')) {
          expect(Object.hasOwn(ALLOWED_ELEMENTS, element.localName), element.localName).to.be.true;
          for (const { name, value } of element.attributes) {
            expect(isAllowedAttribute(element.localName, name), name).to.be.true;
            expect(value).not.to.match(/^\W*javascript/i);
          }
          expect(element.shadowRoot).to.be.null;
          if (element.localName === 'div')
            expect(() => element.attachShadow({ mode: 'open' })).not.to.throw();
        }
        expect(hits).to.deep.equal([]);
      });

    it('shows the light content of what asked for a shadow root', () => {
      const root = mount('<div></div>');
      setContent(root, '<div><template shadowrootmode="closed"></template><p>light</p></div>', {
        rawHtml: true,
      });
      expect(root.textContent).to.equal('light');
      expect(root.offsetHeight).to.be.greaterThan(0);
    });

    it('brings custom elements to life only when all is checked', () => {
      const seen = upgraded;
      seen.length = 0;
      const tag = 'repo-link';
      if (!customElements.get(tag))
        customElements.define(
          tag,
          class extends HTMLElement {
            connectedCallback() {
              seen.push(this.getAttribute('href'));
            }
          },
        );
      const root = mount('<div></div>');
      setContent(root, '<repo-link href="javascript:hit()">a</repo-link><repo-link href="/x">b</repo-link>', {
        rawHtml: true,
      });
      expect(seen).to.deep.equal([null, '/x']);
    });

    it('gives content no class of the host’s', () => {
      const made: Element[] = [];
      class HostParagraph extends HTMLParagraphElement {
        connectedCallback() {
          made.push(this);
        }
      }
      const name = `host-paragraph-${isNative ? 'a' : 'b'}`;
      customElements.define(name, HostParagraph, { extends: 'p' });
      const root = mount('<div></div>');
      setContent(root, `<p is="${name}" id="a">text</p>`, { rawHtml: true });
      expect(root.innerHTML).to.equal('<p id="a">text</p>');
      expect(made).to.deep.equal([]);
    });

    it('replaces the content of a connected element', () => {
      const root = mount('<p>old</p>');
      for (const rawHtml of [true, false]) {
        setContent(root, `<p>${String(rawHtml)}</p>`, { rawHtml });
        expect(root.innerHTML).to.equal(`<p>${String(rawHtml)}</p>`);
      }
    });

    it('replaces the content of an element outside of the document', () => {
      const element = document.createElement('doc-section');
      setContent(element, '<p>a</p><script>b</script>', { rawHtml: true });
      expect(element.innerHTML).to.equal('<p>a</p>');
    });

    it('sanitizes compiled HTML as well', () => {
      const html = '<p onclick="hit()">a<script>hit()</script><a href="javascript:hit()">b</a></p>';
      expect(serialize(toFragment(html, { rawHtml: false }))).to.equal('<p>a<a>b</a></p>');
    });

    it('keeps all that compiled HTML has', () => {
      for (const [name, html, expected] of CASES)
        if (expected === '=') expect(serialize(toFragment(html, { rawHtml: false })), name).to.equal(html);
    });

    it('takes trusted HTML as it is, and runs no script in it', async () => {
      const hits: unknown[] = [];
      Object.assign(window, { hit: () => hits.push(1) });
      const html = '<p style="color: red" data-x="1">a</p><svg><g></g></svg><script>hit()</script>';
      const root = mount('<div></div>');
      setContent(root, html, { trusted: true, rawHtml: true });
      await frames();
      expect(root.innerHTML).to.equal(html);
      expect(hits).to.deep.equal([]);
    });

    it('gives an empty fragment for empty text', () =>
      expect(toFragment('', { rawHtml: true }).childNodes).to.have.length(0));

    it('treats 5,000 elements in little time', () => {
      const start = performance.now();
      clean('<p id="a" class="b">x <b>y</b> <a href="https://e.org/">z</a></p>'.repeat(1700));
      expect(performance.now() - start).to.be.below(2000);
    });
  });

describe('sinkReady', () => {
  it('has nothing to wait for where the browser sanitizes', function () {
    if (!nativeSetHtml) this.skip();
    expect(sinkReady()).to.be.undefined;
  });

  it('has nothing to wait for once DOMPurify is there', () => expect(sinkReady()).to.be.undefined);
});
