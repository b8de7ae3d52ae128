import { expect } from 'chai';
import { fc } from '../../property.js';
import { fromMarkdown } from '../../../src/source/markdown.js';
import { renderMarkdown } from '../../../src/pipeline/markdown.js';
import { PageMemory } from '../../../src/pipeline/memory.js';
import { Compiler, type BodyPlace } from '../../../src/source/markdown/compiler.js';
import { Memory } from '../../../src/source/markdown/memory.js';

/** Pieces that reach over blank lines, or that what stands elsewhere depends on, among those that do neither. */
const piece = fc.constantFrom(
  '## One\n\n',
  '# Title\n',
  'Text with **bold** and [a link][x].\n\n',
  'Text.\n',
  '- a\n- b\n\n',
  '- c\n\n  more\n\n',
  '1. d\n\n',
  '    indented\n\n',
  '  x\n',
  '```js\ncode\n\nmore\n```\n\n',
  '```\n',
  '~~~\n\n',
  '> quote\n\n',
  '> [!NOTE]\n> alert\n\n',
  '<div>\n\n',
  '</div>\n\n',
  '<!-- c\n\n',
  '-->\n\n',
  '<details>\n<summary>s</summary>\n\n',
  '| a | b |\n| - | - |\n| 1 | 2 |\n\n',
  '[x]: https://example.org\n\n',
  'A note[^1].\n\n',
  '[^1]: The note.\n\n',
  '{{ page.title }}\n\n',
  '---\n',
  '===\n\n',
  '***\n\n',
  '\n',
  ' \n',
  '\t\n',
  'See [nothing][y].\n\n',
  '[bad](javascript:x)\n\n',
  '```yaml doc:people\n- name: A\n```\n\n',
  'A :tada:\n\n',
  '$$\na\n\n',
  '$$\n',
  '$$a$$\n\n',
  '```sh tab="a"\nb\n```\n\n',
  'Of Windows.\r\n\r\n',
  'Nothing: \0\n\n',
  ': said\n\n',
  '!!! note\n\n',
  '=== "Tab"\n\n',
  '<p>\n\n',
  '</p>\n\n',
  "import a from 'b';\n",
  "import {\n c } from 'b';\n\n",
  'export const c = {\n',
  '};\n\n',
  "```js\nimport a from 'b';\n\nexport const c = [\n```\n\n",
);

/** Headings of all levels, some of which take each other's ids. */
const heading = fc.constantFrom(
  '# One\n\n',
  '## One\n\n',
  '## Two\n\n',
  '## Two 1\n\n',
  '### Deep\n\n',
  '### Two {#two}\n\n',
  '#### Deeper\n\n',
  '## ![picture](a.png)\n\n',
  '## A <b>c\n\n',
  '## 漢\n\n',
);

/** A text that has most often sections, as pages do. */
const source = fc.oneof(
  fc.array(piece, { minLength: 3, maxLength: 24 }),
  fc
    .array(fc.tuple(heading, fc.constantFrom('Text.\n\n', '', '- a\n\n'), fc.option(piece, { freq: 3 })), {
      minLength: 3,
      maxLength: 12,
    })
    .map((sections) => sections.flat().map((text) => text ?? '')),
);

/** What is done to a text: some of it is replaced, or a heading gets another name or level, or becomes none. */
type Edit =
  | { readonly at: number; readonly remove: number; readonly insert: string }
  | { readonly heading: number; readonly hashes: string; readonly name: string };

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    at: fc.nat(1000),
    remove: fc.nat(40),
    insert: fc.oneof(piece, heading, fc.constantFrom('', 'a', '\n', '`', '-', '>', '*', '[', ' ')),
  }),
  fc.record({
    heading: fc.nat(1000),
    hashes: fc.constantFrom('#', '##', '###', ''),
    name: fc.constantFrom('One', 'Two', 'Deep'),
  }),
);

function apply(text: string, change: Edit): string {
  if ('heading' in change) {
    const headings = [...text.matchAll(/^#+ .*$/gm)];
    const found = headings[change.heading % Math.max(headings.length, 1)];
    if (!found) return text;
    return `${text.slice(0, found.index)}${change.hashes} ${change.name}${text.slice(found.index + found[0].length)}`;
  }
  const { at, remove, insert } = change;
  const start = text.length === 0 ? 0 : at % (text.length + 1);
  return text.slice(0, start) + insert + text.slice(start + remove);
}

describe('Memory', () => {
  it('gives the same page as reading all again, whatever is edited', async () => {
    await fc.assert(
      fc.asyncProperty(source, fc.array(edit, { minLength: 1, maxLength: 6 }), async (pieces, edits) => {
        const memory = new Memory();
        const texts = [pieces.join('')];
        for (const change of edits) texts.push(apply(texts.at(-1) ?? '', change));
        // What was undone has been read before.
        for (const text of [...texts, ...texts.reverse()])
          expect(await fromMarkdown(text, {}, undefined, memory)).to.deep.equal(await fromMarkdown(text));
      }),
      { numRuns: 400 },
    );
  }).timeout(60_000);

  for (const [what, ...texts] of [
    ['becomes the title', '## A\n\n# B\n\nb\n\n# C\n\n# D\n', ' A\n\n# B\n\nb\n\n# C\n\n# D\n'],
    [
      'comes into another',
      '# T\n\n## A\n\na\n\n## B\n\nb\n\n## C\n\nc\n\n## D\n',
      '# T\n\n# A\n\na\n\n## B\n\nb\n\n## C\n\nc\n\n## D\n',
    ],
    [
      'gets another id',
      '# T\n\n## A\n\n## B\n\nb\n\n## C\n\n## D\n',
      '# T\n\n## B\n\n## B\n\nb\n\n## C\n\n## D\n',
    ],
  ] as const)
    it(`gives the same page where a section that was not changed ${what}`, async () => {
      const memory = new Memory();
      for (const text of [texts[0], texts[0], ...texts, ...texts])
        expect(await fromMarkdown(text, {}, undefined, memory)).to.deep.equal(await fromMarkdown(text));
    });

  it('gives the same parts, and those that have not changed as the same objects', async () => {
    await fc.assert(
      fc.asyncProperty(source, fc.array(edit, { minLength: 1, maxLength: 6 }), async (pieces, edits) => {
        const memory = new PageMemory();
        let text = pieces.join('');
        await renderMarkdown(text, {}, 'page', memory);
        for (const change of edits) {
          text = apply(text, change);
          const rendered = await renderMarkdown(text, {}, 'page', memory);
          expect(rendered).to.deep.equal(await renderMarkdown(text));
          expect(await renderMarkdown(text, {}, 'page', memory)).to.deep.equal(rendered);
        }
      }),
      { numRuns: 300 },
    );
    const memory = new PageMemory();
    const text = (word: string): string =>
      `# T\n\n## A\n\nText.\n\n## B\n\n${word}\n\n## C\n\n### D\n\nText.\n`;
    const before = await renderMarkdown(text('one'), {}, 'page', memory);
    const after = await renderMarkdown(text('two'), {}, 'page', memory);
    const kept = after.parts.filter((part) => before.parts.includes(part)).map(({ key }) => key);
    expect(kept).to.deep.equal(['header', 'toc', 'a', 'c']);
  }).timeout(60_000);

  it('gives the same page at each step of a text that grows', async () => {
    await fc.assert(
      fc.asyncProperty(source, fc.integer({ min: 1, max: 30 }), async (pieces, step) => {
        const memory = new Memory();
        const text = pieces.join('');
        for (let end = step; end < text.length; end += step) {
          const grown = text.slice(0, end);
          expect(await fromMarkdown(grown, {}, undefined, memory)).to.deep.equal(await fromMarkdown(grown));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('takes the block of a fence that was shown as code before, because what reads it had not come', () => {
    const memory = new Memory();
    const texts = ['# T\n\n## A\n\n```yaml doc:people\n- name: A\n```\n\n## B\n\nb\n\n## C\n\nc\n\n## D\n'];
    const compile = (replace: boolean): string => {
      memory.body(texts[0] ?? '');
      const compiler = new Compiler(texts, {}, { memory }, []);
      for (const fence of replace ? compiler.fences() : [])
        compiler.replaceFence(fence, () => ({ kind: 'people', people: [{ name: 'A' }] }) as never);
      return JSON.stringify(compiler.body(0, { isTitle: () => false } as unknown as BodyPlace));
    };
    expect(compile(false)).not.to.include('people"');
    expect(compile(true)).to.include('"kind":"people"');
  });

  it('reads anew with other options', async () => {
    const memory = new Memory();
    const text = '## A\n\n[x](y.md)\n\n## B\n';
    await fromMarkdown(text, {}, undefined, memory);
    const options = { base: 'https://example.org/' };
    expect(await fromMarkdown(text, options, undefined, memory)).to.deep.equal(
      await fromMarkdown(text, options),
    );
  });

  it('compiles only what has changed', async () => {
    const memory = new Memory();
    const text = (word: string): string =>
      `# T\n\n${'Some *text*.\n\n'.repeat(50)}${word}\n\n${'More `text`.\n\n'.repeat(50)}`;
    await fromMarkdown(text('one'), {}, undefined, memory);
    const { pieces } = memory;
    let compiled = 0;
    memory.pieces = new Proxy(pieces, {
      get: (target, name) =>
        name === 'set'
          ? (...args: Parameters<typeof target.set>) => (compiled++, target.set(...args))
          : target.get.bind(target),
    });
    await fromMarkdown(text('two'), {}, undefined, memory);
    expect(compiled).to.be.lessThan(8);
  });
});
