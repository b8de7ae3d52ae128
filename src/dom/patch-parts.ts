import { commonEnds } from '../model/common-ends.js';
import type { Part } from '../model/part.js';
import { keptInPlace, matchParts } from './match-parts.js';
import { createParts, knownOf, partsOf, remember, rows, type Known, type PatchOptions } from './parts.js';
import { patchNodes } from './patch-nodes.js';
import { inertDocument, toFragment, type SinkOptions, type Trust } from './sink.js';

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

/** Moves without resetting frames, focus and animations where the browser can. */
function place(root: Element, element: Element, next: Node | null): void {
  if (element === next) return;
  if ('moveBefore' in root && root.isConnected) root.moveBefore(element, next);
  else root.insertBefore(element, next);
}
