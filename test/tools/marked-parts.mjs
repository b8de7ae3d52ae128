/** Of marked only the parts that the library is made with: its own instance, with its options and hooks, is left out. */

/** What the library imports; the build fails where it imports more. */
const TAKEN = ['Lexer', 'Parser', 'Renderer', 'Tokenizer', 'getDefaults'];

/** The instance behind marked's own functions, and all that is made of it: a bundler has to think that it is needed. */
const INSTANCE = /\bvar (\w+)=new \w+;function \w+\(\w+,\w+\)\{return \1\.parse\([^]*?(?=export\{)/g;
const EXPORTS = /\bexport\{([^}]*)\};/;

/**
 * Takes the instance out; the bundler then drops what only it has used.
 *
 * @returns {import('rollup').Plugin}
 */
export const markedParts = () => ({
  name: 'marked-parts',
  transform(code, id) {
    if (!id.replaceAll('\\', '/').endsWith('/marked/lib/marked.esm.js')) return null;
    const names = EXPORTS.exec(code)?.[1]?.split(',') ?? [];
    const taken = names.filter((name) => TAKEN.some((wanted) => name.endsWith(` as ${wanted}`)));
    if (code.match(INSTANCE)?.length !== 1 || taken.length !== TAKEN.length)
      throw new Error(`${id} is put together in another way now: see test/tools/marked-parts.mjs`);
    return {
      code: code.replace(INSTANCE, '').replace(EXPORTS, `export{${taken.join(',')}};`),
      map: { mappings: '' },
    };
  },
});
