import { readFile } from 'node:fs/promises';
import { renderPage } from 'doc-elements/server.js';

/** Renders the page at build time, and anew when its source changes. */
const about = () => ({
  name: 'about',
  getPathsToWatch: () => ['about.md'],
  loadContent: async () => renderPage(await readFile('about.md', 'utf8')),
  async contentLoaded({ content, actions }) {
    const html = await actions.createData('about.json', JSON.stringify(content));
    actions.addRoute({ path: '/about', exact: true, component: '@site/src/about.js', modules: { html } });
  },
});

export default {
  title: 'Site',
  url: 'https://example.org',
  baseUrl: '/',
  favicon: 'data:,',
  // This site has no home page.
  onBrokenLinks: 'ignore',
  themes: ['@docusaurus/theme-classic'],
  plugins: [about],
  themeConfig: { navbar: { title: 'Site' } },
  clientModules: ['./src/elements.js'],
};
