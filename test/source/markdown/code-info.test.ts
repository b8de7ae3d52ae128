import { expect } from 'chai';
import { readCodeInfo, type CodeInfo } from '../../../src/source/markdown/code-info.js';

/** What is said, without what is not. */
function read(info: string): Record<string, unknown> {
  const { marked, wrap, ...others }: CodeInfo = readCodeInfo(info);
  return { ...others, ...(marked.size > 0 ? { marked: [...marked] } : {}), ...(wrap ? { wrap } : {}) };
}

describe('the line behind a fence', () => {
  const forms: readonly (readonly [from: string, info: string, says: Record<string, unknown>])[] = [
    ['nothing', '', { language: '' }],
    ['a language', 'js', { language: 'js' }],
    ['a language with signs', 'c++', { language: 'c++' }],
    ['rustdoc', 'rust,no_run', { language: 'rust,no_run' }],
    ['R Markdown', '{r, echo=FALSE}', { language: '{r,' }],
    [
      'Docusaurus',
      'jsx title="src/a.jsx" {1,4-6,11}',
      { language: 'jsx', title: 'src/a.jsx', marked: [1, 4, 5, 6, 11] },
    ],
    ['Docusaurus', 'jsx showLineNumbers', { language: 'jsx', numbers: 1 }],
    ['Docusaurus', 'jsx {1, 3} showLineNumbers=42', { language: 'jsx', numbers: 42, marked: [1, 3] }],
    ['VitePress', 'js{1,4}', { language: 'js', marked: [1, 4] }],
    ['VitePress', 'ts:line-numbers {1}', { language: 'ts', numbers: 1, marked: [1] }],
    ['VitePress', 'ts:line-numbers=2 [config.ts]', { language: 'ts', numbers: 2, title: 'config.ts' }],
    ['VitePress', 'ts [app/[slug]/page.tsx]', { language: 'ts', title: 'app/[slug]/page.tsx' }],
    ['VitePress', 'ts:no-line-numbers', { language: 'ts' }],
    [
      'Hugo',
      'go {linenos=table,hl_lines=[8,"15-17"],linenostart=199}',
      { language: 'go', numbers: 199, marked: [8, 15, 16, 17] },
    ],
    ['Hugo', 'go {linenos=false title="a.go"}', { language: 'go', title: 'a.go' }],
    [
      'rehype-pretty-code',
      'js {1-2}#a showLineNumbers{7} caption="A caption"',
      { language: 'js', numbers: 7, title: 'A caption', marked: [1, 2] },
    ],
    [
      'MkDocs',
      'py title="a.py" linenums="3" hl_lines="2 3-4"',
      { language: 'py', title: 'a.py', numbers: 3, marked: [2, 3, 4] },
    ],
    ['Docusaurus', "js title='It\\'s'", { language: 'js', title: "It's" }],
    ['a tab', 'sh tab="npm" wrap', { language: 'sh', tab: 'npm', wrap: true }],
    ['folding', 'json fold', { language: 'json', folded: true }],
    ['folding', 'json fold=false', { language: 'json', folded: false }],
    ['no language', 'title="a b" {1}', { language: '', title: 'a b', marked: [1] }],
    ['no language', '{1,3} wrap', { language: '', marked: [1, 3], wrap: true }],
    ['no language', '{linenos=true}', { language: '', numbers: 1 }],
    ['no language', '[npm] fold', { language: '', title: 'npm', folded: true }],
    ['what nobody knows', 'js twoslash /word/ live=[x] "and" {a} {', { language: 'js' }],
  ];
  for (const [from, info, says] of forms)
    it(`is read as ${from} has it: ${info}`, () => {
      expect(read(info)).to.deep.equal(says);
    });

  it('costs little where a range is long', () => {
    expect(readCodeInfo('js {1-999999}').marked.size).to.be.at.most(100_000);
  });
});
