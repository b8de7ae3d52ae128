import docElements from 'doc-elements/eleventy.js';

export default function (config) {
  config.addPlugin(docElements);
  // The page's source is no template.
  config.ignores.add('about.md');
}
