import { expect } from 'chai';
import { toHtml } from '../../src/html/to-html.js';
import { toJson } from '../../src/html/to-json.js';
import { toMarkdown } from '../../src/html/to-markdown.js';
import { BLOCKS, type BlockData } from '../../src/model/blocks.js';
import type { PageData } from '../../src/model/page-data.js';
import { outline } from '../../src/model/outline.js';
import { fromJson, fromJsonAsync } from '../../src/source/data.js';
import { fromMarkdown } from '../../src/source/markdown.js';
import { EVERY_SAMPLE, SAMPLES } from '../block-samples.js';

const plain = { toc: 'none', headingLinks: false } as const;
const html = (data: PageData, options = {}): string =>
  toHtml(fromJson(data, { ...plain, ...options }).page, { ...plain, ...options });

describe('blocks of data', () => {
  it('have a sample of each kind with every field', () => {
    for (const [kind, block] of EVERY_SAMPLE)
      expect(Object.keys(block).sort(), kind).to.deep.equal(
        ['kind', ...Object.keys(BLOCKS[kind].fields)].sort(),
      );
    expect(Object.keys(SAMPLES)).to.deep.equal(Object.keys(BLOCKS));
  });

  for (const [kind, block] of EVERY_SAMPLE) {
    it(`come back as they went in: ${kind}`, () => {
      const data: PageData = { title: 'T', body: 'Text.', blocks: [block] };
      const { page, problems } = fromJson(data);
      expect(problems).to.deep.equal([]);
      expect(toJson(page)).to.deep.equal(data);
    });

    it(`stand in Markdown as fenced code, from which the same page comes: ${kind}`, async () => {
      const { page } = fromJson({ sections: [{ heading: 'One', blocks: [block] }, { heading: 'Two' }] });
      const text = toMarkdown(page);
      expect(text).to.contain(`\`\`\`json doc:${kind}\n`);
      const again = await fromMarkdown(text);
      expect(again.problems).to.deep.equal([]);
      expect(toHtml(again.page)).to.equal(toHtml(page));
      expect(toMarkdown(again.page)).to.equal(text);
    });

    it(`ask no other host for pictures unless told so: ${kind}`, () => {
      expect(html({ blocks: [block] })).not.to.contain('<img');
      const pictures = JSON.stringify(block).match(/\.png/g)?.length ?? 0;
      expect(html({ blocks: [block] }, { pictures: 'load' }).match(/<img/g)?.length ?? 0).to.equal(pictures);
    });
  }

  it('stand in any order among text', () => {
    const data: PageData = {
      sections: [
        {
          heading: 'One',
          body: 'First.',
          blocks: [SAMPLES.faq, { kind: 'prose', body: 'Second.' }, SAMPLES.stats],
        },
      ],
    };
    const { page } = fromJson(data);
    expect(page.sections[0]?.blocks.map(({ kind }) => kind)).to.deep.equal([
      'prose',
      'faq',
      'prose',
      'stats',
    ]);
    expect(toJson(page)).to.deep.equal(data);
  });

  it('have their headings below that of their section, with ids of their own', () => {
    const block = {
      kind: 'faq',
      questions: [{ question: 'Q', answer: '# One\n\n<div>\n\n## One' }],
    } as const;
    const text = html({ sections: [{ heading: 'One', blocks: [block] }] });
    expect(text).to.contain('<h3 id="one-1">One</h3>').and.to.contain('<h3 id="one-2">One</h3>');
    expect(text).to.contain('</div></div></details>');
  });

  it('share definitions of links with the text', () => {
    const block = { kind: 'faq', questions: [{ question: 'Q', answer: 'See [x].' }] } as const;
    expect(html({ body: '[x]: https://example.org', blocks: [block] })).to.contain(
      '<a href="https://example.org">x</a>',
    );
  });

  it('resolve relative URLs like the text around them', () => {
    const text = html({ blocks: [SAMPLES.licence] }, { base: 'https://example.org/docs/' });
    expect(text).to.contain('href="https://example.org/LICENSE"');
    const { page } = fromJson({ blocks: [SAMPLES.licence] }, { base: 'https://example.org/docs/' });
    expect(toJson(page)).to.deep.equal({ blocks: [SAMPLES.licence] });
  });

  it('say dates and numbers in English by rules of their own', () => {
    expect(html({ blocks: [SAMPLES.timeline] })).to.contain(
      '<time class="doc-date" datetime="2015-02-03">3 February 2015</time>',
    );
    expect(html({ blocks: [SAMPLES.stats] })).to.contain(
      '<data class="doc-value" value="1234567">1,234,567</data>',
    );
  });

  it('say dates and numbers in the language of the page', () => {
    const german = html({ lang: 'de', blocks: [SAMPLES.timeline, SAMPLES.stats] });
    expect(german).to.contain('datetime="2015-02-03">3. Februar 2015<').and.to.contain('>1.234.567<');
    expect(html({ lang: 'xx-invalid-', blocks: [SAMPLES.timeline] })).to.contain('3 February 2015');
  });
});

describe('blocks in front matter', () => {
  const text =
    '---\ntitle: T\nblocks:\n  - kind: faq\n    questions:\n      - question: Why?\n        answer: See [x].\n---\nText.\n\n[x]: https://example.org\n';

  it('stand behind the text and are written back where they were', async () => {
    const { page, problems } = await fromMarkdown(text);
    expect(problems).to.deep.equal([]);
    expect(page.lead.map(({ kind }) => kind)).to.deep.equal(['prose', 'faq']);
    expect(toHtml(page)).to.contain('<a href="https://example.org">x</a>');
    expect(toMarkdown(page)).to.equal(text);
    expect(toJson(page)).to.deep.include({
      blocks: [{ kind: 'faq', questions: [{ question: 'Why?', answer: 'See [x].' }] }],
    });
  });

  it('are reported by their path where they are wrong', async () => {
    const { page, problems } = await fromMarkdown(
      '---\nblocks:\n  - kind: people\n    people:\n      - role: x\n---\n',
    );
    expect(problems.map(({ place }) => place?.path)).to.deep.equal(['blocks[0].people[0].name']);
    expect(page.lead).to.deep.equal([]);
  });

  it('are meta data where they mean something else', async () => {
    const { page, problems } = await fromMarkdown('---\nblocks: [a, b]\n---\nText.\n');
    expect(problems).to.deep.equal([]);
    expect(page.meta).to.deep.equal({ blocks: ['a', 'b'] });
  });
});

describe('blocks as text for readers', () => {
  const asText = (block: BlockData, lang?: string): string =>
    toMarkdown(fromJson({ ...(lang && { lang }), blocks: [block] }).page, { blocks: 'text' });

  for (const [kind, block] of EVERY_SAMPLE)
    it(`say what the block shows, without a fence: ${kind}`, async () => {
      const markdown = asText(block);
      expect(markdown).not.to.contain('doc:');
      const shown = wordsOf(html({ blocks: [block] }));
      const said = wordsOf(toHtml((await fromMarkdown(markdown)).page));
      // Initials stand for a picture; a card has its date in short, and the sign of ORCID its name.
      const others = /^(?:AL|GH|李|ORCID|Nov)$/;
      expect([...shown].filter((word) => !said.has(word) && !others.test(word))).to.deep.equal([]);
    });

  it('are lists, tables and details', () => {
    expect(asText(SAMPLES.channels)).to.equal(
      '- [Forum](https://forum.example.org) — Forum\n\n  Questions of all kinds.\n\n' +
        '- [Write to us](mailto:hello@example.org) — Mail\n\n- [Elsewhere](/elsewhere)\n\n',
    );
    expect(asText(SAMPLES.faq)).to.contain(
      '<details>\n<summary>Is it &lt;fast&gt;?</summary>\n\nYes.\n\n- very\n- really\n\n</details>',
    );
    expect(asText(SAMPLES.security)).to.contain(
      '| Version | Gets security fixes | Until |\n| --- | --- | --- |\n| 2.x | Yes | 31 January 2027 |\n',
    );
    expect(asText(SAMPLES.stats, 'de')).to.contain('**1.234.567 times** — [npm]');
  });

  it('begin no block of another kind inside an item', () => {
    const stats = SAMPLES.stats.stats.map((stat) => ({ ...stat, label: '# of users' }));
    expect(asText({ kind: 'stats', stats })).to.contain('- \\# of users: **');
    expect(asText({ kind: 'timeline', events: [{ date: '2026-03-14', title: 'A' }] }, 'de')).to.contain(
      '- 14\\. März 2026: **A**',
    );
    expect(asText({ kind: 'licence', licences: [{ name: '3. Clause' }] })).to.contain('- 3\\. Clause');
  });

  it('lead to addresses of any form', () => {
    const { title, authors } = SAMPLES.citing;
    const cited = (more: object): string => asText({ kind: 'citing', title, authors, ...more });
    expect(cited({ url: 'https://example.org/x' })).to.contain('<https://example.org/x>');
    expect(cited({ url: 'paper' })).to.contain('[paper](paper)');
    expect(cited({ doi: '10.1002/a#b' })).to.contain('[10.1002/a#b](https://doi.org/10.1002/a%23b)');
  });

  it('stand for those of a Markdown file, too', async () => {
    const { page } = await fromMarkdown('# T\n\n```yaml doc:people\n- name: Ada *Lovelace*\n```\n\nText.\n');
    expect(toMarkdown(page, { blocks: 'text' })).to.equal('# T\n\n- **Ada \\*Lovelace\\***\n\nText.\n');
  });
});

const wordsOf = (text: string): Set<string> =>
  new Set(text.replace(/<[^>]*>/g, ' ').match(/[\p{L}\p{N}]+/gu));

describe('sections in front matter', () => {
  const text = `---
title: T
sections:
  - heading: The *team*
    body: See [x].
    blocks:
      - kind: people
        people:
          - name: Ada
            about: Wrote [x].
    sections:
      - heading: One
  - heading: Two
    id: own
---

Lead.

## One

Text.

[x]: https://example.org
`;

  it('stand behind those of the text, and are written back where they were', async () => {
    const { page, problems } = await fromMarkdown(text);
    expect(problems).to.deep.equal([]);
    expect(page.meta).to.deep.equal({ title: 'T' });
    expect(outline(page).map(({ id, level }) => `${level} ${id}`)).to.deep.equal([
      '2 one',
      '2 the-team',
      '3 one-1',
      '2 own',
    ]);
    expect(toHtml(page).match(/<a href="https:\/\/example\.org">x<\/a>/g)).to.have.lengthOf(2);
    expect(toMarkdown(page)).to.equal(text);
    expect(toJson(page)).to.deep.equal({
      title: 'T',
      body: 'Lead.',
      sections: [
        { heading: 'One', body: 'Text.\n\n[x]: https://example.org' },
        {
          heading: 'The *team*',
          body: 'See [x].',
          blocks: [{ kind: 'people', people: [{ name: 'Ada', about: 'Wrote [x].' }] }],
          sections: [{ heading: 'One' }],
        },
        { heading: 'Two', id: 'own' },
      ],
    });
  });

  it('are reported by their path where they are wrong, and the rest stays', async () => {
    const { page, problems } = await fromMarkdown(
      '---\nsections:\n  - heading: A\n    txt: x\n    blocks:\n      - kind: stats\n        stats: 1\n  - heading: [x]\n---\nText.\n',
    );
    expect(problems.map(({ place }) => place?.path)).to.have.members([
      'sections[0].txt',
      'sections[0].blocks[0].stats',
      'sections[1].heading',
    ]);
    expect(page.sections.map(({ heading }) => heading.text)).to.deep.equal(['A']);
  });

  it('are meta data where they mean something else', async () => {
    const { page, problems } = await fromMarkdown('---\nsections:\n  - block: hero\n---\nText.\n');
    expect(problems).to.deep.equal([]);
    expect(page.meta).to.deep.equal({ sections: [{ block: 'hero' }] });
  });
});

describe('blocks in the bodies of page data', () => {
  const data: PageData = {
    title: 'T',
    body: 'Lead.\n\n```yaml doc:people\n- name: Ada\n  from: 2015-02-03\n```\n\nMore.',
    sections: [
      { heading: 'A', body: 'x\n\n```yaml doc:faq\n- question: Why?\n```' },
      { heading: 'B', body: '```yaml doc:faq\na: [\n```' },
    ],
  };

  it('can be YAML, and are reported by the path of the body', async () => {
    const { page, problems } = await fromJsonAsync(data);
    expect(page.lead.map(({ kind }) => kind)).to.deep.equal(['prose', 'people', 'prose']);
    expect(problems.map(({ code, place }) => `${code} ${place?.path}`)).to.deep.equal([
      'data-type sections[0].body',
      'block-invalid sections[1].body',
    ]);
    expect(toJson(page)).to.deep.include({ title: 'T', body: 'Lead.\n\n' });
  });

  it('stay code, and are reported, where nothing can read YAML at once', () => {
    const { page, problems } = fromJson({ body: data.body });
    expect(problems.map(({ code, message }) => `${code} ${message}`)[0]).to.match(
      /^block-invalid .*fromJsonAsync/,
    );
    expect(toHtml(page)).to.contain('<code class="language-yaml">');
  });
});

describe('kinds of blocks of the host’s own', () => {
  const blocks = {
    'my-map': { toHtml: (data: object) => `<p>${JSON.stringify(data)}</p><script>x</script>` },
  };

  it('are compiled by its function, whose HTML is not trusted', () => {
    const data: PageData = { blocks: [{ kind: 'my-map', at: [1, 2] }] };
    const { page, problems } = fromJson(data, { blocks });
    expect(problems).to.deep.equal([]);
    expect(toHtml(page, { blocks })).to.contain('<div class="doc-block"><p>{"at":[1,2]}</p>');
    expect(toJson(page)).to.deep.equal(data);
  });

  it('stand in Markdown too', async () => {
    const { page, problems } = await fromMarkdown('```yaml doc:my-map\nat:\n  - 1\n```\n', { blocks });
    expect(problems).to.deep.equal([]);
    expect(toHtml(page, { blocks })).to.contain('<p>{"at":[1]}</p>');
  });

  it('are reported and left out where the host has registered none', () => {
    const { page, problems } = fromJson({ blocks: [{ kind: 'my-map' }] });
    expect(problems[0]).to.deep.include({ code: 'data-unknown-kind', place: { path: 'blocks[0]' } });
    expect(toHtml(page)).to.equal('');
  });

  it('show nothing where the function throws', () => {
    const failing = {
      'my-map': {
        toHtml: () => {
          throw new Error('broken');
        },
      },
    };
    const { page } = fromJson({ body: 'Text.', blocks: [{ kind: 'my-map' }] }, { blocks: failing });
    expect(toHtml(page, { blocks: failing })).to.contain('Text.');
  });
});
