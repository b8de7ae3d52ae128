/** The JSON Schemas of page data and of snapshots of repositories, made of the descriptions in `src/model` and the comments on their fields. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** @typedef {import('../../src/model/schema.js').Schema} Schema */
/** @typedef {import('../../src/model/schema.js').OptionalSchema} OptionalSchema */
/** @typedef {import('../../src/model/schema.js').RecordSchema} RecordSchema */
/** @typedef {Record<string, unknown>} JsonSchema */
/** @typedef {{ own: string; fields: Map<string, string> }} Comments of a constant and of the fields in it */

const FILES = [
  'src/model/page-data.ts',
  'src/model/snapshot-data.ts',
  ...readdirSync(`${root}src/model/blocks`).map((name) => `src/model/blocks/${name}`),
];

/** @returns {Promise<Record<string, unknown>>} what the files and `blocks.ts` export */
async function loadModel() {
  const { outputFiles } = await build({
    stdin: {
      contents: [...FILES, 'src/model/blocks.ts']
        .map((path) => `export * from './${path.replace(/\.ts$/, '.js')}';`)
        .join('\n'),
      loader: 'ts',
      resolveDir: root,
    },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  const code = outputFiles[0]?.text ?? '';
  return /** @type {Record<string, unknown>} */ (
    await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`)
  );
}

/** @param {ts.Node} node @returns {string} its comment, in one line */
const commentOf = (node) =>
  ts
    .getJSDocCommentsAndTags(node)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

/** @returns {Map<string, Comments>} by the name of the constant */
function readComments() {
  /** @type {Map<string, Comments>} */
  const comments = new Map();
  for (const path of FILES) {
    const source = ts.createSourceFile(path, readFileSync(root + path, 'utf8'), ts.ScriptTarget.ES2022, true);
    for (const statement of source.statements) {
      if (!ts.isVariableStatement(statement)) continue;
      for (const { name, initializer } of statement.declarationList.declarations) {
        const literal =
          initializer && ts.isCallExpression(initializer)
            ? initializer.arguments.find(ts.isObjectLiteralExpression)
            : initializer;
        if (!literal || !ts.isObjectLiteralExpression(literal)) continue;
        comments.set(name.getText(), {
          own: commentOf(statement),
          fields: new Map(
            literal.properties.map((property) => [property.name?.getText() ?? '', commentOf(property)]),
          ),
        });
      }
    }
  }
  return comments;
}

/** @param {string} text @returns {JsonSchema} */
const described = (text) => (text === '' ? {} : { description: text });

/** @param {string} name of a constant: `LINK_ENTRY` @returns {string} `link-entry` */
const defName = (name) => name.toLowerCase().replaceAll('_', '-');

/**
 * Makes JSON Schemas of descriptions; those of records that others refer to are added to `$defs`.
 *
 * @param {Record<string, unknown>} model
 */
function createConverter(model) {
  const comments = readComments();
  const names = new Map(Object.entries(model).map(([name, value]) => [value, name]));
  /** @type {Record<string, JsonSchema>} */
  const $defs = {};

  /** @param {Schema | OptionalSchema} schema @returns {JsonSchema} */
  function convert(schema) {
    switch (schema.type) {
      case 'optional':
        return convert(schema.schema);
      case 'number':
        return schema.isCount
          ? { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER }
          : { type: 'number' };
      case 'boolean':
        return { type: 'boolean' };
      case 'list':
        return { type: 'array', items: convert(schema.item) };
      case 'record': {
        const name = defName(names.get(schema) ?? schema.name);
        $defs[name] ??= convertRecord(schema);
        return { $ref: `#/$defs/${name}` };
      }
      case 'text':
        return {
          ...(schema.date
            ? { type: ['string', 'integer'], minimum: 1000, maximum: 9999 }
            : { type: 'string' }),
          ...(schema.values && { enum: schema.values }),
          ...(schema.pattern && { pattern: schema.pattern.source }),
          ...(schema.format === 'link' || schema.format === 'image' ? { format: 'uri-reference' } : {}),
          ...(schema.format === 'markdown' ? { contentMediaType: 'text/markdown' } : {}),
        };
    }
  }

  /** @param {RecordSchema} schema @param {JsonSchema} more properties @returns {JsonSchema} */
  function convertRecord(schema, more = {}) {
    const name = names.get(schema) ?? names.get(schema.fields) ?? '';
    /** @type {Comments} */
    const { own, fields } = comments.get(name) ?? { own: '', fields: new Map() };
    const entries = Object.entries(/** @type {Record<string, Schema | OptionalSchema>} */ (schema.fields));
    return {
      ...described(own),
      type: 'object',
      properties: {
        ...more,
        ...Object.fromEntries(
          entries.map(([key, field]) => [key, { ...described(fields.get(key) ?? ''), ...convert(field) }]),
        ),
      },
      required: [
        ...Object.keys(more),
        ...entries.filter(([, field]) => field.type !== 'optional').map(([key]) => key),
      ],
      additionalProperties: false,
    };
  }

  return { $defs, convertRecord };
}

/** @param {Record<string, JsonSchema>} $defs */
const sorted = ($defs) => Object.fromEntries(Object.entries($defs).sort(([a], [b]) => (a < b ? -1 : 1)));

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** @returns {Promise<JsonSchema>} */
export async function repositoriesSchema() {
  const model = await loadModel();
  const { $defs, convertRecord } = createConverter(model);
  const { SNAPSHOT } = /** @type {Record<string, RecordSchema>} */ (model);
  if (!SNAPSHOT) throw new Error('src/model does not export what a snapshot is.');
  const snapshot = convertRecord(SNAPSHOT);
  return {
    $schema: DIALECT,
    title: 'Snapshot of repositories of doc-elements',
    ...snapshot,
    // What other tools keep beside the list is nobody's business.
    additionalProperties: true,
    $defs: sorted($defs),
  };
}

/** @returns {Promise<JsonSchema>} */
export async function pageSchema() {
  const model = await loadModel();
  const { $defs, convertRecord } = createConverter(model);
  const { PAGE, SECTION, PROSE, BLOCKS } = /** @type {Record<string, RecordSchema>} */ (model);
  if (!PAGE || !SECTION || !PROSE || !BLOCKS)
    throw new Error('src/model does not export what page data are.');
  const kinds = /** @type {[string, RecordSchema][]} */ ([['prose', PROSE], ...Object.entries(BLOCKS)]);
  for (const [kind, schema] of kinds)
    $defs[`${kind}-block`] = convertRecord(schema, { kind: { const: kind } });
  $defs['own-block'] = {
    description: 'A block of a kind that the site has registered.',
    type: 'object',
    properties: { kind: { type: 'string', pattern: '^[a-z][^\\s-]*-\\S*$' } },
    required: ['kind'],
  };
  const content = {
    blocks: {
      description: 'Text and structured data in any order, behind `body`.',
      type: 'array',
      items: {
        anyOf: [...kinds.map(([kind]) => ({ $ref: `#/$defs/${kind}-block` })), { $ref: '#/$defs/own-block' }],
      },
    },
    sections: {
      description: 'Sections, or sections inside a section.',
      type: 'array',
      items: { $ref: '#/$defs/section' },
    },
  };
  const section = convertRecord(SECTION);
  $defs['section'] = {
    ...section,
    properties: { .../** @type {object} */ (section['properties']), ...content },
  };
  const page = convertRecord(PAGE);
  return {
    $schema: DIALECT,
    title: 'Page data of doc-elements',
    ...page,
    properties: { .../** @type {object} */ (page['properties']), ...content },
    // Other keys are the page’s own: they are kept in its `meta`.
    additionalProperties: true,
    $defs: sorted($defs),
  };
}

/**
 * Emits the schemas beside the modules.
 *
 * @returns {import('rollup').Plugin}
 */
export const pageSchemaFile = () => ({
  name: 'page-schema',
  async generateBundle() {
    const schemas = {
      'page.schema.json': await pageSchema(),
      'repos.schema.json': await repositoriesSchema(),
    };
    for (const [fileName, schema] of Object.entries(schemas))
      this.emitFile({ type: 'asset', fileName, source: `${JSON.stringify(schema, null, 2)}\n` });
  },
});
