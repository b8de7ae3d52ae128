/** What is photographed: pages of the demo, and the ways in which they are looked at. */

/**
 * @typedef {object} Look
 * @property {number} width In CSS pixels.
 * @property {'light' | 'dark'} [scheme]
 * @property {boolean} [forcedColors]
 * @property {boolean} [rtl] The document runs from right to left.
 * @property {boolean} [print] As on paper of this width.

 */

/** The widths of a phone, a tablet and a desk. */
const WIDTHS = [360, 768, 1440];

/** A page as wide as the type area of A4 paper with its margins. */
const PAPER = 700;

/**
 * Pages by the name of their pictures. What they show does not depend on the day or on any other host.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const PAGES = {
  index: '/',
  about: '/about.html',
  editor: '/editor.html',
  states: '/states.html',
  hosts: '/hosts.html',
  overview: '/overview.html',
  beside: '/beside.html',
  catalogue: '/catalogue.html',
  'doc-elements': '/doc-elements.html',
};

/** By what is added to the name of the page. @type {readonly (readonly [suffix: string, look: Look])[]} */
export const LOOKS = [
  ...WIDTHS.flatMap((width) =>
    /** @type {const} */ (['light', 'dark']).map(
      (scheme) => /** @type {const} */ ([`${String(width)}-${scheme}`, { width, scheme }]),
    ),
  ),
  ['forced', { width: 768, scheme: 'dark', forcedColors: true }],
  ['rtl', { width: 1440, scheme: 'light', rtl: true }],
  ['print', { width: PAPER, scheme: 'light', print: true }],
];
