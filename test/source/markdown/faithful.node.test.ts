import { expect } from 'chai';
import { parseFrontMatter } from '../../../src/source/front-matter.js';
import { normalizeText } from '../../../src/source/text.js';
import { fixturePages, packagePages, type CorpusPage } from '../corpus.js';
import { cmark, cmarkMissing } from './cmark.js';
import { compile, type Compiled } from './compile.js';
import { firstDifference, normalForm } from './normal-form.js';

/** The share of the packages' files that say the same as cmark-gfm's HTML of them. */
const FLOOR = 0.995;

/**
 * Where we differ, by the file's name, and why it stays so. What `normalForm` makes equal is not in it: alerts, which
 * cmark-gfm leaves as quotes; links with a scheme that no page may use, which we show as text; the place of a task's box.
 */
const KNOWN: Readonly<Record<string, string>> = {};

/** Containers, fences that are tabs, and alerts of docfx and Obsidian. */
const EXTENSIONS =
  /^[ \t>]*(?:[*+-][ \t]+|\d+[.)][ \t]+)*(?::::|!!![ \t]|\?\?\?|(?:`{3}|~{3}).*tab=|\[!(?:[a-z]+)\](?:[+-]|[ \t]+\S)|\[!(?!note|tip|important|warning|caution)[a-z]+\])/im;

interface Result extends CorpusPage {
  readonly compiled: Compiled;
  readonly body: string;
}

async function compilePage(page: CorpusPage): Promise<Result> {
  const { body } = await parseFrontMatter(normalizeText(page.text).text);
  return { ...page, body, compiled: compile(body, { templates: false, extensions: false }) };
}

describe('Markdown of real files', function () {
  this.timeout(180_000);
  const results: Result[] = [];

  before(async () => {
    for (const page of [...packagePages(), ...fixturePages]) results.push(await compilePage(page));
  });

  it('is read to the byte', () => {
    const differing = results.filter(({ body, compiled }) => compiled.raw !== body);
    expect(differing.map(({ name }) => name)).to.deep.equal([]);
  });

  it('reads the same whether or not leftovers of site generators are looked for', () => {
    for (const { name, body, compiled } of results) {
      const withTemplates = compile(body, { extensions: false });
      const codes = withTemplates.problems.map(({ code }) => code);
      const hasLeftovers = codes.includes('template-leftover') || codes.includes('kramdown-attributes');
      if (!hasLeftovers) expect(withTemplates.html, name).to.equal(compiled.html);
    }
  });

  it('reads the same whether or not it is read as other writings of Markdown have it, but for what they have', () => {
    for (const { name, body, compiled } of results)
      if (!EXTENSIONS.test(body)) {
        const { html } = compile(body, { templates: false });
        if (!html.includes('<code class="language-math')) expect(html, name).to.equal(compiled.html);
      }
  });

  it('says what cmark-gfm makes of it', function () {
    if (cmarkMissing) {
      if (process.env['CI']) throw new Error(cmarkMissing);
      process.stderr.write(`    NOT RUN: ${cmarkMissing}\n`);
      this.skip();
    }
    const differences = new Map<string, string>();
    for (const { name, body, compiled } of results) {
      const difference = firstDifference(normalForm(compiled.html), normalForm(cmark(body)));
      if (difference) differences.set(name, difference);
    }
    const share = 1 - differences.size / results.length;
    process.stdout.write(
      `    ${results.length - differences.size} of ${results.length} files (${(share * 100).toFixed(2)}%) equal cmark-gfm's\n`,
    );
    const unknown = [...differences].filter(([name]) => !Object.hasOwn(KNOWN, name));
    expect(unknown.map(([name, difference]) => `${name}\n      ${difference}`)).to.deep.equal([]);
    expect(share).to.be.at.least(FLOOR);
  });
});
