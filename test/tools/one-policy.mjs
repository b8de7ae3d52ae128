/** Lit's templates through the library's own Trusted Types policy, where the two are in one bundle. */
import { fileURLToPath } from 'node:url';

const POLICY = fileURLToPath(new URL('../../src/dom/policy.ts', import.meta.url));

/** How Lit makes its policy: at once, and a page whose policy does not list the name gets no element at all. */
const LITS_OWN =
  /\b(\w+)=\w+\.trustedTypes,(\w+)=\1\?\1\.createPolicy\("lit-html",\{createHTML:(\w+)=>\3\}\):void 0/g;

/**
 * A host then allows one name, and a second copy of the bundle, which renders nothing, needs none.
 *
 * @returns {import('rollup').Plugin}
 */
export const onePolicy = () => ({
  name: 'one-policy',
  transform(code, id) {
    if (!id.replaceAll('\\', '/').endsWith('/lit-html/lit-html.js')) return null;
    if (code.match(LITS_OWN)?.length !== 1)
      throw new Error(
        `${id} makes its Trusted Types policy in another way now: see test/tools/one-policy.mjs`,
      );
    return {
      code: `import{policy as docElementsPolicy}from${JSON.stringify(POLICY)};${code.replace(
        LITS_OWN,
        '$2={createHTML:(t)=>docElementsPolicy().createHTML(t)}',
      )}`,
      map: { mappings: '' },
    };
  },
});
