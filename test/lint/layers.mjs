/**
 * The layers of the library as lint rules: what each folder of `src` may import, and the one place that may
 * turn a string into HTML. `eslint.config.js` spreads what this file makes; `layers.node.test.ts` proves every cell.
 */

/**
 * What one layer may import. A layer's own files are always allowed; what is not listed is forbidden.
 *
 * @typedef {object} Layer
 * @property {readonly string[]} imports Layers, or single files such as `drawing/formulas.js`.
 * @property {readonly string[]} packages npm packages, with all their subpaths.
 * @property {readonly string[]} [lazy] Layers reached by `import()` or `import type` only.
 * @property {readonly string[]} [lazyPackages] npm packages reached by `import()` or `import type` only.
 * @property {boolean} [node] Whether Node's own modules are allowed.
 * @property {readonly string[]} [apart] Folders of the layer that are a layer of their own, which nothing imports.
 */

/** @type {Readonly<Record<string, Layer>>} */
export const LAYERS = {
  model: { imports: [], packages: [] },
  source: { imports: ['model'], packages: ['marked'], lazyPackages: ['js-yaml', 'smol-toml'] },
  html: { imports: ['model'], packages: [] },
  pipeline: { imports: ['source', 'html', 'model'], packages: [] },
  highlight: { imports: ['model'], packages: ['refractor'] },
  dom: { imports: ['model'], packages: [], lazyPackages: ['dompurify'] },
  drawing: { imports: ['model', 'dom'], packages: [], lazyPackages: ['katex', 'mermaid'] },
  elements: {
    imports: ['model', 'dom', 'styles'],
    packages: ['lit', '@lit/reactive-element'],
    lazy: ['pipeline', 'highlight'],
  },
  define: { imports: ['elements', 'dom', 'drawing', 'model'], packages: [] },
  server: {
    imports: ['pipeline', 'html', 'model', 'source'],
    packages: ['entities'],
    apart: ['cli', 'site'],
  },
  'server/cli': {
    imports: ['server', 'pipeline', 'html', 'model', 'source', 'drawing/formulas.js'],
    packages: ['picomatch'],
    node: true,
  },
  'server/site': {
    imports: ['server', 'pipeline', 'html', 'model', 'source'],
    packages: ['parse5'],
    node: true,
  },
  styles: { imports: ['model'], packages: ['lit'] },
};

/** The barrel at the root of `src`: it registers everything and re-exports. @type {Layer} */
export const BARREL = { imports: ['define', 'elements', 'model'], packages: [] };

/** How deep below its layer's folder a file may stand. */
const DEPTHS = [0, 1, 2];

/** @param {string} text */
const escapeRegExp = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** @param {readonly string[]} names Folders, or files with their extension. */
const pathPattern = (names) =>
  names
    .map((name) => (name.endsWith('.js') ? `${escapeRegExp(name)}$` : `${escapeRegExp(name)}\\/`))
    .join('|') || '(?!)';

/** @param {readonly string[]} names */
const packagePattern = (names) => names.map((name) => `${escapeRegExp(name)}(?:\\/|$)`).join('|') || '(?!)';

/**
 * Patterns of module specifiers that a file may not use, with the reason.
 *
 * @param {string} name
 * @param {readonly string[]} paths
 * @param {readonly string[]} packages
 * @param {boolean} node
 * @param {string} up How the file writes the root of `src`: `./`, `../`, `../../`, …
 * @returns {{ regex: string; message: string }[]}
 */
const forbidden = (name, paths, packages, node, up) => [
  {
    regex: `^${escapeRegExp(up)}(?!${pathPattern(paths)})${up === './' ? '.' : ''}`,
    message: `${name} may import ${paths.join(', ') || 'no other layer'}.`,
  },
  {
    regex: `^(?![./]|${packagePattern(packages)}${node ? '|node:' : ''})`,
    message: `${name} may import ${packages.join(', ') || 'no package'}.`,
  },
  {
    regex: '^\\/|^\\.\\/\\.\\.|[^./]\\/\\.\\.?\\/',
    message: 'Write the shortest relative path, so that the layer can be read off it.',
  },
  {
    // Only a module of the styles turns a style sheet into text, so that it can be a chunk of its own.
    regex: `^\\.\\.?\\/(?!.*\\.(?:js${name === 'styles' ? '|css' : ''})$)`,
    message: 'Relative imports name the file, with its .js suffix.',
  },
  {
    regex: '^lit(?:-html)?\\/(?:directives\\/unsafe-|static-html)',
    message: 'HTML from strings goes through src/dom/sink.ts only.',
  },
];

/** Names of the platform that parse a string as HTML. */
const SINKS =
  '/^(?:innerHTML|outerHTML|srcdoc|insertAdjacentHTML|setHTML|setHTMLUnsafe|parseHTML|parseHTMLUnsafe|createContextualFragment)$/';

const SINK_MESSAGE = 'HTML from strings goes through src/dom/sink.ts only.';

/** @type {readonly { selector: string; message: string }[]} */
export const sinkSyntax = [
  `MemberExpression[property.name=${SINKS}]`,
  `MemberExpression[property.value=${SINKS}]`,
  `Property[key.name=${SINKS}]`,
  `MemberExpression[object.name="document"][property.name=/^write(?:ln)?$/]`,
  'NewExpression[callee.name="DOMParser"]',
  'TemplateElement[value.raw=/\\.(?:innerHTML|outerHTML|srcdoc)\\s*=/i]',
].map((selector) => ({ selector, message: SINK_MESSAGE }));

const LITERAL_IMPORT = {
  selector: 'ImportExpression:not([source.type="Literal"])',
  message: 'import() takes a string literal, so that bundlers and these rules can read it.',
};

/** Keeps a pattern usable inside an esquery regular expression. @param {string} regex */
const selectorRegex = (regex) => `/${regex}/`;

/**
 * The rules for the files of one layer at one depth.
 *
 * @param {string} name
 * @param {Layer} layer
 * @param {string} up
 * @param {boolean} sink Whether string-to-HTML syntax is forbidden.
 * @param {string} [here] How the file writes its layer's folder: `./`, `../`, …
 * @returns {import('eslint').Linter.RulesRecord}
 */
function layerRules(name, layer, up, sink, here = './') {
  const { imports, packages, lazy = [], lazyPackages = [], node = false, apart = [] } = layer;
  const own = name in LAYERS ? [name] : [];
  const paths = [...imports, ...own];
  const all = [
    ...forbidden(name, [...paths, ...lazy], [...packages, ...lazyPackages], node, up),
    ...apart.map((folder) => ({
      regex: `^(?:${escapeRegExp(here)}|${escapeRegExp(`${up}${name}/`)})${escapeRegExp(folder)}\\/`,
      message: `Nothing imports ${name}/${folder}.`,
    })),
  ];
  const lazyOnly = [
    ...lazy.map((path) => `^${escapeRegExp(up)}${pathPattern([path])}`),
    ...lazyPackages.map((pkg) => `^${packagePattern([pkg])}`),
  ].flatMap((regex) =>
    [
      'ImportDeclaration:not([importKind="type"])',
      'ExportNamedDeclaration:not([exportKind="type"])',
      'ExportAllDeclaration:not([exportKind="type"])',
    ].map((node) => ({
      selector: `${node}[source.value=${selectorRegex(regex)}]`,
      message: `${name} reaches this by import() or import type only.`,
    })),
  );
  const dynamic = all.map(({ regex, message }) => ({
    selector: `ImportExpression[source.value=${selectorRegex(regex)}]`,
    message,
  }));
  return {
    'no-restricted-imports': ['error', { patterns: all }],
    'no-restricted-syntax': ['error', LITERAL_IMPORT, ...dynamic, ...lazyOnly, ...(sink ? sinkSyntax : [])],
  };
}

/** @param {number} depth @param {string} [name] of the layer */
const upwards = (depth, name = '') => '../'.repeat(depth + name.split('/').length);

/** The configuration blocks for `src`. @type {import('eslint').Linter.Config[]} */
export const layerConfigs = [
  {
    name: 'layers/barrel',
    files: ['src/*.ts'],
    rules: layerRules('src/index.ts', BARREL, './', true),
  },
  ...Object.entries(LAYERS).flatMap(([name, layer]) =>
    DEPTHS.map((depth) => ({
      name: `layers/${name}/${String(depth)}`,
      files: [`src/${name}/${'*/'.repeat(depth)}*.ts`],
      rules: layerRules(name, layer, upwards(depth, name), true, '../'.repeat(depth) || './'),
    })),
  ),
  {
    name: 'layers/sink',
    files: ['src/dom/sink.ts'],
    rules: layerRules('dom', LAYERS.dom ?? BARREL, upwards(0), false),
  },
];

/**
 * The configuration block for `demo`: it uses the library as a site would.
 *
 * @param {readonly string[]} entries The keys of `exports` in package.json.
 * @returns {import('eslint').Linter.Config}
 */
export function demoConfig(entries) {
  const names = entries
    .map((entry) => escapeRegExp(entry).replace(/^\\\./, 'doc-elements').replaceAll('\\*', '[^/]+'))
    .join('|');
  const message = 'The demo imports what package.json exports, or the script for sites without a build.';
  const patterns = [
    { regex: `^(?![./]|node:|(?:${names})$)`, message },
    { regex: '(?:^|\\/)(?:src|dist|node_modules|test)\\/', message },
  ];
  return {
    name: 'layers/demo',
    files: ['demo/**/*.{js,mjs,ts}'],
    rules: {
      'no-restricted-imports': ['error', { patterns }],
      'no-restricted-syntax': [
        'error',
        ...patterns.map(({ regex }) => ({
          selector: `ImportExpression[source.value=${selectorRegex(regex.replaceAll('[^/]', '[^\\/]'))}]`,
          message,
        })),
      ],
    },
  };
}
