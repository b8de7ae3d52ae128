import type { Drawer } from '../dom/drawings.js';
import { encodePart } from '../model/percent.js';
import { describeDiagram } from './describe-diagram.js';
import { findForbidden } from './page-policy.js';

let count = 0;
/** One diagram is drawn after the other: the theme is a setting of the whole library. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Draws diagrams with Mermaid, as pictures: what a picture holds runs no script, loads nothing, and has styles and ids of
 * its own.
 */
export const diagramDrawer: Drawer = {
  keepsSource: true,
  draw: async (source, { isDark, name }) => {
    const drawn = last.then(() => drawSvg(source, isDark));
    last = drawn.catch(() => undefined);
    const picture = pictureOf(await drawn);
    picture.alt = describeDiagram(source) ?? name;
    // Rejects where the text is no picture.
    await picture.decode();
    return picture;
  },
};

/** Colours that keep to the text beside any accent: Mermaid derives all others from them. */
const LIGHT = {
  darkMode: false,
  background: '#ffffff',
  primaryColor: '#f3f4f6',
  primaryTextColor: '#1f2328',
  primaryBorderColor: '#7d8590',
  secondaryColor: '#e4ecf7',
  tertiaryColor: '#fafbfc',
  lineColor: '#59636e',
  textColor: '#1f2328',
  edgeLabelBackground: '#ffffff',
  noteBkgColor: '#fff8dc',
  noteTextColor: '#1f2328',
  noteBorderColor: '#b5a15a',
};

const DARK = {
  darkMode: true,
  background: '#16191d',
  primaryColor: '#262b31',
  primaryTextColor: '#e3e7eb',
  primaryBorderColor: '#7d8793',
  secondaryColor: '#22334a',
  tertiaryColor: '#1d2126',
  lineColor: '#a3acb6',
  textColor: '#e3e7eb',
  edgeLabelBackground: '#16191d',
  noteBkgColor: '#3a3520',
  noteTextColor: '#f0ead2',
  noteBorderColor: '#8a7d46',
};

async function drawSvg(source: string, isDark: boolean): Promise<string> {
  const forbidden = await findForbidden();
  if (forbidden)
    throw new Error(
      `The page's Content-Security-Policy forbids ${forbidden}. Diagrams need style-src 'unsafe-inline', img-src data: and no require-trusted-types-for.`,
    );
  const { default: mermaid } = await import('mermaid');
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    theme: 'base',
    themeVariables: isDark ? DARK : LIGHT,
    // What a picture shows is in the fonts of the system.
    fontFamily: 'system-ui, sans-serif',
    htmlLabels: false,
  });
  const { svg } = await mermaid.render(`doc-diagram-${String(++count)}`, source);
  return svg;
}

/** On a narrow page one scrolls sooner than one reads what is smaller than this: in pixels of CSS, and as a part of its own size. */
const LEAST_WIDTH = 320;
const LEAST_SCALE = 0.7;

const VIEW_BOX = /\bviewBox="[-\d.e]+[ ,]+[-\d.e]+[ ,]+([\d.e]+)[ ,]+([\d.e]+)"/;

/** An SVG as a picture of its own size, which Mermaid leaves to the page. */
function pictureOf(svg: string): HTMLImageElement {
  const [start = ''] = /^<svg[^>]*>/.exec(svg) ?? [];
  const [, width = '', height = ''] = VIEW_BOX.exec(start) ?? [];
  const sized =
    width && height
      ? start
          .replace(/ (?:width|height|style)="[^"]*"/g, '')
          .replace('<svg', `<svg width="${width}" height="${height}"`)
      : start;
  const text = (sized + svg.slice(start.length)).replaceAll('&nbsp;', '&#160;');
  const picture = new Image();
  if (width && height) {
    picture.width = Math.ceil(Number(width));
    picture.height = Math.ceil(Number(height));
    const least = Math.min(picture.width, Math.max(LEAST_WIDTH, LEAST_SCALE * picture.width));
    picture.style.minInlineSize = `${least}px`;
  }
  picture.src = `data:image/svg+xml,${encodePart(text)}`;
  return picture;
}
