import { expect } from 'chai';
import { joinParts } from '../../src/html/join.js';
import { renderData } from '../../src/pipeline/data.js';
import { renderMarkdown } from '../../src/pipeline/markdown.js';
import type { Rendered } from '../../src/pipeline/rendered.js';
import { fromMarkdown } from '../../src/source/markdown.js';
import { sanitizeHtml } from '../../src/server/sanitize.js';
import { packagePages } from '../source/corpus.js';
import { countSteps } from './count-steps.js';
import { HOSTILE_INPUTS, LARGE_INPUTS, type HostileInput } from './hostile-input.js';

const MAX_GROWTH = 20;

/** Each level of HTML looks at those around it, up to a limit: growth shows beyond. */
const LEVELS_OF_HTML = new Set(['<div> and </div> with text', '<details>']);

const render = async (
  { kind, options }: Pick<HostileInput, 'kind' | 'options'>,
  text: string,
): Promise<Rendered> => (kind === 'markdown' ? renderMarkdown(text, options) : renderData(text, options));

/** How long the page of a text is, and how long what the server makes of it. */
async function outputOf(input: HostileInput, text: string, sanitized: boolean): Promise<number> {
  const { parts } = await render(input, text);
  const html = joinParts(parts);
  return Math.max(html.length, sanitized ? sanitizeHtml(html).length : 0);
}

const limitsMet = async (text: string): Promise<string[]> =>
  (await renderMarkdown(text)).problems
    .filter(({ code }) => code === 'limit-exceeded')
    .map(({ message }) => message);

describe('hostile input', () => {
  it('comes in more than a hundred kinds', () => expect(HOSTILE_INPUTS).to.have.length.above(400));

  describe('makes no page of more than twenty times its size', () => {
    for (const size of [10_000, 100_000])
      for (const input of HOSTILE_INPUTS)
        it(`${input.name}, ${size.toLocaleString('en')} characters`, async () => {
          const text = input.text(size);
          expect(await outputOf(input, text, size === 10_000)).to.be.at.most(MAX_GROWTH * text.length);
        });
  });

  describe('takes three times the steps where it is three times as long', () => {
    for (const input of HOSTILE_INPUTS)
      it(input.name, async () => {
        const from = LEVELS_OF_HTML.has(input.name) ? 25_000 : 8000;
        const [small, large] = [input.text(from), input.text(3 * from)];
        await render(input, small);
        const before = await countSteps(() => render(input, small));
        const after = await countSteps(() => render(input, large));
        const growth = large.length / small.length;
        // What is done once for each page, and what depth multiplies up to its limit, is no growth.
        expect(after).to.be.at.most(2 * growth * before + 20_000);
      });
  });

  describe('is told to the author', () => {
    it('where quotes nest too deep', async () => {
      const [message] = await limitsMet(`# A\n\n${'> '.repeat(60)}a`);
      expect(message).to.include('50 levels');
    });

    it('with the line', async () => {
      const { problems } = await renderMarkdown(`# A\n\n${'*a '.repeat(60)}${'a* '.repeat(60)}`);
      const problem = problems.find(({ code }) => code === 'limit-exceeded');
      expect(problem?.place).to.deep.equal({ line: 3 });
    });

    it('with the line, behind a block of data, too', async () => {
      const block = '```json doc:faq\n{ "questions": [] }\n```\n\n';
      const line = async (before: string): Promise<number | undefined> => {
        const { problems } = await renderMarkdown(`# A\n\n${before}${'*a* '.repeat(12_000)}`);
        return problems.find(({ code }) => code === 'limit-exceeded')?.place?.line;
      };
      expect(await line('')).to.equal(3);
      expect(await line(block)).to.equal(7);
    });

    it('where elements of HTML nest too deep: what is in the deeper ones shows', async () => {
      const text = `# A\n\n${'<div>\n'.repeat(150)}deep${'\n</div>'.repeat(150)}`;
      const { parts, problems } = await renderMarkdown(text);
      const [problem] = problems.filter(({ code }) => code === 'limit-exceeded');
      expect(problem?.message).to.include('100 levels');
      expect(problem?.place).to.deep.equal({ line: 3 });
      expect(joinParts(parts)).to.include('deep');
      expect(joinParts(parts).match(/<div>/g)).to.have.length(100);
    });

    it('where inline elements without an end add up around the blocks that follow: further ones end with their block', async () => {
      const written = 'a <b>b\n\n'.repeat(100);
      const { parts, problems } = await renderMarkdown(`# A\n\n${written}<sup>\n\n<u>\n\nc\n`);
      const [problem] = problems.filter(({ code }) => code === 'limit-exceeded');
      expect(problem?.message).to.include('more than 4').and.include('<b>');
      expect(problem?.place).to.deep.equal({ line: 11 });
      const html = joinParts(parts);
      expect(html.match(/<p>a <b>b<\/b><\/p>/g)).to.have.length(100);
      expect(html).to.include('<p>c</p>');
      expect(html.match(/<\/p><b>/g)).to.have.length(4);
    });

    it('but not where inline elements stand in each other without blocks', async () => {
      const text = `${'<b><i><u><s>'.repeat(10)}a${'</s></u></i></b>'.repeat(10)}`;
      expect(await limitsMet(text)).to.deep.equal([]);
      expect(await limitsMet('<a href="/"><span><b><i>\n\n# A\n\nb\n\n</i></b></span></a>')).to.deep.equal(
        [],
      );
    });

    it('where elements of HTML nest too deep in data, with the path, once', async () => {
      const body = '<div>'.repeat(150);
      const { problems } = await renderData({ body, sections: [{ heading: 'A', body }] });
      const told = problems.filter(({ code }) => code === 'limit-exceeded');
      expect(told.map(({ place }) => place)).to.deep.equal([{ path: 'body' }]);
    });

    it('where a table lacks too many cells, and the rest of it is text', async () => {
      const text = `${'|a'.repeat(500)}|\n${'|-'.repeat(500)}|\n${'|b\n'.repeat(10)}`;
      const { parts } = await renderMarkdown(text);
      expect((await limitsMet(text))[0]).to.include('lack more cells');
      expect(joinParts(parts).match(/<td>b<\/td>/g)).to.have.length(8);
      expect(joinParts(parts)).to.include('<p>|b\n|b</p>');
    });

    it('where one long definition is referred to again and again', async () => {
      const text = `${'[a] '.repeat(500)}\n\n[a]: /${'b'.repeat(1000)}`;
      const { parts } = await renderMarkdown(text);
      expect((await limitsMet(text))[0]).to.include('refer to definitions');
      const html = joinParts(parts);
      const links = html.match(/<a /g)?.length ?? 0;
      expect(links).to.be.within(50, 100);
      expect(html.match(/\[a\]/g)).to.have.length(500 - links);
    });

    it('where a note is referred to again and again: each reference leads to it all the same', async () => {
      const text = `${'[^a] '.repeat(500)}\n\n[^a]: b`;
      const { parts } = await renderMarkdown(text);
      expect((await limitsMet(text))[0]).to.include('Notes are referred to');
      expect(joinParts(parts).match(/href="#fn-1"/g)).to.have.length(500);
    });

    it('where a page is hardly more than headings', async () => {
      const { parts, problems } = await renderMarkdown('# a\n'.repeat(1000));
      expect(problems.map(({ code }) => code)).to.include('limit-exceeded');
      expect(joinParts(parts)).not.to.match(/<nav|heading-anchor|doc-section/);
      expect(joinParts(parts).match(/<h[12]/g)).to.have.length(1000);
    });

    it('and not where a change log has a thousand releases of hardly a line', async () => {
      const releases = Array.from({ length: 1000 }, (_, index) => `## 1.2.${index}\n\n- Fix a bug\n`);
      const { parts, problems } = await renderMarkdown(releases.join('\n'));
      expect(problems).to.deep.equal([]);
      expect(joinParts(parts).match(/<doc-section>/g)).to.have.length(1000);
    });

    it('where it is that inside of an element of the author’s: the tags of headings are no text', async () => {
      const { parts, problems } = await renderMarkdown('# a <b>\n\n'.repeat(1000));
      expect(problems.map(({ message }) => message).join()).to.include('hardly more than headings');
      expect(joinParts(parts)).not.to.include('<nav');
    });

    it('where a block has hardly any text in its elements: it is text, what stands around it is not', async () => {
      const text = `# A\n\n**b**\n\n${'- c\n'.repeat(10_000)}\n## D\n\n*e*\n`;
      const { parts, problems } = await renderMarkdown(text);
      const [problem] = problems.filter(({ code }) => code === 'limit-exceeded');
      expect(problem?.message).to.include('more elements');
      expect(problem?.place).to.deep.equal({ line: 5 });
      const html = joinParts(parts);
      expect(html).to.include('<strong>b</strong>').and.include('<em>e</em>').and.include('D</h2>');
      expect(html).not.to.include('<li');
      expect(html.match(/- c/g)).to.have.length(10_000);
    });

    it('where many blocks have hardly any text: those that are too many are one text', async () => {
      const { parts } = await renderMarkdown('`a`\n\n'.repeat(10_000));
      const html = joinParts(parts);
      expect(html.match(/<code>a<\/code>/g)).to.have.length.within(3000, 6000);
      expect(html.match(/`a`/g)).to.have.length.within(4000, 7000);
      expect(html.match(/<p>/g)).to.have.length.within(3000, 6001);
    });

    it('where a paragraph changes its direction again and again: it is text in pieces, what stands around it is not', async () => {
      for (const [before, between, after] of [
        ['', '', ''],
        ['# ', '', ''],
        ['- ', '', ''],
        ['', '\n', ''],
        ['```\n', '\n', '\n```'],
        ['<div>', '', '</div>'],
      ] as const) {
        const written = `${before}${`1א${between}`.repeat(5000)}${after}`;
        const { parts, problems } = await renderMarkdown(`# A\n\n**b**\n\n${written}\n\n*e*\n`);
        const [problem] = problems.filter(({ code }) => code === 'limit-exceeded');
        expect(problem?.message).to.include('1000 times');
        expect(problem?.place).to.deep.equal({ line: 5 });
        const html = joinParts(parts);
        expect(html).to.include('<strong>b</strong>').and.include('<em>e</em>');
        expect(html.match(/א/g)).to.have.length(5000);
        for (const paragraph of html.split('<p>')) expect(paragraph.length).to.be.below(1200);
      }
    });

    it('where a note or the text of a block does so, too', async () => {
      const written = '1א'.repeat(5000);
      const note = await renderMarkdown(`a[^b]\n\n[^b]: ${written}\n`);
      expect(note.problems.map(({ code, place }) => [code, place])).to.deep.equal([
        ['limit-exceeded', { line: 3 }],
      ]);
      const faq = { kind: 'faq', questions: [{ question: 'a', answer: written }] };
      const data = await renderData({ blocks: [faq] });
      expect(data.problems.map(({ code }) => code)).to.deep.equal(['limit-exceeded']);
      for (const { parts } of [note, data])
        for (const paragraph of joinParts(parts).split('<p>')) expect(paragraph.length).to.be.below(3000);
    });

    it('where a title, a heading of data or a name does so: the rest of it is left out', async () => {
      const written = '1א'.repeat(5000);
      const people = { kind: 'people', people: [{ name: `<p>${written}` }] };
      for (const [data, path] of [
        [{ title: written }, 'title'],
        [{ heading: written }, 'heading'],
        [{ sections: [{ heading: written }] }, 'sections[0].heading'],
        [{ blocks: [people] }, 'blocks[0].people[0].name'],
      ] as const) {
        const { parts, problems } = await renderData(data);
        expect(problems.map(({ code, place }) => [code, place])).to.deep.equal([
          ['limit-exceeded', { path }],
        ]);
        const html = joinParts(parts);
        expect(html).to.include('א'.concat('1א'.repeat(400)));
        expect(html.length).to.be.below(5000);
      }
      const { page, problems } = await fromMarkdown(`---\ntitle: ${written}\n---\na\n`);
      expect(page.title?.text).to.equal(`${'1א'.repeat(500)}1`);
      expect(problems.map(({ code, place }) => [code, place])).to.deep.equal([
        ['limit-exceeded', { line: 1 }],
      ]);
    });

    it('where data has too many elements, with the path', async () => {
      const body = '- c\n'.repeat(10_000);
      const { problems } = await renderData({ sections: [{ heading: 'A', body }] });
      const told = problems.filter(({ code }) => code === 'limit-exceeded');
      expect(told.map(({ place }) => place)).to.deep.equal([{ path: 'sections[0].body' }]);
    });

    it('once, however often', async () => {
      const { problems } = await renderMarkdown('[^a] '.repeat(3000));
      expect(problems.filter(({ code }) => code === 'footnote-undefined').length).to.be.at.most(1000);
    });
  });

  it('is nothing that a page in Hebrew or Arabic has, with numbers, code and tables', async () => {
    for (const text of [
      `${'יש 12 דוגמאות (ועוד 3) ב־README של doc-elements. '.repeat(50)}\n\n`.repeat(20),
      `| a | b |\n| - | - |\n${'| שם 12 | name ערך 34 |\n'.repeat(3000)}`,
      `\`\`\`json\n${'"key": "ערך",\n'.repeat(1500)}\`\`\`\n`,
      '- النسخة 12 من doc-elements (الجديدة)\n'.repeat(2000),
    ])
      expect(await limitsMet(text)).to.deep.equal([]);
  });

  it('is nothing that a real page has', async () => {
    const met: string[] = [];
    for (const { name, text } of packagePages()) if ((await limitsMet(text)).length > 0) met.push(name);
    expect(met).to.deep.equal([]);
  });

  describe('of megabytes', () => {
    for (const { name, kind, text } of LARGE_INPUTS)
      it(`${name} is no fault`, async () => {
        const source = text();
        const { parts } = await render({ kind }, source);
        expect(joinParts(parts).length).to.be.at.most(MAX_GROWTH * source.length);
      });
  });
});
