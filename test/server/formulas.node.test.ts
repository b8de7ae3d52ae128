import { expect } from 'chai';
import { math } from '../../src/define/math.js';
import type { Problem } from '../../src/model/problem.js';
import { renderPage } from '../../src/server/server.js';

const mathml = (inside: string, tex: string, attributes = ''): string =>
  `<math${attributes}><semantics>${inside}<annotation encoding="application/x-tex">${tex}</annotation></semantics></math>`;

describe('formulas on the server', () => {
  it('are their source as code without `math`', async () => {
    expect(await renderPage('a $x$')).to.contain('<code class="language-math math-inline">x</code>');
  });

  it('are MathML with it, in a line and on lines of their own', async () => {
    const html = await renderPage('a $x$ and $$y$$\n\n$$\nz\n$$\n\n```math\nw\n```', { math });
    const letter = (name: string): string => `<mrow><mi>${name}</mi></mrow>`;
    const block = ' display="block"';
    expect(html).to.contain(`a <span class="doc-formula" dir="ltr">${mathml(letter('x'), 'x')}</span> and`);
    expect(html).to.contain(`<span class="doc-formula" dir="ltr">${mathml(letter('y'), 'y', block)}</span>`);
    expect(html).to.contain(`<div class="doc-formula" dir="ltr">${mathml(letter('z'), 'z', block)}</div>`);
    expect(html).to.contain(`<div class="doc-formula" dir="ltr">${mathml(letter('w'), 'w', block)}</div>`);
    expect(html).to.not.contain('doc-code');
  });

  it('have letters in a style of their own as characters', async () => {
    const html = await renderPage(String.raw`$\mathbb{R}\mathbf{x1}\mathcal{L}\mathfrak{g}\mathtt{a}$`, {
      math,
    });
    for (const letter of ['ℝ', '𝐱', '𝟏', 'ℒ', '𝔤', '𝚊']) expect(html).to.contain(`>${letter}<`);
  });

  it('have their spaces', async () => {
    const html = await renderPage(String.raw`$a \quad b\,c$`, { math });
    expect(html).to.match(/<mi>a<\/mi><mspace width="1em"><\/mspace><mi>b<\/mi>/);
    expect(html).to.contain('<mi>c</mi></mrow>');
  });

  it('stay as they are where they cannot be read, which is told with the line', async () => {
    let told: readonly Problem[] = [];
    const source = '---\ntitle: T\n---\n\na $x$\n\nb $\\frac{$ c';
    const html = await renderPage(source, { math, onProblems: (problems) => (told = problems) });
    expect(html).to.contain('<code class="language-math math-inline">\\frac{</code>');
    expect(told).to.have.length(1);
    expect(told[0]).to.deep.include({ code: 'formula-invalid', severity: 'warning', place: { line: 7 } });
    expect(told[0]!.message).to.contain('\\frac{');
  });

  it('are told where KaTeX cannot be loaded', async () => {
    let told: readonly Problem[] = [];
    const broken = { load: () => Promise.reject(new Error("Cannot find package 'katex'")) };
    const html = await renderPage('$x$', { math: broken, onProblems: (problems) => (told = problems) });
    expect(html).to.contain('<code');
    expect(told[0]!.message).to.contain("Cannot find package 'katex'");
  });

  it('load nothing where there are none', async () => {
    const none = { load: () => Promise.reject(new Error('loaded')) };
    expect(await renderPage('It costs $5.', { math: none })).to.contain('It costs $5.');
  });

  it('hold nothing but MathML, whatever is in them', async () => {
    const texts = [
      String.raw`\text{</annotation><img src=x onerror=alert(1)>}`,
      String.raw`\href{javascript:alert(1)}{x}`,
      String.raw`\htmlStyle{color:red}{x}`,
      String.raw`\fcolorbox{red}{blue}{a}`,
      String.raw`\includegraphics{https://x.example/a.png}`,
      '<script>alert(1)</script>',
    ];
    for (const tex of texts) {
      const html = await renderPage(`\`\`\`math\n${tex}\n\`\`\``, { math });
      expect(html, tex).to.not.match(
        /<(?!\/?(?:doc-page|div|math|semantics|annotation|m[a-z]+|doc-code|pre|code)\b)/,
      );
      expect(html, tex).to.not.match(/<[^>]*\s(?:style|href|src|on\w+)=/);
    }
  });

  it('leave a page in proportion to its text', async () => {
    let told: readonly Problem[] = [];
    const source = '$x$ '.repeat(5000);
    const html = await renderPage(source, { math, onProblems: (problems) => (told = problems) });
    expect(html.length).to.be.below(35 * source.length);
    expect(told.map(({ code }) => code)).to.deep.equal(['limit-exceeded']);
  });

  it('are never what an attribute of the author’s says', async () => {
    const fake = '<doc-code><code class=&quot;language-math math-inline&quot;>x</code></doc-code>';
    const html = await renderPage(`<p title='${fake}'>a</p>\n\n$y$`, { math });
    expect(html.match(/<math/g)).to.have.length(1);
    expect(html).to.contain('title="&lt;doc-code&gt;');
  });
});
