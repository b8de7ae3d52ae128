import type { UrlUse } from './safe-url.js';

/**
 * What a page's HTML may hold. One list for the browsers' own sanitizer, DOMPurify and the server's: the elements
 * and attributes GitHub keeps, and beyond them what prose gains from and nothing can be done with.
 *
 * Left out on purpose, their text stays: form controls and `<label>` (nothing here to submit), `<dialog>` (closed, it would
 * hide its text), `<font>` and `<big>` (the host's style sheet decides), `<doc-page>` (it loads what its `src` says).
 */

const ALIGN = ['align'] as const;
const CELL = [
  'abbr',
  'align',
  'colspan',
  'headers',
  'height',
  'nowrap',
  'rowspan',
  'scope',
  'valign',
  'width',
] as const;
const COLUMN = ['align', 'span', 'valign', 'width'] as const;
const ROWS = ['align', 'valign'] as const;
const MEDIA = ['controls', 'loop', 'muted', 'preload', 'src'] as const;
const EDIT = ['cite', 'datetime'] as const;
const NONE = [] as const;

/** Each element with the attributes only it may have. No attribute is also in {@link ALLOWED_ATTRIBUTES}. */
export const ALLOWED_ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  // Sections and blocks.
  address: NONE,
  article: NONE,
  aside: NONE,
  blockquote: ['cite'],
  // GitHub drops it, but real pages centre their logos and badges with it.
  center: NONE,
  details: ['name', 'open'],
  div: ALIGN,
  dd: NONE,
  dl: NONE,
  dt: NONE,
  figcaption: NONE,
  figure: NONE,
  footer: NONE,
  h1: ALIGN,
  h2: ALIGN,
  h3: ALIGN,
  h4: ALIGN,
  h5: ALIGN,
  h6: ALIGN,
  header: NONE,
  hgroup: NONE,
  hr: ['align', 'noshade', 'size', 'width'],
  li: ['type', 'value'],
  main: NONE,
  menu: NONE,
  nav: NONE,
  ol: ['reversed', 'start', 'type'],
  p: ALIGN,
  pre: NONE,
  section: ['data-footnotes'],
  summary: NONE,
  ul: ['type'],

  // Text. `name` is an anchor's only: on other elements it would shadow properties of the document.
  a: ['data-footnote-backref', 'data-footnote-ref', 'href', 'hreflang', 'name', 'rel', 'target'],
  abbr: NONE,
  b: NONE,
  bdi: NONE,
  bdo: NONE,
  br: ['clear'],
  cite: NONE,
  code: NONE,
  data: ['value'],
  del: EDIT,
  dfn: NONE,
  em: NONE,
  i: NONE,
  // The checkbox of a task list. Sinks keep no other type and disable it: an attribute list cannot say that.
  input: ['checked', 'disabled', 'type'],
  ins: EDIT,
  kbd: NONE,
  mark: NONE,
  q: ['cite'],
  rb: NONE,
  rp: NONE,
  rt: NONE,
  rtc: NONE,
  ruby: NONE,
  s: NONE,
  samp: NONE,
  small: NONE,
  span: NONE,
  strike: NONE,
  strong: NONE,
  sub: NONE,
  sup: NONE,
  time: ['datetime'],
  tt: NONE,
  u: NONE,
  var: NONE,
  wbr: NONE,

  // Pictures, video and audio. No `autoplay`: what moves or sounds waits for the reader.
  audio: MEDIA,
  img: [
    'align',
    'alt',
    'border',
    'decoding',
    'height',
    'hspace',
    'loading',
    'sizes',
    'src',
    'srcset',
    'vspace',
    'width',
  ],
  picture: NONE,
  source: ['height', 'media', 'sizes', 'src', 'srcset', 'type', 'width'],
  track: ['default', 'kind', 'label', 'src', 'srclang'],
  video: [...MEDIA, 'height', 'playsinline', 'poster', 'width'],

  // Tables. Colours are the style sheet's.
  caption: ALIGN,
  col: COLUMN,
  colgroup: COLUMN,
  table: ['align', 'border', 'cellpadding', 'cellspacing', 'frame', 'rules', 'summary', 'width'],
  tbody: ROWS,
  td: CELL,
  tfoot: ROWS,
  th: CELL,
  thead: ROWS,
  tr: ROWS,

  // Our own, without the attributes by which they would load something.
  'doc-callout': ['collapsible', 'heading', 'kind', 'open'],
  'doc-code': ['folded', 'numbers', 'tab', 'wrap'],
  'doc-section': NONE,
  'doc-toc': NONE,
  'repo-link': ['href', 'repo', 'show', 'variant'],
};

/**
 * Attributes that every element may have. `class` is what highlighting, alerts and the host's own prose styles go by;
 * of ARIA what describes content, not what only a script keeps true. No `tabindex`, which reorders the keyboard's
 * way through the host page, no `hidden`, no `slot` and no `data-*` but ours, which scripts of the host page may act on.
 */
export const ALLOWED_ATTRIBUTES: readonly string[] = [
  'aria-current',
  'aria-describedby',
  'aria-details',
  'aria-hidden',
  'aria-label',
  'aria-labelledby',
  'aria-level',
  'class',
  'data-doc-chrome',
  'data-line',
  'dir',
  'id',
  'lang',
  'role',
  'title',
  'translate',
];

/**
 * Elements removed with all that is in them, because it is code, a document of its own, or not read as text. Any
 * other element that is not allowed is replaced by its children.
 */
export const DROPPED_ELEMENTS: readonly string[] = [
  'applet',
  'embed',
  'frame',
  'frameset',
  'iframe',
  'math',
  'noembed',
  'noframes',
  'noscript',
  'plaintext',
  'script',
  'style',
  'svg',
  'template',
  'xmp',
];

/**
 * Allowed attributes whose value is one URL, with what the URL is for. `srcset`, a list of image URLs with
 * descriptors, is not among them: each URL in it is an image's.
 */
export const URL_ATTRIBUTES: Readonly<Record<string, UrlUse>> = {
  cite: 'link',
  href: 'link',
  poster: 'image',
  src: 'image',
};

/** A list of what HTML may hold. */
export interface AllowList {
  /** Each element with the attributes that it may have beside those of `everywhere`. */
  readonly elements: Readonly<Record<string, readonly string[]>>;
  /** What every element may have. */
  readonly everywhere: ReadonlySet<string>;
}

/** What a page may hold by itself; a host may add to it. */
export const ALLOWED: AllowList = { elements: ALLOWED_ELEMENTS, everywhere: new Set(ALLOWED_ATTRIBUTES) };

/** Whether `element` is allowed and may have `attribute`; both names in lower case. */
export const isAllowedAttribute = (
  element: string,
  attribute: string,
  { elements, everywhere }: AllowList = ALLOWED,
): boolean =>
  Object.hasOwn(elements, element) &&
  (everywhere.has(attribute) || (elements[element] ?? []).includes(attribute));
