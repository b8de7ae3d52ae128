import { expect } from 'chai';
import '../../src/index.js';
import type { DocPage, DocSection } from '../../src/index.js';
import { clearFixtures, fixture, nextEvent, until } from './fixture.js';

const FAULT = new URL('/__fault/', location.href).href;

const make = async (html: string, set?: (section: DocSection) => void): Promise<DocSection> => {
  const section = fixture<DocSection>(html);
  set?.(section);
  await section.updateComplete;
  return section;
};

describe('doc-section', () => {
  afterEach(clearFixtures);

  it('has no shadow root', async () => {
    expect((await make('<doc-section></doc-section>')).shadowRoot).to.equal(null);
  });

  it('gives authored headings an id and a permalink', async () => {
    const section = await make('<doc-section><h2>The Team</h2><p>text</p></doc-section>');
    expect(section.querySelector('h2')?.id).to.equal('the-team');
    expect(section.querySelector('.heading-anchor')?.getAttribute('href')).to.equal('#the-team');
  });

  it('leaves the headings inside a page to the page', async () => {
    const page = fixture('<doc-page><doc-section><h2>One</h2></doc-section></doc-page>');
    await (page as unknown as DocSection).updateComplete;
    expect(page.querySelectorAll('.heading-anchor')).to.have.lengthOf(1);
  });

  it('does no more in a page whose document is still being parsed', async () => {
    Object.defineProperty(document, 'readyState', { configurable: true, value: 'loading' });
    const told: EventTarget[] = [];
    const tell = ({ target }: Event): unknown => target && told.push(target);
    document.addEventListener('doc-render', tell);
    try {
      const page = fixture<DocPage>(
        '<doc-page><doc-section><h2>One</h2></doc-section><doc-section><h2>Two</h2></doc-section></doc-page>',
      );
      const sections = [...page.querySelectorAll('doc-section')];
      await until(() => sections[0]?.matches(':state(ready)') === true, 'the first section');
      // The parser goes on.
      document.body.append(' ');
      Reflect.deleteProperty(document, 'readyState');
      await Promise.all([page, ...sections].map(({ updateComplete }) => updateComplete));
      expect(sections.every((section) => section.matches(':state(ready)'))).to.equal(true);
      expect(told).to.deep.equal([page]);
    } finally {
      Reflect.deleteProperty(document, 'readyState');
      document.removeEventListener('doc-render', tell);
    }
  });

  it('renders Markdown with its title as the heading, below the heading of the host', async () => {
    const host = fixture('<main><h1>Host</h1><doc-section></doc-section></main>');
    const section = host.querySelector('doc-section')!;
    section.markdown = '# Team\n\nPeople.\n\n## Alumni\n\nMore.';
    await section.updateComplete;
    expect(section.querySelector('h2')?.id).to.equal('team');
    expect(section.querySelector('h3')?.id).to.equal('alumni');
    expect(section.querySelector('doc-toc')).to.equal(null);
  });

  it('renders the data of a section', async () => {
    const section = await make('<doc-section heading-level="2"></doc-section>', (element) => {
      element.data = { heading: 'FAQ', body: 'Ask.', sections: [{ heading: 'Why?', body: 'Because.' }] };
    });
    expect(section.querySelector('h2')?.textContent).to.equal('FAQ');
    expect(section.querySelector('h3')?.id).to.equal('why');
  });

  it('tells a failure after what was there, and takes it back', async () => {
    const section = await make(`<doc-section src="${FAULT}status/404/x.md"><p>fallback</p></doc-section>`);
    expect(section.querySelector('p')?.textContent).to.equal('fallback');
    expect(section.querySelector('[role="alert"]')?.textContent).to.match(/404/);
    section.markdown = 'Text.';
    await section.updateComplete;
    expect(section.querySelector('[role="alert"]')).to.equal(null);
    expect(section.textContent.trim()).to.equal('Text.');
  });

  it('fires its events', async () => {
    const section = fixture<DocSection>('<doc-section></doc-section>');
    section.markdown = 'Text.';
    expect((await nextEvent(section, 'doc-render')).page?.lead).to.have.lengthOf(1);
  });
});
