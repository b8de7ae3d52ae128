import { ALLOWED, DROPPED_ELEMENTS, isAllowedAttribute, type AllowList } from './allow-list.js';
import type { Problem } from './problem.js';
import { isOwnElement } from './restrict.js';

/** What HTML may hold beyond the usual: elements with the attributes they may have, `*` for every element. */
export type Allow = Readonly<Record<string, readonly string[]>>;

/** A list that a host has added to, and what it was not given. */
export interface Extended {
  readonly list: AllowList;
  readonly problems: readonly Problem[];
}

const words = (text: string): string[] => text.split(' ');

/** Code, documents in the document, what sends something, and what changes the page around it. */
const REFUSED_ELEMENTS = new Set([
  ...DROPPED_ELEMENTS,
  ...words(
    'base meta link html head body title object portal fencedframe controlledframe webview param slot dialog image map area',
  ),
  ...words(
    'form button select selectedcontent textarea fieldset legend option optgroup datalist output label',
  ),
  ...words('input isindex keygen marquee listing permission geolocation'),
]);

/** Handlers, styles, other names for either, and what acts on a form, a window or an element elsewhere. */
const REFUSED_ATTRIBUTES =
  /^(?:on.*|form.*|popover.*|command.*|shadowroot.*|xml.*|xlink.*|interest.*|(?:style|is|slot|part|exportparts|srcdoc|action|method|http-equiv|ping|background|autofocus|contenteditable|accesskey|nonce|usemap|ismap|manifest|name|anchor)$)/;

/** What every element may be given: no attribute by which one of ours, or of the host's, loads or starts something. */
const FOR_EVERY_ELEMENT =
  /^(?:data-|aria-|item(?:prop|scope|type|id|ref)$|tabindex$|hidden$|inert$|typeof$|property$)/;

const NAME = /^[a-z][\w.-]*$/;

const read = new Map<string, Extended>();

/** The usual list with what a host adds to it. The same addition gives the same list. */
export function readAllow(allow: Allow | string): Extended {
  const added = typeof allow === 'string' ? parseAllow(allow) : allow;
  const key = JSON.stringify(added);
  const known = read.get(key) ?? extend(added);
  read.set(key, known);
  return known;
}

/** `my-map=lat,lng a=download *=data-id`, with blanks between the elements. */
function parseAllow(text: string): Allow {
  const allow = Object.create(null) as Record<string, string[]>;
  for (const entry of text.split(/\s+/).filter(Boolean)) {
    const [element = '', attributes = ''] = entry.split('=');
    (allow[element] ??= []).push(...attributes.split(',').filter(Boolean));
  }
  return allow;
}

function extend(allow: Allow): Extended {
  const problems: Problem[] = [];
  const elements: Record<string, readonly string[]> = { ...ALLOWED.elements };
  const everywhere = new Set(ALLOWED.everywhere);
  const asked = Object.entries(allow).map(([name, attributes]) => ({ name: name.toLowerCase(), attributes }));
  // First what every element may have: no list of one element's may name it again.
  for (const { name, attributes } of asked.sort((a, b) => Number(b.name === '*') - Number(a.name === '*'))) {
    if (name !== '*' && isRefusedElement(name)) {
      problems.push(refused(`the element <${name}>`));
      continue;
    }
    const own = new Set(elements[name]);
    for (const attribute of [attributes].flat().map((each) => each.toLowerCase())) {
      if (isAllowedAttribute(name, attribute) || everywhere.has(attribute)) continue;
      if (isRefusedAttribute(name, attribute))
        problems.push(
          refused(`the attribute ${attribute} of ${name === '*' ? 'every element' : `<${name}>`}`),
        );
      else if (name === '*') everywhere.add(attribute);
      else own.add(attribute);
    }
    if (name !== '*') elements[name] = [...own];
  }
  for (const [name, own] of Object.entries(elements))
    elements[name] = own.filter((attribute) => !everywhere.has(attribute));
  return { list: { elements, everywhere }, problems };
}

/** The library's own elements have what they may have; others would make them load what strangers name. */
const isRefusedElement = (name: string): boolean =>
  !NAME.test(name) || REFUSED_ELEMENTS.has(name) || isOwnElement(name);

const isRefusedAttribute = (element: string, name: string): boolean =>
  !NAME.test(name) || REFUSED_ATTRIBUTES.test(name) || (element === '*' && !FOR_EVERY_ELEMENT.test(name));

const refused = (what: string): Problem => ({
  code: 'allow-refused',
  severity: 'error',
  message: `“allow” asks for ${what}, which is never let through: take it off the list. Only “trusted” keeps all HTML.`,
});
