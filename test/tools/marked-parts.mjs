/**
 * Of marked only the parts that the library is made with. Its own instance, with its options and hooks, is left out, and so
 * are the methods that ours replace and the rules that only they have read: inline text, quotes and lists are read in
 * `src/source/markdown`.
 */
import { parseAst } from 'rollup/parseAst';

/** What the library imports; the build fails where it imports more. */
const TAKEN = ['Lexer', 'Parser', 'Renderer', 'Tokenizer', 'getDefaults'];

/** Methods that our classes replace without a call of the replaced one, and those that nobody then calls. */
const REPLACED = {
  Lexer: ['lex', 'lexInline', 'inlineTokens', 'linkInText'],
  Parser: ['parse', 'parseInline'],
  Renderer: [
    ...['code', 'blockquote', 'html', 'def', 'heading', 'list', 'listitem', 'checkbox', 'paragraph'],
    ...['codespan', 'br', 'link', 'image', 'text'],
  ],
  TextRenderer: ['strong', 'em', 'codespan', 'del', 'html', 'text', 'link', 'image', 'br', 'checkbox'],
  Tokenizer: [
    ...['blockquote', 'list', 'tag', 'link', 'reflink', 'emStrong', 'codespan', 'del', 'autolink', 'url'],
    'inlineText',
  ],
};
/** Of these classes the static methods alone go. */
const STATIC = ['Parser'];

/** The rules that are read, of the one flavour that is. */
const FLAVOUR = 'gfm';
const RULES = {
  block: [
    'code',
    'def',
    'fences',
    'heading',
    'hr',
    'html',
    'lheading',
    'newline',
    'paragraph',
    'table',
    'text',
  ],
  inline: ['anyPunctuation', 'autolink', 'br', 'escape', 'tag'],
};

/** What is never set, of the options and of their extensions. */
const UNSET = { options: ['pedantic', 'breaks', 'silent'], extensions: ['renderers', 'startBlock'] };

/** The instance behind marked's own functions, and all that is made of it: a bundler has to think that it is needed. */
const INSTANCE = /\bvar (\w+)=new \w+;function \w+\(\w+,\w+\)\{return \1\.parse\([^]*?(?=export\{)/g;
const EXPORTS = /\bexport\{([^}]*)\};/;

/**
 * A node of a syntax tree, with all that is asked of one here.
 *
 * @typedef {object} Node
 * @property {string} type
 * @property {number} start
 * @property {number} end
 * @property {string} name
 * @property {string} kind
 * @property {boolean} static
 * @property {unknown} [regex]
 * @property {Node} key
 * @property {Node} [value]
 * @property {Node} id
 * @property {Node | null} init
 * @property {Node} object
 * @property {Node} property
 * @property {Node} argument
 * @property {Node & readonly Node[]} body
 * @property {readonly Node[]} properties
 * @property {readonly Node[]} declarations
 */

/** @typedef {{ readonly start: number; readonly end: number; readonly by?: string }} Piece what goes, and what comes in its place */

/** The nodes of a tree, outermost first. @param {unknown} value @returns {Generator<Node>} */
function* nodesOf(value) {
  if (typeof value !== 'object' || value === null) return;
  if ('type' in value && 'start' in value) yield /** @type {Node} */ (value);
  for (const inner of Object.values(value)) yield* nodesOf(inner);
}

/** @param {string} code */
const statementsOf = (code) => /** @type {Node} */ (/** @type {unknown} */ (parseAst(code))).body;

/**
 * Replaces pieces of a text; a piece inside another one goes with it.
 *
 * @param {string} code @param {readonly Piece[]} pieces
 */
function replacePieces(code, pieces) {
  let result = '';
  let last = 0;
  for (const { start, end, by = '' } of [...pieces].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < last) continue;
    result += code.slice(last, start) + by;
    last = end;
  }
  return result + code.slice(last);
}

/**
 * Items of a list that go, each with the comma behind it.
 *
 * @param {Node | null | undefined} list an object literal
 * @param {(item: Node) => boolean} isGone
 * @returns {Piece[]}
 */
const without = (list, isGone) =>
  (list?.properties ?? []).flatMap((item, index, items) =>
    isGone(item) ? [{ start: item.start, end: items[index + 1]?.start ?? (list?.end ?? 0) - 1 }] : [],
  );

/** What top-level variables hold, by their names. @param {readonly Node[]} body */
const variablesOf = (body) =>
  new Map(
    body
      .filter(({ type }) => type === 'VariableDeclaration')
      .flatMap(({ declarations }) => declarations.map(({ id, init }) => [id.name, init])),
  );

const UNFIT = 'marked is put together in another way now: see test/tools/marked-parts.mjs';

/** @template T @param {T | null | undefined} found @returns {T} */
function required(found) {
  if (found === undefined || found === null) throw new Error(UNFIT);
  return found;
}

/** The methods that are replaced. @param {readonly Node[]} body @param {ReadonlyMap<string, string>} locals */
function replacedMethods(body, locals) {
  const variables = variablesOf(body);
  return Object.entries(REPLACED).flatMap(([className, names]) => {
    const members = required(variables.get(required(locals.get(className)))).body.body;
    const gone = members.filter(
      (member) =>
        member.type === 'MethodDefinition' &&
        names.includes(member.key.name) &&
        (member.static || !STATIC.includes(className)),
    );
    if (!names.every((name) => gone.some(({ key }) => key.name === name))) throw new Error(UNFIT);
    return gone;
  });
}

/** The rules that nobody reads. @param {readonly Node[]} body @param {string} lexer */
function unreadRules(body, lexer) {
  const variables = variablesOf(body);
  const valueOf = (/** @type {Node | undefined} */ object, /** @type {string} */ name) =>
    required(object?.properties.find(({ type, key }) => type === 'Property' && key.name === name)).value;
  const members = required(variables.get(lexer)).body.body;
  const getter = required(members.find(({ kind, key }) => kind === 'get' && key.name === 'rules'));
  const kinds = required(getter.value?.body.body[0]).argument;
  return Object.entries(RULES).flatMap(([kind, names]) => {
    const flavours = required(variables.get(required(valueOf(kinds, kind)).name));
    const rules = required(variables.get(required(valueOf(flavours, FLAVOUR)).name));
    const spread = required(rules.properties.find(({ type }) => type === 'SpreadElement'));
    const own = rules.properties.flatMap(({ type, key }) => (type === 'Property' ? [key.name] : []));
    return [
      ...without(flavours, ({ key }) => key.name !== FLAVOUR),
      ...without(rules, ({ type, key }) => type === 'Property' && !names.includes(key.name)),
      ...without(
        required(variables.get(spread.argument.name)),
        ({ key }) => !names.includes(key.name) || own.includes(key.name),
      ),
    ];
  });
}

/** Reads of what is never set. @param {readonly Node[]} body @returns {Piece[]} */
const unsetOptions = (body) =>
  [...nodesOf(body)]
    .filter(({ type, object, property }) =>
      Object.entries(UNSET).some(
        ([owner, names]) =>
          type === 'MemberExpression' &&
          object.type === 'MemberExpression' &&
          object.property.name === owner &&
          names.includes(property.name),
      ),
    )
    .map(({ start, end }) => ({ start, end, by: '(void 0)' }));

const isPrivate = (/** @type {Node} */ { type, key }) =>
  type === 'MethodDefinition' && key.type === 'PrivateIdentifier';

/** Private methods that nothing leads to from what is not private. @param {readonly Node[]} members those of a class */
function unreachable(members) {
  let live = members.filter((member) => !isPrivate(member));
  for (let count = 0; count !== live.length;) {
    count = live.length;
    const nodes = [...nodesOf(live)].filter(({ type }) => type === 'PrivateIdentifier');
    const names = new Set(nodes.map(({ name }) => name));
    live = members.filter((member) => !isPrivate(member) || names.has(member.key.name));
  }
  return members.filter((member) => !live.includes(member));
}

/**
 * What is declared at the top, is private, or is in a table of expressions, and that nothing needs.
 *
 * @param {readonly Node[]} body @returns {Piece[]}
 */
function unneeded(body) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { type, name } of nodesOf(body))
    if (type === 'Identifier') counts.set(name, (counts.get(name) ?? 0) + 1);
  const isNamedOnce = (/** @type {Node} */ { name }) => counts.get(name) === 1;
  const isTable = (/** @type {Node | null} */ node) =>
    node?.type === 'ObjectExpression' && node.properties.some(({ value }) => value?.regex);
  return body.flatMap((statement) => {
    if (statement.type === 'FunctionDeclaration') return isNamedOnce(statement.id) ? [statement] : [];
    if (statement.type !== 'VariableDeclaration') return [];
    const { declarations } = statement;
    if (declarations.every(({ id }) => isNamedOnce(id))) return [statement];
    return declarations.flatMap(({ start, id, init }, index) => {
      const next = declarations[index + 1];
      // The last one keeps its place, because a comma stands before it.
      if (next && isNamedOnce(id)) return [{ start, end: next.start }];
      if (init?.type === 'ClassExpression') return unreachable(init.body.body);
      return isTable(init) ? without(init, ({ key }) => isNamedOnce(key)) : [];
    });
  });
}

/**
 * The code of marked with nothing in it but what the library needs.
 *
 * @param {string} whole marked's own module
 */
export function takeParts(whole) {
  const names = (EXPORTS.exec(whole)?.[1] ?? '').split(',').map((each) => each.split(' as '));
  const locals = new Map(names.map(([local = '', name = local]) => [name, local]));
  if (whole.match(INSTANCE)?.length !== 1 || !TAKEN.every((name) => locals.has(name))) throw new Error(UNFIT);
  const taken = TAKEN.map((name) => `${locals.get(name)} as ${name}`);
  let code = whole.replace(INSTANCE, '').replace(EXPORTS, `export{${taken.join(',')}};`);
  const body = statementsOf(code);
  code = replacePieces(code, [
    ...replacedMethods(body, locals),
    ...unreadRules(body, required(locals.get('Lexer'))),
    ...unsetOptions(body),
  ]);
  for (let pieces = unneeded(statementsOf(code)); pieces.length > 0; pieces = unneeded(statementsOf(code)))
    code = replacePieces(code, pieces);
  return code;
}

/** @returns {import('rollup').Plugin} */
export const markedParts = () => ({
  name: 'marked-parts',
  transform(code, id) {
    if (!id.replaceAll('\\', '/').endsWith('/marked/lib/marked.esm.js')) return null;
    return { code: takeParts(code), map: { mappings: '' } };
  },
});
