import {
  CHROME_ATTRIBUTE,
  COLLAPSE_ATTRIBUTE,
  FOOTNOTES_CLASS,
  HEADER_CLASS,
  LEAD_CLASS,
} from '../model/names.js';
import { commonEnds } from '../model/common-ends.js';
import type { Part } from '../model/part.js';
import { HEADINGS } from './heading-level.js';
import { keptInPlace, matchParts, type KnownPart } from './match-parts.js';
import { patchNodes } from './patch-nodes.js';
import { inertDocument, toFragment, type SinkOptions, type Trust } from './sink.js';

export interface PatchOptions {
  /** `true` where the author vouches for the HTML: it is not sanitized. A list where more than usual may be in it. Default `false`. */
  readonly trusted?: Trust;
}

/** What a part's element was made from. */
interface Known extends KnownPart {
  readonly tag: Part['tag'];
  readonly attributes: Part['attributes'];
  readonly trusted: Trust;
  readonly rawHtml: boolean;
  /** The part itself; `undefined` where the element was prerendered. */
  readonly part?: Part;
}

const known = new WeakMap<Element, Known>();

/** An element that no part was made of counts as one of unknown content. */
const knownOf = (element: Element): Known =>
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

const rows = new WeakMap<Element, Row>();

/** The children of `root` that are parts, in document order. To see that they are the same costs less than to ask each. */
export function partsOf(root: Element): readonly Element[] {
  const elements = rows.get(root)?.elements ?? [];
  let count = 0;
  for (let child = root.firstElementChild; child; child = child.nextElementSibling)
    if (child === elements[count]) count++;
    else if (known.has(child)) return [...root.children].filter((each) => known.has(each));
  return count === elements.length ? elements : elements.slice(0, count);
}

/**
 * Makes the children of `root` equal to `parts`. What has not changed stays as it is, down to focus, selection and
 * open `details`; a part whose own HTML has changed keeps the elements of its child parts. As few elements as
 * possible are moved. Other children of `root` are left alone, where they are.
 *
 * The sink must be ready, unless the parts are trusted.
 */
export function patchParts(
  root: Element,
  parts: readonly Part[],
  { trusted = false }: PatchOptions = {},
): void {
  const all = partsOf(root);
  const start = all[0]?.previousSibling ?? null;
  const last = rows.get(root);
  const isKnown = last?.elements === all && last.trusted === trusted;
  // A compiler that knows the page from before gives the same parts where nothing has changed.
  const { head, tail } = commonEnds(isKnown ? last.parts : [], parts);
  const elements = all.slice(0, head);
  const before = all.slice(head, all.length - tail);
  const changed = parts.slice(head, parts.length - tail);
  const matches = matchParts(before.map(knownOf), changed);
  const reused = new Set(matches);
  for (const [index, element] of before.entries()) if (!reused.has(index)) element.remove();

  const kept = keptInPlace(matches);
  const created = createParts(
    changed.filter((_, index) => matches[index] === undefined),
    trusted,
  ).values();
  const first = (): Node | null => (all.length === 0 ? null : start ? start.nextSibling : root.firstChild);
  let previous = elements.at(-1);
  /** New elements in a row come in together. */
  const row = root.ownerDocument.createDocumentFragment();
  const insertRow = (): void => {
    const last = row.lastElementChild;
    if (!last) return;
    root.insertBefore(row, previous ? previous.nextSibling : first());
    previous = last;
  };
  for (const [index, part] of changed.entries()) {
    const match = matches[index];
    const element = match === undefined ? undefined : before[match];
    if (!element) {
      const { value } = created.next();
      if (value) {
        row.append(value);
        elements.push(value);
      }
      continue;
    }
    elements.push(element);
    insertRow();
    updatePart(element, part, trusted);
    if (!kept.has(index)) place(root, element, previous ? previous.nextSibling : first());
    previous = element;
  }
  insertRow();
  rows.set(root, { parts, elements: [...elements, ...all.slice(all.length - tail)], trusted });
}

/**
 * The elements of new parts. What our own compiler wrote is parsed in one go, as a server joins it: to call a sanitizer
 * takes as long as it takes to sanitize a screen of text. What holds the author's HTML is parsed by itself.
 */
function createParts(parts: readonly Part[], trusted: Trust): Element[] {
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

function updatePart(element: Element, part: Part, trusted: Trust): void {
  const before = knownOf(element);
  // A compiler that knows the page from before gives the same parts where nothing has changed.
  if (before.part === part && before.trusted === trusted) return;
  const { attributes, html, trusted: wasTrusted } = before;
  for (const name of Object.keys(attributes)) if (!(name in part.attributes)) element.removeAttribute(name);
  for (const [name, value] of Object.entries(part.attributes))
    if (attributes[name] !== value && element.getAttribute(name) !== value) element.setAttribute(name, value);
  if (html !== part.html || (html !== '' && wasTrusted !== trusted))
    replaceOwn(element, part, trusted, before);
  remember(element, part, trusted);
  patchParts(element, part.parts, { trusted });
}

/** Replaces what stands before an element's first child part, as far as it has changed. */
function replaceOwn(element: Element, { html, rawHtml }: Part, trusted: Trust, before: Known): void {
  const firstPart = partsOf(element)[0] ?? null;
  const live: ChildNode[] = [];
  for (let node = element.firstChild; node && node !== firstPart; node = node.nextSibling) live.push(node);
  const after = toFragment(html, { trusted, rawHtml });
  // Of prerendered content it is only known what stands there.
  const isKnown = before.html !== undefined && before.trusted === trusted;
  const known = isKnown
    ? [...writtenTo(element, before.html, { trusted, rawHtml: before.rawHtml }).childNodes]
    : live;
  latest = { element, html, trusted, written: inertDocument().importNode(after, true) };
  patchNodes(element, { live, before: known, after: [...after.childNodes] }, firstPart);
}

/** What was written last: of a page that grows the same element is changed again and again. */
let latest:
  | { readonly element: Element; readonly html: string; readonly trusted: Trust; readonly written: Node }
  | undefined;

/** The nodes that an element's own HTML was made to, as they were before anybody could change them. */
const writtenTo = (element: Element, html: string, options: SinkOptions): Node =>
  latest?.element === element && latest.html === html && latest.trusted === options.trusted
    ? latest.written
    : toFragment(html, options);

function remember(element: Element, part: Part, trusted: Trust): void {
  const { key, tag, attributes, html, rawHtml } = part;
  known.set(element, { key, tag, attributes, html, rawHtml, trusted, part });
}

/** Moves without resetting frames, focus and animations where the browser can. */
function place(root: Element, element: Element, next: Node | null): void {
  if (element === next) return;
  if ('moveBefore' in root && root.isConnected) root.moveBefore(element, next);
  else root.insertBefore(element, next);
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
