import { expect } from 'chai';
import { sinkReady, toFragment } from '../../src/dom/sink.js';
import { ALLOWED_ELEMENTS, isAllowedAttribute } from '../../src/model/allow-list.js';
import { SANITIZER_CASES as CASES } from '../sanitizer-cases.js';
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
        root.replaceChildren(toFragment(html, { rawHtml: true }));
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
      const html = '<div><template shadowrootmode="closed"></template><p>light</p></div>';
      root.replaceChildren(toFragment(html, { rawHtml: true }));
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
      const html = '<repo-link href="javascript:hit()">a</repo-link><repo-link href="/x">b</repo-link>';
      root.replaceChildren(toFragment(html, { rawHtml: true }));
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
      root.replaceChildren(toFragment(`<p is="${name}" id="a">text</p>`, { rawHtml: true }));
      expect(root.innerHTML).to.equal('<p id="a">text</p>');
      expect(made).to.deep.equal([]);
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
      root.replaceChildren(toFragment(html, { trusted: true, rawHtml: true }));
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
