import { expect } from 'chai';
import { SHEET_TEXTS } from '../../src/styles/sheets.js';
import { clearFixtures, fixture } from '../elements/fixture.js';

const texts = new Map<string, string>();
for (const [name, load] of Object.entries(SHEET_TEXTS)) texts.set(name, (await load()).default);
const sheets = [...texts].map(([name, text]) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return [name, sheet] as const;
});

const nested = (rules: Iterable<CSSRule>): CSSStyleRule[] =>
  [...rules].flatMap((rule) => [
    ...(rule instanceof CSSStyleRule ? [rule] : []),
    ...('cssRules' in rule ? nested(rule.cssRules as CSSRuleList) : []),
  ]);

/** What is left of a selector without `:where(…)`, pseudo-elements and what is about nesting. */
function withoutWhere(selector: string): string {
  let depth = 0;
  let rest = '';
  for (const part of selector.replace(/::[\w-]+(?:\([\w-]+\))?/g, '').split(/(:where\(|\(|\))/)) {
    if (part === ':where(' || (depth > 0 && part === '(')) depth += 1;
    else if (depth > 0 && part === ')') depth -= 1;
    else if (depth === 0) rest += part;
  }
  return rest.replace(/[\s,>+~&]/g, '');
}

describe('the cascade of the light-DOM style sheets', () => {
  before(() => {
    document.adoptedStyleSheets.push(...sheets.map(([, sheet]) => sheet));
  });

  after(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
      (other) => !sheets.some(([, sheet]) => sheet === other),
    );
  });

  afterEach(clearFixtures);

  for (const [name, sheet] of sheets) {
    it(`has every rule of ${name}.css in its layer`, () => {
      const outside = [...sheet.cssRules].filter(
        (rule) => !(rule instanceof CSSLayerBlockRule || rule instanceof CSSPropertyRule),
      );
      expect(outside.map(({ cssText }) => cssText)).to.deep.equal([]);
      const layers = [...sheet.cssRules].filter((rule) => rule instanceof CSSLayerBlockRule);
      expect(layers.map(({ name: layer }) => layer)).to.deep.equal(['doc-elements']);
    });

    it(`has no specificity in ${name}.css`, () => {
      const selectors = nested(sheet.cssRules).map(({ selectorText }) => selectorText);
      expect(selectors).to.have.lengthOf.above(5);
      expect(selectors.filter((selector) => withoutWhere(selector) !== '')).to.deep.equal([]);
    });

    it(`needs no file besides ${name}.css`, () => {
      expect(texts.get(name)?.replace(/\/\*[^]*?\*\//g, '')).not.to.match(/url\(|@import|!important/);
    });
  }

  const BY_HOST = [
    ['a', 'color', 'rgb(1, 2, 3)'],
    ['p', 'margin-top', '7px'],
    ['h2', 'font-size', '41px'],
    ['li', 'padding-left', '9px'],
    ['pre', 'background-color', 'rgb(4, 5, 6)'],
    ['td', 'padding-left', '3px'],
    ['img', 'max-width', '11px'],
  ] as const;

  for (const [tag, property, value] of BY_HOST) {
    it(`lets a host's rule for ${tag} win`, () => {
      const page = fixture(
        '<doc-page><doc-section><h2>x</h2><p><a href="#x">x</a> <img alt="" /></p><ul><li>x</li></ul>' +
          '<pre>x</pre><table><tbody><tr><td>x</td></tr></tbody></table></doc-section></doc-page>',
      );
      const element = page.querySelector(tag)!;
      expect(getComputedStyle(element).getPropertyValue(property)).not.to.equal(value);
      const style = document.createElement('style');
      style.textContent = `${tag} { ${property}: ${value}; }`;
      page.before(style);
      expect(getComputedStyle(element).getPropertyValue(property)).to.equal(value);
    });
  }

  it('takes the typeface and the colour of the host a page stands in', () => {
    const host = fixture(
      '<main style="font-family: monospace; color: rgb(10, 20, 30)"><doc-page><p>x</p></doc-page></main>',
    );
    const { fontFamily, color } = getComputedStyle(host.querySelector('p')!);
    expect({ fontFamily, color }).to.deep.equal({ fontFamily: 'monospace', color: 'rgb(10, 20, 30)' });
  });

  it('brings a typeface to a page with nothing around it, unless the host names one', () => {
    const page = document.createElement('doc-page');
    document.body.append(page);
    expect(getComputedStyle(page).fontFamily).to.include('sans-serif');
    document.documentElement.style.setProperty('--doc-font-body', 'cursive');
    expect(getComputedStyle(page).fontFamily).to.equal('cursive');
    document.documentElement.style.removeProperty('--doc-font-body');
    page.remove();
  });
});
