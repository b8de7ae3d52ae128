import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../install.mjs';

/**
 * One block of each kind.
 *
 * @returns {{ kind: string }[]}
 */
function catalogueBlocks() {
  const text = readFileSync(join(ROOT, 'demo/catalogue.json'), 'utf8');
  const { entries } = /** @type {{ entries: { block: { kind: string } }[] }} */ (JSON.parse(text));
  return entries.map(({ block }) => block);
}

/**
 * What every runtime renders: all fixture pages as they are, and options, page data and blocks of data that take other
 * ways through the code.
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
  const blocks = catalogueBlocks();
  const own = /** @type {unknown} */ (JSON.parse(readFileSync(join(ROOT, 'demo/doc-elements.json'), 'utf8')));
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
    { name: 'blocks of data', source: { blocks }, options: { pictures: 'load', repoLinks: 'none' } },
    // The names of months and the signs in numbers are the runtime's own.
    ...['de', 'fr', 'ja', 'ar', 'pt-BR'].map((lang) => ({
      name: `blocks of data in ${lang}`,
      source: { lang, sections: blocks.map((block, index) => ({ heading: `${index}`, blocks: [block] })) },
      options: {},
    })),
    { name: 'a page of data', source: own, options: { headingLevel: 2 } },
    {
      name: 'blocks in Markdown',
      source: blocks
        .map(({ kind, ...data }) => `## ${kind}\n\n\`\`\`json doc:${kind}\n${JSON.stringify(data)}\n\`\`\`\n`)
        .concat('```yaml doc:people\n- name: Ada\n  from: 2015-02-03\n```\n')
        .join('\n'),
      options: {},
      document: true,
    },
    { name: 'a document of page data', source: data, options: { lang: 'fr' }, document: true },
  ];
}
