import { expect } from 'chai';
import type { DocPage, Problem } from '../../src/index.js';
import '../../src/index.js';
import { clearFixtures, fixture, until } from '../elements/fixture.js';

const drawn = (host: Element): Element | null =>
  host.shadowRoot?.querySelector('[part="rendered"] > math') ?? null;

async function page(markdown: string): Promise<DocPage> {
  const host = fixture<DocPage>('<doc-page></doc-page>');
  host.markdown = markdown;
  await host.updateComplete;
  return host;
}

const codes = (host: Element): Element[] => [...host.querySelectorAll('doc-code')];

describe('doc-elements/math.js', () => {
  afterEach(clearFixtures);

  // Before it is imported: the first test of the file.
  it('shows the source as code until it is imported, then draws what is there', async () => {
    const host = await page('Let $x^2$ be.');
    const [formula] = codes(host);
    await until(() => formula!.shadowRoot?.querySelector('[part="base"]') != null, 'the chrome');
    expect(drawn(formula!)).to.equal(null);
    expect(formula!.querySelector('code')!.checkVisibility()).to.equal(true);
    expect(host.textContent).to.include('Let x^2 be.');
    await import('../../src/define/math.js');
    await until(() => drawn(formula!) !== null, 'the formula');
    expect(drawn(formula!)!.querySelector('msup')!.textContent).to.equal('x2');
  });

  it('draws formulas in a line and on lines of their own', async () => {
    const host = await page('A $a$, $$b$$ c.\n\n$$\nd\n$$\n\n```math\ne\n```\n');
    await until(() => codes(host).every(drawn), 'the formulas');
    const [a, b, d, e] = codes(host);
    expect([a, b, d, e].map((code) => drawn(code!)!.getAttribute('display'))).to.deep.equal([
      null,
      'block',
      'block',
      'block',
    ]);
    expect([a, b, d, e].map((code) => getComputedStyle(code!).display)).to.deep.equal([
      'inline',
      'block',
      'block',
      'block',
    ]);
    expect(host.problems).to.deep.equal([]);
  });

  it('leaves the text of the page alone, and comes between its words without space', async () => {
    const host = await page('(see $a$)');
    await until(() => codes(host).every(drawn), 'the formula');
    expect(host.querySelector('p')!.textContent).to.equal('(see a)');
    const [formula] = codes(host);
    const box = formula!.getBoundingClientRect();
    expect(box.width - drawn(formula!)!.getBoundingClientRect().width).to.be.lessThan(2);
  });

  it('shows what cannot be read as it is, and says why', async () => {
    let told: readonly Problem[] = [];
    const host = fixture<DocPage>('<doc-page></doc-page>');
    host.addEventListener('doc-problem', (event) => (told = event.problems));
    host.markdown = '---\ntitle: T\n---\n\nA $\\frac{1$ b';
    await host.updateComplete;
    await until(() => told.length > 0, 'the problem');
    expect(told[0]).to.include({ code: 'formula-invalid', severity: 'warning' });
    expect(told[0]!.place).to.deep.equal({ line: 5 });
    expect(told[0]!.message).to.include('\\frac{1');
    const [formula] = codes(host);
    expect(drawn(formula!)).to.equal(null);
    expect(formula!.querySelector('code')!.checkVisibility()).to.equal(true);
  });

  it('still says so when the text around it has changed, and no longer when it can be read', async () => {
    const text = 'A $\\frac{1$ b';
    const host = await page(text);
    const places = () => host.problems.map(({ code, place }) => [code, place]);
    await until(() => host.problems.length > 0, 'the problem');
    host.markdown = `New.\n\n${text}\n\nMore.`;
    await host.updateComplete;
    await until(() => host.problems.length > 0, 'the problem again');
    expect(places()).to.deep.equal([['formula-invalid', { line: 3 }]]);
    host.markdown = 'New.\n\nA $\\frac{1}{2}$ b\n\nMore.';
    await host.updateComplete;
    await until(() => codes(host).every(drawn), 'the formula');
    expect(host.problems).to.deep.equal([]);
  });

  it('draws anew when the formula changes', async () => {
    const host = await page('A $x$');
    await until(() => codes(host).every(drawn), 'the formula');
    host.markdown = 'A $y$';
    await host.updateComplete;
    await until(() => drawn(codes(host)[0]!)?.querySelector('mi')?.textContent === 'y', 'the new formula');
  });

  it('builds MathML and nothing else, without inline styles', async () => {
    const host = await page(
      'A $\\fcolorbox{red}{blue}{a}$ $\\href{javascript:alert(1)}{x}$ $\\text{<img src=x onerror=alert(1)>}$',
    );
    await until(() => codes(host).every(drawn), 'the formulas');
    for (const code of codes(host)) {
      for (const element of drawn(code)!.querySelectorAll('*')) {
        expect(element.namespaceURI).to.equal('http://www.w3.org/1998/Math/MathML');
        for (const name of element.getAttributeNames())
          expect(name).to.not.match(/^on|^(?:style|href|src|class)$/);
      }
    }
  });

  it('reads from left to right in a text from right to left', async () => {
    const host = fixture<DocPage>('<doc-page dir="rtl"></doc-page>');
    host.markdown = 'נתון $a+b$ כאן';
    await host.updateComplete;
    await until(() => codes(host).every(drawn), 'the formula');
    const [a, b] = drawn(codes(host)[0]!)!.querySelectorAll('mi');
    expect(a!.getBoundingClientRect().left).to.be.lessThan(b!.getBoundingClientRect().left);
  });

  it('lets a wide formula be scrolled by keyboard', async () => {
    const host = fixture('<div style="inline-size: 10rem"><doc-page></doc-page></div>');
    const inside = host.querySelector('doc-page')!;
    inside.markdown = `$$\n${'a+'.repeat(60)}b\n$$`;
    await inside.updateComplete;
    const box = () => codes(inside)[0]?.shadowRoot?.querySelector('[part="rendered"]');
    await until(() => box()?.getAttribute('tabindex') === '0', 'the tab stop');
    expect(host.scrollWidth).to.be.at.most(host.clientWidth + 1);
  });
});
