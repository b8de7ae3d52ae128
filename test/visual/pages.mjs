/** What is photographed: pages of the demo, and the ways in which they are looked at. */

/**
 * @typedef {object} Look
 * @property {number} width In CSS pixels.
 * @property {'light' | 'dark'} [scheme]
 * @property {boolean} [forcedColors]
 * @property {boolean} [rtl] The document runs from right to left.
 * @property {boolean} [print] As on paper of this width.
 */

/**
 * @typedef {object} Subject
 * @property {string} path
 * @property {readonly string[]} [looks] Those it is photographed in; all of them where nothing is said.
 * @property {boolean} [isWhole] However long it is: what is below is not more of the same.
 * @property {number} [drawings] How many formulas and diagrams it has when it is at rest.
 */

/** The widths of a phone, a tablet and a desk. */
const WIDTHS = [360, 768, 1440];

/** A page as wide as the type area of A4 paper with its margins. */
const PAPER = 700;

/**
 * Pages by the name of their pictures. What they show does not depend on the day or on any other host.
 *
 * @type {Readonly<Record<string, Subject>>}
 */
export const PAGES = {
  index: { path: '/' },
  about: { path: '/about.html' },
  editor: { path: '/editor.html' },
  states: { path: '/states.html' },
  hosts: { path: '/hosts.html' },
  overview: { path: '/overview.html' },
  beside: { path: '/beside.html' },
  catalogue: { path: '/catalogue.html' },
  'doc-elements': { path: '/doc-elements.html' },
  features: {
    path: '/features.html',
    looks: ['360-light', '768-dark', '1440-light', '1440-dark', 'forced', 'rtl', 'print'],
    isWhole: true,
    drawings: 3,
  },
  reading: {
    path: '/reading.html',
    looks: ['360-dark', '768-light', '1440-light', 'rtl', 'print'],
    isWhole: true,
  },
  diagrams: {
    path: '/diagrams.html',
    looks: ['360-light', '1440-light', '1440-dark'],
    isWhole: true,
    drawings: 2,
  },
  repositories: {
    path: '/repositories.html',
    looks: ['360-dark', '768-light', '1440-light', 'forced', 'rtl'],
  },
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
