import { readAllow, type Allow } from '../../src/model/allow.js';
import { PAYLOADS } from './vectors.js';

/** Elements and attributes that some host may want, beside those that the payloads are made of. */
const WANTED: Allow = {
  'my-map': ['lat', 'lng', 'src', 'href', 'data-link', 'data', 'is', 'style'],
  font: ['color', 'face', 'size'],
  video: ['autoplay', 'crossorigin', 'controlslist'],
  img: ['longdesc', 'lowsrc', 'dynsrc', 'referrerpolicy', 'fetchpriority'],
  a: ['download', 'charset', 'referrerpolicy', 'type'],
  canvas: ['width'],
  progress: ['value'],
  meter: ['value'],
  bgsound: ['src'],
  acronym: [],
  nobr: [],
  big: [],
  '*': ['data-id', 'tabindex', 'hidden', 'inert', 'itemprop', 'itemid', 'itemtype', 'typeof', 'property'],
};

/** A host that asks for every element and attribute that the payloads are made of, and for what else there is to be had. */
function everythingIn(payloads: readonly string[]): Allow {
  const asked = new Map<string, Set<string>>();
  const add = (element: string, attributes: Iterable<string>): void => {
    asked.set(element, new Set([...(asked.get(element) ?? []), ...attributes]));
  };
  for (const [element, attributes] of Object.entries(WANTED)) add(element, attributes);
  for (const payload of payloads) {
    const { content } = Object.assign(document.createElement('template'), { innerHTML: payload });
    for (const element of content.querySelectorAll('*')) {
      add(element.localName, element.getAttributeNames());
      add('my-map', element.getAttributeNames());
    }
  }
  return Object.fromEntries([...asked].map(([element, attributes]) => [element, [...attributes]]));
}

export const ASKED = everythingIn(PAYLOADS);

/** What it was given, which sanitizers have to let through, and what it was refused. */
export const GIVEN = readAllow(ASKED);
