import { expect } from 'chai';
import callouts from '../../src/styles/callouts.css';
import code from '../../src/styles/code.css';
import prose from '../../src/styles/prose.css';
import defaultTheme from '../../src/styles/themes/default.css';
import github from '../../src/styles/themes/github.css';
import highContrast from '../../src/styles/themes/high-contrast.css';
import { clearFixtures, documentSheet, fixture } from '../elements/fixture.js';

/** Each theme with the contrast it promises: WCAG 2.2 level AA, or AAA. */
const THEMES = [
  ['no theme', '', 4.5],
  ['default', defaultTheme, 4.5],
  ['github', github, 4.5],
  ['high-contrast', highContrast, 7],
] as const;

type Rgb = readonly [red: number, green: number, blue: number];

const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;

/** The colour that is seen when these are painted one over the other, the lowest first. */
function paint(...colors: readonly string[]): Rgb {
  context.clearRect(0, 0, 1, 1);
  for (const color of colors) {
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
  }
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

function luminance(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: Rgb, b: Rgb): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const HOST = { light: ['#ffffff', '#1f2328'], dark: ['#141618', '#d8dcdf'] } as const;

const alert = (kind: string): string =>
  `<div class="markdown-alert markdown-alert-${kind}"><p class="markdown-alert-title">x</p><p>x</p></div>`;

/** What is read, and the backgrounds that may lie under it, as selectors. */
const CASES: readonly (readonly [html: string, text: string, over: readonly string[]])[] = [
  ['<p>x</p>', 'p', []],
  ['<p><a href="#x">x</a></p>', 'a', []],
  ['<p><code><a href="#x">x</a></code></p>', 'a', ['code']],
  ['<p><code>x</code></p>', 'code', ['code']],
  ['<pre><code>x</code></pre>', 'code', ['pre']],
  ['<figure><figcaption>x</figcaption></figure>', 'figcaption', []],
  ['<h6>x</h6>', 'h6', []],
  ['<p><mark>x</mark></p>', 'mark', ['mark']],
  ['<doc-toc><nav><ol><li><a href="#x">x</a></li></ol></nav></doc-toc>', 'a', []],
  ['<doc-toc><nav><ol><li><a href="#x" aria-current="true">x</a></li></ol></nav></doc-toc>', 'a', []],
  ...['note', 'tip', 'important', 'warning', 'caution'].map(
    (kind) => [alert(kind), '.markdown-alert-title', ['.markdown-alert']] as const,
  ),
];

describe('the contrast of the light-DOM style sheets', () => {
  const sheet = documentSheet();

  afterEach(clearFixtures);

  for (const [name, theme, least] of THEMES)
    for (const scheme of ['light', 'dark'] as const)
      for (const [html, text, over] of CASES)
        it(`is ${least} or more with ${name} for ${html} in the ${scheme}`, () => {
          // The theme first: its place is told by its selectors, not by the order of loading.
          sheet.replaceSync(theme + prose + callouts);
          const [background, color] = HOST[scheme];
          const host = fixture(
            `<main style="color-scheme: ${scheme}; color: ${color}"><doc-page>${html}</doc-page></main>`,
          );
          const read = getComputedStyle(host.querySelector(text)!).color;
          const under = over.map(
            (selector) => getComputedStyle(host.querySelector(selector)!).backgroundColor,
          );
          if (name === 'no theme') expect(under).not.to.include('rgba(0, 0, 0, 0)');
          expect(contrast(paint(background, ...under), paint(background, ...under, read))).to.be.at.least(
            least,
          );
        });
});

describe('the contrast of the colours of code', () => {
  const sheet = documentSheet();

  afterEach(clearFixtures);

  const paints = [...new Set(Array.from(code.matchAll(/--doc-code-(\w+)-color:/g), ([, name]) => name!))];
  const lines = ['span', 'mark', 'ins', 'del'] as const;

  for (const [name, theme, least] of THEMES)
    for (const scheme of ['light', 'dark'] as const)
      for (const paintName of paints)
        it(`is ${least} or more with ${name} for doc-${paintName} in the ${scheme}, on every kind of line`, () => {
          sheet.replaceSync(theme + prose + code);
          const [background, color] = HOST[scheme];
          const host = fixture(
            `<main style="color-scheme: ${scheme}; color: ${color}"><doc-page><doc-code><pre><code>${lines
              .map((tag) => `<${tag} class="line">x</${tag}>`)
              .join('')}</code></pre></doc-code></doc-page></main>`,
          );
          const backgroundOf = (selector: string): string =>
            getComputedStyle(host.querySelector(selector)!).backgroundColor;
          for (const tag of lines) {
            // What the highlight is painted in: its rule reads the custom property of the text's element.
            const line = host.querySelector<HTMLElement>(`${tag}.line`)!;
            line.style.color = `var(--doc-code-${paintName}-color)`;
            const under = [background, backgroundOf('pre'), backgroundOf(`${tag}.line`)];
            const found = contrast(paint(...under), paint(...under, getComputedStyle(line).color));
            expect(found, tag).to.be.at.least(least);
          }
        });
});
