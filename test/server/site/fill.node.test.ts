import { expect } from 'chai';
import { fillPages } from '../../../src/server/site/fill.js';

const SOURCES: Readonly<Record<string, string>> = {
  'about.md': '---\ntitle: About\n---\n\n## One\n\n[x](x.md) <b onclick="x()">y</b>\n',
  '/docs/about.md': '## One\n\n[x](x.md)\n\n## Two\n',
  'docs/data.json': '{ "title": "Data", "body": "[x](x.md) [y](#y)" }',
};

const read = (src: string): Promise<string | undefined> => Promise.resolve(SOURCES[src]);

describe('fillPages', () => {
  it('puts the page into the element and leaves the rest to the byte', async () => {
    const before = '<!DOCTYPE html>\n<div  class=a>&amp;<br/>';
    const html = await fillPages(
      `${before}<doc-page src=about.md class="wide"><p>old</p></doc-page>\n<p>after`,
      read,
    );
    expect(html.startsWith(before)).to.equal(true);
    expect(html.endsWith('</doc-page>\n<p>after')).to.equal(true);
    expect(html)
      .to.match(/<doc-page[^>]* class="doc-page wide">/)
      .and.to.contain('<h1>About</h1>');
    expect(html).not.to.match(/src=|onclick|old/);
  });

  it('does as the attributes say', async () => {
    const html = await fillPages(
      '<doc-page src="/docs/about.md" heading-level="2" toc="none"></doc-page>',
      read,
    );
    expect(html).to.contain('<h3 id="one">').and.to.contain('href="/docs/x.md"');
    expect(html)
      .to.match(/^<doc-page[^>]*heading-level="2"/)
      .and.not.to.contain('<doc-toc');
  });

  it('collapses the table of contents, loads pictures and knows forges where the attributes say so', async () => {
    const source =
      '---\nblocks:\n  - kind: people\n    people: [{ name: A, avatar: "https://example.org/a.png" }]\n---\n# T\n\n## A\n\n## B\n\n[c](https://git.example.org/o/n)';
    const html = await fillPages(
      '<doc-page src="a.md" toc-collapse pictures="load" forges="git.example.org=gitea"></doc-page>',
      () => Promise.resolve(source),
    );
    expect(html).to.match(/<doc-toc[^>]* collapse/);
    expect(html).to.contain('src="https://example.org/a.png"');
    expect(html).to.match(/<repo-link[^>]*><a href="https:\/\/git\.example\.org\/o\/n"/);
  });

  it('reads page data, whose links lead where they would from beside them', async () => {
    const html = await fillPages('<doc-page src="docs/data.json"></doc-page>', read);
    expect(html).to.contain('<h1>Data</h1>').and.to.contain('href="docs/x.md"').and.to.contain('href="#y"');
  });

  it('leaves what has no source of the site', async () => {
    const text =
      '<doc-page src="https://example.org/a.md"></doc-page><doc-page><h1>A</h1></doc-page><!-- <doc-page src="about.md"> -->';
    expect(await fillPages(text, read)).to.equal(text);
  });
});
