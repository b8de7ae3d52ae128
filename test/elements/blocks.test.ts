import { expect } from 'chai';
import '../../src/index.js';
import type { DocSection } from '../../src/index.js';
import { toHtml } from '../../src/html/to-html.js';
import { fromJson } from '../../src/source/data.js';
import { EVERY_SAMPLE, SAMPLES } from '../block-samples.js';
import { clearFixtures, fixture } from './fixture.js';

async function show(set: (section: DocSection) => void): Promise<DocSection> {
  const host = fixture('<main><h1>Host</h1><doc-section></doc-section></main>');
  const section = host.querySelector('doc-section')!;
  set(section);
  await section.updateComplete;
  return section;
}

/** HTML as this browser writes it, without what elements add to themselves. */
const normalized = (html: string): string => {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return body.innerHTML;
};

describe('blocks of data in a doc-section', () => {
  afterEach(clearFixtures);

  for (const [kind, block] of EVERY_SAMPLE) {
    it(`pass the sanitizer as they are: ${kind}`, async () => {
      const raw = { kind: 'prose', body: '<b>html</b>' } as const;
      const options = { toc: 'none', pictures: 'load' } as const;
      const section = await show((element) => {
        element.pictures = 'load';
        element.data = { blocks: [block, raw] };
      });
      const compiled = toHtml(fromJson({ blocks: [block, raw] }, options).page, options);
      if (kind === 'repos') expect(section.querySelectorAll('repo-link a')).to.have.length.above(1);
      else expect(section.innerHTML).to.equal(normalized(compiled));
    });
  }

  it('have their style sheet, which a page without blocks does not load', async () => {
    const root = fixture('<div></div>').attachShadow({ mode: 'open' });
    const section = document.createElement('doc-section');
    section.markdown = 'Text.';
    root.append(section);
    await section.updateComplete;
    expect(root.adoptedStyleSheets).to.have.lengthOf(1);
    section.markdown = null;
    section.data = SAMPLES.people;
    await section.updateComplete;
    expect(root.adoptedStyleSheets).to.have.lengthOf(2);
    expect(getComputedStyle(section.querySelector('.doc-people')!).display).to.equal('grid');
  });

  it('can be of a kind that the host has registered', async () => {
    const section = await show((element) => {
      element.blocks = { 'my-map': { toHtml: () => '<p onclick="x()">map<script>x()</script></p>' } };
      element.data = { kind: 'my-map' };
    });
    expect(section.querySelector('.doc-block')?.innerHTML).to.equal('<p>map</p>');
  });

  it('can be of a kind that fails, which is told in a problem', async () => {
    const section = await show((element) => {
      element.blocks = {
        'my-map': {
          toHtml: () => {
            throw new Error('no tiles');
          },
        },
      };
      element.data = { blocks: [{ kind: 'my-map' }, SAMPLES.faq] };
    });
    expect(section.textContent).to.contain('Because.');
    expect(section.problems.map(({ code }) => code)).to.deep.equal(['block-invalid']);
  });

  it('can be written in Markdown', async () => {
    const section = await show((element) => {
      element.markdown = '# Team\n\n```yaml doc:people\n- name: Ada\n```\n';
    });
    expect(section.querySelector('.doc-people .doc-name')?.textContent).to.equal('Ada');
  });

  it('are read by those who search the page, folded or not', async () => {
    const section = await show((element) => {
      element.data = SAMPLES.faq;
    });
    expect(section.querySelector('details#fast > summary')?.textContent).to.equal('Is it <fast>?');
    expect(section.textContent).to.contain('Because.');
  });
});
