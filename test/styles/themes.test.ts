import { expect } from 'chai';
import code from '../../src/styles/code.css';
import prose from '../../src/styles/prose.css';
import defaultTheme from '../../src/styles/themes/default.css';
import github from '../../src/styles/themes/github.css';
import highContrast from '../../src/styles/themes/high-contrast.css';
import { clearFixtures, documentSheet, fixture } from '../elements/fixture.js';

const THEMES = { default: defaultTheme, github, 'high-contrast': highContrast };

/** The custom properties that a sheet sets on the root, with their values. */
function tokens(text: string): Map<string, string> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  const found = new Map<string, string>();
  const read = (rules: CSSRuleList): void => {
    for (const rule of rules) {
      if (rule instanceof CSSStyleRule && rule.selectorText.includes(':root'))
        for (const name of rule.style)
          if (name.startsWith('--doc-'))
            found.set(name, rule.style.getPropertyValue(name).replace(/\s+/g, ' ').trim());
      if (rule instanceof CSSLayerBlockRule) read(rule.cssRules);
    }
  };
  read(sheet.cssRules);
  return found;
}

describe('themes', () => {
  const sheet = documentSheet();

  afterEach(clearFixtures);

  it('begin with what the sheet says by itself', () => {
    expect([...tokens(defaultTheme)]).to.deep.equal([...tokens(prose)]);
    expect(tokens(prose).size).to.be.above(12);
  });

  for (const [name, text] of Object.entries(THEMES))
    describe(name, () => {
      it('stands in the layer, needs no other file and no !important', () => {
        sheet.replaceSync(text);
        const rules = [...sheet.cssRules];
        expect(
          rules.every((rule) => rule instanceof CSSLayerBlockRule && rule.name === 'doc-elements'),
        ).to.equal(true);
        expect(text.replace(/\/\*[^]*?\*\//g, '')).not.to.match(/url\(|@import|!important/);
      });

      it('sets only properties that the sheets or the text have', () => {
        const known = [
          ...[prose, code].flatMap((each) => [...tokens(each).keys()]),
          '--doc-text-color',
          '--doc-font-body',
          '--doc-font-heading',
        ];
        expect([...tokens(text).keys()].filter((token) => !known.includes(token))).to.deep.equal([]);
      });

      for (const order of ['before', 'behind'] as const)
        it(`counts when it is loaded ${order} the sheet, and gives way to the host`, () => {
          sheet.replaceSync(order === 'before' ? text + prose : prose + text);
          const page = fixture(
            '<main style="color-scheme: light"><doc-page><a href="#x">x</a></doc-page></main>',
          );
          const link = page.querySelector('a')!;
          const [, light = ''] =
            /light-dark\((#\w+)/.exec(tokens(text).get('--doc-accent-color') ?? '') ?? [];
          const probe = document.createElement('i');
          probe.style.color = light;
          page.append(probe);
          expect(getComputedStyle(link).color).to.equal(getComputedStyle(probe).color);
          const style = document.createElement('style');
          style.textContent = ':root { --doc-accent-color: rgb(1, 2, 3) }';
          page.before(style);
          expect(getComputedStyle(link).color).to.equal('rgb(1, 2, 3)');
        });
    });
});
