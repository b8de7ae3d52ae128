import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { prerender, type RenderOptions } from '../page.js';
import { fillPages } from './fill.js';
import { sourcesIn } from './files.js';

/** What of a Vite plug-in this is; a plug-in of any version of Vite or Rollup that has these hooks. */
export interface VitePlugin {
  readonly name: string;
  readonly enforce: 'pre';
  configResolved(config: { readonly root: string }): void;
  resolveId(this: ResolveContext, id: string, importer?: string): Promise<string | undefined>;
  load(this: LoadContext, id: string): Promise<string | undefined>;
  readonly transformIndexHtml: {
    readonly order: 'pre';
    handler(html: string, context: { readonly filename: string }): Promise<string>;
  };
}

interface ResolveContext {
  resolve(id: string, importer?: string): Promise<{ readonly id: string } | null>;
}

interface LoadContext {
  addWatchFile(id: string): void;
  warn(message: string): void;
}

/** `about.md?page`, `about.json?page`, also beside other queries. */
const PAGE = /^(.+\.(?:md|markdown|json))\?(?:.*&)?page(?:[&=]|$)/i;

/** A page's module is named so that no other plug-in takes it for its own: VitePress takes whatever ends in `.md`. */
const MODULE = '\0doc-elements:';
const SUFFIX = '.js';

/**
 * A plug-in for Vite and what builds on it. In HTML files, each `<doc-page src="about.md">` gets its content at build
 * time. In modules, `import html from './about.md?page'` is the HTML of the page, with `page`, its model, beside it.
 *
 * @param options How pages are rendered; they win over the attributes of the elements.
 */
export default function docElements(options: RenderOptions = {}): VitePlugin {
  let root = '.';
  return {
    name: 'doc-elements',
    // Before whatever else takes Markdown files.
    enforce: 'pre',
    configResolved(config) {
      ({ root } = config);
    },
    async resolveId(id, importer) {
      const wanted = PAGE.exec(id)?.[1];
      const found = wanted === undefined ? undefined : await this.resolve(wanted, importer);
      return found ? `${MODULE}${found.id}${SUFFIX}` : undefined;
    },
    async load(id) {
      if (!id.startsWith(MODULE)) return undefined;
      const file = id.slice(MODULE.length, -SUFFIX.length);
      this.addWatchFile(file);
      const { html, page } = await prerender(await readFile(file, 'utf8'), {
        ...(/\.json$/i.test(file) ? { format: 'json' } : {}),
        onProblems: (problems) => {
          for (const { severity, message, place } of problems)
            if (severity !== 'info') this.warn(`${file}${place ? `:${place.line}` : ''}: ${message}`);
        },
        ...options,
      });
      return `export const html = ${JSON.stringify(html)};\nexport const page = ${JSON.stringify(page)};\nexport default html;\n`;
    },
    transformIndexHtml: {
      order: 'pre',
      handler: (html, { filename }) => fillPages(html, sourcesIn(root, dirname(filename)), options),
    },
  };
}
