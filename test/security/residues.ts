import { isAllowedAttribute, type AllowList } from '../../src/model/allow-list.js';
import { isOwnElement } from '../../src/model/restrict.js';

const FORBIDDEN =
  'script, style, base, meta, link, iframe, frame, frameset, object, embed, applet, form, select, textarea, dialog, template, slot, map, area, marquee, portal, math, foreignObject, doc-page doc-page';

const URL_ATTRIBUTES = [
  'href',
  'src',
  'poster',
  'cite',
  'action',
  'formaction',
  'background',
  'data',
  'ping',
  'xlink:href',
];

const SAFE = new Set('http: https: mailto: tel: sms: ftp: irc: ircs: news: xmpp: matrix:'.split(' '));

const FORBIDDEN_ATTRIBUTES =
  /^(?:on.*|style|part|is|srcdoc|form.*|http-equiv|autofocus|contenteditable|popover.*|command.*|accesskey|background|ping|autoplay|live|trusted|data)$/;

/** What is left in a rendered page that could do harm; what a host has let through (`given`) is its own affair. */
export function findResidues(root: HTMLElement, given?: AllowList): string[] {
  const found: string[] = [];
  const page = root.matches('doc-page') ? root : (root.querySelector('doc-page') ?? root);
  for (const element of page.querySelectorAll(FORBIDDEN)) found.push(`an element <${element.localName}>`);
  for (const element of page.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (FORBIDDEN_ATTRIBUTES.test(name) && !(given && isAllowedAttribute(element.localName, name, given)))
        found.push(`an attribute ${name} of <${element.localName}>`);
      if (URL_ATTRIBUTES.includes(name) && !isSafe(value, element)) found.push(`a URL ${value}`);
    }
    found.push(...clobbered(element));
    if (element.hasAttribute('slot') && element.parentElement !== page) found.push('a slot taken');
    if (element.hasAttribute('src') && isOwnElement(element.localName))
      found.push('an own tag with a source');
    if (element.localName === 'input' && !element.matches('[type=checkbox i]:disabled'))
      found.push('an input');
    if (getComputedStyle(element).position === 'fixed') found.push(`an overlay <${element.localName}>`);
    const target = element.getAttribute('target')?.toLowerCase();
    if (
      target !== undefined &&
      target !== '_self' &&
      !(target === '_blank' && element.matches('[rel~=noopener]'))
    )
      found.push(`a target ${target}`);
  }
  return found;
}

function isSafe(value: string, element: Element): boolean {
  const url = URL.canParse(value, document.baseURI) ? new URL(value, document.baseURI) : undefined;
  if (!url || SAFE.has(url.protocol)) return true;
  return element.localName === 'img' && /^data:image\/(?:png|gif|jpeg|webp|avif)/.test(url.href);
}

/** Properties of the document and globals with a URL in them that an element stands in for. */
function clobbered(element: Element): string[] {
  const found: string[] = [];
  for (const name of [element.id, element.getAttribute('name') ?? '']) {
    if (name === '') continue;
    if (Reflect.get(document, name) === element) found.push(`document.${name} clobbered`);
    const global: unknown = Reflect.get(window, name);
    if (
      global === element &&
      !name.startsWith('user-content-') &&
      !name.startsWith('fnref-') &&
      element.matches('[href], [src], [cite], input, img')
    )
      found.push(`window.${name} clobbered with a URL`);
  }
  return found;
}
