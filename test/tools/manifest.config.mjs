/** The Custom Elements Manifest and what editors make of it, written into the package. */
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

/**
 * @typedef {import('custom-elements-manifest/schema').Package} Manifest
 * @typedef {import('custom-elements-manifest/schema').Module} Module
 * @typedef {import('custom-elements-manifest/schema').Declaration} Declaration
 * @typedef {import('custom-elements-manifest/schema').Export} Export
 */

/** @param {string} path in `src` @returns {string} the module a user imports */
const published = (path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

/**
 * Finds `define('doc-page', DocPage)`, which the analyzer does not know.
 *
 * @returns {import('@custom-elements-manifest/analyzer').Plugin}
 */
const definitions = () => ({
  name: 'definitions',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'define') return;
    const [tag, constructor] = node.arguments;
    if (!tag || !constructor || !ts.isStringLiteral(tag)) return;
    const definition = {
      kind: 'custom-element-definition',
      name: tag.text,
      declaration: { name: constructor.getText() },
    };
    /** @type {Export[]} */ (moduleDoc.exports ??= []).push(/** @type {Export} */ (definition));
  },
});

/** @param {string} type of a property @param {ReadonlyMap<string, string>} unions by name @returns {string} that of its attribute, which is text: objects are for the property alone */
const asText = (type, unions) =>
  type
    .split(' | ')
    .map((name) => unions.get(name) ?? name)
    .filter((name) => !/^[A-Z]/.test(name))
    .join(' | ');

/**
 * Writes out the values that an attribute may have, where its type is named elsewhere: editors complete what they read here.
 *
 * @returns {import('@custom-elements-manifest/analyzer').Plugin}
 */
const values = () => {
  /** @type {Map<string, string>} */
  const unions = new Map();
  return {
    name: 'values',
    analyzePhase({ ts, node }) {
      if (!ts.isTypeAliasDeclaration(node) || !ts.isUnionTypeNode(node.type)) return;
      if (node.type.types.every(ts.isLiteralTypeNode))
        unions.set(node.name.text, node.type.types.map((type) => type.getText()).join(' | '));
    },
    packageLinkPhase({ customElementsManifest }) {
      for (const { declarations = [] } of /** @type {Manifest} */ (customElementsManifest).modules)
        for (const declaration of declarations)
          for (const { type } of ('attributes' in declaration && declaration.attributes) || [])
            if (type) type.text = asText(type.text, unions);
    },
  };
};

/** @param {{ privacy?: string; name?: string }} member */
const isPublic = ({ privacy, name }) =>
  privacy !== 'private' && privacy !== 'protected' && !name?.startsWith('#');

/**
 * Keeps the elements, what they inherit from and their events; names the published modules instead of the sources.
 *
 * @returns {import('@custom-elements-manifest/analyzer').Plugin}
 */
const publicOnly = () => ({
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    const manifest = /** @type {Manifest} */ (customElementsManifest);
    const declarations = manifest.modules.flatMap((module) => module.declarations ?? []);
    const bases = new Set(
      declarations.map((declaration) =>
        'superclass' in declaration ? declaration.superclass.name : undefined,
      ),
    );

    /** @param {Declaration} declaration */
    const isDocumented = (declaration) =>
      declaration.kind === 'class' &&
      ('customElement' in declaration || bases.has(declaration.name) || declaration.name.endsWith('Event'));

    const homes = new Map(
      manifest.modules.flatMap(({ path, declarations: own = [] }) =>
        own.filter(isDocumented).map(({ name }) => /** @type {const} */ ([name, published(path)])),
      ),
    );
    for (const declaration of declarations)
      if ('members' in declaration) declaration.members = declaration.members.filter(isPublic);

    manifest.modules = manifest.modules
      .map((module) => ({
        ...module,
        path: published(module.path),
        declarations: (module.declarations ?? []).filter(isDocumented),
        exports: (module.exports ?? []).flatMap((item) => {
          const home = homes.get(item.declaration.name);
          return home ? [{ ...item, declaration: { ...item.declaration, module: home } }] : [];
        }),
      }))
      .filter((module) => module.exports.length > 0)
      .sort((a, b) => a.path.localeCompare(b.path));
    rewriteModules(manifest);
  },
});

/** References to sources become references to what is published. @param {unknown} value */
function rewriteModules(value) {
  if (typeof value !== 'object' || value === null) return;
  if ('module' in value && typeof value.module === 'string') value.module = published(value.module);
  for (const member of Object.values(value)) rewriteModules(member);
}

const outdir = process.env.MANIFEST_DIR ?? 'dist';

export default {
  // What elements name the types of their attributes by stands in the model.
  globs: ['src/elements/*.ts', 'src/define/*.ts', 'src/model/{page,options}.ts'],
  exclude: ['src/elements/*.styles.ts', 'src/define/define.ts'],
  outdir,
  litelement: true,
  packagejson: false,
  plugins: [
    definitions(),
    values(),
    publicOnly(),
    customElementVsCodePlugin({ outdir, cssFileName: null, hideLogs: true }),
    customElementJetBrainsPlugin({ outdir, packageJson: false, hideLogs: true }),
  ],
};
