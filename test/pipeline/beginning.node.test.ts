import { expect } from 'chai';
import type { Part } from '../../src/model/part.js';
import { renderBeginning } from '../../src/pipeline/beginning.js';
import { renderMarkdown } from '../../src/pipeline/markdown.js';
import type { PipelineOptions, Shape } from '../../src/pipeline/rendered.js';
import { packagePages } from '../source/corpus.js';

const isToc = ({ tag }: Part): boolean => tag === 'doc-toc';

/** Which part of a beginning is not what the page begins with, a table of contents apart; `undefined` where none is. */
function difference(beginning: readonly Part[], whole: readonly Part[]): string | undefined {
  const others = whole.filter((part) => !isToc(part));
  for (const [index, part] of beginning.filter((part) => !isToc(part)).entries()) {
    const other = others[index];
    if (part.key !== other?.key || part.html !== other.html) return part.key;
    const inside = difference(part.parts, other.parts);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

const begin = (text: string, options: PipelineOptions = {}, shape: Shape = 'page') =>
  renderBeginning(text, options, shape, false);

const sections = (count: number, from = 1): string =>
  Array.from(
    { length: count },
    (_, index) => `## Section ${index + from}\n\n${'words '.repeat(100)}\n\n`,
  ).join('');

describe('the beginning of a long text', function () {
  this.timeout(60_000);

  it('is what the whole of it begins with, for every long page of the packages here', async () => {
    const long = packagePages().filter(({ text }) => text.length > 20_000);
    expect(long.length).to.be.above(30);
    const different: string[] = [];
    for (const { name, text } of long) {
      const beginning = await begin(text);
      const { parts } = await renderMarkdown(text);
      const found = beginning ? difference(beginning.parts, parts) : 'no beginning';
      if (found !== undefined) different.push(`${name}: ${found}`);
    }
    expect(different).to.deep.equal([]);
  });

  it('has the definitions of links and notes that stand behind it', async () => {
    const text = `Text [^note].\n\nSee [the end] and [that][END].\n\n${sections(100)}[the end]: /end\n[end]: /that\n\n[^note]: Note.\n`;
    const beginning = await begin(text);
    expect(beginning?.parts[1]?.html).to.contain('href="/end"').and.to.contain('href="/that"');
    expect(difference(beginning?.parts ?? [], (await renderMarkdown(text)).parts)).to.equal(undefined);
  });

  it('has no section of which there may be more, and no notes', async () => {
    const text = `## All\n\n${sections(100).replaceAll('## ', '### ')}`;
    const [, all] = (await begin(text))?.parts ?? [];
    expect(all?.parts.length).to.be.within(5, 50);
    expect(difference(all ? [all] : [], (await renderMarkdown(text)).parts)).to.equal(undefined);
  });

  it('is not told where it cannot be known', async () => {
    const texts = {
      'one long section': `## One\n\n${'words '.repeat(40_000)}\n\n## Two\n\n## Three\n`,
      'a container that ends further down': `::: info\n\n${sections(200)}:::\n`,
      'front matter that is not closed': `---\ntitle: A\n\n${sections(200)}`,
      'sections in front matter': `---\nsections:\n  - heading: A\n---\n\n${sections(200)}`,
      'no blank line': 'word\n'.repeat(60_000),
    };
    for (const [name, text] of Object.entries(texts)) expect(await begin(text), name).to.equal(undefined);
  });

  it('waits for a table of contents, which would move the text when it came later', async () => {
    const text = `## One\n\n${sections(300).replaceAll('## ', '### ')}## Two\n`;
    expect(await begin(text, { tocMaxLevel: 2 })).to.equal(undefined);
    for (const [options, shape, keys] of [
      [{}, 'page', ['toc', 'one']],
      [{ tocMaxLevel: 2, toc: 'none' }, 'page', ['one']],
      [{ tocMaxLevel: 2 }, 'section', ['one']],
    ] as const)
      expect((await begin(text, options, shape))?.parts.map(({ key }) => key)).to.deep.equal(keys);
  });
});
