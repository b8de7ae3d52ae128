import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../install.mjs';

/**
 * What every runtime renders: all fixture pages as they are, and options and page data that take other ways through
 * the code.
 *
 * @returns {{ name: string, source: unknown, options: object, document?: boolean }[]}
 */
export function inputs() {
  const pages = join(ROOT, 'test/fixtures/pages');
  const files = readdirSync(pages)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => ({ name, source: readFileSync(join(pages, name), 'utf8'), options: {} }));
  const seed = readFileSync(join(ROOT, 'demo/about.md'), 'utf8');
  const data = /** @type {unknown} */ (JSON.parse(readFileSync(join(ROOT, 'demo/about.json'), 'utf8')));
  const readme = readFileSync(join(pages, '05-readme.md'), 'utf8');
  return [
    ...files,
    { name: 'page data', source: data, options: { headingLevel: 2 } },
    {
      name: 'a README in its repository',
      source: readme,
      options: { repo: 'owner/name@v1', slugs: 'kramdown' },
    },
    {
      name: 'a trusted source',
      source: readme,
      options: { trusted: true, toc: 'none', headingLinks: false },
    },
    {
      name: 'a document',
      source: seed,
      options: { url: 'https://example.org/about', siteName: 'Site', styles: { text: 'p { color: red }' } },
      document: true,
    },
    { name: 'a document of page data', source: data, options: { lang: 'fr' }, document: true },
  ];
}
