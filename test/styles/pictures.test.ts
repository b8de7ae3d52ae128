import { expect } from 'chai';
import type { DocPage } from '../../src/index.js';
import '../../src/index.js';
import { clearFixtures, fixture, until } from '../elements/fixture.js';

const IMAGE = '/demo/favicon.svg';

describe('pictures for one colour scheme', () => {
  afterEach(clearFixtures);

  for (const scheme of ['light', 'dark'] as const)
    it(`follow the element's scheme, whatever the reader prefers: ${scheme}`, async () => {
      const host = fixture<DocPage>(`<doc-page style="color-scheme: ${scheme}"></doc-page>`);
      host.markdown = `![L](${IMAGE}#gh-light-mode-only) ![D](${IMAGE}#gh-dark-mode-only)\n\n![Both](${IMAGE})`;
      await host.updateComplete;
      const seen = (): string[] =>
        [...host.querySelectorAll('img')].filter((image) => image.checkVisibility()).map(({ alt }) => alt);
      await until(() => seen().length === 2, 'the style sheet');
      expect(seen()).to.deep.equal([scheme === 'light' ? 'L' : 'D', 'Both']);
      host.style.colorScheme = scheme === 'light' ? 'dark' : 'light';
      expect(seen()).to.deep.equal([scheme === 'light' ? 'D' : 'L', 'Both']);
    });

  /** A picture whose author has left it to the browser to choose. */
  const PICTURE = `<picture>
  <source media="(prefers-color-scheme: dark) and (min-width: 1px)" srcset="${IMAGE}?dark">
  <img src="${IMAGE}?a b," alt="">
</picture>`;

  /** `light` where the reader prefers that, whatever the machine. */
  const [same, other] = matchMedia('(prefers-color-scheme: dark)').matches
    ? (['dark', 'light'] as const)
    : (['light', 'dark'] as const);
  const END = { light: '?a%20b,', dark: '?dark' };
  const shown = (host: Element): string =>
    host
      .querySelector('img')!
      .currentSrc.replace(/^[^?]*/, '')
      .replace('%2C', ',');

  for (const kind of ['Markdown', 'children'] as const)
    it(`of one <picture> do so too: ${kind}`, async () => {
      const host = fixture<DocPage>(
        `<doc-page style="color-scheme: ${other}">${kind === 'children' ? PICTURE : ''}</doc-page>`,
      );
      if (kind === 'Markdown') host.markdown = PICTURE;
      await host.updateComplete;
      await until(() => shown(host) === END[other], 'the other picture');
      host.style.colorScheme = same;
      await until(() => shown(host) === END[same], 'the first picture');
      expect(host.querySelectorAll('source')).to.have.lengthOf(1);
      host.style.colorScheme = other;
      await until(() => shown(host) === END[other], 'the other picture again');
      expect(await host.toMarkdown())
        .to.contain('(prefers-color-scheme: dark)')
        .and.not.to.contain('min-width: 0');
      // The text changes around it.
      if (kind === 'children') return;
      host.markdown = `${PICTURE}\n\nMore.`;
      await host.updateComplete;
      await until(() => shown(host) === END[other], 'the other picture in another text');
    });

  it('are left alone where the reader’s choice is that of the page', async () => {
    const host = fixture<DocPage>(`<doc-page style="color-scheme: ${same}">${PICTURE}</doc-page>`);
    let changes = 0;
    new MutationObserver((records) => (changes += records.length)).observe(host.querySelector('picture')!, {
      attributes: true,
      childList: true,
      subtree: true,
    });
    await host.updateComplete;
    await until(
      () => getComputedStyle(host).getPropertyValue('--doc-pictures-sheet') !== '',
      'the style sheet',
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(shown(host)).to.equal(END[same]);
    expect(changes).to.equal(0);
  });
});
