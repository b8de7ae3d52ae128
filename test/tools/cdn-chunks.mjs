/**
 * How the script for sites without a build is cut. A page that was prerendered asks for one file, a page with a source
 * for two or three; what few pages use stands in files of its own.
 */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { build } from 'esbuild';
import { FOLDER } from './chunk-folder.mjs';

/** What it takes to render a source: one chunk, so that it costs one request. */
const RENDERING = [
  'src/elements/source-renderer.ts',
  'src/elements/doc-page-messages.ts',
  'src/pipeline/markdown.ts',
];

/** What is asked for together with what it imports, so that it takes one round. */
const TOGETHER = [...RENDERING, 'src/elements/enhance.ts'];

/** What a page shows while the rest of it is on its way. */
const WAITING = 'src/elements/doc-page-messages.ts';

/** Packages that are chunks of their own, by their names. */
const LAZY_PACKAGES = ['dompurify', 'js-yaml', 'smol-toml'];

/** What renders templates: one chunk for the chrome of all elements. */
const TEMPLATES = ['/node_modules/lit-html/', '/src/elements/render-chrome.ts'];

/**
 * What only content that changes needs: a text comes bit by bit or is compared with the one before, and the document is
 * brought to it.
 */
const CHANGING = ['/src/dom/streamed-text.ts', '/src/pipeline/memory.ts', '/src/dom/patch-parts.ts'];

/** The chunk that the others import from. */
export const CORE = 'core';

/**
 * @typedef {object} Graph
 * @property {(id: string) => readonly string[]} statics What a module imports.
 * @property {(id: string) => readonly string[]} lazies What it imports when it is needed.
 */

/** @param {Iterable<string>} roots @param {Graph} graph @param {Set<string>} [found] all that is loaded with the roots */
function reach(roots, graph, found = new Set()) {
  for (const id of roots) {
    if (found.has(id)) continue;
    found.add(id);
    reach(graph.statics(id), graph, found);
  }
  return found;
}

/** @param {string} id a path below the root, or the whole */
const isRendering = (id) => RENDERING.some((name) => id.endsWith(name));

/**
 * The modules of each part: what every page loads, what rendering a source takes and may take, and what a page may
 * need that renders nothing.
 *
 * @param {readonly string[]} entries @param {Graph} graph
 */
function divide(entries, graph) {
  const follow = (
    /** @type {readonly string[]} */ ids,
    /** @type {(id: string) => boolean} */ stops,
    /** @type {Set<string>} */ found = new Set(),
  ) => {
    for (const id of ids) {
      if (stops(id) || found.has(id)) continue;
      const here = reach([id], graph);
      for (const each of here) found.add(each);
      follow(lazies(here), stops, found);
    }
    return found;
  };
  const lazies = (/** @type {Iterable<string>} */ ids) => [...ids].flatMap((id) => [...graph.lazies(id)]);
  const atOnce = reach(entries, graph);
  const isPipeline = (/** @type {string} */ id) => id.includes('src/pipeline/');
  const roots = [...follow(lazies(atOnce), () => false)].filter(isRendering);
  const rendering = reach(roots, graph);
  const waiting = reach(
    roots.filter((id) => id.endsWith(WAITING)),
    graph,
  );
  const mayRender = follow(roots, () => false);
  const elsewhere = follow(lazies(atOnce), (id) => isRendering(id) || isPipeline(id));
  return {
    atOnce,
    rendering,
    waiting,
    mayRender,
    elsewhere,
    starts: new Set(lazies([...mayRender, ...elsewhere])),
  };
}

/**
 * Names the chunk of each module. What only rendering needs goes into one chunk, what it has in common with other lazy
 * chunks, and what is shown meanwhile, into another, which is small and comes first. Anything else that is lazy is left to Rollup.
 *
 * @returns {import('rollup').GetManualChunk}
 */
export function manualChunks() {
  /** @type {ReturnType<typeof divide> | undefined} */
  let parts;
  return (id, { getModuleIds, getModuleInfo }) => {
    parts ??= divide(
      [...getModuleIds()].filter((each) => getModuleInfo(each)?.isEntry),
      {
        statics: (each) => getModuleInfo(each)?.importedIds ?? [],
        lazies: (each) => getModuleInfo(each)?.dynamicallyImportedIds ?? [],
      },
    );
    if (parts.atOnce.has(id)) return CORE;
    if (parts.rendering.has(id))
      return parts.elsewhere.has(id) || parts.waiting.has(id) ? 'document' : 'markdown';
    const path = id.replaceAll('\\', '/');
    if (TEMPLATES.some((name) => path.includes(name))) return 'templates';
    if (CHANGING.some((name) => path.endsWith(name))) return 'changes';
    return LAZY_PACKAGES.find((name) => id.includes(`/node_modules/${name}/`));
  };
}

/**
 * Has the core ask for what renders a source or enhances children, and for what that imports, at the same time. Browsers
 * find the second in the first when it is there, which takes another round to the server.
 *
 * @returns {import('rollup').Plugin}
 */
export const askTogether = () => ({
  name: 'ask-together',
  renderDynamicImport({ targetModuleId, getTargetChunkImports }) {
    if (!TOGETHER.some((name) => targetModuleId?.endsWith(name))) return null;
    const further = (getTargetChunkImports() ?? []).flatMap((each) =>
      each.type === 'internal' && each.chunk.name !== CORE ? [`import(${each.resolvedImportPath})`] : [],
    );
    // What cannot be loaded shows where it is imported from.
    return { left: `(${further.map((each) => `${each}.catch(() => {}), `).join('')}import(`, right: '))' };
  },
});

const APART = '.apart.ts';

/**
 * Gives lazy chunks copies of what they share with the renderer out of the model: it is pure, and a page that renders
 * nothing would otherwise load all that rendering shares with anybody, to recognise one link.
 *
 * @param {string} entry
 * @returns {import('rollup').Plugin}
 */
export function modelApart(entry) {
  /** @type {Set<string>} */
  let shared = new Set();
  /** @type {Set<string>} */
  let apart = new Set();
  const nameOf = (/** @type {string} */ id) => relative(process.cwd(), id).replaceAll('\\', '/');
  return {
    name: 'model-apart',
    async buildStart() {
      const { metafile } = await build({
        entryPoints: [entry],
        bundle: true,
        splitting: true,
        format: 'esm',
        outdir: 'cdn',
        write: false,
        metafile: true,
        packages: 'external',
        loader: { '.css': 'text' },
        logLevel: 'error',
      });
      const of = (/** @type {string} */ kind) => (/** @type {string} */ id) =>
        (metafile.inputs[id]?.imports ?? [])
          .filter((each) => each.kind === kind && !each.external)
          .map(({ path }) => path);
      const graph = { statics: of('import-statement'), lazies: of('dynamic-import') };
      const { atOnce, mayRender, elsewhere, starts } = divide([entry], graph);
      const common = [...elsewhere].filter((id) => mayRender.has(id) && !atOnce.has(id));
      const isModel = (/** @type {string} */ id) => id.startsWith('src/model/');
      // What has state stays one, and with it all that it stands on.
      const whole = reach(
        common.filter((id) => !isModel(id)),
        graph,
      );
      shared = new Set(common.filter((id) => isModel(id) && !whole.has(id) && !starts.has(id)));
      apart = new Set([...elsewhere].filter((id) => !mayRender.has(id) && !atOnce.has(id)));
    },
    async resolveId(source, importer) {
      if (!importer || !source.startsWith('.')) return null;
      const isCopy = importer.endsWith(APART);
      if (!isCopy && !apart.has(nameOf(importer))) return null;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      if (!resolved || !shared.has(nameOf(resolved.id))) return resolved;
      return resolved.id.replace(/\.ts$/, APART);
    },
    load: (id) => (id.endsWith(APART) ? readFileSync(id.replace(APART, '.ts'), 'utf8') : null),
  };
}

const OWN_NAMES = '.own.ts';

/**
 * Gives each module a copy of the names that HTML, style sheets and elements agree on. They are texts, and stand where
 * they are used; of one copy the core would hold them all, with what tells the chunks where.
 *
 * @returns {import('rollup').Plugin}
 */
export const namesInPlace = () => ({
  name: 'names-in-place',
  async resolveId(source, importer) {
    if (!importer || !source.endsWith('/names.js')) return null;
    const resolved = await this.resolve(source, importer, { skipSelf: true });
    const owner = relative(process.cwd(), importer).replaceAll(/\W/g, '-');
    return resolved?.id.replace(/\.ts$/, `.${owner}${OWN_NAMES}`);
  },
  load: (id) =>
    id.endsWith(OWN_NAMES) ? readFileSync(id.replace(/\.[\w-]+\.own\.ts$/, '.ts'), 'utf8') : null,
});

/** `a as b, c` as pairs of the name on the left and the name on the right. @param {string} list */
const readNames = (list) =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => {
      const [left = '', right = left] = name.split(/\s+as\s+/);
      return /** @type {const} */ ([left, right]);
    });

/** @param {string} text */
const escapePattern = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const EXPORTS = /export\s*\{([^}]*)\};?\s*$/;

/**
 * Puts what every page loads into the entry's own file. Chunks that import from it would import it by its file name,
 * which loads it twice where its URL has a query or was redirected, as those of content delivery networks are. So
 * they find what they need under a symbol, which has the name of their folder: no two versions ever mix, and of two copies
 * of one the first serves both.
 *
 * @param {string} entryFile
 * @returns {import('rollup').Plugin}
 */
export function coreInEntry(entryFile) {
  const place = `globalThis[Symbol.for("doc-elements/${FOLDER}")]`;
  return {
    name: 'core-in-entry',
    renderChunk(code, chunk, _options, { chunks }) {
      if (chunk.isEntry) return null;
      if (chunk.name === CORE) {
        const names = readNames(EXPORTS.exec(code)?.[1] ?? '');
        const fields = names.map(([local, name]) => `${name}: ${local}`).join(', ');
        return { code: `${code}\n${place} ??= { ${fields} };\n`, map: null };
      }
      const core = Object.values(chunks).find(({ name }) => name === CORE);
      if (!core) return null;
      const from = new RegExp(
        `^import(?: \\{([^}]*)\\} from)? '(?:\\.\\./)+${escapePattern(core.fileName)}';$`,
        'm',
      );
      // Line for line, so that the source map stays true.
      return {
        code: code.replace(from, (_all, /** @type {string | undefined} */ list) => {
          const fields = readNames(list ?? '').map(([name, local]) => `${name}: ${local}`);
          return fields.length > 0 ? `const { ${fields.join(', ')} } = ${place};` : '';
        }),
        map: null,
      };
    },
    generateBundle: {
      order: 'pre',
      handler(_options, bundle) {
        const entry = bundle[entryFile];
        const core = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === CORE);
        if (entry?.type !== 'chunk' || core?.type !== 'chunk') throw new Error('The script has no core.');
        const facade = /^export\s*\{([^}]*)\}\s*from\s*["'][^"']*["'];?\s*/.exec(entry.code);
        if (!facade)
          throw new Error(`${entryFile} holds more than its exports:\n${entry.code.slice(0, 500)}`);
        const locals = new Map();
        const code = core.code
          .replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '')
          .replace(/export\s*\{([^}]*)\};?/, (_all, /** @type {string} */ list) => {
            for (const [local, name] of readNames(list)) locals.set(name, local);
            const names = readNames(facade[1] ?? '').map(
              ([name, outer]) => `${locals.get(name)} as ${outer}`,
            );
            return `export{${names.join()}};`;
          });
        for (const file of Object.values(bundle))
          if (file.type === 'chunk' && file !== entry && file.imports.includes(core.fileName)) {
            if (file.code.includes(`../${core.fileName}`))
              throw new Error(`${file.fileName} imports the core by its file name.`);
            file.imports = file.imports.filter((name) => name !== core.fileName);
          }
        Object.assign(entry, {
          code: `${code}\n//# sourceMappingURL=${entryFile}.map\n`,
          map: core.map,
          imports: [],
          dynamicImports: core.dynamicImports,
          modules: core.modules,
        });
        const map = bundle[`${entryFile}.map`];
        const coreMap = bundle[`${core.fileName}.map`];
        if (map?.type === 'asset' && coreMap?.type === 'asset') {
          map.source = String(coreMap.source).replace(core.fileName, entryFile);
          Reflect.deleteProperty(bundle, coreMap.fileName);
        }
        Reflect.deleteProperty(bundle, core.fileName);
      },
    },
  };
}
