import type { PropertyDeclaration, ReactiveElement } from '@lit/reactive-element';

/**
 * A reactive property. What `lit/decorators.js` has under this name serves two kinds of decorators and weighs ten
 * times as much; the options are the same, `{ state: true }` for a property that is no attribute and not public.
 */
export const property =
  (options?: PropertyDeclaration) =>
  (prototype: ReactiveElement, name: string): void => {
    (prototype.constructor as typeof ReactiveElement).createProperty(name, options);
  };
