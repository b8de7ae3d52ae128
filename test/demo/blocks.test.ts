import { expect } from 'chai';
import { BLOCKS } from '../../src/model/blocks.js';
import type { OptionalSchema, Schema } from '../../src/model/schema.js';
import { closeFrames, faultsOf, open, settled } from './frame.js';

const KINDS = Object.keys(BLOCKS);

/** What the seed page names, with where it leads on the demo. */
const SYSTEMS: readonly (readonly [name: string, href: string])[] = [
  ['.NET', 'https://dotnet.microsoft.com/'],
  ['.NET Core', 'https://github.com/dotnet/core'],
  [
    '.NET Standards',
    'https://github.com/dotnet/coreclr/blob/master/Documentation/project-docs/dotnet-standards.md',
  ],
  ['.NET Primer', '/docs/concepts/primer.html'],
  ['ASP.NET 5', 'https://github.com/dotnet/aspnetcore'],
  ['CoreCLR', 'https://github.com/dotnet/coreclr'],
  ['CoreFX', 'https://github.com/dotnet/corefx'],
  ['.NET CLI', 'https://github.com/dotnet/cli'],
  ['Roslyn', 'https://github.com/dotnet/roslyn'],
  ['LLILC', 'https://github.com/dotnet/llilc'],
];

/** The fields of a description, in dots: `people.links.url`. */
function fieldsOf(schema: Schema | OptionalSchema, path = ''): string[] {
  if (schema.type === 'optional') return fieldsOf(schema.schema, path);
  if (schema.type === 'list') return fieldsOf(schema.item, path);
  if (schema.type !== 'record') return [];
  return Object.entries(schema.fields).flatMap(([key, field]) => [
    path + key,
    ...fieldsOf(field, `${path}${key}.`),
  ]);
}

/** The same of data. */
function pathsOf(data: unknown, path = ''): string[] {
  if (Array.isArray(data)) return data.flatMap((item: unknown) => pathsOf(item, path));
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]: [string, unknown]) => [
    path + key,
    ...pathsOf(value, `${path}${key}.`),
  ]);
}

/** What a link is called by those who hear it. */
const nameOf = (link: Element): string => link.getAttribute('aria-label') ?? link.textContent.trim();

const kindsIn = (root: ParentNode): string[] =>
  KINDS.filter((kind) => root.querySelector(`.doc-block.doc-block-${kind}`) !== null);

describe('the demo of blocks', function () {
  this.timeout(120_000);
  afterEach(closeFrames);

  it('shows each kind beside its data', async () => {
    const { document } = await open('/demo/catalogue.html');
    await settled(() => kindsIn(document).length === KINDS.length);
    expect(kindsIn(document)).to.deep.equal(KINDS);
    const fields = new Map<string, Set<string>>();
    for (const entry of document.querySelectorAll('.entry')) {
      const block = JSON.parse(entry.querySelector('pre')?.textContent ?? '') as { kind: string };
      const { kind } = block;
      const section = entry.querySelector('doc-section')!;
      expect(kindsIn(entry), kind).to.deep.equal(kind === 'prose' ? [] : [kind]);
      expect(section.problems, kind).to.deep.equal([]);
      expect(section.textContent.trim(), kind).not.to.equal('');
      fields.set(kind, new Set(pathsOf(block)));
    }
    expect([...fields.keys()].sort()).to.deep.equal(['prose', ...KINDS].sort());
    // Each field that a kind has is shown at least once.
    for (const [kind, schema] of Object.entries(BLOCKS))
      expect(
        fieldsOf(schema).filter((field) => fields.get(kind)?.has(field) !== true),
        kind,
      ).to.deep.equal([]);
  });

  it('has each system of the seed page as an item that leads where it should', async () => {
    const { document } = await open('/demo/catalogue.html');
    await settled(() => kindsIn(document).length === KINDS.length);
    const links = [...document.querySelectorAll<HTMLAnchorElement>('doc-section .doc-item a')];
    for (const [name, href] of SYSTEMS) {
      const named = links.filter((link) => nameOf(link) === name);
      expect(
        named.map((link) => link.href),
        name,
      ).to.deep.equal([new URL(href, document.baseURI).href]);
      expect(named[0]?.checkVisibility(), name).to.equal(true);
    }
    const { textContent } = document.querySelector('.doc-block-links')!;
    expect(textContent).to.contain('the fundamentals of .NET.').and.to.contain('How .NET Core came');
    for (const name of ['CoreCLR', 'CoreFX', '.NET CLI']) {
      const card = links.find((each) => each.textContent === name)?.closest('repo-link');
      expect(card?.textContent, name)
        .to.match(/Archived/)
        .and.to.match(/dotnet\/(?:runtime|sdk)/);
    }
  });

  it('has an About page of its own, which uses every kind and is described for search engines', async () => {
    const { document } = await open('/demo/doc-elements.html');
    await settled(() => document.querySelector('script[type="application/ld+json"]') !== null);
    expect(kindsIn(document)).to.deep.equal(KINDS);
    const data = JSON.parse(
      document.querySelector('script[type="application/ld+json"]')?.textContent ?? '',
    ) as object;
    expect(data).to.include({ '@type': 'AboutPage', name: 'About doc-elements' });
  });

  for (const path of ['/demo/catalogue.html', '/demo/doc-elements.html'])
    it(`has nothing axe objects to and fits on a narrow screen: ${path}`, async function () {
      if (!CSS.supports('-moz-appearance', 'none') && !('chrome' in window)) this.skip();
      for (const width of [320, 1280]) {
        const frame = await open(path, width);
        await settled(() => kindsIn(frame.document).length === KINDS.length);
        expect(frame.document.documentElement.scrollWidth).to.be.at.most(width);
        expect(await faultsOf(frame), `${width} pixels`).to.deep.equal([]);
        closeFrames();
      }
    });
});
