import { expect } from 'chai';
import { toLlmsTxt } from '../../src/html/llms-txt.js';

describe('toLlmsTxt', () => {
  it('writes a title, a summary and lists of links', () => {
    const text = toLlmsTxt({
      title: 'Project',
      summary: 'What it is,\nand for whom.',
      sections: [
        { heading: 'Pages', links: [{ title: 'About', url: 'about.md', description: 'Who\nmade it.' }] },
        { heading: 'Empty', links: [] },
        { heading: 'Optional', links: [{ title: 'A [b] \\c', url: 'https://e.org/a b(c).md' }] },
      ],
    });
    expect(text).to.equal(
      '# Project\n\n> What it is, and for whom.\n\n## Pages\n\n- [About](about.md): Who made it.\n\n' +
        '## Optional\n\n- [A \\[b\\] \\\\c](https://e.org/a%20b%28c%29.md)\n',
    );
  });

  it('needs only a title', () => {
    expect(toLlmsTxt({ title: ' A ', summary: ' ', sections: [] })).to.equal('# A\n');
  });
});
