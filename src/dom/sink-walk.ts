import { ALLOWED, type AllowList } from '../model/allow-list.js';
import {
  fateOf,
  isCheckbox,
  isOwnElement,
  MAX_OWN_DEPTH,
  NAMING_ATTRIBUTES,
  restrictAttribute,
  restrictName,
  restrictRelation,
} from '../model/restrict.js';

const HTML_NAMESPACE = 'http://www.w3.org/1999/xhtml';

/**
 * Enforces below `root` what a sanitizer cannot express: which URLs are safe, which inputs there are, where links
 * open. It checks the names of elements and attributes as well, so that the result never depends on which
 * sanitizer came before.
 */
export function restrict(root: ParentNode, list: AllowList = ALLOWED): void {
  for (const element of [...root.querySelectorAll('*')]) {
    const fate = element.namespaceURI === HTML_NAMESPACE ? fateOf(element.localName, list) : 'drop';
    if (fate === 'drop') element.remove();
    else if (fate === 'unwrap' || isTooDeep(element)) element.replaceWith(...element.childNodes);
    else restrictElement(element.hasAttribute('is') ? withoutClass(element) : element, list);
  }
}

/** What is around it has been looked at before. */
function isTooDeep(element: Element): boolean {
  if (!isOwnElement(element.localName)) return false;
  let depth = 1;
  for (let around = element.parentElement; around; around = around.parentElement)
    if (isOwnElement(around.localName)) depth++;
  return depth > MAX_OWN_DEPTH;
}

/** Which class of the host's an element asks for is decided when it is made: without the attribute it still gets it. */
function withoutClass(element: Element): Element {
  const plain = element.ownerDocument.createElement(element.localName);
  for (const { name, value } of element.attributes) if (name !== 'is') plain.setAttribute(name, value);
  plain.append(...element.childNodes);
  element.replaceWith(plain);
  return plain;
}

function restrictElement(element: Element, list: AllowList): void {
  for (const { name, value } of [...element.attributes]) {
    const allowed = restrictAttribute(element.localName, name, value, list);
    if (allowed === undefined) element.removeAttribute(name);
    else if (allowed !== value) element.setAttribute(name, allowed);
  }
  const attributes = new Set(element.getAttributeNames());
  for (const naming of NAMING_ATTRIBUTES) {
    const name = element.getAttribute(naming);
    if (name) element.setAttribute(naming, restrictName(element.localName, attributes, name));
  }
  if (element.localName === 'input') restrictInput(element);
  const target = element.getAttribute('target');
  const relation = target === null ? undefined : restrictRelation(target, element.getAttribute('rel') ?? '');
  if (relation !== undefined) element.setAttribute('rel', relation);
}

function restrictInput(input: Element): void {
  if (isCheckbox(input.getAttribute('type'))) input.setAttribute('disabled', '');
  else input.remove();
}
