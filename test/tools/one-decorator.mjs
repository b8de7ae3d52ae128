/** The decorators of properties without the code that esbuild puts into each module for decorators of any kind. */

/** What esbuild writes before a module that has decorators. */
const HELPER = /^var __defProp = [^]*?\nvar __decorateClass = [^]*?\n};\n/m;

const ID = '\0one-decorator';

/** A property has one decorator, and that gives nothing back: see `src/elements/property.ts`. */
const DECORATE = 'export const decorate = ([decorator], prototype, name) => decorator(prototype, name);';

/** @returns {import('rollup').Plugin} */
export const oneDecorator = () => ({
  name: 'one-decorator',
  resolveId: (id) => (id === ID ? ID : null),
  load: (id) => (id === ID ? DECORATE : null),
  transform(code, id) {
    if (!/\/src\/elements\/[\w-]+\.ts$/.test(id.replaceAll('\\', '/'))) return null;
    const [helper] = HELPER.exec(code) ?? [];
    if (helper === undefined) {
      if (code.includes('__decorateClass'))
        throw new Error('esbuild writes decorators in another way now: see test/tools/one-decorator.mjs');
      return null;
    }
    const uses = [...code.matchAll(/__decorateClass\(\[([^]*?)\n\], /g)];
    if (!uses.every(([, list = '']) => /^\n {2}property\((?!.*\n {2}\w)/s.test(list)))
      throw new Error(
        `${id} has decorators other than those of properties: see test/tools/one-decorator.mjs`,
      );
    // Line for line, so that the source map stays true.
    const lines = '\n'.repeat(helper.split('\n').length - 1);
    return {
      code: code.replace(
        helper,
        () => `import { decorate as __decorateClass } from ${JSON.stringify(ID)};${lines}`,
      ),
      map: null,
    };
  },
});
