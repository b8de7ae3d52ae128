/**
 * Registers a tag, unless it is registered already: by a second import, or by another copy or version of the
 * library in the same page. The first one wins and nothing throws.
 */
export function define(tag: string, constructor: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, constructor);
}
