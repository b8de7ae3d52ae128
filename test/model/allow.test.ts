import { expect } from 'chai';
import { readAllow } from '../../src/model/allow.js';
import { ALLOWED, isAllowedAttribute } from '../../src/model/allow-list.js';

const messages = (text: string): string[] => readAllow(text).problems.map(({ message }) => message);

describe('what a host allows', () => {
  it('adds elements, attributes of an element, and of every one', () => {
    const { list, problems } = readAllow('my-map=lat,lng a=download *=data-id,tabindex progress');
    expect(problems).to.deep.equal([]);
    expect(isAllowedAttribute('my-map', 'lat', list)).to.equal(true);
    expect(isAllowedAttribute('my-map', 'class', list)).to.equal(true);
    expect(isAllowedAttribute('a', 'download', list)).to.equal(true);
    expect(isAllowedAttribute('a', 'href', list)).to.equal(true);
    expect(isAllowedAttribute('b', 'download', list)).to.equal(false);
    expect(isAllowedAttribute('progress', 'data-id', list)).to.equal(true);
    expect(isAllowedAttribute('my-map', 'lat')).to.equal(false);
  });

  it('is the same as text and as an object, in any case', () => {
    const one = readAllow({ 'MY-MAP': ['LAT'], a: ['download'] }).list;
    expect(isAllowedAttribute('my-map', 'lat', one)).to.equal(true);
    expect(readAllow(' a=download\n my-map=lat ').list.elements).to.deep.equal(one.elements);
  });

  it('gives the same list for the same addition', () => {
    expect(readAllow({ 'x-y': ['z'] }).list).to.equal(readAllow('x-y=z').list);
  });

  it('names no attribute twice, which no sanitizer takes', () => {
    const { list } = readAllow('a=data-x,download img=data-x *=data-x,itemprop');
    for (const [name, own] of Object.entries(list.elements))
      expect(
        own.filter((attribute) => list.everywhere.has(attribute)),
        name,
      ).to.deep.equal([]);
    expect(list.everywhere.has('data-x')).to.equal(true);
  });

  it('leaves the usual list as it is', () => {
    readAllow('b=x-y *=data-z q-r');
    expect(ALLOWED.elements).not.to.have.property('q-r');
    expect(ALLOWED.everywhere.has('data-z')).to.equal(false);
  });

  const elements =
    'script style iframe frame frameset object embed applet base meta link form input button select option optgroup textarea fieldset legend label output datalist dialog slot template svg math noscript html head body title xmp plaintext map area portal fencedframe doc-page doc-section doc-toc doc-new repo-link 0x __proto__ a>b';
  for (const name of elements.split(' '))
    it(`refuses <${name}>, and says so`, () => {
      const { list, problems } = readAllow({ [name]: ['x-y'] });
      expect(isAllowedAttribute(name, 'x-y', list)).to.equal(false);
      expect(problems).to.have.length(1);
      expect(problems[0]).to.include({ code: 'allow-refused', severity: 'error' });
      expect(problems[0]?.message).to.include(`<${name.toLowerCase()}>`);
    });

  const attributes =
    'onclick ONERROR onx style is slot part exportparts srcdoc action formaction form method http-equiv ping background autofocus contenteditable popover popovertarget command commandfor accesskey nonce usemap name xlink:href xmlns shadowrootmode a=b "x';
  for (const name of attributes.split(' '))
    it(`refuses ${name} of an element and of every one, and says so`, () => {
      const { list, problems } = readAllow({ p: [name], '*': [name] });
      expect(isAllowedAttribute('p', name.toLowerCase(), list)).to.equal(false);
      expect(problems.map(({ code }) => code)).to.deep.equal(['allow-refused', 'allow-refused']);
    });

  it('gives every element nothing that it could load by', () => {
    for (const name of ['src', 'href', 'srcset', 'data', 'live', 'trusted', 'repo', 'forges', 'markdown'])
      expect(messages(`*=${name}`), name).to.have.length(1);
  });

  it('takes what is wrong for nothing', () => {
    expect(messages('')).to.deep.equal([]);
    expect(messages('__proto__=x')).to.have.length(1);
    expect('x' in {}).to.equal(false);
    expect(readAllow({ 'x-y': 'lat' as unknown as string[] }).problems).to.deep.equal([]);
  });
});
