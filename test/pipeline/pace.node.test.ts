import { expect } from 'chai';
import type { Pace } from '../../src/model/turns.js';
import { renderMarkdown } from '../../src/pipeline/markdown.js';
import { PageMemory } from '../../src/pipeline/memory.js';

const sections = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) => `## Section ${index}\n\n${'*words* '.repeat(100)} and[^note]\n\n- [one][end]\n\n`,
  ).join('');

const TEXT = `# Title\n\n${sections(400)}[end]: /end\n\n[^note]: A note.\n`;

describe('the pace of rendering', () => {
  it('is that of who renders, from reading to writing, and changes nothing in what comes of it', async () => {
    const whole = await renderMarkdown(TEXT);
    for (const memory of [undefined, new PageMemory()]) {
      const counts: number[] = [];
      const pace: Pace = async ({ step, result }) => {
        let count = 1;
        for (; step(); count++) await Promise.resolve();
        counts.push(count);
        return result();
      };
      const rendered = await renderMarkdown(TEXT, { pace }, 'page', memory);
      expect(rendered).to.deep.equal(whole);
      expect(counts).to.have.length(3);
      // Blocks and marks are read, runs compiled, sections written: none of them in few steps.
      for (const count of counts) expect(count).to.be.above(50);
    }
  });
});
