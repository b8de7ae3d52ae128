import { resolve, sep } from 'node:path';
import { expect } from 'chai';
import docElementsForEleventy, {
  type EleventyConfig,
  type EleventyOptions,
} from '../../../src/server/site/eleventy.js';
import docElements, { type VitePlugin } from '../../../src/server/site/vite.js';
import { folders } from '../cli/command-line.js';

const folder = folders();

/** What a plug-in asks its host for, and what it tells it. */
function viteHost() {
  const watched: string[] = [];
  const warned: string[] = [];
  return {
    watched,
    warned,
    resolve: (id: string, importer = '') =>
      Promise.resolve(id.includes('gone') ? null : { id: resolve(importer, '..', id) }),
    addWatchFile: (file: string) => watched.push(file),
    warn: (message: string) => warned.push(message),
  };
}

/** What a module exports whose text is literals. */
async function exportsOf(code: string | undefined): Promise<Record<string, unknown>> {
  return (await import(`data:text/javascript,${encodeURIComponent(code ?? '')}`)) as Record<string, unknown>;
}

describe('the plug-in for Vite', () => {
  /** Imports a page as Vite would. */
  async function load(plugin: VitePlugin, id: string, importer: string, host = viteHost()) {
    const found = await plugin.resolveId.call(host, id, importer);
    return { found, module: found === undefined ? undefined : await plugin.load.call(host, found), host };
  }

  it('makes modules of pages, whose files are watched', async () => {
    const site = folder({ 'about.md': '# A\n\nb', 'data/about.json': '{"title": "D"}' });
    const importer = site.at('main.js');
    const { found, module, host } = await load(docElements(), './about.md?page', importer);
    expect(found).to.match(/^\0.*\.js$/);
    const { html, page, default: whole } = await exportsOf(module);
    expect(html).to.equal(whole).and.to.contain('<h1 id="a">A</h1>');
    expect(page).to.have.nested.property('title.text', 'A');
    expect(host.watched).to.deep.equal([site.at('about.md')]);
    expect(host.warned).to.deep.equal([]);
    const data = await load(docElements(), './data/about.json?v=1&page', importer);
    expect((await exportsOf(data.module))['html']).to.contain('<h1>D</h1>');
  });

  it('leaves alone what is no page, is imported otherwise, or is not there', async () => {
    const host = viteHost();
    const plugin = docElements();
    for (const id of ['./a.md', './a.md?raw', './a.txt?page', './a.md?pages', './gone.md?page'])
      expect(await plugin.resolveId.call(host, id, '/main.js'), id).to.equal(undefined);
    expect(await plugin.load.call(host, '/a.md')).to.equal(undefined);
  });

  it('warns of problems with file and line, and fails on a file that has gone', async () => {
    const site = folder({ 'a.md': '# A\n\n[x](vbscript:y)\n', 'b.md': 'B' });
    const { host, found } = await load(docElements(), './a.md?page', site.at('main.js'));
    expect(host.warned).to.have.length(1);
    expect(host.warned[0])
      .to.match(/a\.md:3: .*vbscript:y/)
      .and.to.satisfy((text: string) => text.startsWith(site.at('a.md')));
    const gone = found?.replace('a.md', 'none.md') ?? '';
    const error = await docElements()
      .load.call(viteHost(), gone)
      .catch((reason: unknown) => reason);
    expect(error).to.have.property('code', 'ENOENT');
  });

  it('renders as its options say, in modules and in HTML', async () => {
    const site = folder({ 'docs/a.md': '# A\n\n## B\n\n## C\n' });
    const plugin = docElements({ headingLinks: false, toc: 'none' });
    const { module } = await load(plugin, './docs/a.md?page', site.at('main.js'));
    const { html } = await exportsOf(module);
    expect(html).to.contain('toc="none"').and.not.to.contain('heading-anchor');
    plugin.configResolved({ root: site.path });
    const written = '<p>1</p><doc-page src="/docs/a.md"></doc-page><doc-page src="b.md">fallback</doc-page>';
    const filled = await plugin.transformIndexHtml.handler(written, { filename: site.at('docs/index.html') });
    expect(filled)
      .to.contain('<p>1</p><doc-page')
      .and.to.contain('toc="none"')
      .and.to.contain('<doc-page src="b.md">fallback</doc-page>');
  });
});

describe('the plug-in for Eleventy', () => {
  interface Hooks {
    shortcode: (this: { page: Page }, file: string) => Promise<string>;
    filter: (text: string) => Promise<string>;
    transform: (this: { page: Page }, content: string) => Promise<string>;
    copies: Readonly<Record<string, string>>[];
  }
  interface Page {
    readonly inputPath: string;
    readonly outputPath?: string | false;
  }

  /** What the plug-in gives to a configuration. */
  function configure(options?: EleventyOptions): Hooks {
    const hooks = { copies: [] as Readonly<Record<string, string>>[] } as Hooks;
    const config: EleventyConfig = {
      addAsyncShortcode: (name, code) => {
        expect(name).to.equal('docPage');
        hooks.shortcode = code;
      },
      addAsyncFilter: (_, code) => (hooks.filter = code),
      addTransform: (_, code) => (hooks.transform = code),
      addPassthroughCopy: (files) => hooks.copies.push(files),
    };
    docElementsForEleventy(config, options);
    return hooks;
  }

  it('renders a file beside the template, or from the root, and text', async () => {
    const site = folder({ 'docs/a.md': '# A\n', 'docs/d.json': '{"title": "D"}' });
    const { shortcode, filter } = configure({ headingLevel: 2 });
    const page = { inputPath: site.at('docs/index.njk') };
    expect(await shortcode.call({ page }, 'a.md')).to.contain('<h2 id="a">A</h2>');
    expect(await shortcode.call({ page }, 'd.json')).to.contain('<h2>D</h2>');
    expect(await filter('# T')).to.contain('<h2 id="t">T</h2>');
    expect(await shortcode.call({ page }, '/test/fixtures/../../LICENSE')).to.contain('<doc-page');
    const error = await shortcode.call({ page }, 'none.md').catch((reason: unknown) => reason);
    expect(error).to.have.property('code', 'ENOENT');
  });

  it('fills pages of HTML, and leaves what else is written', async () => {
    const { transform } = configure();
    const inputPath = './test/server/site/index.njk';
    const content = '<doc-page src="/LICENSE"></doc-page>';
    const filled = await transform.call({ page: { inputPath, outputPath: '_site/index.html' } }, content);
    expect(filled).to.contain('<doc-page').and.to.contain('MIT License');
    for (const outputPath of ['_site/feed.xml', false, undefined] as const) {
      const page = { inputPath, ...(outputPath !== undefined && { outputPath }) };
      expect(await transform.call({ page }, content)).to.equal(content);
    }
  });

  it('copies script and style sheets to where it is told', () => {
    const [copy = {}] = configure().copies;
    expect(Object.entries(copy)).to.have.length(1);
    expect(Object.keys(copy)[0]).to.satisfy((path: string) => path.split(sep).includes('cdn'));
    expect(Object.values(copy)).to.deep.equal(['doc-elements']);
    expect(Object.values(configure({ assets: 'lib/doc' }).copies[0] ?? {})).to.deep.equal(['lib/doc']);
    expect(configure({ assets: false }).copies).to.deep.equal([]);
  });
});
