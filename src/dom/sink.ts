import type { Config, DOMPurify } from 'dompurify';
import { ALLOWED, DROPPED_ELEMENTS, URL_ATTRIBUTES, type AllowList } from '../model/allow-list.js';
import { once } from '../model/once.js';
import { restrict } from './sink-walk.js';
import { renameMarkup, restoreMarkup, standsForDropped } from './special-markup.js';
import { sinkPolicy } from './trusted-types.js';

/** Whether the author vouches for the HTML; or what it may hold, where that is more than usual. */
export type Trust = boolean | AllowList;

export interface SinkOptions {
  /** With `true` HTML is inserted as it is. Scripts in it do not run. Default `false`. */
  readonly trusted?: Trust;
  /**
   * Whether HTML that somebody else wrote may be in it. Without, it is what our own compiler made of Markdown: it
   * passes the sanitizer all the same, but its URLs have been checked where they were written.
   */
  readonly rawHtml: boolean;
}

/** `setHTML`, which the DOM types do not know yet. */
interface SanitizingElement extends Element {
  setHTML(html: string, options: { sanitizer: Sanitizer }): void;
}

const hasSetHtml = (element: Element): element is SanitizingElement =>
  'setHTML' in element && typeof globalThis.Sanitizer === 'function';

let purifier: DOMPurify | undefined;

const loadPurifier = once(async () => {
  const { default: createPurifier } = await import('dompurify');
  // An instance of our own: hooks and settings of the host's do not reach it.
  purifier = createPurifier(window);
});

/**
 * Resolves when untrusted HTML can be inserted; `undefined` where it can be at once. A browser without a
 * sanitizer of its own loads one.
 */
export const sinkReady = (): Promise<void> | undefined =>
  purifier || hasSetHtml(document.documentElement) ? undefined : loadPurifier();

/**
 * What `html` stands for, as nodes, sanitized unless it is trusted. Custom elements in it come to life when it is
 * inserted, after all has been checked.
 *
 * @throws {Error} where the sink is not ready, or the page's policy forbids it.
 */
export function toFragment(html: string, { trusted = false, rawHtml }: SinkOptions): DocumentFragment {
  if (trusted === true) return parseTrusted(html);
  const list = trusted || ALLOWED;
  const container = (rawHtml ? inertDocument() : document).createElement('div');
  if (!hasSetHtml(container)) return purify(html, rawHtml, list);
  setSanitized(container, html, rawHtml, list);
  // No range extracts them: each one left behind is looked at with every later change until it is collected.
  const fragment = container.ownerDocument.createDocumentFragment();
  while (container.firstChild) fragment.append(container.firstChild);
  return fragment;
}

let inert: Document | undefined;

/** Where nothing comes to life and no picture is asked for before the walk has seen it. */
export const inertDocument = (): Document => (inert ??= document.implementation.createHTMLDocument(''));

function parseTrusted(html: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = sinkPolicy().createHTML(html);
  return template.content;
}

function setSanitized(element: SanitizingElement, html: string, rawHtml: boolean, list: AllowList): void {
  if (!rawHtml) {
    element.setHTML(html, { sanitizer: ownSanitizer() });
    return;
  }
  const source = renameMarkup(html, /<noscript/i.test(html) && readsNoscriptAsText(element));
  element.setHTML(source, { sanitizer: sanitizerFor(source, list) });
  if (source !== html) restoreMarkup(element);
  restrict(element, list);
}

let noscriptIsText: boolean | undefined;

/** Firefox reads what is in a `<noscript>` as if scripts could run; others as the standard has it, where none ever will. */
function readsNoscriptAsText({ ownerDocument }: Element): boolean {
  if (noscriptIsText === undefined) {
    const probe = ownerDocument.createElement('div') as Element as SanitizingElement;
    const sanitizer = createSanitizer({ elements: { b: [] }, everywhere: new Set() }, ['noscript']);
    probe.setHTML('<noscript><b></b></noscript>', { sanitizer });
    noscriptIsText = !probe.firstElementChild;
  }
  return noscriptIsText;
}

let own: Sanitizer | undefined;
const ownSanitizer = (): Sanitizer => (own ??= createSanitizer(ALLOWED, []));

/**
 * Browsers drop what is not allowed together with its content. Text such as `List<string>` must not take the rest
 * of the page with it, so every name that the text mentions and we do not know is replaced by its content.
 */
function sanitizerFor(html: string, list: AllowList): Sanitizer {
  const unknown = new Set<string>();
  for (const [, tag = ''] of html.matchAll(/<([a-z][^\s/>]*)/gi)) {
    const name = tag.toLowerCase();
    if (!Object.hasOwn(list.elements, name) && !isDropped(name)) unknown.add(name);
  }
  return unknown.size === 0 && list === ALLOWED ? ownSanitizer() : createSanitizer(list, [...unknown]);
}

/** Dropped with its content; `html`, which the parser drops and no sanitizer lets be replaced, is no content. */
const isDropped = (name: string): boolean =>
  DROPPED_ELEMENTS.includes(name) || standsForDropped(name) || name === 'html';

/** Every attribute that some element may have. */
const attributesIn = ({ elements, everywhere }: AllowList): string[] => [
  ...new Set([...everywhere, ...Object.values(elements).flat()]),
];

/**
 * As with DOMPurify, which element may have which attribute is left to the compiler and the walk: a list for each takes
 * Chromium a tenth of a millisecond with each call. Attributes are always listed: without, Chromium 156 crashes on some of
 * those it should remove.
 */
const createSanitizer = (list: AllowList, replaced: readonly string[]): Sanitizer =>
  new Sanitizer({
    elements: Object.keys(list.elements),
    attributes: attributesIn(list),
    replaceWithChildrenElements: [...replaced],
    comments: false,
    dataAttributes: false,
  });

function purify(html: string, rawHtml: boolean, list: AllowList): DocumentFragment {
  if (!purifier) throw new Error('The sanitizer is not loaded: wait for sinkReady() before inserting HTML.');
  const fragment = purifier.sanitize(html, settingsFor(rawHtml ? list : undefined));
  if (rawHtml) restrict(fragment, list);
  return fragment;
}

/** One object for all calls of a kind: DOMPurify reads a new one anew each time. */
const settings = new Map<AllowList | undefined, Settings>();
type Settings = ReturnType<typeof createSettings>;

/** Settings for HTML of strangers, by what it may hold, or with `undefined` for our own. */
function settingsFor(list: AllowList | undefined): Settings {
  // DOMPurify takes elements away that have `is`, with their text; the walk makes plain ones of them.
  const known = settings.get(list) ?? (list ? createSettings(list, ['is']) : createSettings(ALLOWED, []));
  settings.set(list, known);
  return known;
}

/** DOMPurify wants to be able to ask for the URL of a script. No element that has one is left to it. */
const PURIFIER_POLICY = {
  createHTML: (html: string) => sinkPolicy().createHTML(html),
  createScriptURL: (url: string): never => {
    throw new TypeError(`doc-elements loads no scripts: ${url}`);
  },
};

function createSettings(list: AllowList, extra: readonly string[]) {
  const attributes = [...attributesIn(list), ...extra];
  return {
    RETURN_DOM_FRAGMENT: true as const,
    TRUSTED_TYPES_POLICY: PURIFIER_POLICY as unknown as NonNullable<Config['TRUSTED_TYPES_POLICY']>,
    ALLOWED_TAGS: Object.keys(list.elements),
    ALLOWED_ATTR: attributes,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    ALLOWED_NAMESPACES: ['http://www.w3.org/1999/xhtml'],
    FORBID_CONTENTS: [...DROPPED_ELEMENTS],
    // By default every attribute is read as a URL; `aria-label="Note: …"` is none.
    ADD_URI_SAFE_ATTR: attributes.filter((name) => !Object.hasOwn(URL_ATTRIBUTES, name)),
    // Which schemes are safe is decided where URLs are written and in the walk; here as browsers' own sanitizers do.
    ALLOWED_URI_REGEXP: /^(?!\w*script:|data:)/i,
    // What is returned is inserted as nodes and never parsed again: an attribute may hold `</title>`.
    SAFE_FOR_XML: false,
    // Ids such as "links" and "images" are headings: they are not dropped for being names of document properties.
    SANITIZE_DOM: false,
  } satisfies Config;
}
