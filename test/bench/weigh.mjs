/**
 * `node test/bench/weigh.mjs`: what each kilobyte of a page's script is for. The modules of a chunk are put into groups,
 * each minified and compressed alone: together they are a little more than the chunk, which compresses them as one.
 */
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { rollup } from 'rollup';
import { minify } from 'terser';
import { formatTable } from './statistics.mjs';

process.chdir(fileURLToPath(new URL('../../', import.meta.url)));
const { default: builds } = await import('../../rollup.config.mjs');

/** Groups by what the paths of their modules match, the first that does. @type {readonly [string, RegExp][]} */
const GROUPS = [
  ['Lit: reactive elements', /node_modules\/(?:@lit|lit)/],
  ['marked: block grammar, lexer, parser', /node_modules\/marked/],
  ['registering the tags', /src\/define\//],
  ['words in English, choice of language', /model\/(?:labels|language|core-labels)|dom\/(?:words|language)/],
  ['loading a text: limits, kinds, encodings, errors', /dom\/(?:load|ask|content-kind|location)|decode-text/],
  [
    'sanitizing: allow-list, setHTML, walk',
    /dom\/(?:sink|special-markup|trusted-types|policy)|model\/(?:allow|restrict)/,
  ],
  ['links: URLs, files, forges', /model\/(?:url|safe-url|srcset|repositor|forge|describe-repo)/],
  ['parts of a page as elements', /dom\/(?:parts|streamed)|markdown\/open-block/],
  ['front matter', /source\/(?:front-matter|page-fields)/],
  ['character references', /character-references/],
  [
    'inline text: emphasis, links, code',
    /markdown\/(?:inline|brackets|emphasis|link-target|autolinks|mail|backticks|escapes|leftover|source-cursor|tag-filter|tokenizer|tokens|plain-text)/,
  ],
  [
    'blocks: lists, quotes, tables',
    /markdown\/(?:block-|list|lexer|quote|quotation|columns|fences|code-lines)/,
  ],
  [
    'what sites write: containers, alerts, templates, attributes',
    /markdown\/(?:container|alerts|templates|attribute|docfx|shortcode|code-groups|code-info|note-content)|model\/callout|source\/shortcodes/,
  ],
  ['footnotes, formulas', /footnotes|formulas/],
  [
    'limits and problems',
    /markdown\/(?:limits|problems|element-budget)|source\/report|tally|without-sections/,
  ],
  [
    'pages and sections: outline, ids, HTML',
    /markdown\/(?:compiler|sections|renderer|token-compiler|anchored|inner|code)|html\/|model\/(?:outline|slug|fragment)|dom\/(?:outline|title|heading)/,
  ],
  [
    'an element’s source and its states',
    /elements\/(?:source|events|converters|property|doc-page-messages|doc-section)|pipeline\/|source\//,
  ],
  [
    'links inside the page, reading position',
    /deep-link|fragment|section-spy|scroll|near|idle|rendered-parent/,
  ],
  ['style sheets of the light DOM', /style-sheets|styles\/sheets/],
  ['the elements themselves', /src\//],
];

const quietly = async (/** @type {() => Promise<any>} */ run) => {
  const { log } = console;
  console.log = () => undefined;
  try {
    return await run();
  } finally {
    console.log = log;
  }
};

/** @param {string} code */
async function weigh(code) {
  // Names are not kept, but all that is declared: what uses it stands in other groups.
  const { code: small = '' } = await minify(code, {
    ecma: 2022,
    module: true,
    compress: { toplevel: false, unused: false },
    mangle: { toplevel: true },
  });
  return brotliCompressSync(small).length;
}

const config = builds[1];
const output = await quietly(async () => {
  const plugins = config.plugins.filter(
    ({ name }) => !['emptied', 'style-sheets', 'sizes', 'preloads', 'terser'].includes(name),
  );
  const bundle = await rollup({ ...config, plugins });
  return (await bundle.generate({ ...config.output, sourcemap: false })).output;
});

for (const name of ['doc-elements', 'markdown', 'document']) {
  const chunk = output.find(
    (/** @type {any} */ file) =>
      file.type === 'chunk' && file.name === name && !file.fileName.includes('/languages/'),
  );
  /** @type {Map<string, string>} */
  const code = new Map();
  for (const [id, module] of Object.entries(chunk.modules)) {
    const [group = 'the rest'] = GROUPS.find(([, pattern]) => pattern.test(id)) ?? [];
    code.set(group, `${code.get(group) ?? ''}\n${module.code ?? ''}`);
  }
  const rows = await Promise.all(
    [...code].map(async ([group, text]) => /** @type {const} */ ([group, await weigh(text)])),
  );
  const whole = await weigh(chunk.code);
  console.log(`\n${name}: ${(whole / 1000).toFixed(1)} kB (brotli); its parts, each alone`);
  console.log(
    formatTable(
      ['', 'kB'],
      rows
        .sort((some, other) => other[1] - some[1])
        .map(([group, bytes]) => [group, (bytes / 1000).toFixed(1)]),
    ),
  );
}
