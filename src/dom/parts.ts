import {
  CHROME_ATTRIBUTE,
  COLLAPSE_ATTRIBUTE,
  FOOTNOTES_CLASS,
  HEADER_CLASS,
  LEAD_CLASS,
} from '../model/names.js';
import type { Part } from '../model/part.js';
import { HEADINGS } from './heading-level.js';
import type { KnownPart } from './match-parts.js';
import { toFragment, type Trust } from './sink.js';

export interface PatchOptions {
  /** `true` where the author vouches for the HTML: it is not sanitized. A list where more than usual may be in it. Default `false`. */
  readonly trusted?: Trust;
}

/** What a part's element was made from. */
export interface Known extends KnownPart {
  readonly tag: Part['tag'];
  readonly attributes: Part['attributes'];
  readonly trusted: Trust;
  readonly rawHtml: boolean;
  /** The part itself; `undefined` where the element was prerendered. */
  readonly part?: Part;
}

const known = new WeakMap<Element, Known>();

/** An element that no part was made of counts as one of unknown content. */
export const knownOf = (element: Element): Known =>
  known.get(element) ?? {
    key: '',
    tag: 'div',
    attributes: {},
    html: undefined,
    rawHtml: false,
    trusted: false,
  };

/** What an element was patched to, as long as nobody else has changed it. */
interface Row {
  readonly parts: readonly Part[];
  readonly elements: readonly Element[];
  readonly trusted: Trust;
}

export const rows = new WeakMap<Element, Row>();

/** The children of `root` that are parts, in document order. To see that they are the same costs less than to ask each. */
export function partsOf(root: Element): readonly Element[] {
  const elements = rows.get(root)?.elements ?? [];
  let count = 0;
  for (let child = root.firstElementChild; child; child = child.nextElementSibling)
    if (child === elements[count]) count++;
    else if (known.has(child)) return [...root.children].filter((each) => known.has(each));
  return count === elements.length ? elements : elements.slice(0, count);
}

/** Appends parts to an element that has none yet. The sink must be ready, unless the parts are trusted. */
export function appendParts(
  root: Element,
  parts: readonly Part[],
  { trusted = false }: PatchOptions = {},
): void {
  const elements = createParts(parts, trusted);
  const row = root.ownerDocument.createDocumentFragment();
  for (const element of elements) row.append(element);
  root.append(row);
  rows.set(root, { parts, elements, trusted });
}

/**
 * The elements of new parts. What our own compiler wrote is parsed in one go, as a server joins it: to call a sanitizer
 * takes as long as it takes to sanitize a screen of text. What holds the author's HTML is parsed by itself.
 */
export function createParts(parts: readonly Part[], trusted: Trust): Element[] {
  if (parts.length === 0) return [];
  const elements = [...toFragment(frameOf(parts), { trusted, rawHtml: false }).children];
  for (const [index, part] of parts.entries()) completePart(elements[index], part, trusted);
  return elements;
}

const frameOf = (parts: readonly Part[]): string => {
  let html = '';
  for (const { tag, html: own, rawHtml, parts: inner } of parts)
    html += `<${tag}>${rawHtml ? '' : own}${frameOf(inner)}</${tag}>`;
  return html;
};

/** Gives an element that came of {@link frameOf} what is not in there. */
function completePart(element: Element | undefined, part: Part, trusted: Trust): void {
  if (!element) throw new Error(`The HTML before the part “${part.key}” is not closed.`);
  const { attributes, html, rawHtml, parts } = part;
  for (const name of Object.keys(attributes)) element.setAttribute(name, attributes[name] ?? '');
  if (parts.length > 0) {
    const inner = [...element.children].slice(-parts.length);
    for (const [index, child] of parts.entries()) completePart(inner[index], child, trusted);
  }
  if (rawHtml && html) element.prepend(toFragment(html, { trusted, rawHtml }));
  remember(element, part, trusted);
}

/** From now on `element` counts as made from `part`. */
export function remember(element: Element, part: Part, trusted: Trust): void {
  const { key, tag, attributes, html, rawHtml } = part;
  known.set(element, { key, tag, attributes, html, rawHtml, trusted, part });
}

/** What prerendered parts look like, with their keys and the attributes they were written with. */
const PRERENDERED: readonly (readonly [selector: string, key: string, attributes: readonly string[]])[] = [
  [`div.${HEADER_CLASS}`, 'header', ['class', 'slot']],
  ['doc-toc', 'toc', ['slot', CHROME_ATTRIBUTE, COLLAPSE_ATTRIBUTE]],
  [`div.${LEAD_CLASS}`, 'lead', ['class']],
  [`section.${FOOTNOTES_CLASS}`, 'footnotes', ['class', 'data-footnotes']],
];

/**
 * Takes the children of `root` that look like parts for parts: those a server has written, or a copy of an element
 * holds. The document is not changed; a later patch leaves those alone that it would not change. Gives the number
 * of children taken.
 */
export function adoptParts(root: Element): number {
  let count = 0;
  for (const child of root.children) {
    if (known.has(child)) continue;
    const adopted = child.localName === 'doc-section' ? adoptSection(child) : adoptRole(child);
    if (!adopted) continue;
    known.set(child, adopted);
    count++;
  }
  return count;
}

function adoptSection(section: Element): Known | undefined {
  const id = section.querySelector(HEADINGS)?.id;
  if (!id) return undefined;
  adoptParts(section);
  return { key: id, tag: 'doc-section', attributes: {}, html: undefined, rawHtml: false, trusted: false };
}

function adoptRole(element: Element): Known | undefined {
  const role = PRERENDERED.find(([selector]) => element.matches(selector));
  if (!role) return undefined;
  const [, key, names] = role;
  const attributes = Object.fromEntries(
    names
      .filter((name) => element.hasAttribute(name))
      .map((name) => [name, element.getAttribute(name) ?? '']),
  );
  return {
    key,
    tag: element.localName as Part['tag'],
    attributes,
    html: undefined,
    rawHtml: false,
    trusted: false,
  };
}
