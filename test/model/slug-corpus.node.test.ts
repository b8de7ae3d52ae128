import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import GithubSlugger from 'github-slugger';
import { createSlugger } from '../../src/model/slug.js';

const ROOT = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** The installed packages' Markdown files: pages by several hundred authors that every checkout has. */
function* markdownFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* markdownFiles(path);
    else if (entry.isFile() && /\.(md|markdown)$/i.test(entry.name)) yield path;
  }
}

/** What stands on heading lines, with its markup: more kinds of characters than the bare text has. */
const headingLines = (text: string): string[] =>
  Array.from(text.matchAll(/^ {0,3}#{1,6}[ \t]+(.*?)[ \t#]*$/gm), (match) => match[1] ?? '');

describe('createSlugger over real pages', () => {
  it('gives the ids of github-slugger', () => {
    let files = 0;
    let headings = 0;
    let repeated = 0;
    for (const path of markdownFiles(ROOT)) {
      const texts = headingLines(readFileSync(path, 'utf8'));
      const slugger = createSlugger();
      const library = new GithubSlugger();
      const ids = texts.map((text) => slugger.slug(text));
      expect(ids, path).to.deep.equal(texts.map((text) => library.slug(text)));
      files++;
      headings += texts.length;
      repeated += texts.length - new Set(texts).size;
    }
    expect(files, 'files').to.be.above(300);
    expect(headings, 'headings').to.be.above(5_000);
    expect(repeated, 'repeated headings').to.be.above(500);
  }).timeout(60_000);
});
