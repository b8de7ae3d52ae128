import {
  ALLOWED,
  DROPPED_ELEMENTS,
  isAllowedAttribute,
  URL_ATTRIBUTES,
  type AllowList,
} from './allow-list.js';
import { ID_PREFIX } from './names.js';
import { safeSrcset } from './srcset.js';
import { isSafeUrl, isScript } from './safe-url.js';

/** What becomes of an element: it stays, its children take its place, or it goes with all that is in it. */
export type Fate = 'keep' | 'unwrap' | 'drop';

const DROPPED = new Set(DROPPED_ELEMENTS);

/** What becomes of an HTML element, by its name in lower case. Elements of SVG and MathML go. */
export function fateOf(element: string, { elements }: AllowList = ALLOWED): Fate {
  if (DROPPED.has(element)) return 'drop';
  return Object.hasOwn(elements, element) ? 'keep' : 'unwrap';
}

/**
 * How many of our own elements may stand inside each other; deeper ones are replaced by their children. Each has work to do
 * for what is in it. No page needs half of it: a section for each level, a callout, a group of codes and a code.
 */
export const MAX_OWN_DEPTH = 16;

/** Whether an element is of this library, by its name in lower case. */
export const isOwnElement = (element: string): boolean => OWN.test(element);
const OWN = /^(?:doc-|repo-link$)/;

/** The value that an attribute of an allowed element may have; `undefined` where the attribute has to go. */
export function restrictAttribute(
  element: string,
  name: string,
  value: string,
  list: AllowList = ALLOWED,
): string | undefined {
  if (!isAllowedAttribute(element, name, list)) return undefined;
  if (name === 'srcset') return safeSrcset(value) || undefined;
  if (name === 'target') return TARGETS.has(value.toLowerCase()) ? value : undefined;
  const use = Object.hasOwn(URL_ATTRIBUTES, name) ? URL_ATTRIBUTES[name] : undefined;
  if (use) return isSafeUrl(value, use) ? value : undefined;
  // What a host has added may be a URL without our knowing.
  return isAllowedAttribute(element, name) || !isScript(value) ? value : undefined;
}

/** Where a link may open: what else a frame or window of the host is called is none of the content's business. */
const TARGETS = new Set(['_blank', '_self']);

/** A task in a task list is the one input that content has: a picture of a checkbox, never a control. */
export const isCheckbox = (type: string | null | undefined): boolean => type?.toLowerCase() === 'checkbox';

/** The `rel` of a link that opens in a window of its own, which must not reach back; `undefined` where it stays. */
export function restrictRelation(target: string, rel: string): string | undefined {
  const tokens = new Set(rel.toLowerCase().split(/\s+/).filter(Boolean));
  if (target.toLowerCase() !== '_blank' || tokens.has('noopener')) return undefined;
  tokens.delete('opener');
  return [...tokens, 'noopener'].join(' ');
}

/** The ids that the compiler gives references to notes. */
const NOTE_ID = /^fnref-\d+(?:-\d+)?$/;

/**
 * Ids and names are globals of the window, and `form.submit` is the image of that name. An anchor or a heading as a
 * global says nothing; an element with a URL or a control's value could stand for what a script looks for there. Such
 * an element's names get GitHub's prefix. `attributes` are those it has, in lower case.
 */
export function restrictName(
  element: string,
  attributes: { has(name: string): boolean },
  name: string,
): string {
  const isTelling =
    element === 'input' ||
    element === 'img' ||
    TELLING_ATTRIBUTES.some((attribute) => attributes.has(attribute));
  return !isTelling || name.startsWith(ID_PREFIX) || NOTE_ID.test(name) ? name : ID_PREFIX + name;
}

const TELLING_ATTRIBUTES = [...Object.keys(URL_ATTRIBUTES), 'srcset', 'value', 'repo'];

/** The attributes that name an element. */
export const NAMING_ATTRIBUTES = ['id', 'name'] as const;
