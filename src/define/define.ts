import { VERSION } from './version.js';

/** Where a class says which version of the library it comes from: another copy has to find it. */
const MARK = Symbol.for('doc-elements.version');

/**
 * Whether this is a browser the elements work in: one with custom states as CSS has them (Chrome 125, Firefox 126,
 * Safari 17.4). It is the youngest thing they need; simulated documents for unit tests have none either.
 */
const isSupported = (): boolean => 'CustomStateSet' in globalThis && CSS.supports('selector(:state(ready))');

/**
 * Registers a tag, unless it is registered already: by a second import, or by another copy or version of the
 * library in the same page. The first one wins and nothing throws; of another copy the console tells, with the versions.
 * A browser that is too old gets no tags: what stands between them is shown as it is.
 */
export function define(tag: string, constructor: CustomElementConstructor): void {
  if (!isSupported()) return;
  const first = customElements.get(tag);
  if (first === constructor) return;
  if (first) {
    const found: unknown = Reflect.get(first, MARK);
    const owner = typeof found === 'string' ? `doc-elements ${found}` : 'something else';
    // eslint-disable-next-line no-console -- there is no element yet whose event could say so
    console.warn(
      `<${tag}> was defined by ${owner} before doc-elements ${VERSION} came. Load the library once.`,
    );
    return;
  }
  Object.defineProperty(constructor, MARK, { value: VERSION });
  customElements.define(tag, constructor);
}
