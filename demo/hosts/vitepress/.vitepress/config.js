import docElements from 'doc-elements/vite.js';
import { defineConfig } from 'vitepress';

export default defineConfig({
  title: 'Site',
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  // The source of the page is not a page of VitePress.
  srcExclude: ['about.md'],
  vite: { plugins: [docElements()] },
});
