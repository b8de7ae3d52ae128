import { expect } from 'chai';
import '../../src/index.js';
import type { RepoLink } from '../../src/index.js';
import { clearFixtures, fixture } from './fixture.js';

const make = async (html: string): Promise<RepoLink> => {
  const element = fixture<RepoLink>(html);
  await element.updateComplete;
  return element;
};
const anchor = (element: Element): HTMLAnchorElement | null => element.querySelector('a');
const icon = (element: Element): Element | null | undefined => element.shadowRoot?.querySelector('svg');

describe('repo-link', () => {
  afterEach(clearFixtures);

  it('leaves an authored link as it is', async () => {
    const html = '<a href="https://github.com/dotnet/coreclr">CoreCLR</a>';
    const element = await make(`<repo-link>${html}</repo-link>`);
    expect(element.innerHTML).to.equal(html);
    expect(element.repository?.owner).to.equal('dotnet');
    expect(icon(element)).to.be.an.instanceOf(SVGElement);
  });

  const made: [html: string, href: string, text: string][] = [
    ['<repo-link repo="dotnet/coreclr"></repo-link>', 'https://github.com/dotnet/coreclr', 'dotnet/coreclr'],
    ['<repo-link repo="dotnet/coreclr">CoreCLR</repo-link>', 'https://github.com/dotnet/coreclr', 'CoreCLR'],
    [
      '<repo-link repo="https://codeberg.org/forgejo/forgejo"></repo-link>',
      'https://codeberg.org/forgejo/forgejo',
      'forgejo/forgejo',
    ],
    [
      '<repo-link href="https://github.com/dotnet/coreclr/issues/12"></repo-link>',
      'https://github.com/dotnet/coreclr/issues/12',
      'dotnet/coreclr#12',
    ],
    ['<repo-link href="https://example.org/x">X</repo-link>', 'https://example.org/x', 'X'],
  ];
  for (const [html, href, text] of made)
    it(`makes the link of ${html}`, async () => {
      const element = await make(html);
      expect(anchor(element)?.href).to.equal(href);
      expect(anchor(element)?.textContent).to.equal(text);
    });

  it('keeps its text where it has no address, or an unsafe one', async () => {
    for (const html of ['<repo-link>x</repo-link>', '<repo-link href="javascript:alert(1)">x</repo-link>']) {
      const element = await make(html);
      expect(anchor(element)).to.equal(null);
      expect(element.textContent).to.equal('x');
    }
  });

  it('follows a link that is put in later', async () => {
    const element = await make('<repo-link></repo-link>');
    element.innerHTML = '<a href="https://gitlab.com/inkscape/inkscape">Inkscape</a>';
    await new Promise((resolve) => setTimeout(resolve));
    await element.updateComplete;
    expect(element.repository?.forge).to.equal('gitlab');
  });

  it('asks nothing of the network', async () => {
    const before = performance.getEntriesByType('resource').length;
    await make('<repo-link repo="dotnet/coreclr"></repo-link>');
    expect(performance.getEntriesByType('resource')).to.have.lengthOf(before);
  });
});
