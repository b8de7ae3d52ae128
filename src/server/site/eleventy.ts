import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderPage, type RenderOptions } from '../page.js';
import { fillPages } from './fill.js';
import { sourcesIn } from './files.js';

/** What of Eleventy's configuration the plug-in uses. */
export interface EleventyConfig {
  addAsyncShortcode(name: string, code: (this: Shown, file: string) => Promise<string>): void;
  addAsyncFilter(name: string, code: (text: string) => Promise<string>): void;
  addTransform(name: string, code: (this: Shown, content: string) => Promise<string>): void;
  addPassthroughCopy(files: Readonly<Record<string, string>>): void;
}

interface Shown {
  readonly page: { readonly inputPath: string; readonly outputPath?: string | false };
}

/** How the plug-in works. */
export interface EleventyOptions extends RenderOptions {
  /** Folder of the site that the script and the style sheet are copied to; `false` copies nothing. Default `doc-elements`. */
  readonly assets?: string | false;
}

/** The built script and style sheets, beside the modules in the package. */
const CDN = fileURLToPath(new URL('../../../cdn/', import.meta.url));

/**
 * A plug-in for Eleventy: `eleventyConfig.addPlugin(docElements)`. Each `<doc-page src="about.md">` of the site gets
 * its content at build time; `src` counts from the template's folder, or with a slash from the project's. The
 * shortcode `{% docPage "about.md" %}` writes the whole element, the filter `docPage` makes one of Markdown text.
 */
export default function docElements(config: EleventyConfig, options: EleventyOptions = {}): void {
  const { assets = 'doc-elements', ...rendering } = options;
  const root = resolve('.');
  config.addAsyncShortcode('docPage', async function (file) {
    const path = file.startsWith('/') ? resolve(`.${file}`) : resolve(dirname(this.page.inputPath), file);
    return renderPage(await readFile(path, 'utf8'), {
      ...(/\.json$/i.test(path) ? { format: 'json' } : {}),
      ...rendering,
    });
  });
  config.addAsyncFilter('docPage', (text) => renderPage(text, rendering));
  config.addTransform('doc-elements', async function (content) {
    if (!String(this.page.outputPath).endsWith('.html')) return content;
    return fillPages(content, sourcesIn(root, resolve(dirname(this.page.inputPath))), rendering);
  });
  if (assets !== false) config.addPassthroughCopy({ [CDN]: assets });
}
