import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { joinParts } from '../../src/html/join.js';
import { compilePage } from '../../src/html/to-html.js';
import { fromJson } from '../../src/source/data.js';
import { fromMarkdown } from '../../src/source/markdown.js';

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');

describe('the seed as JSON', () => {
  const text = fixture('seed.json');

  it('compiles to the HTML that its Markdown gives', async () => {
    const { page, problems } = fromJson(text);
    const fromText = await fromMarkdown(fixture('pages/01-seed.md'));
    expect(problems).to.deep.equal([]);
    expect(joinParts(compilePage(page))).to.equal(joinParts(compilePage(fromText.page)));
  });

  it('gives the same page from text and from data', () => {
    expect(fromJson(JSON.parse(text))).to.deep.equal(fromJson(text));
  });

  it('keeps the keys that a page has no field for', () => {
    expect(fromJson(text).page.meta).to.include({ layout: 'main' });
  });
});
