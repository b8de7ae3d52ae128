import {
  ALLOWED_ELEMENTS,
  DROPPED_ELEMENTS,
  URL_ATTRIBUTES,
  isAllowedAttribute,
} from '../model/allow-list.js';
import { isSafeUrl } from '../model/url.js';
import { safeSrcset } from './srcset.js';

const HTML_NAMESPACE = 'http://www.w3.org/1999/xhtml';

/** Where a link may open: what else a frame or window of the host is called is none of the content's business. */
const TARGETS = new Set(['_blank', '_self']);

/**
 * Enforces below `root` what a sanitizer cannot express: which URLs are safe, which inputs there are, where links
 * open. It checks the names of elements and attributes as well, so that the result never depends on which
 * sanitizer came before.
 */
export function restrict(root: ParentNode): void {
  for (const element of [...root.querySelectorAll('*')]) {
    const name = element.localName;
    if (element.namespaceURI !== HTML_NAMESPACE || DROPPED_ELEMENTS.includes(name)) {
      element.remove();
    } else if (!Object.hasOwn(ALLOWED_ELEMENTS, name)) {
      element.replaceWith(...element.childNodes);
    } else {
      const plain = element.hasAttribute('is') ? withoutClass(element) : element;
      restrictAttributes(plain);
      if (name === 'input') restrictInput(plain);
      if (plain.hasAttribute('target')) restrictTarget(plain);
    }
  }
}

/** Which class of the host's an element asks for is decided when it is made: without the attribute it still gets it. */
function withoutClass(element: Element): Element {
  const plain = element.ownerDocument.createElement(element.localName);
  for (const { name, value } of element.attributes) if (name !== 'is') plain.setAttribute(name, value);
  plain.append(...element.childNodes);
  element.replaceWith(plain);
  return plain;
}

function restrictAttributes(element: Element): void {
  for (const { name, value } of [...element.attributes]) {
    if (!isAllowedAttribute(element.localName, name)) {
      element.removeAttribute(name);
    } else if (name === 'srcset') {
      const safe = safeSrcset(value);
      if (safe === '') element.removeAttribute(name);
      else if (safe !== value) element.setAttribute(name, safe);
    } else {
      const use = Object.hasOwn(URL_ATTRIBUTES, name) ? URL_ATTRIBUTES[name] : undefined;
      if (use && !isSafeUrl(value, use)) element.removeAttribute(name);
    }
  }
}

/** A task in a task list is the one input that content has: a picture of a checkbox, never a control. */
function restrictInput(input: Element): void {
  if (input.getAttribute('type')?.toLowerCase() === 'checkbox') input.setAttribute('disabled', '');
  else input.remove();
}

function restrictTarget(link: Element): void {
  const target = link.getAttribute('target')?.toLowerCase() ?? '';
  if (!TARGETS.has(target)) {
    link.removeAttribute('target');
    return;
  }
  const tokens = new Set(link.getAttribute('rel')?.toLowerCase().split(/\s+/).filter(Boolean));
  if (target !== '_blank' || tokens.has('noopener')) return;
  tokens.delete('opener');
  link.setAttribute('rel', [...tokens, 'noopener'].join(' '));
}
