import { expect } from 'chai';
import {
  ALLOWED_ATTRIBUTES,
  ALLOWED_ELEMENTS,
  DROPPED_ELEMENTS,
  URL_ATTRIBUTES,
  isAllowedAttribute,
} from '../../src/model/allow-list.js';

const words = (text: string): string[] => text.trim().split(/\s+/);

const elements = Object.keys(ALLOWED_ELEMENTS);
const attributes = [...new Set([...ALLOWED_ATTRIBUTES, ...Object.values(ALLOWED_ELEMENTS).flat()])];

describe('the allow-list', () => {
  const prose = words(`
    h1 h2 h3 h4 h5 h6 br b i strong em a pre code img tt div ins del sup sub p picture ol ul table thead tbody tfoot
    blockquote dl dt dd kbd q samp var hr ruby rt rp li tr td th s strike summary details caption figure figcaption
    abbr bdo cite dfn mark small source span time wbr section input center video audio aside nav
    doc-section doc-toc repo-link doc-code doc-callout
  `);
  for (const name of prose)
    it(`has <${name}>`, () => {
      expect(elements).to.include(name);
    });

  const dangerous = words(`
    script style template iframe object embed applet frame frameset noscript noembed noframes svg math link meta base
    title textarea form button select option datalist output fieldset label portal dialog canvas map area param
    font marquee blink xmp plaintext listing doc-page slot html head body fencedframe geolocation permission
  `);
  for (const name of dangerous)
    it(`has no <${name}>`, () => {
      expect(elements).not.to.include(name);
    });

  it('has no element both allowed and dropped', () => {
    expect(DROPPED_ELEMENTS.filter((name) => elements.includes(name))).to.deep.equal([]);
  });

  const never = words(`
    style slot part exportparts is srcdoc http-equiv action method enctype target-action nonce integrity formaction
    formtarget form formmethod formenctype formnovalidate popover popovertarget popovertargetaction command commandfor
    autofocus contenteditable tabindex accesskey hidden inert draggable autoplay background bgcolor color face ping
    download usemap ismap crossorigin referrerpolicy allow sandbox csp data codebase archive classid xmlns xlink:href
    live trusted markdown src-doc itemprop itemref itemscope itemtype data-x data-bs-toggle onclick onerror onload
    onbeforematch ontoggle shadowrootmode shadowrootdelegatesfocus shadowrootserializable
  `);
  for (const name of never)
    it(`lets no element have ${name}`, () => {
      expect(elements.filter((element) => isAllowedAttribute(element, name))).to.deep.equal([]);
    });

  it('has no event handler', () => {
    expect(attributes.filter((name) => name.startsWith('on'))).to.deep.equal([]);
  });

  it('names each attribute once, for every element or for some, as the sanitizer of browsers demands', () => {
    expect(new Set(ALLOWED_ATTRIBUTES).size).to.equal(ALLOWED_ATTRIBUTES.length);
    for (const [element, own] of Object.entries(ALLOWED_ELEMENTS)) {
      expect(new Set(own).size, element).to.equal(own.length);
      expect(
        own.filter((name) => ALLOWED_ATTRIBUTES.includes(name)),
        element,
      ).to.deep.equal([]);
    }
  });

  it('is written in lower case', () => {
    for (const name of [...elements, ...attributes, ...DROPPED_ELEMENTS])
      expect(name).to.equal(name.toLowerCase());
  });

  it('says of each attribute that holds a URL what it is for', () => {
    const urls = [
      'action',
      'background',
      'cite',
      'codebase',
      'data',
      'formaction',
      'href',
      'longdesc',
      'manifest',
      'ping',
      'poster',
      'src',
      'xlink:href',
    ];
    const holding = attributes.filter((name) => urls.includes(name));
    expect(Object.keys(URL_ATTRIBUTES)).to.have.members(holding);
    expect(URL_ATTRIBUTES).to.include({ href: 'link', src: 'image' });
  });
});

describe('isAllowedAttribute', () => {
  const rows: [element: string, attribute: string, allowed: boolean][] = [
    ['a', 'href', true],
    ['a', 'name', true],
    ['a', 'id', true],
    ['img', 'name', false],
    ['p', 'href', false],
    ['p', 'align', true],
    ['span', 'align', false],
    ['td', 'colspan', true],
    ['th', 'align', true],
    ['ol', 'start', true],
    ['details', 'open', true],
    ['input', 'checked', true],
    ['input', 'name', false],
    ['input', 'value', false],
    ['section', 'data-footnotes', true],
    ['a', 'data-footnote-ref', true],
    ['div', 'data-doc-chrome', true],
    ['doc-section', 'src', false],
    ['doc-callout', 'src', false],
    ['repo-link', 'live', false],
    ['repo-link', 'repo', true],
    ['video', 'poster', true],
    ['script', 'id', false],
    ['script', 'src', false],
    ['constructor', 'id', false],
    ['toString', 'name', false],
    ['p', 'constructor', false],
  ];
  for (const [element, attribute, allowed] of rows)
    it(`${allowed ? 'lets' : 'does not let'} <${element}> have ${attribute}`, () => {
      expect(isAllowedAttribute(element, attribute)).to.equal(allowed);
    });
});
